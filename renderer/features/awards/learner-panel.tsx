import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import { fullName } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { confirmNames, signOff } from '#renderer/db/repositories/awards.ts';
import type { CohortResults, ResultLine } from '#renderer/db/repositories/results.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Explain } from './figures.tsx';
import { Figure } from './figures.tsx';
import { Needs, needsOf } from './needs.tsx';
import { missingGlyphs, stateOf } from './result-states.ts';
import { useDoing } from './use-doing.ts';

/** What is missing for a learner's award, or that it is there. */
export const Missing = ({ line }: { readonly line: ResultLine }): ReactNode => {
  const { t, say, formatDate } = useText();
  const { missing } = line.eligibility;
  return (
    <>
      {line.award !== undefined && (
        <p className="t-ok">
          <Glyph name="moderated" /> {t('results.panel.awardedOn', { date: formatDate(line.award.awardedOn) })}
        </p>
      )}
      {missing.length === 0 ? (
        line.award === undefined && (
          <p className="t-ok">
            <Glyph name="pass" /> {t('results.panel.nothingMissing')}
          </p>
        )
      ) : (
        <>
          <h3>
            {stateOf(line) === 'left' ? t('results.panel.left') : t('results.panel.missing', { count: missing.length })}
          </h3>
          <ul className="result-missing">
            {missing.map((one, index) => (
              <li key={index}>
                <span className={one.code === 'name' ? 't-warn' : one.code === 'status' ? 'quiet' : 't-bad'}>
                  <Glyph name={missingGlyphs[one.code]} />
                </span>
                {say(one)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const NameForm = ({ line }: { readonly line: ResultLine }): ReactNode => {
  const { t, formatDate } = useText();
  const doing = useDoing();
  const before = line.enrolment.confirmedName ?? fullName(line.person);
  const [name, setName] = useState(before);
  const on = line.enrolment.nameConfirmedOn;
  const changed = name.trim() !== before;
  const save = (): void =>
    doing(confirmNames([{ enrolmentId: line.enrolment.id, name }]), {
      tone: 'ok',
      text: t('results.confirmed', { count: 1 }),
      undo: true,
    });
  if (line.award !== undefined) {
    return <p className="second">{t('results.panel.nameAwarded', { name: line.award.name })}</p>;
  }
  return (
    <form
      className="panel-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save();
      }}
    >
      <TextField
        label={t('results.panel.name')}
        value={name}
        lang="und"
        onChange={setName}
        error={name.trim() === '' ? t('results.panel.nameEmpty') : undefined}
        hint={on === undefined ? t('results.panel.notConfirmed') : t('results.confirmedOn', { date: formatDate(on) })}
      />
      {(on === undefined || changed) && (
        <Button type="submit" size="small" disabled={name.trim() === ''}>
          {changed ? t('results.panel.confirmThis') : t('results.panel.confirmAsWritten')}
        </Button>
      )}
    </form>
  );
};

const SignOffs = ({
  line,
  programme,
}: {
  readonly line: ResultLine;
  readonly programme: ProgrammeVersion;
}): ReactNode => {
  const { t } = useText();
  const doing = useDoing();
  const modules = programme.modules.filter(({ needsSignOff }) => needsSignOff);
  return modules.map((module) => (
    <DayField
      key={module.id}
      label={t('results.panel.signOff', { number: module.number })}
      hint={t('results.panel.signOffHint')}
      value={line.enrolment.signedOff?.[module.id] ?? ''}
      max={today()}
      onChange={(on) => doing(signOff([line.enrolment.id], module.id, on === '' ? undefined : on))}
    />
  ));
};

const Results = ({ line, explain }: { readonly line: ResultLine; readonly explain: Explain }): ReactNode => {
  const { t, language, formatNumber } = useText();
  const { attended, planned, needed } = line.eligibility.hours;
  return (
    <dl className="panel-results">
      {line.eligibility.modules.map(({ module }, index) => (
        <div key={module.id}>
          <dt>{t('results.panel.module', { number: module.number, title: inLanguage(module.title, language) })}</dt>
          <dd>
            <Figure line={line} figure={index} explain={explain} />
          </dd>
        </div>
      ))}
      <div className="panel-sum">
        <dt>{t('results.column.overall')}</dt>
        <dd>
          <Figure line={line} figure="overall" explain={explain} />
        </dd>
      </div>
      <div>
        <dt>{t('results.panel.hours', { planned: formatNumber(planned), needed: formatNumber(needed) })}</dt>
        <dd>{formatNumber(attended)}</dd>
      </div>
    </dl>
  );
};

type LearnerPanelProps = {
  readonly line: ResultLine;
  readonly results: CohortResults;
  readonly explain: Explain;
  /** What another part of the app says of the learner. */
  readonly children?: ReactNode;
};

/** Everything about one learner's award: what is missing and needed, the name, the sign-off, and each result with its sum. */
export const LearnerPanel = ({ line, results, explain, children }: LearnerPanelProps): ReactNode => {
  const { language } = useText();
  const needs = useMemo(() => needsOf(line, results, language), [line, results, language]);
  return (
    <Sheet
      className="result-panel"
      title={<span lang="und">{line.enrolment.confirmedName ?? fullName(line.person)}</span>}
    >
      <div className="result-panel-body">
        <Missing line={line} />
        <Needs needs={needs} />
        <NameForm key={`${line.enrolment.id} ${line.enrolment.confirmedName ?? ''}`} line={line} />
        {line.award === undefined && <SignOffs line={line} programme={results.programme} />}
        <Results line={line} explain={explain} />
        {children}
      </div>
    </Sheet>
  );
};
