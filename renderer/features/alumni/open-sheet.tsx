import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CallSheetsDialog } from './call-sheets-dialog.tsx';
import type { OpenWave } from './open-waves.ts';
import { openWaves } from './open-waves.ts';
import { PlanTable } from './plan-table.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { useWaveName } from './wave-name.ts';

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

/** The windows that are open today: shared out among interviewers, and printed as call sheets. */
export const OpenSheet = ({
  lines,
  today,
}: {
  readonly lines: readonly AlumnusLine[];
  readonly today: IsoDate;
}): ReactNode => {
  const { t, compare } = useText();
  const [sharing, setSharing] = useState<OpenWave>();
  const [printing, setPrinting] = useState<OpenWave>();
  const waves = useMemo(() => openWaves(lines, compare), [lines, compare]);
  return (
    <Sheet title={t('alumni.plan.open')} count={waves.length}>
      {waves.length === 0 && <p className="alumnus-none">{t('alumni.plan.none')}</p>}
      {waves.length > 0 && (
        <PlanTable
          title={t('alumni.plan.open')}
          columns={(['cohort', 'wave', 'window', 'toCall', 'callers'] as const).map((column) =>
            t(`alumni.plan.column.${column}`),
          )}
        >
          {waves.map((each) => (
            <OpenRow key={each.key} each={each} onShare={() => setSharing(each)} onPrint={() => setPrinting(each)} />
          ))}
        </PlanTable>
      )}
      {sharing !== undefined && <ShareDialog of={sharing.first} today={today} onClose={() => setSharing(undefined)} />}
      {printing !== undefined && (
        <CallSheetsDialog open={printing} today={today} onClose={() => setPrinting(undefined)} />
      )}
    </Sheet>
  );
};
