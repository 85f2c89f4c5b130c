import type { DesignWords } from '#shared/domain/certificate-values.ts';
import { asDesignedSpecimen, buildDesignedDocument } from '#shared/domain/certificate-values.ts';
import type {
  CertificateDocument,
  CertificatePhrases,
  CertificateRecord,
  CertificateSnapshot,
} from '#shared/domain/certificates.ts';
import { asSpecimen, buildCertificateDocument } from '#shared/domain/certificates.ts';
import type { DesignedDocument, TemplateKit } from '#shared/domain/designed-documents.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import firstEdition from '../../../resources/certificate-templates/classic.json' with { type: 'json' };
import words from '../../../resources/certificate-templates/words.json' with { type: 'json' };
import { desktop } from '#renderer/desktop/bridge.ts';
import { designOfEdition, kitOf } from './certificate-templates.ts';

/** Documents as they go to the renderer of PDFs, with the designs, pictures and fonts that they need. */
export type Described = {
  readonly documents: readonly (CertificateDocument | DesignedDocument)[];
  readonly kit: TemplateKit;
};

type Snapshotted = Pick<CertificateRecord, 'snapshot'> & Partial<Pick<CertificateRecord, 'erasedOn'>>;

const phrases: Readonly<Record<string, CertificatePhrases>> = firstEdition.phrases;

const ofFirstEdition = (snapshot: CertificateSnapshot): Result<CertificateDocument> => {
  const { name, version } = snapshot.template;
  const words = name === firstEdition.name && version === firstEdition.version ? phrases[snapshot.language] : undefined;
  return words === undefined ? fail('template-unknown', { name }) : ok(buildCertificateDocument(snapshot, words));
};

/** Describes documents of the register from their snapshots alone. Errors: `certificate-erased`, `template-unknown`, `template-asset-missing`. */
export const documentsOf = async (records: readonly Snapshotted[]): Promise<Result<Described>> => {
  const designs = new Map<string, TemplateDesign>();
  const documents: (CertificateDocument | DesignedDocument)[] = [];
  for (const { snapshot, erasedOn } of records) {
    if (erasedOn !== undefined) return fail('certificate-erased', { serial: snapshot.serial });
    const { values, template } = snapshot;
    if (values === undefined) {
      const document = ofFirstEdition(snapshot);
      if (!document.ok) return document;
      documents.push(document.value);
      continue;
    }
    const key = `${template.name}:${String(template.version)}`;
    let design = designs.get(key);
    if (design === undefined) {
      const found = await designOfEdition(template);
      if (!found.ok) return found;
      design = found.value;
      designs.set(key, design);
    }
    documents.push(buildDesignedDocument({ ...snapshot, values }, design));
  }
  const kit = await kitOf([...designs.values()]);
  return kit.ok ? ok({ documents, kit: kit.value }) : kit;
};

/** Words that designs need beside their own, by language. */
export const designWords: DesignWords = words;

/** The same documents as specimens: codes that are not signed, serials that cannot be mistaken. */
export const asSpecimens = ({ documents, kit }: Described): Described => ({
  documents: documents.map((one) => ('design' in one ? asDesignedSpecimen(one, designWords) : asSpecimen(one))),
  kit,
});

const hashedAtOnce = 50;

/** The SHA-256 of each document's own file. A few at a time: a thousand documents in one message would hold the main process up. */
export const hashesOf = async ({ documents, kit }: Described): Promise<Result<readonly string[]>> => {
  const found: string[] = [];
  for (let at = 0; at < documents.length; at += hashedAtOnce) {
    const some = { documents: documents.slice(at, at + hashedAtOnce), kit };
    const hashes = await desktop.certificatesHashDocuments(some);
    if (!hashes.ok) return hashes;
    found.push(...hashes.value);
  }
  return ok(found);
};
