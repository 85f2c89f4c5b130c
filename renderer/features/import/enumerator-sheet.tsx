import type { ReactNode } from 'react';
import { useState } from 'react';
import type { QuestionnaireLanguage } from '#shared/domain/questionnaire-design.ts';
import { questionnaireLanguages } from '#shared/domain/questionnaire-design.ts';
import { getRecord, listByCohort } from '#renderer/db/records.ts';
import type { EnumeratorFileKind, EnumeratorFileRequest } from '#renderer/db/repositories/enumerator-files.ts';
import { writeEnumeratorFile } from '#renderer/db/repositories/enumerator-files.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Waves and interviewers of a cohort. */
const readChoices = async (cohortId: string) => {
  const cohort = await getRecord('cohorts', cohortId);
  const programme = cohort && (await getRecord('programmes', cohort.programmeId));
  if (cohort === undefined || programme === undefined) return undefined;
  const plans = await listByCohort('callPlans', cohortId);
  return {
    code: cohort.code,
    waves: programme.rules.waves,
    callersOf: (waveId: string): readonly string[] =>
      [
        ...new Set(plans.filter((plan) => plan.waveId === waveId).flatMap(({ callers }) => Object.values(callers))),
      ].sort(),
  };
};

type Asked = Omit<EnumeratorFileRequest, 'kind' | 'path'>;

const useMakeFile = (asked: Asked, code: string) => {
  const { t, failure, language } = useText();
  const { tell } = useNotices();
  const [making, setMaking] = useState(false);
  const run = async (kind: EnumeratorFileKind, wave: string): Promise<void> => {
    const parts = { cohort: code, wave };
    const form = kind === 'phone-form';
    const title = t(form ? 'import.enumerator.makeForm' : 'import.enumerator.makeSheet');
    const name = t(form ? 'import.enumerator.formName' : 'import.enumerator.sheetName', parts);
    const path = await desktop.filesChooseSave({
      title,
      name: `${[name, asked.interviewer ?? ''].join(' ').trim()}.xlsx`.replace(/[\\/:*?"<>|]/g, '-'),
      filters: [{ name: t('import.worksheet.excel'), extensions: ['xlsx'] }],
    });
    if (path === null) return;
    setMaking(true);
    const written = await writeEnumeratorFile({ ...asked, kind, path }, language);
    setMaking(false);
    if (!written.ok) tell({ tone: 'bad', text: failure(written.error) });
    else {
      const values = { count: written.value.rows, name: written.value.path };
      tell({ tone: 'ok', text: t(form ? 'import.enumerator.savedForm' : 'import.enumerator.saved', values) });
    }
  };
  return { make: (kind: EnumeratorFileKind, wave: string) => void run(kind, wave), making };
};

/** Makes what enumerators take with them: whose interviews of which wave, and the language of the questions. */
export const EnumeratorSheet = ({ cohortId }: { readonly cohortId: string }): ReactNode => {
  const { t, language } = useText();
  const choices = useLive(() => readChoices(cohortId), [cohortId]);
  const [months, setMonths] = useState<number>();
  const [interviewer, setInterviewer] = useState('');
  const own = questionnaireLanguages.find((each) => each === language) ?? 'en';
  const [questions, setQuestions] = useState<QuestionnaireLanguage>(own);
  const waves = choices?.waves ?? [];
  const offsetMonths = months ?? waves.find(({ offsetMonths: each }) => each === 18)?.offsetMonths ?? 0;
  const callers = choices?.callersOf(waves.find((wave) => wave.offsetMonths === offsetMonths)?.id ?? '') ?? [];
  const asked = { cohortId, offsetMonths, questions, ...(interviewer === '' ? {} : { interviewer }) };
  const { make, making } = useMakeFile(asked, choices?.code ?? '');
  if (choices === undefined) return null;
  const waveName = (each: number): string =>
    each === 0 ? t('import.enumerator.exit') : t('import.enumerator.months', { count: each });
  const languageNames = new Intl.DisplayNames([language], { type: 'language' });
  return (
    <Sheet title={t('import.enumerator.title')} className="import-worksheets">
      <p className="second">{t('import.enumerator.what')}</p>
      <div className="filters">
        <FilterSelect
          label={t('import.enumerator.wave')}
          value={String(offsetMonths)}
          onChange={(value) => {
            setMonths(Number(value));
            setInterviewer('');
          }}
          options={waves.map((wave) => ({ value: String(wave.offsetMonths), label: waveName(wave.offsetMonths) }))}
        />
        <FilterSelect
          label={t('import.enumerator.interviewer')}
          value={interviewer}
          onChange={setInterviewer}
          options={[
            { value: '', label: t('import.enumerator.anyInterviewer') },
            ...callers.map((name) => ({ value: name, label: name })),
          ]}
          on={interviewer !== ''}
        />
        <FilterSelect<QuestionnaireLanguage>
          label={t('import.enumerator.language')}
          value={questions}
          onChange={setQuestions}
          options={questionnaireLanguages.map((value) => ({ value, label: languageNames.of(value) ?? value }))}
        />
        <Button kind="first" disabled={making} onClick={() => make('enumerator-sheet', waveName(offsetMonths))}>
          {t('import.enumerator.makeSheet')}
        </Button>
        <Button disabled={making} onClick={() => make('phone-form', waveName(offsetMonths))}>
          {t('import.enumerator.makeForm')}
        </Button>
      </div>
    </Sheet>
  );
};
