import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/domain/marks.ts';
import { countFates } from '#shared/domain/import/import-kinds.ts';
import { cohort } from '../import/builders.ts';
import { after, asRead, learners, made, planned, sheetsOf, small, throughFile, typed } from './worksheet-builders.ts';

const marked = (value: number, more: object = {}): Cell => ({
  attempts: [{ state: 'marked', value, received: '2026-03-02', marked: '2026-03-09', ...more }],
});
const some = sheetsOf({
  e001: {
    essay: marked(1250, { criteria: { care: 750, form: 500 }, feedback: 'Good.\nRead “Module 2”, page 7.' }),
    log: { attempts: [], outcome: 'NS' },
  },
  e002: { essay: { attempts: [{ state: 'with-marker', withMarkerSince: '2026-03-02', marker: 'Grace' }] } },
});
/** Places of the essay's columns; the log has no criteria. */
const [mark, state, received, care, form, feedback] = [3, 4, 5, 6, 7, 8];
const codes = (plan: ReturnType<typeof planned>, row: number): readonly string[] => [
  ...(plan.rows[row]?.reason === undefined ? [] : [plan.rows[row].reason.key]),
  ...(plan.rows[row]?.problems.map(({ reason }) => reason.key) ?? []),
];
const cellOf = (plan: ReturnType<typeof planned>, id: string, assignment: string): Cell | undefined =>
  Object.fromEntries(Object.entries(after(some, plan).get(id)?.cells ?? {}))[assignment];

describe('a worksheet that comes back', () => {
  it.each(['en', 'fr', 'pt', 'sw'] as const)(
    'changes nothing as it was made, through a real file in %s',
    async (language) => {
      const texts = await throughFile(made(some, {}, language), language);
      const plan = planned(texts, some, { language });
      expect(countFates(plan.rows)).toEqual({ new: 0, changed: 0, same: 6, unsure: 0, refused: 0 });
      expect(plan.changes).toEqual([]);
    },
  );

  it('brings what was typed into the file, and says what is new and what is changed', async () => {
    const order = learnersInOrder();
    let texts = await throughFile(made(some));
    for (const [column, text] of [
      [mark, '16'],
      [care, ''],
      [form, ''],
    ] as const)
      texts = typed(texts, 0, order.indexOf('e001'), column, text);
    texts = typed(texts, 0, order.indexOf('e002'), state, 'ns');
    texts = typed(texts, 1, order.indexOf('e003'), mark, '33,5');
    const plan = planned(texts, some);
    expect(countFates(plan.rows)).toEqual({ new: 2, changed: 1, same: 3, unsure: 0, refused: 0 });
    expect(cellOf(plan, 'e001', 'essay')?.attempts[0]).toMatchObject({ value: 1600, received: '2026-03-02' });
    expect(cellOf(plan, 'e002', 'essay')?.outcome).toBe('NS');
    expect(cellOf(plan, 'e003', 'log')?.attempts[0]?.value).toBe(3350);
  });

  it('takes a mark, a day and a feedback into the cell that was meant', () => {
    let texts = asRead(made(some));
    const place = learnersInOrder().indexOf('e003');
    texts = typed(texts, 0, place, mark, '12,5');
    texts = typed(texts, 0, place, received, '02/04/2026');
    texts = typed(texts, 0, place, feedback, 'Well argued.');
    const plan = planned(texts, some);
    expect(plan.changes).toHaveLength(1);
    expect(cellOf(plan, 'e003', 'essay')?.attempts[0]).toMatchObject({
      state: 'marked',
      value: 1250,
      received: '2026-04-02',
      feedback: 'Well argued.',
    });
  });

  it('adds criteria up to the mark, and names a mark that says otherwise', () => {
    const place = learnersInOrder().indexOf('e002');
    const criteria = typed(typed(asRead(made(some)), 0, place, care, '10'), 0, place, form, '5.5');
    const plan = planned(criteria, some);
    expect(cellOf(plan, 'e002', 'essay')?.attempts[0]).toMatchObject({
      value: 1550,
      criteria: { care: 1000, form: 550 },
    });
    expect(plan.rows[place]?.changes).toHaveLength(3);
    const other = planned(typed(criteria, 0, place, mark, '12'), some);
    expect(codes(other, place)).toContain('import.reason.mark-not-total');
  });

  it('empties a mark that the file had and now has not', () => {
    const place = learnersInOrder().indexOf('e001');
    let texts = asRead(made(some));
    for (const column of [mark, care, form]) texts = typed(texts, 0, place, column, '');
    const plan = planned(texts, some);
    expect(cellOf(plan, 'e001', 'essay')?.attempts[0]).toEqual({
      state: 'received',
      received: '2026-03-02',
      feedback: 'Good.\nRead “Module 2”, page 7.',
    });
  });

  it.each([
    ['a mark over the maximum', mark, '20.5', 'import.reason.mark-above-maximum'],
    ['text in a number', mark, 'twelve', 'import.reason.mark-not-a-number'],
    ['a mark below zero', mark, '-1', 'import.reason.mark-below-zero'],
    ['a criterion over its maximum', care, '13', 'import.reason.mark-above-maximum'],
    ['a state that is none', state, 'gone', 'import.reason.not-a-state'],
    ['a day before the cohort began', received, '2020-01-01', 'import.reason.received-before-cohort'],
    ['a day that lies in the future', received, '2027-01-01', 'import.reason.date-in-future'],
    ['a day that does not exist', received, '31/02/2026', 'import.reason.date-does-not-exist'],
  ])('names %s, and takes nothing of it', (_, column, text, code) => {
    const place = learnersInOrder().indexOf('e003');
    const plan = planned(typed(asRead(made(some)), 0, place, column, text), some);
    expect(plan.rows[place]?.fate).toBe('refused');
    expect(codes(plan, place)).toContain(code);
    expect(plan.changes).toEqual([]);
  });

  it('names a script received after it was marked', () => {
    const place = learnersInOrder().indexOf('e001');
    const plan = planned(typed(asRead(made(some)), 0, place, received, '2026-03-10'), some);
    expect(codes(plan, place)).toContain('import.reason.received-after-marked');
    expect(plan.changes).toEqual([]);
  });

  it('names a row with a mark and a state', () => {
    const place = learnersInOrder().indexOf('e003');
    const texts = typed(typed(asRead(made(some)), 0, place, mark, '9'), 0, place, state, 'EX');
    expect(codes(planned(texts, some), place)).toContain('import.reason.mark-and-state');
  });

  it('keeps a state typed in the place of the mark where a criterion is emptied beside it', () => {
    const place = learnersInOrder().indexOf('e001');
    const plan = planned(typed(typed(asRead(made(some)), 0, place, mark, 'NS'), 0, place, care, ''), some);
    expect(cellOf(plan, 'e001', 'essay')).toMatchObject({
      outcome: 'NS',
      attempts: [{ value: 1250, criteria: { form: 500 } }],
    });
  });

  it('refuses to change a released mark, and takes the feedback beside it', () => {
    const released = { ...cohort, released: { [small.modules[0]?.id ?? '']: '2026-04-01' } } as typeof cohort;
    const place = learnersInOrder().indexOf('e001');
    const texts = typed(
      typed(asRead(made(some)), 1, place, feedback - 2, 'Come and see me.'),
      0,
      place,
      received,
      '2026-03-01',
    );
    const plan = planned(texts, some, { cohort: released });
    expect(codes(plan, place)).toContain('import.reason.mark-released');
    expect(plan.rows.filter(({ fate }) => fate === 'new')).toHaveLength(1);
  });
});

