import type { ReactNode } from 'react';
import type { Clash, Decision, ImportRow } from '#shared/domain/import/import-kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Sides = Readonly<Record<string, 'file' | 'here'>>;
type OwnClash = Clash & { readonly column: string };

/** The clashes of a row that are decided one by one: where there are several, each for itself. */
export const ownClashes = ({ clashes = [] }: ImportRow): readonly OwnClash[] => {
  const own = clashes.flatMap((clash) => (clash.column === undefined ? [] : [{ ...clash, column: clash.column }]));
  return own.length > 1 ? own : [];
};

const sidesOf = ({ decided }: ImportRow, clashes: readonly OwnClash[]): Sides => {
  if (decided?.as === 'each') return decided.columns;
  if (decided?.as !== 'file' && decided?.as !== 'here') return {};
  return Object.fromEntries(clashes.map(({ column }) => [column, decided.as]));
};

/** The two choices of each clash of a row; what was decided for all rows stands for each. The one chosen is pressed, pressing it again takes it back. */
export const ClashButtons = ({
  row,
  clashes,
  onDecide,
}: {
  readonly row: ImportRow;
  readonly clashes: readonly OwnClash[];
  readonly onDecide: (decision: Decision | undefined) => void;
}): ReactNode => {
  const { t, say } = useText();
  const sides = sidesOf(row, clashes);
  const decide = (column: string, side: 'file' | 'here'): void => {
    const { [column]: before, ...others } = sides;
    const columns: Sides = before === side ? others : { ...others, [column]: side };
    onDecide(Object.keys(columns).length === 0 ? undefined : { as: 'each', columns });
  };
  return clashes.map(({ column, field }) => (
    <span key={column} className="decide" role="group" aria-label={`${t('import.decide')}: ${row.name}, ${say(field)}`}>
      <span className="decide-field">{say(field)}</span>
      {(['file', 'here'] as const).map((side) => (
        <Button
          key={side}
          size="tiny"
          className={sides[column] === side ? 'chosen' : ''}
          aria-pressed={sides[column] === side}
          onClick={() => decide(column, side)}
        >
          {t(`import.decision.${side}`)}
        </Button>
      ))}
    </span>
  ));
};
