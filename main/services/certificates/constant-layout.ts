import type { CertificateDocument } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Faces } from './faces.ts';
import { setLine, setLines, shapeLine, type SetText, type TextErrorCode } from './set-text.ts';
import type { GlyphRun } from './glyph-run.ts';
import type { CertificateTemplate, PlacedTextStyle, TextStyle } from './template.ts';

export type ConstantErrorCode = TextErrorCode | 'certificate-too-many-signatories';

/** All texts that the certificates of one batch share, set and measured; drawing them cannot fail any more. */
export type ConstantLayout = {
  readonly logos: readonly SetText[];
  readonly head: readonly SetText[];
  readonly body: readonly SetText[];
  readonly signatureLines: readonly number[];
  readonly foot: readonly SetText[];
  readonly seal?: { readonly above: GlyphRun; readonly below: GlyphRun; readonly text: string };
};

type Line = readonly [text: string | undefined, style: PlacedTextStyle];

const setAll = (faces: Faces, lines: readonly Line[]): Result<readonly SetText[], Failure<TextErrorCode>> => {
  const set: SetText[] = [];
  for (const [text, style] of lines) {
    if (text === undefined || text === '') continue;
    const line = setLine(faces, text, style);
    if (!line.ok) return line;
    set.push(line.value);
  }
  return ok(set);
};

const sealStyle = (template: CertificateTemplate, features: readonly string[]): TextStyle => ({
  size: template.seal.text.size,
  tracking: template.seal.text.tracking,
  width: 200,
  colour: template.seal.colour,
  face: 'roman',
  features: [...features],
});

const setSeal = (
  faces: Faces,
  template: CertificateTemplate,
  document: CertificateDocument,
): Result<ConstantLayout['seal'] | undefined, Failure<TextErrorCode>> => {
  if (!document.seal) return ok(undefined);
  const above = shapeLine(faces, document.seal.text.toUpperCase(), sealStyle(template, []));
  if (!above.ok) return above;
  const below = shapeLine(faces, document.seal.year, sealStyle(template, ['lnum']));
  if (!below.ok) return below;
  return ok({ above: above.value, below: below.value, text: `${document.seal.text} ${document.seal.year}` });
};

/** Sets what the certificates of a batch share, or says which text cannot be set. */
export const layOutConstants = (
  faces: Faces,
  template: CertificateTemplate,
  document: CertificateDocument,
): Result<ConstantLayout, Failure<ConstantErrorCode>> => {
  const { texts, signatures } = template;
  const axes = signatures.x[document.signatories.length];
  if (!axes) return fail('certificate-too-many-signatories', { most: signatures.x.length - 1 });
  const logos = setAll(faces, [
    [document.partner?.name, texts.partnerName],
    [document.partner?.detail, texts.partnerDetail],
    [document.ministry?.name, texts.ministryName],
    [document.ministry?.detail, texts.ministryDetail],
  ]);
  if (!logos.ok) return logos;
  const head = setAll(faces, [
    [document.heading, texts.heading],
    [document.programmeTitle, texts.programmeTitle],
    [document.certify, texts.certify],
  ]);
  if (!head.ok) return head;
  const award = setLines(faces, document.awardText, template.awardText);
  if (!award.ok) return award;
  const rest = setAll(faces, [
    [document.placeAndDate, texts.placeAndDate],
    ...document.signatories.flatMap((signatory, index): readonly Line[] => {
      const x = axes[index] ?? 0;
      // A line without a name is for the person who holds the office on the day.
      const office: Line = [signatory.office, { ...signatures.office, x }];
      return signatory.name === '' ? [office] : [[signatory.name, { ...signatures.name, x }], office];
    }),
  ]);
  if (!rest.ok) return rest;
  const foot = setAll(faces, [[document.verification, texts.verification]]);
  if (!foot.ok) return foot;
  const seal = setSeal(faces, template, document);
  if (!seal.ok) return seal;
  return ok({
    logos: logos.value,
    head: head.value,
    body: [...award.value, ...rest.value],
    signatureLines: axes,
    foot: foot.value,
    ...(seal.value ? { seal: seal.value } : {}),
  });
};
