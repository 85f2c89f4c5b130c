import type { ReactNode } from 'react';
import type { Decision, ImportKind, ImportRow } from '#shared/domain/import/import-kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';

type DecideProps = {
  readonly row: ImportRow;
  readonly kind: ImportKind;
  readonly onDecide: (decision: Decision | undefined) => void;
};

const isSame = (a: Decision | undefined, b: Decision): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The choices of an unsure row; the one chosen is pressed, pressing it again takes it back. Marks cannot make a new person. */
export const DecideButtons = ({ row, kind, onDecide }: DecideProps): ReactNode => {
  const { t, say } = useText();
  const clashes = (row.clashes ?? []).length > 0;
  const choices: readonly { readonly decision: Decision; readonly label: string }[] = clashes
    ? (['file', 'here'] as const).map((as) => ({ decision: { as }, label: t(`import.decision.${as}`) }))
    : [
        ...row.candidates.map(({ id, name, details }) => ({
          decision: { as: 'same' as const, id },
          // Two of one name are told apart by their number or birth date.
          label:
            row.candidates.length === 1
              ? t('import.decision.sameShort')
              : t('import.decision.same', { name: details[0] === undefined ? name : say(details[0]) }),
        })),
        ...(kind === 'learners' || kind === 'alumni'
          ? [{ decision: { as: 'new' as const }, label: t('import.decision.new') }]
          : []),
        { decision: { as: 'skip' as const }, label: t('import.decision.skip') },
      ];
  const shown =
    !clashes && row.candidates.length === 0 && row.decided !== undefined
      ? [
          {
            decision: row.decided,
            label: t(
              `import.decision.${row.decided.as === 'new' ? 'new' : row.decided.as === 'same' ? 'sameShort' : 'skip'}`,
            ),
          },
        ]
      : choices;
  return (
    <span className="decide" role="group" aria-label={`${t('import.decide')}: ${row.name}`}>
      {shown.map(({ decision, label }) => {
        const pressed = isSame(row.decided, decision);
        return (
          <Button
            key={JSON.stringify(decision)}
            size="tiny"
            className={pressed ? 'chosen' : ''}
            aria-pressed={pressed}
            onClick={() => onDecide(pressed ? undefined : decision)}
          >
            {label}
          </Button>
        );
      })}
    </span>
  );
};
