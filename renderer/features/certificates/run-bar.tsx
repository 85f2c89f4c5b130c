import type { ReactNode } from 'react';
import type { DocumentKind } from '#shared/domain/certificates.ts';
import { documentKinds } from '#shared/domain/certificates.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { CertificateOverview } from '#renderer/db/repositories/certificate-overview.ts';
import type { TemplateChoice } from '#renderer/db/repositories/certificate-templates.ts';
import type { StatementDetail } from '#renderer/db/repositories/certificate-subjects.ts';
import { statementDetailKinds } from '#renderer/db/repositories/certificate-subjects.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Mode, RunAsked } from './run-dialog.tsx';
import { wordOf } from './run-dialog.tsx';

/** What a run makes. `module` is the id of the one that a `module-attendance` is about. */
export type Choices = {
  readonly kind: DocumentKind;
  readonly module: string;
  readonly detail: StatementDetail;
  readonly template: string;
  readonly language: string;
  readonly mode: Mode;
};

type RunBarProps = {
  readonly overview: CertificateOverview;
  readonly choices: Choices;
  readonly modules: readonly Module[];
  readonly templates: readonly TemplateChoice[];
  readonly onChoose: (change: Partial<Choices>) => void;
  readonly onAsk: (asked: RunAsked) => void;
};

export const languageKey = (code: string): 'en' | 'fr' | 'pt' | 'sw' =>
  code === 'fr' || code === 'pt' || code === 'sw' ? code : 'en';

/** With which template and in which language it is made. */
const Look = ({ choices, templates, onChoose }: Omit<RunBarProps, 'onAsk'>): ReactNode => {
  const { t } = useText();
  const { template, language } = choices;
  const chosen = templates.find(({ name }) => name === template);
  return (
    <>
      {templates.length > 1 && (
        <FilterSelect
          label={t('certificates.template')}
          value={template}
          onChange={(next) => onChoose({ template: next })}
          options={templates.map(({ name, title, shipped }) => ({
            value: name,
            label: shipped ? t(`templates.shipped.${name as 'classic'}`) : title,
          }))}
        />
      )}
      <FilterSelect
        label={t('certificates.language')}
        value={language}
        onChange={(next) => onChoose({ language: next })}
        options={(chosen?.languages ?? [language]).map((code) => ({
          value: code,
          label: t('certificates.inLanguage', { language: t(`certificates.languages.${languageKey(code)}`) }),
        }))}
      />
    </>
  );
};

const Selects = (props: Omit<RunBarProps, 'onAsk'>): ReactNode => {
  const { t, language: screen } = useText();
  const { overview, choices, modules, onChoose } = props;
  const { kind, module, detail, mode } = choices;
  return (
    <>
      <FilterSelect<DocumentKind>
        label={t('certificates.kind.label')}
        value={kind}
        on={kind !== 'certificate'}
        onChange={(next) => onChoose({ kind: next })}
        options={documentKinds.map((value) => ({ value, label: t(`certificates.kind.${value}`) }))}
      />
      {kind === 'module-attendance' && (
        <FilterSelect
          label={t('certificates.kind.module')}
          value={module}
          onChange={(next) => onChoose({ module: next })}
          options={modules.map(({ id, number, title }) => ({
            value: id,
            label: `${String(number)} ${inLanguage(title, screen)}`,
          }))}
        />
      )}
      {kind === 'transcript' && overview.waiting.length > 0 && (
        <FilterSelect<StatementDetail>
          label={t('certificates.detail.label')}
          value={detail}
          on={detail !== 'modules'}
          onChange={(next) => onChoose({ detail: next })}
          options={statementDetailKinds.map((value) => ({ value, label: t(`certificates.detail.${value}`) }))}
        />
      )}
      {overview.waiting.length > 0 && <Look {...props} />}
      <FilterSelect<Mode>
        label={t('certificates.dialog.files')}
        value={mode}
        onChange={(next) => onChoose({ mode: next })}
        options={(['merged', 'single'] as const).map((value) => ({ value, label: t(`certificates.mode.${value}`) }))}
      />
    </>
  );
};

/** What is to be made, and the way to begin. */
export const RunBar = (props: RunBarProps): ReactNode => {
  const { t } = useText();
  const { overview, choices, onAsk } = props;
  const { kind, module, detail, template, language } = choices;
  const held = overview.waiting.filter(({ holds }) => holds).length;
  const count = overview.waiting.length - held;
  const rest = overview.unwritten;
  const options = {
    kind,
    template,
    language,
    ...(kind === 'module-attendance' ? { module } : {}),
    ...(kind === 'transcript' ? { detail } : {}),
  };
  return (
    <div className="run-bar" role="toolbar" aria-label={t('certificates.toolbar')}>
      <Selects {...props} />
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
          <Button size="small" kind="first" onClick={() => onAsk({ kind: 'issue', count, held, options })}>
            {t(`certificates.issue.${wordOf(kind)}`, { count })}
          </Button>
        )}
        {overview.waiting.length === 0 && rest.length === 0 && (
          <span className="second">
            {t(kind === 'certificate' ? 'certificates.allDone' : 'certificates.nobodyLeft')}
          </span>
        )}
      </span>
    </div>
  );
};
