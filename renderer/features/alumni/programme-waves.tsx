import type { ReactNode } from 'react';
import { useState } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { PlanTable } from './plan-table.tsx';
import { useWaveName } from './wave-name.ts';
import { WavesDialog } from './waves-dialog.tsx';

/** The waves of each programme version with their windows, who set them, and the way to change them. */
export const ProgrammeWaves = ({ programmes }: { readonly programmes: readonly ProgrammeVersion[] }): ReactNode => {
  const { t, language, formatDate } = useText();
  const waveName = useWaveName();
  const [editing, setEditing] = useState<ProgrammeVersion>();
  return (
    <Sheet title={t('alumni.waves.title')}>
      <PlanTable
        title={t('alumni.waves.title')}
        columns={(['programme', 'waves', 'window', 'attempts', 'setBy'] as const).map((column) =>
          t(`alumni.waves.column.${column}`),
        )}
      >
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
      </PlanTable>
      {editing !== undefined && <WavesDialog programme={editing} onClose={() => setEditing(undefined)} />}
    </Sheet>
  );
};
