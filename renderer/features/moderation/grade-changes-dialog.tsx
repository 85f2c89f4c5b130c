import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { GradeChangeLine } from '#shared/domain/exports/grade-changes-export.ts';
import { loadGradeChanges, writeGradeChanges } from '#renderer/db/repositories/moderation-papers.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Kind = 'pdf' | 'table';

const useSave = (cohort: Cohort, onClose: () => void) => {
  const { t, language, failure } = useText();
  const { tell } = useNotices();
  const [error, setError] = useState<string>();
  const save = async (kind: Kind): Promise<void> => {
    const name = t('moderation.changes.name', { cohort: cohort.code });
    const path = await desktop.filesChooseSave({
      title: t('moderation.changes.saveTitle'),
      name: `${name}.${kind === 'pdf' ? 'pdf' : 'xlsx'}`,
      filters:
        kind === 'pdf'
          ? [{ name: t('moderation.print.pdf'), extensions: ['pdf'] }]
          : [
              { name: t('moderation.changes.xlsx'), extensions: ['xlsx'] },
              { name: t('moderation.changes.csv'), extensions: ['csv'] },
            ],
    });
    if (path === null) return;
    const written = await writeGradeChanges(cohort.id, { path, language, today: today() });
    if (!written.ok) return setError(failure(written.error));
    tell({ tone: 'ok', text: t('moderation.changes.saved', { file: written.value.path }) });
    onClose();
  };
  return { save: (kind: Kind) => void save(kind), error };
};

const columns = ['when', 'learner', 'assignment', 'from', 'to', 'reason', 'by', 'device'] as const;
const numeric: ReadonlySet<string> = new Set(['from', 'to']);

const ChangesTable = ({
  lines,
  cohort,
}: {
  readonly lines: readonly GradeChangeLine[];
  readonly cohort: Cohort;
}): ReactNode => {
  const { t } = useText();
  const label = t('moderation.changes.title', { cohort: cohort.code });
  return (
    <div className="changes-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="list" aria-label={label}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={numeric.has(name) ? 'num' : ''}>
                {t(`moderation.changes.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.toReversed().map((line, index) => (
            <tr key={index}>
              <td className="nowrap">{line.when}</td>
              <th scope="row">
                <span lang="und">{line.learner}</span>
              </th>
              <td>{line.assignment}</td>
              <td className="num">{line.from}</td>
              <td className="num">{line.to}</td>
              <td title={line.details}>{line.reason === '' ? line.details : line.reason}</td>
              <td>{line.by}</td>
              <td className="serial">{line.device.slice(0, 8)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Every change of a released mark of the cohort, the latest first, to be read here or saved. */
export const GradeChangesDialog = ({
  cohort,
  onClose,
}: {
  readonly cohort: Cohort;
  readonly onClose: () => void;
}): ReactNode => {
  const { t, language } = useText();
  const lines = useLive(() => loadGradeChanges(cohort.id, language), [cohort.id, language]);
  const { save, error } = useSave(cohort, onClose);
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={t('moderation.changes.title', { cohort: cohort.code })}
      footer={
        <>
          <Button onClick={onClose}>{t('moderation.changes.close')}</Button>
          <Button disabled={lines === undefined} onClick={() => save('table')}>
            {t('moderation.changes.saveTable')}
          </Button>
          <Button kind="first" disabled={lines === undefined} onClick={() => save('pdf')}>
            {t('moderation.changes.savePdf')}
          </Button>
        </>
      }
    >
      {lines === undefined ? (
        <p className="second">{t('moderation.changes.reading')}</p>
      ) : (
        <>
          <p className="second">
            {lines.length === 0 ? t('moderation.changes.none') : t('moderation.changes.count', { count: lines.length })}
          </p>
          {lines.length > 0 && <ChangesTable lines={lines} cohort={cohort} />}
        </>
      )}
      {error !== undefined && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
};
