import type { CertificateDocument } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Face, Faces } from './faces.ts';
import {
  setLine,
  setLines,
  shapeLine,
  type LineStyle,
  type PlacedLineStyle,
  type SetText,
  type TextErrorCode,
} from './set-text.ts';
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

const chainOf = (faces: Faces, face: TextStyle['face']): readonly Face[] =>
  face === 'italic'
    ? [faces.italic, faces.roman, faces.gentium, faces.ethiopic]
    : [faces.roman, faces.gentium, faces.ethiopic];

/** A style of the template with its faces and its colour in place of their names. */
export const lineStyle = <T extends TextStyle>(
  faces: Faces,
  template: CertificateTemplate,
  style: T,
): T & Pick<LineStyle, 'faces' | 'colour'> => ({
  ...style,
  faces: chainOf(faces, style.face),
  colour: template.colours[style.colour],
});

type Line = readonly [text: string | undefined, style: PlacedTextStyle];
type Styled = (style: PlacedTextStyle) => PlacedLineStyle;

const setAll = (styled: Styled, lines: readonly Line[]): Result<readonly SetText[], Failure<TextErrorCode>> => {
  const set: SetText[] = [];
  for (const [text, style] of lines) {
    if (text === undefined || text === '') continue;
    const line = setLine(text, styled(style));
    if (!line.ok) return line;
    set.push(line.value);
  }
  return ok(set);
};

const sealStyle = (faces: Faces, template: CertificateTemplate, features: readonly string[]): LineStyle => ({
  size: template.seal.text.size,
  tracking: template.seal.text.tracking,
  width: 200,
  colour: template.colours[template.seal.colour],
  faces: chainOf(faces, 'roman'),
  features,
});

const setSeal = (
  faces: Faces,
  template: CertificateTemplate,
  document: CertificateDocument,
): Result<ConstantLayout['seal'] | undefined, Failure<TextErrorCode>> => {
  if (!document.seal) return ok(undefined);
  const above = shapeLine(document.seal.text.toUpperCase(), sealStyle(faces, template, []));
  if (!above.ok) return above;
  const below = shapeLine(document.seal.year, sealStyle(faces, template, ['lnum']));
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
  const styled: Styled = (style) => lineStyle(faces, template, style);
  const axes = signatures.x[document.signatories.length];
  if (!axes) return fail('certificate-too-many-signatories', { most: signatures.x.length - 1 });
  const logos = setAll(styled, [
    [document.partner?.name, texts.partnerName],
    [document.partner?.detail, texts.partnerDetail],
    [document.ministry?.name, texts.ministryName],
    [document.ministry?.detail, texts.ministryDetail],
  ]);
  if (!logos.ok) return logos;
  const head = setAll(styled, [
    [document.heading, texts.heading],
    [document.programmeTitle, texts.programmeTitle],
    [document.certify, texts.certify],
  ]);
  if (!head.ok) return head;
  const award = setLines(document.awardText, lineStyle(faces, template, template.awardText));
  if (!award.ok) return award;
  const rest = setAll(styled, [
    [document.placeAndDate, texts.placeAndDate],
    ...document.signatories.flatMap((signatory, index): readonly Line[] => {
      const x = axes[index] ?? 0;
      // A line without a name is for the person who holds the office on the day.
      const office: Line = [signatory.office, { ...signatures.office, x }];
      return signatory.name === '' ? [office] : [[signatory.name, { ...signatures.name, x }], office];
    }),
  ]);
  if (!rest.ok) return rest;
  const foot = setAll(styled, [[document.verification, texts.verification]]);
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
