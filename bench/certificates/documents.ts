import { createHash } from 'node:crypto';
import { payloadToSign, signedPayloadText } from '#shared/domain/certificate-payload.ts';
import { buildDesignedDocument, designValues } from '#shared/domain/certificate-values.ts';
import type { DesignedDocument, TemplateKit } from '#shared/domain/designed-documents.ts';
import { formatSerial } from '#shared/domain/serials.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import { readDesign } from '#shared/domain/template-designs.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';
import type { SeededRandom } from '#shared/lib/seeded-random.ts';
import classic from '../../resources/certificate-templates/classic-2.json' with { type: 'json' };
import words from '../../resources/certificate-templates/words.json' with { type: 'json' };
import { logo, signature } from './pictures.ts';

// Invented names, in letters that all sides have in their fonts.
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

const title = 'Community Based Work with Children and Youth';

/** As long as a signed payload; not signed, for that is not what is measured. */
const payloadOf = (random: SeededRandom, serial: string, name: string): string => {
  const toSign = payloadToSign({ serial, name, award: title, date: '2026-03-30', keyId: '0000beef' });
  if (!toSign.ok) throw new Error(toSign.error.code);
  return signedPayloadText(
    toSign.value,
    Uint8Array.from({ length: 64 }, () => Math.floor(random() * 256)),
  );
};

const assetOf = (data: Uint8Array) => ({
  id: createHash('sha256').update(data).digest('hex'),
  kind: 'picture' as const,
  data,
});

/** The classic template with a programme's logo and a scanned signature as pictures. */
const ownDesign = (logoId: string, signatureId: string): TemplateDesign => {
  const design = readDesign(classic);
  if (!design.ok) throw new Error(design.error.code);
  const box = { x: 138.3, y: 27.8, width: 20.4, height: 20.4 };
  return {
    ...design.value,
    blocks: design.value.blocks.map((block) => {
      if (block.id === 'emblem')
        return { ...box, id: 'logo', kind: 'picture', asset: logoId, alt: { en: 'Logo' }, align: 'centre' };
      return block.kind === 'signature' && block.id === 'signature-1' ? { ...block, picture: signatureId } : block;
    }),
  };
};

/** What a batch is rendered from. */
export type BenchBatch = { readonly documents: readonly DesignedDocument[]; readonly kit: TemplateKit };

/** Seeded certificates of one cohort, with logo, signature, seal, three signatories and a code. */
export const makeBatch = (count: number): BenchBatch => {
  const assets = [assetOf(logo()), assetOf(signature())] as const;
  const design = ownDesign(assets[0].id, assets[1].id);
  const random = seededRandom(2026);
  const [awardedOn, issuedOn] = ['2026-03-28', '2026-03-30'];
  const programme = { title: { en: title }, award: { en: 'Certificate' }, version: '4 (2025)' };
  const documents = Array.from({ length: count }, (_, index) => {
    const serial = formatSerial({ programme: 'CWCY', country: 'SZ', year: 2026, number: index + 1 });
    const name = `${pick(random, given)} ${pick(random, family)}`.normalize('NFC');
    const partner = { name: 'Partner institution', detail: 'Community studies' };
    const values = designValues(
      design,
      'en',
      {
        name,
        serial,
        programme,
        modules: 6,
        place: 'Manzini, Eswatini',
        awardedOn,
        issuedOn,
        partner,
        ministry: { name: 'Ministry or funder', detail: 'Social development' },
        seal: 'Children and Youth',
      },
      words,
    );
    return buildDesignedDocument(
      {
        serial,
        name,
        programme: { title, version: programme.version },
        award: title,
        awardText: [],
        placeAndDate: '',
        place: 'Manzini, Eswatini',
        awardedOn,
        issuedOn,
        results: { overall: 675, hours: 118, modules: [] },
        signatories: [
          { name: 'Dr Tšepiso Mokoena', office: 'Programme Director' },
          { name: 'Prof. Wanjirũ Mwangi', office: 'Principal, partner institution' },
          { name: 'Sibusiso Nxumalo', office: 'Chair of the award board' },
        ],
        template: { name: design.name, version: design.version },
        language: 'en',
        payload: payloadOf(random, serial, name),
        keyId: '0000beef',
        values,
      },
      design,
    );
  });
  return { documents, kit: { designs: [design], assets } };
};
