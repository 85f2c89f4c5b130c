import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { FeedbackPlan } from '#renderer/db/repositories/feedback.ts';
import { feedbackPapers, noteFeedback, planFeedback } from '#renderer/db/repositories/feedback.ts';
import { loadCohortMarks } from '#renderer/db/repositories/marks.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { usePaperRun } from '#renderer/desktop/use-paper-run.ts';
import type { PaperReport } from '#renderer/desktop/write-papers.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField, SelectField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PaperRunLine } from '#renderer/ui/paper-run-line.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { groupBy } from '#shared/lib/group-by.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Module } from '#shared/domain/programmes.ts';

type Whom = 'all' | 'shown' | 'selected';
type Files = 'merged' | 'single';

type FeedbackDialogProps = {
  readonly cohort: Cohort;
  readonly modules: readonly Module[];
  /** The learners shown and those selected in the grid, and the module they are selected in. */
  readonly shown: readonly EnrolmentId[];
  readonly selected: readonly EnrolmentId[];
  readonly module: Module | undefined;
  readonly onClose: () => void;
};

/** The module asked for: that of the grid where its marks are released, else the last that was. */
const firstModule = ({ cohort, modules, module }: FeedbackDialogProps): Module | undefined => {
  const released = modules.filter(({ id }) => cohort.released[id] !== undefined);
  return (module && released.includes(module) ? module : released.at(-1)) ?? module ?? modules[0];
};

const useFeedback = (props: FeedbackDialogProps) => {
  const { cohort, modules, shown, selected } = props;
  const { language, t } = useText();
  const { settings } = useSession();
  const [first] = useState(() => firstModule(props));
  const [moduleId, setModuleId] = useState(first?.id);
  const [whom, setWhom] = useState<Whom>(
    first !== undefined && cohort.released[first.id] !== undefined ? 'all' : selected.length > 1 ? 'selected' : 'shown',
  );
  const [files, setFiles] = useState<Files>('merged');
  const namesMarker = settings.feedbackNamesMarker === true;
  const marks = useLive(() => loadCohortMarks(cohort.id), [cohort.id]);
  const plan = useMemo(
    () =>
      marks === undefined || moduleId === undefined
        ? undefined
        : planFeedback(marks, {
            moduleId,
            namesMarker,
            fallback: language,
            ...(whom === 'all' ? {} : { enrolments: whom === 'shown' ? shown : selected }),
          }),
    [marks, moduleId, namesMarker, language, whom, shown, selected],
  );
  const run = usePaperRun();
  const save = async (): Promise<void> => {
    if (plan === undefined) return;
    const papers = await feedbackPapers(plan);
    const fileName = t('papers.dialog.fileName', { code: cohort.code, number: plan.module.number });
    const write = async (): Promise<PaperReport | undefined> => {
      if (files === 'merged') return run.saveAs({ title: t('papers.dialog.saveTitle'), papers, fileName });
      const folder = await desktop.filesChooseFolder({ title: t('papers.dialog.folderTitle') });
      return folder === null ? undefined : run.write({ papers, mode: 'single', folder, fileName });
    };
    const report = await write();
    if (report === undefined) return;
    await noteFeedback(cohort, report, files === 'merged' ? papers.length : report.files.length, language);
  };
  const options = modules.map(({ id, number, title }) => ({
    value: id,
    label: t('papers.dialog.moduleOption', { number, title: inLanguage(title, language) }),
  }));
  return { moduleId, setModuleId, whom, setWhom, files, setFiles, namesMarker, plan, run, save, options };
};

/** What will be written, in words: how many in which language, and who gets none. */
const PlanWords = ({ plan, whom }: { readonly plan: FeedbackPlan; readonly whom: Whom }): ReactNode => {
  const { t } = useText();
  const { sheets, without } = plan;
  if (sheets.length === 0)
    return <Note tone="info">{t(whom === 'all' ? 'papers.dialog.none' : 'papers.dialog.noneSelected')}</Note>;
  const languages = [...groupBy(sheets, ({ language }) => language)].map(([language, own]) =>
    t('papers.dialog.inLanguage', { count: own.length, language: t(`languages.own.${language}`) }),
  );
  const unreleased = sheets.filter(({ released }) => !released).length;
  return (
    <>
      <p className="second">
        {t('papers.dialog.count', { count: sheets.length })}
        {' · '}
        {languages.join(' · ')}
      </p>
      {unreleased > 0 && <Note tone="warn">{t('papers.dialog.unreleased', { count: unreleased })}</Note>}
      {without > 0 && <p className="second">{t('papers.dialog.without', { count: without })}</p>}
    </>
  );
};

/** Makes the feedback of a module for the hands of its learners: whom, which files, and how the writing goes. */
export const FeedbackDialog = (props: FeedbackDialogProps): ReactNode => {
  const { t } = useText();
  const { saveSettings } = useSession();
  const form = useFeedback(props);
  const count = form.plan?.sheets.length ?? 0;
  const busy = form.run.progress !== undefined;
  return (
    <Dialog
      open
      onClose={busy ? form.run.stop : props.onClose}
      title={t('papers.dialog.title')}
      footer={
        <>
          <Button disabled={busy} onClick={props.onClose}>
            {t('papers.dialog.cancel')}
          </Button>
          <Button kind="first" disabled={count === 0 || busy} onClick={() => void form.save()}>
            {t('papers.dialog.save', { count })}
          </Button>
        </>
      }
    >
      <p className="second">{t('papers.dialog.lead')}</p>
      <SelectField
        label={t('papers.dialog.module')}
        value={form.moduleId ?? ''}
        onChange={(id) => form.setModuleId(form.options.find(({ value }) => value === id)?.value)}
        options={form.options}
      />
      <SelectField<Whom>
        label={t('papers.dialog.whom')}
        value={form.whom}
        onChange={form.setWhom}
        options={[
          { value: 'all', label: t('papers.dialog.all') },
          { value: 'shown', label: t('papers.dialog.shown', { count: props.shown.length }) },
          { value: 'selected', label: t('papers.dialog.selected', { count: props.selected.length }) },
        ]}
      />
      <SelectField<Files>
        label={t('papers.dialog.files')}
        value={form.files}
        onChange={form.setFiles}
        options={[
          { value: 'merged', label: t('papers.dialog.merged') },
          { value: 'single', label: t('papers.dialog.single') },
        ]}
      />
      <CheckField
        label={t('papers.dialog.namesMarker')}
        checked={form.namesMarker}
        onChange={(feedbackNamesMarker) => void saveSettings({ feedbackNamesMarker })}
      />
      {form.plan !== undefined && <PlanWords plan={form.plan} whom={form.whom} />}
      <PaperRunLine run={form.run} onShow={(path) => void desktop.filesShowFile({ path })} />
    </Dialog>
  );
};
