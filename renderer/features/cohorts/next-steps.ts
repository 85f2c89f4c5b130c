import type { Cohort } from '#shared/domain/cohorts.ts';
import type { ModuleStanding } from '#shared/domain/module-standing.ts';
import { isComplete } from '#shared/domain/module-standing.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import type { IsoDate } from '#shared/lib/dates.ts';

/** What the next steps are found from. */
export type StepFacts = {
  readonly cohort: Pick<Cohort, 'graduation' | 'signatories'>;
  readonly enrolments: readonly Pick<Enrolment, 'baseline'>[];
  readonly current: readonly Pick<Enrolment, 'confirmedName' | 'nameConfirmedOn'>[];
  readonly modules: readonly ModuleStanding[];
  readonly now: number;
  readonly eligible: number;
  readonly enoughHours: number;
  readonly frozen: boolean;
  readonly awaitingCertificate: number;
  readonly today: IsoDate;
};

export type StepKind =
  | 'import-learners'
  | 'key-marks'
  | 'import-marks'
  | 'release'
  | 'baseline'
  | 'names'
  | 'hours'
  | 'signatories'
  | 'freeze'
  | 'graduation'
  | 'certificates';

/** Where a step is taken: another tab, or a part of this page. */
export type StepPlace = 'import' | 'marks' | 'moderation' | 'learners' | 'results' | 'certificates' | 'here';

/** One next step: how many it concerns, of how many where that is said, and in which module. */
export type Step = {
  readonly kind: StepKind;
  readonly place: StepPlace;
  readonly count: number;
  readonly of?: number;
  readonly module?: number;
};

const markSteps = (modules: readonly ModuleStanding[], today: IsoDate): readonly Step[] => {
  const waiting = modules.reduce((sum, { received, withMarker }) => sum + received + withMarker, 0);
  const release = modules.find((module) => module.released === undefined && isComplete(module));
  const overdue = modules.find(
    (module) => module.awaited > 0 && module.released === undefined && module.due.some((date) => date < today),
  );
  return [
    ...(waiting > 0 ? [{ kind: 'key-marks', place: 'marks', count: waiting } as const] : []),
    ...(overdue === undefined
      ? []
      : [
          {
            kind: 'import-marks',
            place: 'import',
            count: overdue.awaited,
            of: overdue.expected,
            module: overdue.module.number,
          } as const,
        ]),
    ...(release === undefined
      ? []
      : [{ kind: 'release', place: 'moderation', count: release.expected, module: release.module.number } as const]),
  ];
};

/** Steps that matter once the last module is being worked on: before that, names and hours are not late. */
const lastSteps = ({ current, enoughHours }: StepFacts): readonly Step[] => {
  const unconfirmed = current.filter(
    ({ confirmedName, nameConfirmedOn }) => confirmedName === undefined || nameConfirmedOn === undefined,
  ).length;
  const short = current.length - enoughHours;
  return [
    ...(unconfirmed > 0 ? [{ kind: 'names', place: 'results', count: unconfirmed, of: current.length } as const] : []),
    ...(short > 0 ? [{ kind: 'hours', place: 'learners', count: short, of: current.length } as const] : []),
  ];
};

/** What is to be done next in a cohort, the most pressing first; empty where all is done. */
export const nextSteps = (facts: StepFacts): readonly Step[] => {
  const { cohort, enrolments, current, modules, now, eligible, frozen, awaitingCertificate, today } = facts;
  if (enrolments.length === 0) return [{ kind: 'import-learners', place: 'import', count: 0 }];
  const without = enrolments.filter(({ baseline }) => baseline === undefined).length;
  return [
    ...(frozen ? [] : markSteps(modules, today)),
    ...(without > 0 ? [{ kind: 'baseline', place: 'learners', count: without, of: enrolments.length } as const] : []),
    ...(!frozen && now >= modules.length ? lastSteps(facts) : []),
    ...(!frozen && eligible > 0
      ? [{ kind: 'freeze', place: 'results', count: eligible, of: current.length } as const]
      : []),
    ...(cohort.signatories.length === 0 ? [{ kind: 'signatories', place: 'here', count: 0 } as const] : []),
    ...(awaitingCertificate > 0
      ? [{ kind: 'certificates', place: 'certificates', count: awaitingCertificate } as const]
      : []),
    ...(frozen && cohort.graduation === undefined ? [{ kind: 'graduation', place: 'here', count: 0 } as const] : []),
  ];
};
