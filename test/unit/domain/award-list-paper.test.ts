import { describe, expect, it } from 'vitest';
import type { AwardLine } from '#shared/domain/awards.ts';
import { awardListSheet } from '#shared/domain/exports/award-list-export.ts';
import type { ExportWords } from '#shared/domain/exports/export-table.ts';
import type { EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { AwardListPaperInput } from '#shared/domain/papers/award-list.ts';
import { awardListPaper } from '#shared/domain/papers/award-list.ts';
import type { PaperBlock } from '#shared/domain/paper.ts';
import { programme, words } from './sheet-builders.ts';

const line = (number: number, confirmedName: string): AwardLine => ({
  enrolmentId: asId<EnrolmentId>(`e${number}`),
  personId: asId<PersonId>(`p${number}`),
  confirmedName,
  overall: 654,
  modules: programme.modules.map((module) => ({
    number: module.number,
    title: module.title.en,
    result: 600 + module.number,
  })),
  hours: 104.5,
});

const input: AwardListPaperInput = {
  cohort: { code: '2025-R4', name: 'Windhoek', partner: 'Camelthorn Learning Centre', place: 'Windhoek' },
  programme,
  lines: [line(1, 'Ngũgĩ wa Kamau'), line(2, 'Tšepiso Mokoena')],
  approvals: [],
  on: '2026-06-10',
  changes: [],
  leftOut: [{ name: 'Selma ǁGaroeb', missing: [{ key: 'domain.missing.name' }], note: 'To be asked' }],
};

const inWords = (language: Language): ExportWords => ({ language, say: (message) => words(message, language) });

const flat = (blocks: readonly PaperBlock[]): readonly PaperBlock[] =>
  blocks.flatMap((block) => (block.kind === 'together' ? flat(block.blocks) : [block]));

const ofKind = <Kind extends PaperBlock['kind']>(blocks: readonly PaperBlock[], kind: Kind) =>
  flat(blocks).filter((block): block is Extract<PaperBlock, { kind: Kind }> => block.kind === kind);

describe('the award list as a paper', () => {
  it('is a draft before it is frozen: it says so, lists who is left out, and has empty lines to sign on', () => {
    const paper = awardListPaper(input, inWords('en'));
    expect(paper.title).toBe('Award list 2025-R4, draft');
    expect(ofKind(paper.blocks, 'table').map(({ rows }) => rows)).toEqual([
      [
        ['1', 'Ngũgĩ wa Kamau', '60.1', '60.2', '60.3', '60.4', '60.5', '60.6', '65.4', '104.5'],
        ['2', 'Tšepiso Mokoena', '60.1', '60.2', '60.3', '60.4', '60.5', '60.6', '65.4', '104.5'],
      ],
      [['Selma ǁGaroeb', 'Name not confirmed', 'To be asked']],
    ]);
    expect(ofKind(paper.blocks, 'signatures')[0]?.lines).toEqual([
      { office: 'Chair of the award board' },
      { office: 'Programme director' },
      { office: 'Moderator' },
    ]);
  });

  it('is the frozen list with approvals, reason and changes, and without those left out', () => {
    const paper = awardListPaper(
      {
        ...input,
        approvals: [{ name: 'Mwila Kapasa', office: 'Chair', on: '2026-06-12' }],
        frozen: {
          frozenOn: '2026-06-12',
          frozenBy: 'Nomvula Dlamini',
          reason: 'A name was misspelt',
          superseded: false,
        },
        changes: [
          {
            kind: 'changed',
            enrolmentId: asId('e1'),
            before: line(1, 'Ngugi wa Kamau'),
            after: line(1, 'Ngũgĩ wa Kamau'),
          },
        ],
      },
      inWords('fr'),
    );
    expect(paper.title).toBe('Liste d’attribution 2025-R4');
    expect(ofKind(paper.blocks, 'table')).toHaveLength(1);
    expect(ofKind(paper.blocks, 'table')[0]?.rows[0]?.at(-1)).toBe('104,5');
    expect(ofKind(paper.blocks, 'facts')[0]?.items.map(({ value }) => value)).toContain('A name was misspelt');
    const said = ofKind(paper.blocks, 'list').flatMap(({ items }) => items);
    expect(said).toEqual([
      'Modifié : Ngũgĩ wa Kamau. Nom : Ngugi wa Kamau, maintenant Ngũgĩ wa Kamau',
      'Approuvé par Mwila Kapasa, Chair, le 12 juin 2026',
    ]);
    expect(ofKind(paper.blocks, 'signatures')[0]?.lines).toEqual([{ office: 'Chair', name: 'Mwila Kapasa' }]);
  });

  it('says of a superseded list that a later one stands in its place', () => {
    const frozen = { frozenOn: '2026-06-12', frozenBy: 'Nomvula Dlamini', superseded: true };
    const paper = awardListPaper({ ...input, frozen }, inWords('en'));
    expect(ofKind(paper.blocks, 'paragraph')[0]?.text).toBe(
      'Superseded: a later list has taken the place of this one.',
    );
  });
});

describe('the award list as a sheet', () => {
  it('has a row a line in the order of the list, with serial and day where they are there', () => {
    const sheet = awardListSheet(
      programme,
      [{ ...line(1, 'Ngũgĩ wa Kamau'), awardedOn: '2026-06-12', serial: 'CWCY-NA-2026-00001-K' }, line(2, 'Tšepiso')],
      inWords('en'),
    );
    expect(sheet.rows).toEqual([
      [1, 'Ngũgĩ wa Kamau', 60.1, 60.2, 60.3, 60.4, 60.5, 60.6, 65.4, 104.5, '2026-06-12', 'CWCY-NA-2026-00001-K'],
      [2, 'Tšepiso', 60.1, 60.2, 60.3, 60.4, 60.5, 60.6, 65.4, 104.5, null, null],
    ]);
    expect(sheet.columns[1]?.title).toBe('Name');
  });
});
