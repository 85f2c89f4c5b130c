import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';
import type { AssignmentId } from '../ids.ts';
import type { Attempt, Cell } from '../marks.ts';
import type { Assignment, Module, ProgrammeRules } from '../programmes.ts';
import type { Draw } from './draw.ts';
import { demonstrationStaff } from './records.ts';
import { markedAttempt, passingPercent } from './scripts.ts';

/** What happened to the scripts of one learner in a module that is being marked; it tries every state of a cell. */
export const workKinds = [
  'moderated',
  'marked',
  'no-date',
  'ns',
  'ex',
  'with-24',
  'with-11',
  'received',
  'second',
  'late',
  'too-late',
  'hold',
  'zero',
  'mixed',
] as const;
export type WorkKind = (typeof workKinds)[number];

/** What the cells of a module in work are drawn from. */
export type WorkInput = {
  readonly module: Module;
  readonly rules: ProgrammeRules;
  readonly due: IsoDate;
  readonly today: IsoDate;
  readonly draw: Draw;
  readonly ability: number;
};

type Maker = (input: WorkInput) => {
  readonly marked: (assignment: Assignment, more?: Partial<Attempt>, percent?: number) => Cell;
};

const maker: Maker = ({ rules, due, draw, ability }) => ({
  marked: (assignment, more = {}, percent = passingPercent(draw, ability, rules)) => {
    const received = addDays(due, -draw.whole(0, 5));
    const withMarkerSince = addDays(due, 3);
    const marker = draw.pick(demonstrationStaff.markers);
    const days: Omit<Attempt, 'value' | 'criteria'> = {
      state: 'marked',
      received,
      withMarkerSince,
      marked: addDays(due, draw.whole(8, 20)),
      marker,
    };
    return { attempts: [markedAttempt(assignment, percent, { ...days, ...more }, true)] };
  },
});

const held = (input: WorkInput, days: number): Cell => ({
  attempts: [
    {
      state: 'with-marker',
      received: addDays(input.today, -days - 3),
      withMarkerSince: addDays(input.today, -days),
      marker: days > 21 ? demonstrationStaff.slowMarker : demonstrationStaff.markers[0],
    },
  ],
});

const received = (input: WorkInput): Cell => ({
  attempts: [{ state: 'received', received: addDays(input.due, -input.draw.whole(0, 4)) }],
});

const withoutReceived = (cell: Cell): Cell => ({
  ...cell,
  attempts: cell.attempts.map(({ received: _received, withMarkerSince: _since, ...attempt }) => attempt),
});

const second = (input: WorkInput, assignment: Assignment): Cell => {
  const { marked } = maker(input);
  const first = marked(assignment, { marked: addDays(input.due, 5), returned: addDays(input.due, 7) }, 34);
  const again = marked(
    assignment,
    { received: addDays(input.due, 16), withMarkerSince: addDays(input.due, 17), marked: addDays(input.due, 22) },
    64,
  );
  return { attempts: [...first.attempts, ...again.attempts] };
};

/** The first assignment of the module, by kind; the others are `otherCell`. */
const firstCell = (kind: WorkKind, input: WorkInput, assignment: Assignment): Cell => {
  const { marked } = maker(input);
  switch (kind) {
    case 'with-24':
      return held(input, 24);
    case 'with-11':
    case 'mixed':
      return held(input, 11);
    case 'received':
      return received(input);
    case 'second':
      return second(input, assignment);
    case 'late':
      return marked(assignment, { received: addDays(input.due, 2) }, 71);
    case 'too-late':
      return marked(assignment, { received: addDays(input.due, input.rules.lastLateDay + 2) });
    case 'hold':
      return { ...marked(assignment), outcome: 'HOLD', reason: 'Two pages are missing; asked the site' };
    case 'zero':
      return marked(assignment, {}, 0);
    case 'moderated':
      return marked(assignment, { state: 'moderated' });
    default:
      return marked(assignment);
  }
};

const otherCell = (kind: WorkKind, input: WorkInput, assignment: Assignment): Cell => {
  const { marked } = maker(input);
  switch (kind) {
    case 'ns':
      return { attempts: [], outcome: 'NS' };
    case 'ex':
      return { attempts: [], outcome: 'EX', reason: 'In hospital during the module' };
    case 'zero':
      return { attempts: [], outcome: 'DEF', extendedTo: addDays(input.today, 14), reason: 'Floods closed the road' };
    case 'no-date':
      return withoutReceived(marked(assignment));
    case 'with-24':
      return held(input, 24);
    case 'with-11':
      return held(input, 11);
    case 'received':
    case 'mixed':
      return received(input);
    case 'moderated':
      return marked(assignment, { state: 'moderated' });
    default:
      return marked(assignment);
  }
};

/** The cells of a module that is being marked. */
export const workCells = (kind: WorkKind, input: WorkInput): Readonly<Record<AssignmentId, Cell>> =>
  Object.fromEntries(
    input.module.assignments.map((assignment, index) => [
      assignment.id,
      index === 0 ? firstCell(kind, input, assignment) : otherCell(kind, input, assignment),
    ]),
  );

/** The cells of a module whose scripts are only arriving: most still awaited. */
export const arrivingCells = ({ module, today, draw }: WorkInput): Readonly<Record<AssignmentId, Cell>> => {
  const arrival = (): Cell | undefined => {
    const roll = draw.whole(1, 100);
    if (roll <= 9) {
      const days = {
        received: addDays(today, -9),
        withMarkerSince: addDays(today, -6),
        marker: demonstrationStaff.markers[0],
      };
      return { attempts: [{ state: 'with-marker', ...days }] };
    }
    return roll <= 38 ? { attempts: [{ state: 'received', received: addDays(today, -draw.whole(0, 8)) }] } : undefined;
  };
  const cells = module.assignments.map(({ id }) => [id, arrival()] as const);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== undefined)) as Readonly<Record<AssignmentId, Cell>>;
};
