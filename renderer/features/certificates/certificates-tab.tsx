import './certificates.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { CohortId } from '#shared/domain/ids.ts';
import type { CertificateOverview } from '#renderer/db/repositories/certificate-overview.ts';
import { loadCertificateOverview } from '#renderer/db/repositories/certificate-overview.ts';
import { registerRow } from '#renderer/db/repositories/certificate-register.ts';
import { templateLanguages, templateNames } from '#renderer/db/repositories/certificate-templates.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { NameForm } from './name-form.tsx';
import { NamesSheet } from './names-sheet.tsx';
import { IssuedSheet, SpecimenSheet } from './preview-sheet.tsx';
import { RegisterTable } from './register-table.tsx';
import type { Mode, RunAsked } from './run-dialog.tsx';
import { RunDialog } from './run-dialog.tsx';
import { RunProgress } from './run-progress.tsx';
import { Steps } from './steps.tsx';
import { useRun } from './use-runs.ts';
import { isRunning } from './work/runs.ts';

const template = templateNames[0] ?? '';

/** The certificate language to begin with: the screen's, where the template has words in it. */
const firstLanguage = (language: string): string => (templateLanguages(template).includes(language) ? language : 'en');

type Chosen = { readonly kind: 'waiting' | 'issued'; readonly id: string };

type Choices = {
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
};

const RunBar = ({
  overview,
  choices,
  onAsk,
}: {
  readonly overview: CertificateOverview;
  readonly choices: Choices;
  readonly onAsk: (asked: RunAsked) => void;
}): ReactNode => {
  const { t } = useText();
  const { language, onLanguage, mode, onMode } = choices;
  const held = overview.waiting.filter(({ holds }) => holds).length;
  const count = overview.waiting.length - held;
  const rest = overview.unwritten;
  return (
    <div className="run-bar" role="toolbar" aria-label={t('certificates.toolbar')}>
      {overview.waiting.length > 0 && (
        <FilterSelect
          label={t('certificates.language')}
          value={language}
          onChange={onLanguage}
          options={templateLanguages(template).map((code) => ({
            value: code,
            label: t('certificates.inLanguage', { language: t(`certificates.languages.${code as 'en' | 'fr'}`) }),
          }))}
        />
      )}
      <FilterSelect<Mode>
        label={t('certificates.dialog.files')}
        value={mode}
        onChange={onMode}
        options={(['merged', 'single'] as const).map((value) => ({ value, label: t(`certificates.mode.${value}`) }))}
      />
      <span className="run-actions">
        {rest.length > 0 && (
          <Button
            size="small"
            kind={count > 0 ? 'normal' : 'first'}
            onClick={() => onAsk({ kind: 'rest', records: rest })}
          >
            {t('certificates.goOn', { count: rest.length })}
          </Button>
        )}
        {count === 0 && held > 0 && <span className="t-warn">{t('certificates.heldBack', { count: held })}</span>}
        {count > 0 && (
          <Button size="small" kind="first" onClick={() => onAsk({ kind: 'issue', count, held, language })}>
            {t('certificates.issue', { count })}
          </Button>
        )}
        {overview.waiting.length === 0 && rest.length === 0 && (
          <span className="second">{t('certificates.allDone')}</span>
        )}
      </span>
    </div>
  );
};

type SideProps = {
  readonly overview: CertificateOverview;
  readonly chosen: Chosen | undefined;
  readonly language: string;
  readonly onChoose: (chosen: Chosen) => void;
};

const Side = ({ overview, chosen, language, onChoose }: SideProps): ReactNode => {
  const { waiting, records, cohort } = overview;
  const record =
    chosen?.kind === 'issued' || waiting.length === 0
      ? (records.find(({ serial }) => serial === chosen?.id) ?? records[0])
      : undefined;
  if (record !== undefined) {
    return (
      <div className="cert-side">
        <IssuedSheet record={record} />
      </div>
    );
  }
  const one = waiting.find(({ award }) => award.id === chosen?.id) ?? waiting.find(({ holds }) => holds) ?? waiting[0];
  if (one === undefined) return null;
  return (
    <div className="cert-side">
      <SpecimenSheet
        waiting={waiting}
        one={one}
        options={{ cohortId: cohort.id, template, language }}
        onSelect={(id) => onChoose({ kind: 'waiting', id })}
      />
      <NameForm key={`${one.award.id} ${one.award.name}`} waiting={one} />
    </div>
  );
};

