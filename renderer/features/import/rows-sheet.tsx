import './rows-sheet.css';
import type { ReactNode } from 'react';
import type { Decision, Fate, ImportRow } from '#shared/domain/import/import-kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { RowsList } from './rows-list.tsx';
import type { Import } from './use-import.ts';
import { importedCount } from './use-import.ts';

type RowsSheetProps = {
  readonly work: Import;
  readonly shown: Fate | undefined;
  readonly onShow: (fate: Fate | undefined) => void;
};

const sameAsFirst = (row: ImportRow): Decision | undefined => {
  const [first, second] = row.candidates;
  return first === undefined || second !== undefined ? row.decided : { as: 'same', id: first.id };
};

const Bulk = ({ work, rows }: { readonly work: Import; readonly rows: readonly ImportRow[] }): ReactNode => {
  const { t } = useText();
  const lines = rows.map(({ line }) => line);
  const clashing = rows.some(({ clashes = [] }) => clashes.length > 0);
  const decided = work.rows.filter((row) => row.decided !== undefined);
  if (lines.length === 0 && decided.length === 0) return null;
  return (
    <div className="bulk">
      {lines.length > 0 && <span>{t('import.bulk.label', { count: lines.length })}</span>}
      {lines.length > 0 &&
        clashing &&
        (['file', 'here'] as const).map((as) => (
          <Button
            key={as}
            size="tiny"
            onClick={() => work.decide(lines, ({ clashes = [], decided: was }) => (clashes.length > 0 ? { as } : was))}
          >
            {t(`import.bulk.${as}`)}
          </Button>
        ))}
      {lines.length > 0 && !clashing && (
        <>
          {(work.kind === 'learners' || work.kind === 'alumni') && (
            <Button size="tiny" onClick={() => work.decide(lines, () => ({ as: 'new' }))}>
              {t('import.bulk.new')}
            </Button>
          )}
          <Button size="tiny" onClick={() => work.decide(lines, sameAsFirst)}>
            {t('import.bulk.same')}
          </Button>
          <Button size="tiny" onClick={() => work.decide(lines, () => ({ as: 'skip' }))}>
            {t('import.bulk.skip')}
          </Button>
        </>
      )}
      {decided.length > 0 && (
        <Button
          size="tiny"
          kind="plain"
          className="push"
          onClick={() =>
            work.decide(
              decided.map(({ line }) => line),
              () => undefined,
            )
          }
        >
          {t('import.bulk.undecide')}
        </Button>
      )}
    </div>
  );
};

const Go = ({ work }: { readonly work: Import }): ReactNode => {
  const { t } = useText();
  const count = importedCount(work.rows);
  const out = work.rows.filter(({ fate }) => fate === 'unsure' || fate === 'refused').length;
  const writing = work.phase === 'writing';
  return (
    <div className="go">
      <span className="second">
        {out > 0 && `${t('import.staysOut', { count: out })} · `}
        {t('import.snapshotTaken')}
      </span>
      <Button
        kind="first"
        disabled={writing || count === 0 || work.mappingError !== undefined}
        onClick={() => void work.write()}
      >
        {writing ? t('import.importing') : count === 0 ? t('import.goNone') : t(`import.go.${work.kind}`, { count })}
      </Button>
    </div>
  );
};

/** The rows with their fates, the decisions, and the way on. */
export const RowsSheet = ({ work, shown, onShow }: RowsSheetProps): ReactNode => {
  const { t, failure } = useText();
  const rows = shown === undefined ? work.rows : work.rows.filter(({ fate }) => fate === shown);
  const open = work.phase === 'ready' || work.phase === 'writing';
  const undecided = work.rows.filter(({ fate }) => fate === 'unsure');
  return (
    <Sheet title={t('import.steps.rows')} count={t('import.rowCount', { count: rows.length })} className="import-list">
      {work.error !== undefined && <Note tone="bad">{failure(work.error)}</Note>}
      {open && <Bulk work={work} rows={undecided} />}
      {rows.length === 0 && shown !== undefined ? (
        <EmptyState
          sentence={t('import.noneWithFate', { fate: t(`import.fate.${shown}`) })}
          action={<Button onClick={() => onShow(undefined)}>{t('import.showAll')}</Button>}
        />
      ) : (
        <RowsList
          rows={rows}
          kind={work.kind}
          onDecide={open ? (line, decision) => work.decide([line], () => decision) : undefined}
        />
      )}
      {open && <Go work={work} />}
    </Sheet>
  );
};