const learnersInOrder = (): readonly string[] => {
  const [sheet] = made(some);
  const id = sheet?.columns.findIndex(({ title }) => title === '_id') ?? 0;
  return sheet?.rows.map((row) => String(row[id])) ?? [];
};

describe('what was changed here meanwhile', () => {
  const place = learnersInOrder().indexOf('e001');
  const here = sheetsOf({ e001: { essay: marked(1400, { feedback: 'Good.\nRead “Module 2”, page 7.' }) } });
  const texts = asRead(made(some));

  it('is kept where the file did not change it', () => {
    const plan = planned(texts, here);
    expect(plan.changes).toEqual([]);
    expect(plan.rows[place]?.notes.map(({ key }) => key)).toContain('import.note.changed-here');
  });

  it('is shown with both values where the file changed it too, and nothing of the row goes in undecided', () => {
    const both = typed(typed(typed(texts, 0, place, mark, '15'), 0, place, care, ''), 0, place, form, '');
    const plan = planned(typed(both, 0, place, feedback, 'New feedback.'), here);
    expect(plan.rows[place]?.fate).toBe('unsure');
    expect(
      plan.rows[place]?.clashes?.map(({ here: ours, file }) => [ours.values?.['text'], file.values?.['text']]),
    ).toEqual([['14', '15']]);
    expect(plan.changes).toEqual([]);
  });

  it('is replaced or kept as the person decides, and the rest of the row goes in', () => {
    const both = typed(typed(typed(texts, 0, place, mark, '15'), 0, place, care, ''), 0, place, form, '');
    const edited = typed(both, 0, place, feedback, 'New feedback.');
    const line = planned(edited, here).rows[place]?.line ?? 0;
    const valueAfter = (as: 'file' | 'here') => {
      const plan = planned(edited, here, { decisions: { [line]: { as } } });
      const [change] = plan.changes;
      const cells = change?.table === 'sheets' ? Object.values(change.next.cells) : [];
      return cells[0]?.attempts[0];
    };
    expect(valueAfter('file')).toMatchObject({ value: 1500, feedback: 'New feedback.' });
    expect(valueAfter('here')).toMatchObject({ value: 1400, feedback: 'New feedback.' });
  });

  it('is decided cell by cell where a row clashes in several, and waits until each is decided', () => {
    const changed = sheetsOf({ e001: { essay: marked(1400, { feedback: 'Other words here.' }) } });
    const both = typed(typed(typed(texts, 0, place, mark, '15'), 0, place, care, ''), 0, place, form, '');
    const edited = typed(both, 0, place, feedback, 'New feedback.');
    const row = planned(edited, changed).rows[place];
    const [first = '', second = ''] = row?.clashes?.map(({ column }) => column ?? '') ?? [];
    const decided = (columns: Readonly<Record<string, 'file' | 'here'>>) => {
      const plan = planned(edited, changed, { decisions: { [row?.line ?? 0]: { as: 'each', columns } } });
      const [change] = plan.changes;
      const cells = change?.table === 'sheets' ? Object.values(change.next.cells) : [];
      return { fate: plan.rows[place]?.fate, attempt: cells[0]?.attempts[0] };
    };
    expect(decided({ [first]: 'file' })).toEqual({ fate: 'unsure', attempt: undefined });
    expect(decided({ [first]: 'file', [second]: 'here' }).attempt).toMatchObject({
      value: 1500,
      feedback: 'Other words here.',
    });
    expect(decided({ [first]: 'here', [second]: 'file' }).attempt).toMatchObject({
      value: 1400,
      feedback: 'New feedback.',
    });
  });

  it('is no clash where both say the same', () => {
    const same = typed(typed(typed(texts, 0, place, mark, '14'), 0, place, care, ''), 0, place, form, '');
    expect(planned(same, here).rows[place]?.fate).toBe('same');
  });

  it('refuses a mark for an attempt that is over', () => {
    const resubmitted = sheetsOf({
      e001: { essay: { attempts: [...marked(900).attempts, { state: 'awaited' }] } },
    });
    const plan = planned(typed(texts, 0, place, mark, '15'), resubmitted);
    expect(codes(plan, place)).toEqual(['import.reason.worksheet-older-attempt']);
  });
});