const CohortRegister = ({
  overview,
  chosen,
  onChoose,
  onAsk,
}: Omit<SideProps, 'language'> & { readonly onAsk: (asked: RunAsked) => void }): ReactNode => {
  const { t } = useText();
  const { records, cohort } = overview;
  const rows = useMemo(() => records.map((record) => registerRow(record, cohort.code)), [records, cohort.code]);
  const reprint = (serial: string): void => {
    const record = records.find((one) => one.serial === serial);
    if (record !== undefined) onAsk({ kind: 'reprint', record, all: records });
  };
  return (
    <Sheet
      className="cert-register"
      title={t('certificates.register.title')}
      count={t('certificates.register.count', { count: records.length })}
    >
      <RegisterTable
        label={t('certificates.register.title')}
        rows={rows}
        wide={false}
        selected={chosen?.kind === 'issued' ? chosen.id : undefined}
        onSelect={(id) => onChoose({ kind: 'issued', id })}
        onReprint={reprint}
      />
    </Sheet>
  );
};

const Tab = ({
  overview,
  choices,
}: {
  readonly overview: CertificateOverview;
  readonly choices: Choices;
}): ReactNode => {
  const { t, failure } = useText();
  const run = useRun(overview.cohort.id);
  const [chosen, setChosen] = useState<Chosen>();
  const [asked, setAsked] = useState<RunAsked>();
  const { waiting, records, cohort, problem } = overview;
  const selected = chosen?.kind === 'waiting' ? chosen.id : undefined;
  return (
    <div className="certs">
      <section className="sheet cert-run" aria-label={t('certificates.steps')}>
        <Steps
          overview={overview}
          run={run}
          mode={choices.mode}
          language={t(`certificates.languages.${choices.language as 'en' | 'fr'}`)}
        />
        {!isRunning(run) && overview.awarded > 0 && <RunBar overview={overview} choices={choices} onAsk={setAsked} />}
        <RunProgress cohortId={cohort.id} />
        {problem !== undefined && <Note tone="bad">{failure(problem)}</Note>}
      </section>
      {overview.awarded === 0 && records.length === 0 ? (
        <EmptyState
          sentence={t('certificates.empty')}
          action={
            <Link className="btn first" href={`/cohorts/${cohort.id}/results`}>
              {t('certificates.emptyAction')}
            </Link>
          }
        />
      ) : (
        <div className="cert-columns">
          <div className="cert-stack">
            {waiting.length > 0 && (
              <NamesSheet waiting={waiting} selected={selected} onSelect={(id) => setChosen({ kind: 'waiting', id })} />
            )}
            {records.length > 0 && (
              <CohortRegister overview={overview} chosen={chosen} onChoose={setChosen} onAsk={setAsked} />
            )}
          </div>
          <Side overview={overview} chosen={chosen} language={choices.language} onChoose={setChosen} />
        </div>
      )}
      {asked !== undefined && (
        <RunDialog
          asked={asked}
          cohort={cohort}
          template={template}
          mode={choices.mode}
          onMode={choices.onMode}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
};

/** From the award to the paper, for one cohort: names, serials, files, and the register of what was issued. */
export const CertificatesTab = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const text = useText();
  const [language, onLanguage] = useState(() => firstLanguage(text.language));
  const [mode, onMode] = useState<Mode>('merged');
  const overview = useLive(() => loadCertificateOverview(cohortId, template, language), [cohortId, language]);
  return overview === undefined ? null : <Tab overview={overview} choices={{ language, onLanguage, mode, onMode }} />;
};
