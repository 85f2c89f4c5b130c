import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { newId } from '#renderer/db/new-id.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { NumberField } from './fields.tsx';
import { calibrationDesign } from './work/calibration.ts';
import { describeSpecimen } from './work/specimen.ts';

/** Writes the page to measure with into a folder that is chosen; undefined where none was. */
const useCalibrationPage = (move: { readonly x: number; readonly y: number }) => {
  const { t, formatNumber, language } = useText();
  return async (): Promise<Result<string> | undefined> => {
    const folder = await desktop.filesChooseFolder({ title: t('templates.calibrationFolder') });
    if (folder === null) return undefined;
    const title = t('templates.calibrationTitle');
    const sentences = [t('templates.calibrationOne'), t('templates.calibrationTwo'), t('templates.calibrationThree')];
    const design = calibrationDesign(language, title, sentences, (x, y) =>
      t('templates.calibrationPlace', { x: formatNumber(x), y: formatNumber(y) }),
    );
    const described = await describeSpecimen(design, { name: title, language, partner: undefined });
    if (!described.ok) return described;
    const { document, kit } = described.value;
    const report = await desktop.certificatesRenderBatch({
      id: newId(),
      documents: [document],
      kit,
      mode: 'merged',
      folder,
      fileName: t('templates.calibrationFile'),
      title,
      move,
      // The page of the numbers before is of no use any more.
      replace: true,
    });
    return report.error === null ? ok(report.files[0]?.name ?? '') : { ok: false, error: report.error };
  };
};

/** How far this laptop's printer shifts what it prints on pre-printed stock: a page to measure it, and the two numbers that take it back. */
export const CalibrationSheet = (): ReactNode => {
  const { t, failure } = useText();
  const { settings, saveSettings } = useSession();
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'bad'; readonly text: string }>();
  const move = settings.stockMove ?? { x: 0, y: 0 };
  const make = useCalibrationPage(move);
  const write = async (): Promise<void> => {
    const written = await make();
    if (written === undefined) return;
    setSaid(
      written.ok
        ? { tone: 'ok', text: t('templates.calibrationWritten', { file: written.value }) }
        : { tone: 'bad', text: failure(written.error) },
    );
  };
  return (
    <Sheet title={t('templates.calibration')}>
      <div className="calibration">
        <p className="second">{t('templates.calibrationHint')}</p>
        <div className="inspector-grid">
          <NumberField
            label={t('templates.moveX')}
            value={move.x}
            least={-30}
            most={30}
            onChange={(x) => void saveSettings({ stockMove: { ...move, x } })}
          />
          <NumberField
            label={t('templates.moveY')}
            value={move.y}
            least={-30}
            most={30}
            onChange={(y) => void saveSettings({ stockMove: { ...move, y } })}
          />
        </div>
        <Button size="small" onClick={() => void write()}>
          {t('templates.calibrationPage')}
        </Button>
        {said !== undefined && <Note tone={said.tone}>{said.text}</Note>}
      </div>
    </Sheet>
  );
};
