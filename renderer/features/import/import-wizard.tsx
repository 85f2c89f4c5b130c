import './import.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Fate, ImportKind } from '#shared/domain/import/import-kinds.ts';
import { countFates } from '#shared/domain/import/import-kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { ColumnsSheet } from './columns-sheet.tsx';
import { FateBand } from './fate-band.tsx';
import { FileStep, useChooseFile } from './file-step.tsx';
import { RowsSheet } from './rows-sheet.tsx';
import { SourceChoices } from './source-choices.tsx';
import type { Import } from './use-import.ts';
import { importedCount, useImport } from './use-import.ts';

type ImportWizardProps = { readonly cohortId: string; readonly kind?: ImportKind };

const Result = ({ work, cohortId }: { readonly work: Import; readonly cohortId: string }): ReactNode => {
  const { t } = useText();
  const counts = countFates(work.rows);
  const undone = work.phase === 'undone';
  const place = work.kind === 'learners' ? 'learners' : work.kind === 'marks' ? 'marks' : 'results';
  return (
    <div className="import-result" role="status">
      <Note
        tone={undone ? 'info' : 'ok'}
        actions={
          <>
            {!undone && (
              <Button size="small" onClick={() => void work.takeBack()}>
                {t('import.undo')}
              </Button>
            )}
            <Button size="small" onClick={work.reset}>
              {t('import.another')}
            </Button>
            <Link className="btn small" href={`/cohorts/${cohortId}/${place}`}>
              {t('import.backTo')}
            </Link>
          </>
        }
      >
        {undone
          ? t('import.undone')
          : `${t(`import.done.${work.kind}`, { count: importedCount(work.rows), file: work.opened?.table.name ?? '' })} ${t('import.doneCounts', counts)}`}
      </Note>
    </div>
  );
};

/** The steps after the file, on one page: what was understood, what the columns hold, every row with its fate, and the import. */
const Work = ({ work, cohortId }: { readonly work: Import; readonly cohortId: string }): ReactNode => {
  const { t } = useText();
  const chooseFile = useChooseFile();
  const [shown, setShown] = useState<Fate>();
  const { opened, understood } = work;
  if (opened === undefined || understood === undefined) return null;
  const editable = work.phase === 'ready';
  const past = work.phase === 'done' || work.phase === 'undone';
  const detail = t('import.understoodAs', { count: understood.source.rows.length, line: understood.headerRow + 1 });
  return (
    <div className={past ? 'import-work past' : 'import-work'}>
      {past && <Result work={work} cohortId={cohortId} />}
      <FateBand file={opened.table.name} detail={detail} rows={work.rows} shown={shown} onShow={setShown} past={past}>
        {editable && (
          <div className="choices">
            <SourceChoices
              table={opened.table}
              understood={understood}
              onChoose={work.choose}
              onRead={(csv) => void work.open(opened.path, csv)}
            />
            <Button
              size="tiny"
              kind="plain"
              onClick={() => void chooseFile().then((path) => (path === undefined ? undefined : work.open(path)))}
            >
              {t('import.chooseOther')}
            </Button>
          </div>
        )}
      </FateBand>
      <RowsSheet work={work} shown={shown} onShow={setShown} />
      {!past && (
        <ColumnsSheet
          kind={work.kind}
          programme={opened.content.programme}
          understood={understood}
          error={work.mappingError}
          disabled={!editable}
          onChoose={work.choose}
        />
      )}
    </div>
  );
};

const OneKind = ({
  cohortId,
  kind,
  onKind,
}: {
  readonly cohortId: string;
  readonly kind: ImportKind;
  readonly onKind: (kind: ImportKind) => void;
}): ReactNode => {
  const work = useImport(cohortId, kind);
  if (work.opened === undefined) {
    return (
      <div className="import-start">
        <FileStep
          kind={kind}
          onKind={onKind}
          reading={work.phase === 'reading'}
          error={work.error}
          onFile={(path) => void work.open(path)}
        />
      </div>
    );
  }
  return <Work work={work} cohortId={cohortId} />;
};

/** Imports learners, marks or hours of a cohort from a spreadsheet. */
export const ImportWizard = ({ cohortId, kind = 'learners' }: ImportWizardProps): ReactNode => {
  const [chosen, setChosen] = useState(kind);
  return <OneKind key={`${cohortId} ${chosen}`} cohortId={cohortId} kind={chosen} onKind={setChosen} />;
};
