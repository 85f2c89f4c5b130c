import { asId } from '#shared/domain/ids.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import { defaultModerationRules } from '#shared/domain/moderation-rules.ts';
import type { SampleDraw, Script } from '#shared/domain/moderation-sample.ts';
import { assignment } from '../domain/sheet-builders.ts';

/** An essay of 40 with the pass mark at 20, drawn by the default rules. */
export const essay = assignment(1, 40, 60);
export const draw = (seed = 7): SampleDraw => ({
  assignment: essay,
  passMark: 5000,
  rules: defaultModerationRules,
  seed,
});

export const enrolment = (number: number): EnrolmentId => asId(`e${String(number).padStart(4, '0')}`);

export const script = (number: number, value: number, more: Partial<Script> = {}): Script => ({
  enrolmentId: enrolment(number),
  value,
  marker: 'T. Kgosi (demonstration)',
  state: 'marked',
  missesCriterion: false,
  ...more,
});

/** So many good scripts, all alike but one that is the highest. */
export const goodScripts = (count: number): readonly Script[] =>
  Array.from({ length: count }, (_, index) => script(index, index === 0 ? 3000 : 2900));
