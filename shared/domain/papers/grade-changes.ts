import type { IsoDate } from '#shared/lib/dates.ts';
import { certificateDate } from '../certificates.ts';
import type { Cohort } from '../cohorts.ts';
import { cohortTitle } from '../cohorts.ts';
import type { ExportWords } from '../exports/export-table.ts';
import type { GradeChangeLine } from '../exports/grade-changes-export.ts';
import { inLanguage } from '../languages.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { Paper } from '../paper.ts';
import type { ProgrammeVersion } from '../programmes.ts';

/** What the grade-change report is printed from. `head` is the hash of the last entry of the history: it stands for all that came before it. */
export type GradeChangesInput = {
  readonly cohort: Pick<Cohort, 'code' | 'name'>;
  readonly programme: Pick<ProgrammeVersion, 'title'>;
  readonly lines: readonly GradeChangeLine[];
  readonly head: { readonly seq: number; readonly hash: string };
  readonly on: IsoDate;
};

/** The report of every change of a released mark: who, when, from what to what, why and on which device, with the hash of the history's head. */
export const gradeChangesPaper = (input: GradeChangesInput, words: ExportWords): Paper => {
  const say = (key: string, values?: Message['values']): string =>
    words.say(message(`moderation.changes.${key}`, values));
  const { cohort, programme, lines, head, on } = input;
  const date = certificateDate(on, words.language);
  return {
    title: say('title', { cohort: cohort.code }),
    subject: say('subject'),
    language: words.language,
    date: on,
    page: { size: 'A4', orientation: 'landscape' },
    head: { left: inLanguage(programme.title, words.language), right: cohortTitle(cohort) },
    foot: say('foot', { date, hash: head.hash.slice(0, 16) }),
    number: words.say(message('moderation.paper.page', { page: '{{page}}', pages: '{{pages}}' })),
    blocks: [
      { kind: 'paragraph', text: say('what', { count: lines.length, date }) },
      ...(lines.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: say('table', { count: lines.length }),
              columns: [
                { title: say('when'), share: 13 },
                { title: say('learner'), share: 18 },
                { title: say('assignment'), share: 12 },
                { title: say('from'), share: 7, align: 'right' as const },
                { title: say('to'), share: 7, align: 'right' as const },
                { title: say('reason'), share: 26 },
                { title: say('by'), share: 12 },
                { title: say('device'), share: 8 },
              ],
              rows: lines.map((line) => [
                line.when,
                line.learner,
                line.assignment,
                line.from,
                line.to,
                line.reason === '' ? line.details : line.reason,
                line.by,
                line.device,
              ]),
            },
          ]),
      {
        kind: 'facts',
        items: [
          { label: say('entry'), value: String(head.seq) },
          { label: say('hash'), value: head.hash.replace(/(.{8})(?=.)/g, '$1 ') },
        ],
      },
      { kind: 'paragraph', tone: 'small', text: say('proof') },
    ],
  };
};
