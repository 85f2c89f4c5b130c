import './certificates.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { registerRow } from '#shared/domain/certificate-register.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { CertificateOverview } from '#renderer/db/repositories/certificate-overview.ts';
import { loadCertificateOverview, modulesOfCohort } from '#renderer/db/repositories/certificate-overview.ts';
import type { TemplateChoice } from '#renderer/db/repositories/certificate-templates.ts';
import { templatesFor } from '#renderer/db/repositories/certificate-templates.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CertificatePanel } from './certificate-panel.tsx';
import { NameForm } from './name-form.tsx';
import { NamesSheet } from './names-sheet.tsx';
import { SpecimenSheet } from './preview-sheet.tsx';
import { RegisterSheet } from './register-sheet.tsx';
import type { Choices } from './run-bar.tsx';
import { RunBar, languageKey } from './run-bar.tsx';
import type { RunAsked } from './run-dialog.tsx';
import { RunDialog } from './run-dialog.tsx';
import { RunProgress } from './run-progress.tsx';
import { Steps } from './steps.tsx';
import { useRun } from './use-runs.ts';
import { isRunning } from './work/runs.ts';

type Chosen = { readonly kind: 'waiting' | 'issued'; readonly id: string };

type SideProps = {
  readonly overview: CertificateOverview;
  readonly chosen: Chosen | undefined;
  readonly choices: Choices;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onAsk: (asked: RunAsked) => void;
};

const Side = ({ overview, chosen, choices, onChoose, onAsk }: SideProps): ReactNode => {
  const { waiting, records, ofKind, cohort } = overview;
  const record =
    chosen?.kind === 'issued' || waiting.length === 0
      ? (records.find(({ serial }) => serial === chosen?.id) ?? ofKind[0] ?? records[0])
      : undefined;
  if (record !== undefined) {
    return (
      <div className="cert-side">
        <CertificatePanel
          key={record.id}
          record={record}
          onReprint={() => onAsk({ kind: 'reprint', record, all: records })}
          onOpen={(id) => onChoose({ kind: 'issued', id })}
        />
      </div>
    );
  }
  const one =
    waiting.find(({ subject }) => subject.id === chosen?.id) ?? waiting.find(({ holds }) => holds) ?? waiting[0];
  if (one === undefined) return null;
  const { kind, module, detail, template, language } = choices;
  return (
    <div className="cert-side">
      <SpecimenSheet
        waiting={waiting}
        one={one}
        options={{ cohortId: cohort.id, template, language, kind, module, detail }}
        onSelect={(id) => onChoose({ kind: 'waiting', id })}
      />
      <NameForm key={`${one.subject.id} ${one.subject.name}`} waiting={one} />
    </div>
  );
};

const Lists = (props: SideProps): ReactNode => {
  const { overview, chosen, onChoose } = props;
  const { waiting, records } = overview;
  const rows = useMemo(() => records.map(registerRow), [records]);
  return (
    <div className="cert-columns">
      <div className="cert-stack">
        {waiting.length > 0 && (
          <NamesSheet
            waiting={waiting}
            selected={chosen?.kind === 'waiting' ? chosen.id : undefined}
            onSelect={(id) => onChoose({ kind: 'waiting', id })}
          />
        )}
        {records.length > 0 && (
          <RegisterSheet
            rows={rows}
            selected={chosen?.kind === 'issued' ? chosen.id : undefined}
            onSelect={(id) => onChoose({ kind: 'issued', id })}
          />
        )}
      </div>
      <Side {...props} />
    </div>
  );
};

type TabProps = {
  readonly overview: CertificateOverview;
  readonly choices: Choices;
  readonly templates: readonly TemplateChoice[];
  readonly modules: readonly Module[];
  readonly onChange: (change: Partial<Choices>) => void;
};

const Tab = ({ overview, choices, templates, modules, onChange }: TabProps): ReactNode => {
  const { t, failure } = useText();
  const run = useRun(overview.cohort.id);
  const [chosen, setChosen] = useState<Chosen>();
  const [asked, setAsked] = useState<RunAsked>();
  const { records, cohort, problem, awarded } = overview;
  const anything = awarded > 0 || overview.attended > 0 || records.length > 0;
  return (
    <div className="certs">
      <section className="sheet cert-run" aria-label={t('certificates.steps')}>
        <Steps
          overview={overview}
          run={run}
          mode={choices.mode}
          language={t(`certificates.languages.${languageKey(choices.language)}`)}
          page={templates.find(({ name }) => name === choices.template)?.page}
        />
        {!isRunning(run) && anything && (
          <RunBar
            overview={overview}
            choices={choices}
            modules={modules}
            templates={templates}
            onChoose={onChange}
            onAsk={setAsked}
          />
        )}
        <RunProgress cohortId={cohort.id} />
        {problem !== undefined && <Note tone="bad">{failure(problem)}</Note>}
      </section>
      {awarded === 0 && records.length === 0 && choices.kind === 'certificate' ? (
        <EmptyState
          sentence={t('certificates.empty')}
          action={
            <Link className="btn first" href={`/cohorts/${cohort.id}/results`}>
              {t('certificates.emptyAction')}
            </Link>
          }
        />
      ) : (
        <Lists overview={overview} chosen={chosen} choices={choices} onChoose={setChosen} onAsk={setAsked} />
      )}
      {asked !== undefined && (
        <RunDialog
          asked={asked}
          cohort={cohort}
          mode={choices.mode}
          onMode={(mode) => onChange({ mode })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
};

/** The choices that hold together: a template made for this document, a language that it speaks. */
const settled = (wanted: Choices, templates: readonly TemplateChoice[], modules: readonly Module[]): Choices => {
  const template = templates.find(({ name }) => name === wanted.template) ?? templates[0];
  const languages = template?.languages ?? ['en'];
  return {
    ...wanted,
    template: template?.name ?? '',
    language: languages.includes(wanted.language) ? wanted.language : (languages[0] ?? 'en'),
    module: modules.some(({ id }) => id === wanted.module) ? wanted.module : (modules[0]?.id ?? ''),
  };
};

/** From the award to the paper, for one cohort: names, serials, files, and the register of what was issued. */
export const CertificatesTab = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const { language: screen } = useText();
  const [wanted, setWanted] = useState<Choices>({
    kind: 'certificate',
    module: '',
    detail: 'modules',
    template: '',
    language: screen,
    mode: 'merged',
  });
  const loaded = useLive(async () => {
    const [templates, modules] = await Promise.all([templatesFor(wanted.kind), modulesOfCohort(cohortId)]);
    const choices = settled(wanted, templates, modules);
    const { template, language, kind, module } = choices;
    const overview = await loadCertificateOverview({ cohortId, template, language, kind, module });
    return { overview, templates, modules, choices };
  }, [cohortId, wanted]);
  if (loaded?.overview === undefined) return null;
  const { overview, templates, modules, choices } = loaded;
  return (
    <Tab
      overview={overview}
      choices={choices}
      templates={templates}
      modules={modules}
      onChange={(change) => setWanted((before) => ({ ...before, ...change }))}
    />
  );
};
