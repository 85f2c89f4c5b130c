import type { ReactNode } from 'react';
import { useState } from 'react';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { ComingWave } from '#renderer/db/repositories/call-plans.ts';
import { comingWaves } from '#renderer/db/repositories/call-plans.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { PlanTable } from './plan-table.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { useWaveName } from './wave-name.ts';

/** So far ahead a window can be shared out. */
const daysAhead = 120;

const ComingRow = ({ each, onShare }: { readonly each: ComingWave; readonly onShare: () => void }): ReactNode => {
  const { t, formatDate, compare } = useText();
  const waveName = useWaveName();
  const { cohortCode, wave, opens, closes, alumni, loads } = each;
  const words = [...loads]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([name, count]) => t('alumni.plan.load', { name, count }));
  return (
    <tr>
      <th scope="row">{cohortCode}</th>
      <td>{waveName(wave)}</td>
      <td className="nowrap">
        {formatDate(opens, 'short')} – {formatDate(closes)}
      </td>
      <td>{alumni}</td>
      <td>{loads.size === 0 ? t('alumni.plan.notShared') : words.join(' · ')}</td>
      <td className="plan-actions">
        <Button
          size="small"
          aria-label={t('alumni.plan.shareOf', { cohort: cohortCode, wave: waveName(wave) })}
          onClick={onShare}
        >
          {t('alumni.plan.share')}
        </Button>
      </td>
    </tr>
  );
};

/** The windows that open soon: who will call can be settled before the first day. */
export const ComingSheet = ({ today }: { readonly today: IsoDate }): ReactNode => {
  const { t } = useText();
  const [sharing, setSharing] = useState<ComingWave>();
  const waves = useLive(() => comingWaves(today, daysAhead), [today]);
  if (waves === undefined) return null;
  return (
    <Sheet title={t('alumni.plan.coming')} count={waves.length}>
      {waves.length === 0 && <p className="alumnus-none">{t('alumni.plan.comingNone', { count: daysAhead })}</p>}
      {waves.length > 0 && (
        <PlanTable
          title={t('alumni.plan.coming')}
          columns={(['cohort', 'wave', 'window', 'alumni', 'callers'] as const).map((column) =>
            t(`alumni.plan.column.${column}`),
          )}
        >
          {waves.map((each) => (
            <ComingRow key={`${each.cohortId}:${each.wave.id}`} each={each} onShare={() => setSharing(each)} />
          ))}
        </PlanTable>
      )}
      {sharing !== undefined && <ShareDialog of={sharing} today={today} onClose={() => setSharing(undefined)} />}
    </Sheet>
  );
};
