import { describe, expect, it } from 'vitest';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import { answerIndicatorIds } from '#shared/domain/outcome-indicators.ts';
import { outcomeBrief } from '#shared/domain/papers/outcome-brief.ts';
import { outcomePaperWords } from '#shared/i18n/outcome-paper-words.ts';

type Stage = 'learner' | 'not-due' | 'lost' | 'silent' | 'answered';

const rowOf = (stage: Stage, index: number, more: Partial<OutcomeRow>): OutcomeRow => ({
  enrolmentId: asId<EnrolmentId>(`${stage}-${String(index)}`),
  cohortId: asId<CohortId>('c'),
  cycle: '1',
  country: 'ZM',
  sex: 'female',
  ageBand: '25-39',
  baseline: 'unpaid-volunteer',
  awarded: stage !== 'learner',
  waves:
    stage === 'learner' || stage === 'not-due'
      ? []
      : [
          {
            offsetMonths: 18,
            lost: stage === 'lost',
            complete: stage === 'answered',
            answers: stage === 'answered' ? { sameCommunity: 'yes' } : {},
          },
        ],
  ...more,
});

const people = (counts: Partial<Record<Stage, number>>, more: Partial<OutcomeRow> = {}): readonly OutcomeRow[] =>
  (Object.entries(counts) as readonly (readonly [Stage, number])[]).flatMap(([stage, count]) =>
    Array.from({ length: count }, (_, index) => rowOf(stage, index, more)),
  );

const flowOf = (rows: readonly OutcomeRow[], filter: { readonly country?: string } = {}) =>
  outcomes(rows, { cycle: '1', offsetMonths: 18, ...filter }).flow;

describe('the flow of a narrow selection', () => {
  it('hides every step of one to four people', () => {
    const flow = flowOf(people({ learner: 20, silent: 2, answered: 2 }));
    expect(flow).toMatchObject({ enrolled: 24, awarded: null, followed: null, responded: null, known: null, lost: 0 });
    expect(flow.volunteers).toBeNull();
  });

  it('hides one to four deceased or opted out, and the not yet due by whom they could be worked out', () => {
    expect(flowOf(people({ 'not-due': 9, lost: 3, answered: 20 }))).toMatchObject({
      awarded: 32,
      lost: null,
      notYetDue: null,
      followed: 20,
    });
    expect(flowOf(people({ 'not-due': 9, lost: 6, answered: 20 }))).toMatchObject({ lost: 6, notYetDue: 9 });
  });

  it('hides one to four without a baseline', () => {
    const { baseline: _baseline, ...none } = rowOf('answered', 99, {});
    expect(flowOf([...people({ answered: 20 }), none])).toMatchObject({ baselineMissing: null, volunteers: 20 });
  });

  it('hides the interviewed of a country by whom those of another country could be worked out', () => {
    const rows = [...people({ silent: 10, answered: 30 }), ...people({ silent: 10, answered: 3 }, { country: 'LS' })];
    expect(flowOf(rows)).toMatchObject({ responded: 33 });
    expect(flowOf(rows, { country: 'ZM' })).toMatchObject({ followed: 40, responded: null });
  });

  it('is hidden in the brief too', () => {
    const report = outcomes(people({ lost: 3, silent: 4, answered: 20 }), { cycle: '1', offsetMonths: 18 });
    const brief = outcomeBrief(
      {
        workspace: 'Test',
        demonstration: false,
        on: '2026-05-25',
        sections: [{ ids: answerIndicatorIds, report }],
      },
      outcomePaperWords('en'),
    );
    expect(JSON.stringify(brief)).toContain('Fewer than 5 had died or opted out.');
    expect(JSON.stringify(brief)).not.toContain('3 had died');
  });
});