describe('a worksheet that does not belong here', () => {
  const texts = asRead(made(some));
  it.each([
    ['of another cohort', texts, { cohort: { ...cohort, id: 'other' as typeof cohort.id } }, 'worksheet-other-cohort'],
    [
      'for an older edition of the assignment',
      texts,
      {
        programme: {
          ...small,
          modules: small.modules.map((module) => ({
            ...module,
            assignments: module.assignments.map((assignment) => ({ ...assignment, max: 2500 })),
          })),
        },
      },
      'worksheet-older-edition',
    ],
    [
      'whose headings were changed',
      texts.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => row.map((cell) => (cell.startsWith('Mark /') ? 'Points' : cell))),
      })),
      {},
      'worksheet-structure',
    ],
    ['whose sorted column mixes the rows', typed(texts, 0, 0, 1, 'Somebody Else'), {}, 'worksheet-row-mixed'],
    ['with a row added', typed(texts, 0, 0, 9, ''), {}, 'worksheet-row-without-id'],
    ['with an unknown learner', typed(texts, 0, 0, 9, 'e999'), {}, 'not-in-cohort'],
    [
      'with a learner twice',
      typed(typed(texts, 0, 1, 9, String(texts[0]?.rows[5]?.[9])), 0, 1, 1, ''),
      {},
      'worksheet-row-mixed',
    ],
  ])('is refused row by row: one %s', (_, sheets, where, code) => {
    const plan = planned(sheets, some, where);
    expect(plan.rows.flatMap(({ reason }) => reason?.key ?? [])).toContain(`import.reason.${code}`);
    expect(plan.changes).toEqual([]);
  });
});

describe('the scope of a worksheet', () => {
  it('is a marker’s scripts, a site, an assignment, and current learners only', () => {
    expect(made(some, { marker: 'Grace' }).map(({ rows }) => rows.length)).toEqual([1, 5]);
    expect(made(some, { site: 'Mongu' }).map(({ rows }) => rows.length)).toEqual([1, 1, 6]);
    expect(made(some, { assignments: ['log'] }).map(({ name }) => name)).toEqual(['M1 Log- a-b', '_fieldcourse']);
    expect(made(some, { site: 'Nowhere' })).toEqual([]);
    expect(learners).toHaveLength(3);
  });
});

describe('any sequence of edits in a worksheet', () => {
  const texts = fc.oneof(
    fc.constantFrom('', '0', '12', '12.5', '20', '7,25', 'NS', 'EX', 'hold', '2026-03-05', '2026-04-30', 'Good.'),
    fc.string({ maxLength: 6 }),
  );
  const edit = fc.record({
    sheet: fc.constantFrom(0, 1),
    learner: fc.integer({ min: 0, max: 2 }),
    column: fc.integer({ min: 3, max: 8 }),
    text: texts,
  });

  it('leads to a workspace whose own worksheet then changes nothing, and the same file again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 10 }), (edits) => {
        const edited = edits.reduce(
          (sheets, { sheet, learner, column, text }) =>
            sheet === 1 && column > 6 ? sheets : typed(sheets, sheet, learner, column, text),
          asRead(made(some)),
        );
        const first = planned(edited, some);
        const then = after(some, first);
        expect(planned(asRead(made(then)), then).changes).toEqual([]);
        expect(planned(edited, then).changes).toEqual([]);
        const touched = new Set(first.changes.map(({ id }): string => id));
        expect(touched.size > 0).toBe(first.rows.some(({ fate }) => fate === 'new' || fate === 'changed'));
      }),
      { numRuns: 300 },
    );
  });
});
