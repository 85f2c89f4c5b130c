import './alumni.css';
import './plan-page.css';
import type { ReactNode } from 'react';
import { listRecords } from '#renderer/db/records.ts';
import { listAlumni } from '#renderer/db/repositories/follow-ups.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today as clockToday } from '#renderer/desktop/clock.ts';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { AlumniPlaces } from '#renderer/ui/alumni-places.tsx';
import { ComingSheet } from './coming-sheet.tsx';
import { OpenSheet } from './open-sheet.tsx';
import { ProgrammeWaves } from './programme-waves.tsx';

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
        <OpenSheet lines={lines} today={today} />
        <ComingSheet today={today} />
        <ProgrammeWaves programmes={programmes} />
      </div>
    </div>
  );
};
