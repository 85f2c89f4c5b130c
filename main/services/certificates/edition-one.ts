import { canonicalJson } from '#shared/lib/json.ts';
import type { CertificateDocument, TemplateReference } from '#shared/domain/certificates.ts';
import type { NameFit } from '#shared/domain/certificate-names.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import type { ConstantErrorCode } from './constant-layout.ts';
import { drawConstants, type ConstantParts } from './constant-parts.ts';
import { nameChain, openFaces, type Faces } from './faces.ts';
import { fitOfName } from './fit-name.ts';
import { layOutLearner, pageParts, pageResources, usesSharedLetters, type LearnerErrorCode } from './page-content.ts';
import type { LaidPage, PageMaker } from './page-maker.ts';
import { openTemplate, type CertificateTemplate, type TemplateErrorCode } from './template.ts';

export type FirstEditionErrorCode = TemplateErrorCode | ConstantErrorCode | LearnerErrorCode;
type FirstEditionFailure = Failure<FirstEditionErrorCode>;

/** What a certificate shares with others of its batch; equal keys mean equal constant parts. */
const constantKey = (document: CertificateDocument): string => {
  const {
    name: _n,
    serial: _s,
    payload: _p,
    title: _t,
    codeDescription: _c,
    issuedOn: _i,
    subject: _a,
    ...shared
  } = document;
  return canonicalJson(shared);
};

const keptConstants = 8;

type ConstantsOf = (
  template: CertificateTemplate,
  document: CertificateDocument,
  shared: string,
  firstId: number,
) => Result<ConstantParts, Failure<ConstantErrorCode>>;

/** The constant parts of the last few batches are kept. */
const openConstants = (faces: Faces): ConstantsOf => {
  const constants = new Map<string, ConstantParts>();
  return (template, document, shared, firstId) => {
    const key = `${firstId} ${shared}`;
    const known = constants.get(key);
    if (known) return ok(known);
    const drawn = drawConstants(faces, template, document, firstId);
    if (!drawn.ok) return drawn;
    const oldest = constants.keys().next();
    if (constants.size >= keptConstants && !oldest.done) constants.delete(oldest.value);
    constants.set(key, drawn.value);
    return drawn;
  };
};

/**
 * Pages of version 1 of classic, whose measures and words lie in a file of their own. What was issued with it is printed the same for ever; templates since
 * are designs.
 */
export type FirstEdition = {
  readonly checkNames: (
    names: readonly string[],
    template: TemplateReference,
  ) => Promise<Result<readonly NameFit[], FirstEditionFailure>>;
  readonly pages: PageMaker<CertificateDocument, FirstEditionErrorCode>;
};

export const openFirstEdition = async (folders: {
  readonly fonts: string;
  readonly templates: string;
}): Promise<FirstEdition> => {
  const faces = await openFaces(folders.fonts);
  const templates = new Map<string, CertificateTemplate>();
  const constantsOf = openConstants(faces);

  const templateOf = async (
    reference: TemplateReference,
  ): Promise<Result<CertificateTemplate, Failure<TemplateErrorCode>>> => {
    const key = `${reference.name} ${reference.version}`;
    const known = templates.get(key);
    if (known) return ok(known);
    const opened = await openTemplate(folders.templates, reference);
    if (opened.ok) templates.set(key, opened.value);
    return opened;
  };

  const pages: FirstEdition['pages'] = async (document, file) => {
    const template = await templateOf(document.template);
    if (!template.ok) return template;
    const key = constantKey(document);
    const parts = file.shared(`one ${key}`, (firstId) => constantsOf(template.value, document, key, firstId));
    if (!parts.ok) return parts;
    const layout = layOutLearner(faces, template.value, document);
    if (!layout.ok) return layout;
    const { name } = layout.value;
    const shared = usesSharedLetters(layout.value, parts.value);
    const page: LaidPage = {
      extra: shared ? [] : name.lines.map((run) => ({ face: name.face, run })),
      page: (fonts) => {
        const font = shared ? undefined : fonts.get(name.face.key);
        const nameFont = font && { ...font, resource: 'N' };
        return {
          ...template.value.page,
          parts: pageParts(layout.value, template.value, parts.value, nameFont ?? parts.value.roman),
          resources: pageResources(parts.value, nameFont),
          language: document.language,
          label: document.serial,
        };
      },
    };
    return ok(page);
  };

  return {
    checkNames: async (names, reference) => {
      const template = await templateOf(reference);
      if (!template.ok) return template;
      return ok(names.map((name) => fitOfName(nameChain(faces), name, template.value.nameFit)));
    },
    pages,
  };
};
