import type { ReactNode } from 'react';
import { useState } from 'react';
import type { QuestionnaireLanguage } from '#shared/domain/questionnaire-design.ts';
import { questionnaireLanguages } from '#shared/domain/questionnaire-design.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { callSheets } from '#renderer/db/repositories/call-sheets.ts';
import { notePapers } from '#renderer/db/repositories/noted-files.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { usePaperRun } from '#renderer/desktop/use-paper-run.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { PaperRunLine } from '#renderer/ui/paper-run-line.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { OpenWave } from './open-waves.ts';
import { usePlaceNames, useWaveName } from './wave-name.ts';

const everybody = '*';

type CallSheetsDialogProps = { readonly open: OpenWave; readonly today: IsoDate; readonly onClose: () => void };

/** Writes the call sheets of an open wave as one PDF: of everybody or of one interviewer, in the language of the questions. */
export const CallSheetsDialog = ({ open, today, onClose }: CallSheetsDialogProps): ReactNode => {
  const { t, language } = useText();
  const waveName = useWaveName();
  const { spoken } = usePlaceNames();
  const run = usePaperRun();
  const [reading, setReading] = useState<QuestionnaireLanguage>(
    questionnaireLanguages.find((each) => each === language) ?? 'en',
  );
  const [whose, setWhose] = useState(everybody);
  const { first, toCall, loads } = open;
  const lines = toCall.filter(({ caller }) => whose === everybody || (caller ?? '') === whose);
  const title = t('alumni.sheets.title', { cohort: first.cohortCode, wave: waveName(first.wave) });
  const busy = run.progress !== undefined;
  const save = async (): Promise<void> => {
    const papers = await callSheets(lines, { language: reading, on: today });
    const cohort = first.cohortCode;
    const report = await run.saveAs({ title, papers, fileName: t('alumni.sheets.file', { cohort }) });
    const [file] = report?.files ?? [];
    if (file !== undefined) await notePapers({ kind: 'call-sheets', path: file.path, language, cohort }, lines.length);
  };
  return (
    <Dialog
      open
      onClose={busy ? run.stop : onClose}
      title={title}
      footer={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t('alumni.contacts.cancel')}
          </Button>
          <Button kind="first" disabled={busy || lines.length === 0} onClick={() => void save()}>
            {t('alumni.sheets.save', { count: lines.length })}
          </Button>
        </>
      }
    >
      <p className="second">{t('alumni.sheets.lead')}</p>
      <SelectField
        label={t('alumni.sheets.whose')}
        value={whose}
        onChange={setWhose}
        options={[
          { value: everybody, label: t('alumni.sheets.everybody') },
          ...loads.map(([name]) => ({ value: name, label: name === '' ? t('alumni.sheets.nobody') : name })),
        ]}
      />
      <SelectField<QuestionnaireLanguage>
        label={t('alumni.sheets.language')}
        value={reading}
        onChange={setReading}
        options={questionnaireLanguages.map((code) => ({ value: code, label: spoken(code) }))}
      />
      <PaperRunLine run={run} onShow={(path) => void desktop.filesShowFile({ path })} />
    </Dialog>
  );
};
