import './alumni.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { listRecords } from '#renderer/db/records.ts';
import type { AlumnusLine } from '#renderer/db/repositories/follow-ups.ts';
import { listAlumni } from '#renderer/db/repositories/follow-ups.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today as clockToday } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { AlumniPlaces } from '#renderer/ui/alumni-places.tsx';
import { CallSheetsDialog } from './call-sheets-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import type { OpenWave } from './open-waves.ts';
import { openWaves } from './open-waves.ts';
import { useWaveName } from './wave-name.ts';
import { WavesDialog } from './waves-dialog.tsx';

const Waves = ({ programmes }: { readonly programmes: readonly ProgrammeVersion[] }): ReactNode => {
  const { t, language, formatDate } = useText();
  const waveName = useWaveName();
  const [editing, setEditing] = useState<ProgrammeVersion>();
  return (
    <Sheet title={t('alumni.waves.title')}>
      <table className="list plan-table">
        <caption className="vh">{t('alumni.waves.title')}</caption>
        <thead>
          <tr>
            {(['programme', 'waves', 'window', 'attempts', 'setBy'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`alumni.waves.column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="vh">{t('alumni.plan.column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {programmes.map((programme) => {
            const { rules } = programme;
            const name = `${inLanguage(programme.title, language)} · ${programme.version}`;
            return (
              <tr key={programme.id}>
                <th scope="row">{name}</th>
                <td>{rules.waves.map(waveName).join(', ')}</td>
                <td>{t('alumni.waves.windowOf', { before: rules.waveDaysBefore, after: rules.waveDaysAfter })}</td>
                <td>{t('alumni.waves.attemptsOf', { count: rules.attemptsBeforeUnreachable })}</td>
                <td className="second">
                  {t('alumni.waves.setBy', { name: programme.rulesSetBy, date: formatDate(programme.rulesSetOn) })}
                </td>
                <td>
                  <Button
                    size="small"
                    aria-label={t('alumni.waves.editOf', { name })}
                    onClick={() => setEditing(programme)}
                  >
                    {t('alumni.waves.edit')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {editing !== undefined && <WavesDialog programme={editing} onClose={() => setEditing(undefined)} />}
    </Sheet>
  );
};

type OpenRowProps = { readonly each: OpenWave; readonly onShare: () => void; readonly onPrint: () => void };

const OpenRow = ({ each: { first, toCall, loads }, onShare, onPrint }: OpenRowProps): ReactNode => {
  const { t, formatDate } = useText();
  const waveName = useWaveName();
  const of = { cohort: first.cohortCode, wave: waveName(first.wave) };
  const nobody = toCall.length === 0;
  const words = loads.map(([name, count]) =>
    name === '' ? t('alumni.plan.nobodys', { count }) : t('alumni.plan.load', { name, count }),
  );
  return (
    <tr>
      <th scope="row">{of.cohort}</th>
      <td>{of.wave}</td>
      <td className="nowrap">
        {formatDate(first.opens, 'short')} – {formatDate(first.closes)}
      </td>
      <td>{toCall.length}</td>
      <td>{words.join(' · ')}</td>
      <td className="plan-actions">
        <Button size="small" disabled={nobody} aria-label={t('alumni.plan.shareOf', of)} onClick={onShare}>
          {t('alumni.plan.share')}
        </Button>
        <Button size="small" disabled={nobody} aria-label={t('alumni.plan.sheetsOf', of)} onClick={onPrint}>
          {t('alumni.plan.sheets')}
        </Button>
      </td>
    </tr>
  );
};

const Open = ({ lines, today }: { readonly lines: readonly AlumnusLine[]; readonly today: IsoDate }): ReactNode => {
  const { t } = useText();
  const [sharing, setSharing] = useState<OpenWave>();
  const [printing, setPrinting] = useState<OpenWave>();
  const waves = useMemo(() => openWaves(lines), [lines]);
  return (
    <Sheet title={t('alumni.plan.open')} count={waves.length}>
      {waves.length === 0 && <p className="alumnus-none">{t('alumni.plan.none')}</p>}
      {waves.length > 0 && (
        <table className="list plan-table">
          <caption className="vh">{t('alumni.plan.open')}</caption>
          <thead>
            <tr>
              {(['cohort', 'wave', 'window', 'toCall', 'callers'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`alumni.plan.column.${column}`)}
                </th>
              ))}
              <th scope="col">
                <span className="vh">{t('alumni.plan.column.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {waves.map((each) => (
              <OpenRow key={each.key} each={each} onShare={() => setSharing(each)} onPrint={() => setPrinting(each)} />
            ))}
          </tbody>
        </table>
      )}
      {sharing !== undefined && <ShareDialog open={sharing} today={today} onClose={() => setSharing(undefined)} />}
      {printing !== undefined && (
        <CallSheetsDialog open={printing} today={today} onClose={() => setPrinting(undefined)} />
      )}
    </Sheet>
  );
};

/** When alumni are called, and by whom: the waves of each programme version, and the open ones shared out among interviewers. */
export const PlanPage = (): ReactNode => {
  const { t } = useText();
  const today = clockToday();
  const programmes = useLive(() => listRecords('programmes'), []);
  const lines = useLive(() => listAlumni({ today }), [today]);
  if (programmes === undefined || lines === undefined) return <PageTop title={t('alumni.places.plan')} />;
  return (
    <div className="alumni">
      <PageTop title={t('alumni.places.plan')} />
      <AlumniPlaces here="plan" />
      <div className="plan-sheets">
        <Open lines={lines} today={today} />
        <Waves programmes={programmes} />
      </div>
    </div>
  );
};
