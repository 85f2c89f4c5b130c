import type { ModuleId } from '#shared/domain/ids.ts';
import type { LearnerResult, TenthsOfPercent } from '#shared/domain/module-results.ts';
import type { Assignment, Module } from '#shared/domain/programmes.ts';

/** A column that can be reached: an assignment's marks, or a computed figure of a module or of all. */
export type GridColumn =
  | {
      readonly kind: 'assignment';
      readonly module: Module;
      readonly assignment: Assignment;
      readonly width: number;
      readonly first: boolean;
    }
  | { readonly kind: 'so-far' | 'final'; readonly module: Module; readonly width: number; readonly first: boolean }
  | { readonly kind: 'overall'; readonly width: number; readonly first: true };

/** The columns of one module under their common heading. */
export type ColumnGroup = {
  readonly module: Module;
  readonly folded: boolean;
  readonly from: number;
  readonly count: number;
  readonly width: number;
};

/** `lefts`: where each column begins, in px from the left edge of the grid with its names. */
export type ColumnPlan = {
  readonly who: number;
  readonly columns: readonly GridColumn[];
  readonly lefts: readonly number[];
  readonly groups: readonly ColumnGroup[];
  readonly width: number;
};

const widths = {
  who: 200,
  first: 80,
  assignment: 68,
  soFar: 48,
  final: 56,
  folded: 84,
  overall: 68,
  mostWho: 288,
  mostExtra: 32,
} as const;

const columnsOf = (module: Module, folded: boolean): readonly GridColumn[] => {
  if (folded) return [{ kind: 'final', module, width: widths.folded, first: true }];
  return [
    ...module.assignments.map((assignment, index): GridColumn => ({
      kind: 'assignment',
      module,
      assignment,
      width: index === 0 ? widths.first : widths.assignment,
      first: index === 0,
    })),
    { kind: 'so-far', module, width: widths.soFar, first: module.assignments.length === 0 },
    { kind: 'final', module, width: widths.final, first: false },
  ];
};

const widthOf = (columns: readonly GridColumn[]): number => columns.reduce((sum, column) => sum + column.width, 0);

/** Room that is left over goes to the assignments first, then to the names. */
const spread = (
  columns: readonly GridColumn[],
  room: number,
): { readonly columns: readonly GridColumn[]; readonly who: number } => {
  const growing = columns.filter(({ kind }) => kind === 'assignment' || kind === 'overall').length;
  const extra = growing === 0 ? 0 : Math.max(0, Math.min(widths.mostExtra, Math.floor(room / growing)));
  const wider = columns.map((column) =>
    column.kind === 'assignment' || column.kind === 'overall' ? { ...column, width: column.width + extra } : column,
  );
  const left = Math.max(0, room - extra * growing);
  return { columns: wider, who: Math.min(widths.mostWho, widths.who + left) };
};

/** Tells columns apart, whatever is folded and however wide they are. */
export const columnKey = (column: GridColumn): string => {
  if (column.kind === 'assignment') return column.assignment.id;
  return column.kind === 'overall' ? 'overall' : `${column.kind} ${column.module.id}`;
};

/** The class that gives a cell the width of its column; columns of a class are equally wide. One class, because a style of its own makes each cell slow. */
export const widthClass = ({ kind, first }: GridColumn): string => {
  if (kind === 'assignment') return first ? 'w-first' : 'w-next';
  return kind === 'final' && first ? 'w-folded' : `w-${kind}`;
};

/** The widths of the classes, as custom properties. */
export const widthsOf = ({ columns }: ColumnPlan): Readonly<Record<string, string>> =>
  Object.fromEntries(columns.map((column) => [`--${widthClass(column)}`, `${column.width}px`]));

/** The figure of a computed column among a learner's results, in tenths of a per cent. */
export const figureIn = (
  column: Exclude<GridColumn, { kind: 'assignment' }>,
  result: LearnerResult,
): TenthsOfPercent | undefined => {
  if (column.kind === 'overall') return result.overall;
  const module = result.modules.find((one) => one.module.id === column.module.id);
  return column.kind === 'final' ? module?.final : module?.soFar;
};

/** Where each column begins when the first begins at `left`. */
const leftsOf = (columns: readonly GridColumn[], left: number): readonly number[] => {
  let next = left;
  return columns.map(({ width }) => {
    const own = next;
    next += width;
    return own;
  });
};

/** The first and the last column between two places of the grid (px), with `spare` more at either side. */
export const columnsBetween = (
  { columns, lefts }: ColumnPlan,
  from: number,
  to: number,
  spare: number,
): { readonly first: number; readonly last: number } => {
  const after = lefts.findIndex((left, index) => left + (columns[index]?.width ?? 0) > from);
  const beyond = lefts.findIndex((left) => left >= to);
  return {
    first: Math.max(0, (after < 0 ? columns.length : after) - spare),
    last: Math.min(columns.length - 1, (beyond < 0 ? columns.length : beyond) - 1 + spare),
  };
};

/** Lays the columns out in the given width (px); a grid of more columns is wider and scrolls. */
export const planColumns = (
  modules: readonly Module[],
  folded: ReadonlySet<ModuleId>,
  available: number,
): ColumnPlan => {
  const bare = [
    ...modules.flatMap((module) => columnsOf(module, folded.has(module.id))),
    { kind: 'overall', width: widths.overall, first: true } as const,
  ];
  const { columns, who } = spread(bare, available - widths.who - widthOf(bare));
  let from = 0;
  const groups = modules.map((module): ColumnGroup => {
    const isFolded = folded.has(module.id);
    const count = isFolded ? 1 : module.assignments.length + 2;
    const group = { module, folded: isFolded, from, count, width: widthOf(columns.slice(from, from + count)) };
    from += count;
    return group;
  });
  return { who, columns, lefts: leftsOf(columns, who), groups, width: who + widthOf(columns) };
};

/**
 * Which modules to fold, besides those folded already, so that the grid fits: the ones with the least to do. `urgency` is higher for modules that
 * are worked on now.
 */
export const foldToFit = (
  modules: readonly Module[],
  available: number,
  urgency: (module: Module) => number,
  already: ReadonlySet<ModuleId> = new Set(),
): ReadonlySet<ModuleId> => {
  const folded = new Set(already);
  const calmest = modules
    .map((module, index) => ({ module, index }))
    .sort((a, b) => urgency(a.module) - urgency(b.module) || b.index - a.index);
  for (const { module } of calmest) {
    const total =
      widths.who + widths.overall + modules.reduce((sum, one) => sum + widthOf(columnsOf(one, folded.has(one.id))), 0);
    if (total <= available || folded.size >= modules.length - 1) break;
    folded.add(module.id);
  }
  return folded;
};
