import type { CertificateDocument } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { codeOperators, type CodeErrorCode } from './code-image.ts';
import type { ConstantParts } from './constant-parts.ts';
import { lineStyle } from './constant-layout.ts';
import { nameChain, type Faces } from './faces.ts';
import { setName, type SetName } from './fit-name.ts';
import { pdfNumber, showRun } from './glyph-run.ts';
import { millimetre, type PdfFont } from './pdf-objects.ts';
import type { PagePart } from './page-parts.ts';
import { pdfText } from './pdf-text.ts';
import { fillColour, setLine, shapeSerial, type SetText, type TextErrorCode } from './set-text.ts';
import type { CertificateTemplate } from './template.ts';

export type LearnerErrorCode = 'certificate-name-no-font' | 'certificate-name-too-wide' | CodeErrorCode | TextErrorCode;

/** What is a certificate's own, set and measured. */
export type LearnerLayout = {
  readonly document: CertificateDocument;
  readonly name: SetName;
  readonly serial: SetText;
  readonly code: string;
};

export const layOutLearner = (
  faces: Faces,
  template: CertificateTemplate,
  document: CertificateDocument,
): Result<LearnerLayout, Failure<LearnerErrorCode>> => {
  const name = setName(nameChain(faces), document.name, template.nameFit);
  if (name.kind === 'no-font') {
    return fail('certificate-name-no-font', { name: document.name, characters: name.characters.join(' ') });
  }
  if (name.kind === 'too-wide') return fail('certificate-name-too-wide', { name: document.name });
  const serial = setLine(document.serial, lineStyle(faces, template, template.texts.serial), shapeSerial);
  if (!serial.ok) return serial;
  const code = codeOperators(document.payload, template.code, template.page.height);
  return code.ok ? ok({ document, name, serial: serial.value, code: code.value }) : code;
};

/** Whether a name is made of the letters that every file carries. */
export const usesSharedLetters = ({ name }: LearnerLayout, parts: ConstantParts): boolean =>
  name.face.key === 'roman' && name.lines.every((run) => run.glyphs.every(({ glyph }) => parts.roman.holds(glyph)));

const nameOperators = ({ name }: LearnerLayout, template: CertificateTemplate, font: PdfFont): string => {
  const { nameFit, page, colours } = template;
  const baselines = name.lines.length === 1 ? [nameFit.one.y] : nameFit.two.y;
  const shown = name.lines.map((run, index) => {
    const x = nameFit.x * millimetre - ((run.width / 1000) * name.size) / 2;
    const y = (page.height - (baselines[index] ?? 0)) * millimetre;
    const text = showRun(run, name.size, font.codeOf);
    const plain = run.glyphs.every(({ glyph }) => font.readsAs(glyph));
    const set = `1 0 0 1 ${pdfNumber(x)} ${pdfNumber(y)} Tm ${text}`;
    return plain ? set : `/Span<</ActualText ${pdfText(name.texts[index] ?? '')}>>BDC ${set}EMC `;
  });
  return `BT ${fillColour(colours[nameFit.colour])} /${font.resource} ${name.size} Tf ${shown.join('')}ET`;
};

const serialOperators = ({ serial }: LearnerLayout, template: CertificateTemplate, font: PdfFont): string => {
  const size = serial.size * millimetre;
  const x = pdfNumber(serial.x * millimetre);
  const y = pdfNumber((template.page.height - serial.y) * millimetre);
  const tracking = pdfNumber(serial.tracking * millimetre, 3);
  const colour = fillColour(serial.colour);
  return `BT ${colour} /${font.resource} ${pdfNumber(size)} Tf ${tracking} Tc 1 0 0 1 ${x} ${y} Tm ${showRun(serial.run, size, font.codeOf)}0 Tc ET`;
};

/** The parts of a page in reading order; the frame before them is an ornament that is not read. */
export const pageParts = (
  layout: LearnerLayout,
  template: CertificateTemplate,
  parts: ConstantParts,
  nameFont: PdfFont,
): readonly PagePart[] => {
  const { document } = layout;
  return [
    { role: 'Artifact', operators: '/A Do' },
    { role: 'Figure', alt: document.logosDescription, operators: '/L Do' },
    { role: 'H1', operators: '/T Do' },
    { role: 'P', operators: nameOperators(layout, template, nameFont) },
    { role: 'P', operators: '/B Do' },
    ...(parts.forms.seal ? [{ role: 'Figure', alt: document.sealDescription, operators: '/S Do' } as const] : []),
    { role: 'Figure', alt: document.codeDescription, operators: layout.code },
    { role: 'P', operators: serialOperators(layout, template, parts.roman) },
    { role: 'P', operators: '/V Do' },
  ];
};

/** The resources of a page: fonts and forms by the names that the content uses. */
export const pageResources = (parts: ConstantParts, nameFont: PdfFont | undefined): string => {
  const { frame, logos, head, body, seal, foot } = parts.forms;
  const extra = nameFont ? `/${nameFont.resource} ${nameFont.reference.toString()}` : '';
  const seals = seal ? `/S ${seal.toString()}` : '';
  const forms = `/A ${frame.toString()}/L ${logos.toString()}/T ${head.toString()}/B ${body.toString()}${seals}/V ${foot.toString()}`;
  return `<</Font<</R ${parts.roman.reference.toString()}${extra}>>/XObject<<${forms}>>>>`;
};
