import { payloadToSign, signedPayloadText } from '#shared/domain/certificate-payload.ts';
import type { CertificateDocument } from '#shared/domain/certificates.ts';
import { awardTextLines, buildCertificateDocument } from '#shared/domain/certificates.ts';
import { formatSerial } from '#shared/domain/serials.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';
import type { SeededRandom } from '#shared/lib/seeded-random.ts';
import classic from '../../resources/certificate-templates/classic.json' with { type: 'json' };

// Invented names, in letters that both sides have in their fonts.
const given = [
  'Tšepiso',
  'Sinéad',
  'Ngũgĩ',
  'Thandi',
  'José João',
  'Łukasz',
  'Wanjirũ',
  'Đặng Thị',
  'Chikondi',
  'Wilhelmina Maria',
];
const family = [
  'Mokoena',
  'O’Brien',
  'wa Kamau',
  'Dlamini-Nxumalo',
  'dos Santos',
  'Nowak',
  'Mwangi',
  'Bandé',
  'Nhantumbo',
  'Griffith',
];

const pick = (random: SeededRandom, list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';

/** As long as a signed payload; not signed, for that is not what is measured. */
const payloadOf = (random: SeededRandom, serial: string, name: string): string => {
  const award = 'Community Based Work with Children and Youth';
  const toSign = payloadToSign({ serial, name, award, date: '2026-03-30', keyId: '0000beef' });
  if (!toSign.ok) throw new Error(toSign.error.code);
  return signedPayloadText(
    toSign.value,
    Uint8Array.from({ length: 64 }, () => Math.floor(random() * 256)),
  );
};

/** Seeded certificates of one cohort after another, with logo, seal, three signatories and a code. */
export const makeDocuments = (count: number): readonly CertificateDocument[] => {
  const random = seededRandom(2026);
  const phrases = classic.phrases.en;
  return Array.from({ length: count }, (_, index) => {
    const serial = formatSerial({ programme: 'CWCY', country: 'SZ', year: 2026, number: index + 1 });
    const name = `${pick(random, given)} ${pick(random, family)}`.normalize('NFC');
    return buildCertificateDocument(
      {
        serial,
        name,
        programme: { title: 'Community Based Work with Children and Youth', version: '4 (2025)' },
        award: 'Community Based Work with Children and Youth',
        ...awardTextLines(phrases, {
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
        language: 'en',
        payload: payloadOf(random, serial, name),
        keyId: '0000beef',
      },
      phrases,
    );
  });
};
