import { awardTextLines, buildCertificateDocument } from '#shared/domain/certificates.ts';
import type { CertificateDocument, CertificatePhrases, CertificateSnapshot } from '#shared/domain/certificates.ts';
import { formatSerial } from '#shared/domain/serials.ts';
import classic from '../../../../resources/certificate-templates/classic.json' with { type: 'json' };

export const phrases: { readonly en: CertificatePhrases; readonly fr: CertificatePhrases } = classic.phrases;

export const folders = { fonts: 'resources/fonts', templates: 'resources/certificate-templates' };

/** Names that other systems mangle (domain.md 7); all invented. */
export const difficultNames = [
  'Tšepiso Mokoena',
  "N'Golo Bandé",
  'Sinéad O’Brien',
  'Ngũgĩ wa Kamau',
  'José João dos Santos',
  'Łukasz Nowak',
  'Đặng Thị Mai',
  'Chikondi ŵanga',
  'ǀXam Kabbo ǁHao ǂKhoa ǃKun',
  'ሰላም ገብረ ማርያም',
  'Nkosazana Dlamini-Tšepiso',
  'Wilhelmina Maria da Conceição Nhantumbo dos Santos-Machava',
  'Adébọ́lá Ọ̀ṣunwálé',
  'Griffith Fiona Thandi Quinn-Ffion',
  'Tiyamike ıyanu',
] as const;

/** The snapshot of an invented certificate. */
export const specimenSnapshot = (
  change: Partial<CertificateSnapshot>,
  language: 'en' | 'fr' = 'en',
): CertificateSnapshot => ({
  serial: formatSerial({ programme: 'CWCY', country: 'SZ', year: 2026, number: 42 }),
  name: 'Nkosazana Dlamini-Tšepiso',
  programme: { title: 'Community Based Work with Children and Youth', version: '4 (2025)' },
  award: 'Community Based Work with Children and Youth',
  ...awardTextLines(phrases[language], {
    version: '4 (2025)',
    modules: 6,
    place: 'Manzini, Eswatini',
    date: '28 March 2026',
  }),
  place: 'Manzini, Eswatini',
  awardedOn: '2026-03-28',
  issuedOn: '2026-03-30',
  results: { overall: 675, hours: 118, modules: [] },
  signatories: [
    { name: 'Dr Tšepiso Mokoena', office: 'Programme Director' },
    { name: 'Prof. Wanjirũ Mwangi', office: 'Principal, partner institution' },
    { name: 'Sibusiso Nxumalo', office: 'Chair of the award board' },
  ],
  partner: { name: 'Partner institution', detail: 'Community studies' },
  ministry: { name: 'Ministry or funder', detail: 'Social development' },
  seal: { text: 'Children and Youth', year: '2026' },
  template: { name: 'classic', version: 1 },
  language,
  payload: 'SPECIMEN',
  keyId: '00000000',
  ...change,
});

export const specimenDocument = (
  change: Partial<CertificateSnapshot> = {},
  language: 'en' | 'fr' = 'en',
): CertificateDocument => buildCertificateDocument(specimenSnapshot(change, language), phrases[language]);

/** A batch of invented certificates with serials from 1. */
export const specimenBatch = (names: readonly string[]): readonly CertificateDocument[] =>
  names.map((name, index) => {
    const serial = formatSerial({ programme: 'CWCY', country: 'SZ', year: 2026, number: index + 1 });
    return specimenDocument({ name: name.normalize('NFC'), serial, payload: `SPECIMEN ${serial}` });
  });
