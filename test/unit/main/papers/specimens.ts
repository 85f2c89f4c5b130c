import type { Paper, PaperBlock } from '#shared/domain/paper.ts';
import { difficultNames } from '../certificates/specimens.ts';

export const fonts = 'resources/fonts';

/** A paper about invented people. */
export const specimenPaper = (blocks: readonly PaperBlock[], change: Partial<Paper> = {}): Paper => ({
  title: 'Sign-off of moderation',
  subject: 'Module 2, cohort MOZ-2026-A',
  language: 'en',
  date: '2026-03-28',
  page: { size: 'A4', orientation: 'portrait' },
  head: { left: 'Community Based Work with Children and Youth', right: 'MOZ-2026-A · Module 2' },
  foot: 'Fieldcourse, 28 March 2026',
  number: 'Page {{page}} of {{pages}}',
  blocks,
  ...change,
});

/** Every kind of block there is. */
export const everyBlock: readonly PaperBlock[] = [
  {
    kind: 'facts',
    items: [
      { label: 'Drawn', value: '12 March 2026' },
      { label: 'Scripts', value: '25' },
      { label: 'Sample', value: '9 of 25' },
      { label: 'Seed', value: '48213' },
    ],
  },
  {
    kind: 'paragraph',
    text: 'The sample is the greater of √n and three scripts a marker, all fails, all within two marks of the pass mark, and the highest. Where ten or fewer scripts were sent in, all of them are marked a second time.',
  },
  { kind: 'heading', level: 2, text: 'Marks compared' },
  {
    kind: 'table',
    caption: 'First and second marks of the sample',
    columns: [
      { title: 'Learner', share: 5 },
      { title: 'First mark', share: 2, align: 'right' },
      { title: 'Second mark', share: 2, align: 'right' },
      { title: 'Difference', share: 2, align: 'right' },
      { title: 'Note', share: 4 },
    ],
    rows: difficultNames
      .slice(0, 7)
      .map((name, index) => [
        name,
        `${30 + index}`,
        `${31 + index}.5`,
        '+1.5',
        index === 3 ? 'Second mark agreed after talking about question 4' : '',
      ]),
  },
  {
    kind: 'paragraph',
    tone: 'note',
    text: 'The batch of marker F. Ouédraogo is over five per cent of the maximum and is marked again.',
  },
  {
    kind: 'bars',
    caption: 'Mean difference for each marker',
    description: 'Three markers: Ouédraogo 62 %, Mašego 48 %, wa Kamau 71 %.',
    max: 100,
    bars: [
      { label: 'F. Ouédraogo', value: 62, low: 51, high: 72, text: '62 % of 78 [51–72]' },
      { label: 'Thandeka Mašego', value: 48, low: 40, high: 57, text: '48 % of 120 [40–57]' },
      { label: 'Ngũgĩ wa Kamau', value: 71, text: '71 % of 14' },
    ],
  },
  { kind: 'heading', level: 3, text: 'What is asked of markers' },
  {
    kind: 'list',
    items: [
      'Write the received date on every script.',
      'Keep feedback to what the learner can change. It goes home with them, and nobody there will explain it, so it must be plain and kind.',
      'Send the bundle back within 21 days.',
    ],
  },
  { kind: 'paragraph', tone: 'strong', text: 'The marks of this module may be released.' },
  { kind: 'paragraph', tone: 'small', text: 'Drawn from the marks as they stood on 28 March 2026.' },
  {
    kind: 'together',
    blocks: [
      { kind: 'heading', level: 2, text: 'Signed' },
      {
        kind: 'signatures',
        dateLabel: 'Date',
        lines: [{ office: 'Moderator', name: 'Sibusiso Nxumalo' }, { office: 'Coordinator' }],
      },
    ],
  },
  { kind: 'blank-lines', label: 'Remarks', count: 3 },
  {
    kind: 'code',
    text: 'FC:MOD:2026:48213',
    caption: 'Moderation sheet 48213. Scan it in Fieldcourse to open the sheet.',
  },
];
