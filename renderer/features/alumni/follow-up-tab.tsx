import './alumni.css';
import './follow-up-tab.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { CohortId } from '#shared/domain/ids.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import { runExport } from '#renderer/db/repositories/exports.ts';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import { listAlumni } from '#renderer/db/repositories/follow-ups.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today as clockToday } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { callAddress } from './due-filters.ts';
import { StateTag } from './state-tag.tsx';
import { Tries } from './tries.tsx';
import { useWaveName } from './wave-name.ts';

const useListExport = (cohortId: CohortId): { readonly save: () => void; readonly saving: boolean } => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [saving, setSaving] = useState(false);
  const run = async (): Promise<void> => {
    const path = await desktop.filesChooseSave({
      title: t('alumni.export.title'),
      name: `${t('alumni.export.name')}.xlsx`,
      filters: [
        { name: t('alumni.export.xlsx'), extensions: ['xlsx'] },
        { name: t('alumni.export.csv'), extensions: ['csv'] },
      ],
    });
    if (path === null) return;
    setSaving(true);
    const written = await runExport({ kind: 'follow-up', cohortId, path });
    setSaving(false);
    tell(
      written.ok
        ? { tone: 'ok', text: t('alumni.export.saved', { file: path }) }
        : { tone: 'bad', text: failure(written.error) },
    );
  };
  return { save: () => void run(), saving };
};

type Alumnus = {
  readonly name: string;
  readonly phone: string | undefined;
  readonly waves: ReadonlyMap<number, AlumnusLine>;
};

const alumniOf = (lines: readonly AlumnusLine[], compare: (a: string, b: string) => number): readonly Alumnus[] =>
  [...groupBy(lines, ({ enrolmentId }) => enrolmentId).values()]
    .map((own) => ({
      name: own[0]?.name ?? '',
      phone: own[0]?.phone,
      waves: new Map(own.map((line) => [line.wave.offsetMonths, line])),
    }))
    .toSorted((a, b) => compare(a.name, b.name));

const WaveHead = ({
  offsetMonths,
  lines,
}: {
  readonly offsetMonths: number;
  readonly lines: readonly AlumnusLine[];
}): ReactNode => {
  const { t, formatDate } = useText();
  const waveName = useWaveName();
  const own = lines.filter(({ wave }) => wave.offsetMonths === offsetMonths);
  const complete = own.filter(({ status }) => status === 'complete').length;
  const [first] = own;
  return (
    <th scope="col">
      {waveName({ offsetMonths })}
      <small>
        {first !== undefined && `${formatDate(first.opens, 'short')} – ${formatDate(first.closes)}`}
        <br />
        {t('alumni.tab.complete', { count: complete, total: own.length })}
      </small>
    </th>
  );
};

const WaveCell = ({ line }: { readonly line: AlumnusLine | undefined }): ReactNode => {
  const { t } = useText();
  if (line === undefined) return <td className="quiet">–</td>;
  const reachable = line.callable || line.status === 'complete';
  return (
    <td>
      <span className="wave-cell">
        {reachable ? (
          <Link href={callAddress(line)}>
            <span className="vh">{line.name}</span> <StateTag line={line} />
          </Link>
        ) : (
          <StateTag line={line} />
        )}
        {line.answered > 0 && <small>{t('alumni.tab.answers', { count: line.answered })}</small>}
        {line.answered === 0 && line.tries.length > 0 && <Tries tries={line.tries} needed={line.attemptsNeeded} />}
      </span>
    </td>
  );
};

const TabTable = ({ lines }: { readonly lines: readonly AlumnusLine[] }): ReactNode => {
  const { t, compare } = useText();
  const offsets = useMemo(
    () => [...new Set(lines.map(({ wave }) => wave.offsetMonths))].sort((a, b) => a - b),
    [lines],
  );
  const alumni = useMemo(() => alumniOf(lines, compare), [lines, compare]);
  return (
    <div className="tab-scroll" tabIndex={0} role="group" aria-label={t('alumni.tab.table')}>
      <table className="list tab-table">
        <caption className="vh">{t('alumni.tab.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('alumni.column.name')}</th>
            <th scope="col">{t('alumni.column.phone')}</th>
            {offsets.map((offsetMonths) => (
              <WaveHead key={offsetMonths} offsetMonths={offsetMonths} lines={lines} />
            ))}
          </tr>
        </thead>
        <tbody>
          {alumni.map(({ name, phone, waves }) => (
            <tr key={waves.values().next().value?.enrolmentId ?? name}>
              <th scope="row" className="cut" title={name}>
                {name}
              </th>
              <td className="nowrap">{phone ?? '–'}</td>
              {offsets.map((offsetMonths) => (
                <WaveCell key={offsetMonths} line={waves.get(offsetMonths)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** What became of this cohort: every alumnus in every wave. */
export const FollowUpTab = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const { t } = useText();
  const today = clockToday();
  const lines = useLive(() => listAlumni({ today, cohortId }), [today, cohortId]);
  const { save, saving } = useListExport(cohortId);
  if (lines === undefined) return null;
  if (lines.length === 0)
    return (
      <EmptyState
        sentence={t('alumni.tab.empty')}
        action={
          <Link className="btn" href={`/cohorts/${cohortId}/results`}>
            {t('alumni.tab.emptyAction')}
          </Link>
        }
      />
    );
  const count = new Set(lines.map(({ enrolmentId }) => enrolmentId)).size;
  return (
    <div className="follow-up-tab">
      <Sheet
        title={t('alumni.tab.title')}
        count={t('alumni.tab.alumni', { count })}
        actions={
          <>
            <Link className="btn small" href={`/cohorts/${cohortId}/import/follow-up`}>
              {t('import.enumerator.link')}
            </Link>
            <Button kind="first" size="small" disabled={saving} onClick={save}>
              <Icon name="export" /> {t('alumni.tab.export')}
            </Button>
          </>
        }
      >
        <TabTable lines={lines} />
      </Sheet>
    </div>
  );
};
