import './import.css';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Fate, ImportKind } from '#shared/domain/import/import-kinds.ts';
import { countFates, importKinds } from '#shared/domain/import/import-kinds.ts';
import type { UnderstoodTable } from '#shared/domain/import/understand-table.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { ColumnsSheet } from './columns-sheet.tsx';
import { EnumeratorSheet } from './enumerator-sheet.tsx';
import { FateBand } from './fate-band.tsx';
import { FileStep, useChooseFile } from './file-step.tsx';
import { RowsSheet } from './rows-sheet.tsx';
import { SourceChoices } from './source-choices.tsx';
import { WorksheetSheet } from './worksheet-sheet.tsx';
import type { Import } from './use-import.ts';
import { importedCount, useImport } from './use-import.ts';

/** Without a cohort only alumni of earlier cycles are imported: their file names its cohorts. */
type ImportWizardProps = { readonly cohortId?: string; readonly kind?: ImportKind };

const Result = ({ work, cohortId }: { readonly work: Import; readonly cohortId: string }): ReactNode => {
  const { t } = useText();
  const counts = countFates(work.rows);
  const undone = work.phase === 'undone';
  const places = {
    learners: 'learners',
    marks: 'marks',
    worksheet: 'marks',
    attendance: 'results',
    'follow-up': 'follow-up',
    alumni: 'follow-up',
  } as const;
  const place = places[work.kind];
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
            <Link className="btn small" href={cohortId === '' ? '/alumni' : `/cohorts/${cohortId}/${place}`}>
              {t(cohortId === '' ? 'import.backToAlumni' : 'import.backTo')}
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

/** Which of the files that say themselves what they are this is; undefined for any other. */
const recognisedAs = (kind: ImportKind, { worksheet, moodle, mapping }: UnderstoodTable) => {
  if (worksheet !== undefined) return 'worksheet';
  if (kind === 'follow-up' && Object.values(mapping).includes('alumnus')) return 'follow-up';
  return moodle === undefined ? undefined : (`moodle-${moodle}` as const);
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
  const { worksheet, source, headerRow } = understood;
  const detail =
    worksheet === undefined
      ? t('import.understoodAs', { count: source.rows.length, line: headerRow + 1 })
      : t('import.understoodWorksheet', { count: source.rows.length });
  const recognised = recognisedAs(work.kind, understood);
  return (
    <div className={past || work.kind === 'worksheet' ? 'import-work past' : 'import-work'}>
      {past && <Result work={work} cohortId={cohortId} />}
      {!past && recognised !== undefined && (
        <div className="import-recognised">
          <Note tone="info">{t(`import.recognised.${recognised}`)}</Note>
        </div>
      )}
      <FateBand file={opened.table.name} detail={detail} rows={work.rows} shown={shown} onShow={setShown} past={past}>
        {editable && (
          <div className="choices">
            {work.kind !== 'worksheet' && (
              <SourceChoices
                table={opened.table}
                understood={understood}
                onChoose={work.choose}
                onRead={(csv) => void work.open(opened.path, csv)}
              />
            )}
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
      {!past && work.kind !== 'worksheet' && (
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

/** What is imported: its kind, whether a person picked it, and a file that was handed over from another kind. */
type Chosen = { readonly kind: ImportKind; readonly picked: boolean; readonly path?: string };

type OneKindProps = {
  readonly cohortId: string;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
};

const OneKind = ({ cohortId, chosen, onChoose }: OneKindProps): ReactNode => {
  const work = useImport(cohortId, chosen, (kind, path) => onChoose({ kind, picked: false, path }));
  const handedOver = useRef(chosen.path);
  useEffect(() => {
    const path = handedOver.current;
    handedOver.current = undefined;
    if (path !== undefined) void work.open(path);
  }, [work]);
  if (work.opened !== undefined) return <Work work={work} cohortId={cohortId} />;
  return (
    <div className="import-start">
      <FileStep
        kind={chosen.kind}
        kinds={cohortId === '' ? ['alumni'] : importKinds.filter((kind) => kind !== 'alumni')}
        onKind={(kind) => onChoose({ kind, picked: true })}
        reading={work.phase === 'reading'}
        error={work.error ?? work.mappingError}
        onFile={(path) => void work.open(path)}
      />
      {(chosen.kind === 'marks' || chosen.kind === 'worksheet') && <WorksheetSheet cohortId={cohortId} />}
      {chosen.kind === 'follow-up' && <EnumeratorSheet cohortId={cohortId} />}
    </div>
  );
};

/**
 * Imports learners, marks, hours, a marker's worksheet or interviews of a cohort from a spreadsheet, and makes the sheets that come back; without a cohort,
 * alumni of earlier cycles.
 */
export const ImportWizard = ({
  cohortId = '',
  kind = cohortId === '' ? 'alumni' : 'learners',
}: ImportWizardProps): ReactNode => {
  const [chosen, setChosen] = useState<Chosen>({ kind, picked: false });
  const { path = '' } = chosen;
  const { t } = useText();
  return (
    <>
      {cohortId === '' && <PageTop title={t('import.titleOf.alumni')} />}
      <OneKind key={`${cohortId} ${chosen.kind} ${path}`} cohortId={cohortId} chosen={chosen} onChoose={setChosen} />
    </>
  );
};
