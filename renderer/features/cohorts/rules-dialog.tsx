import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { RuleName } from '#shared/domain/programme-rules.ts';
import { ruleNames, rulesOf } from '#shared/domain/programme-rules.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { ruleName, ruleValue } from '#shared/domain/rules-in-words.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { RuleValues } from '#renderer/db/repositories/rules.ts';
import { changeRules, overrideRules, restoreRule, rulesLock } from '#renderer/db/repositories/rules.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useEdits } from '#renderer/ui/use-edits.ts';
import type { RuleTexts } from './rule-texts.ts';
import { readRule, ruleTexts } from './rule-texts.ts';

type Scope = 'cohort' | 'version';

type RulesProps = { readonly cohort: Cohort; readonly programme: ProgrammeVersion; readonly onClose: () => void };

const policies = ['best-capped', 'best', 'last'] as const;

type FieldProps = {
  readonly name: RuleName;
  readonly value: string;
  readonly refusal: string | undefined;
  readonly own: string;
  readonly onChange: (value: string) => void;
};

const RuleField = ({ name, value, refusal, own, onChange }: FieldProps): ReactNode => {
  const { t, say } = useText();
  const label = say(ruleName(name));
  if (name === 'attemptPolicy')
    return (
      <SelectField
        label={label}
        hint={own}
        value={value}
        onChange={onChange}
        options={policies.map((policy) => ({ value: policy, label: t(`cohorts.rules.policy.${policy}`) }))}
      />
    );
  return (
    <TextField
      label={t(`cohorts.rules.unit.${name}`, { rule: label })}
      hint={own}
      error={refusal}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      onChange={onChange}
    />
  );
};

/** What was changed for this cohort, by whom, when and why, with the way back. */
const Overridden = ({ cohort, programme }: Pick<RulesProps, 'cohort' | 'programme'>): ReactNode => {
  const { t, say, formatDate, failure } = useText();
  const { tell } = useNotices();
  const changed = ruleNames.flatMap((name) => {
    const override = cohort.ruleOverrides?.[name];
    return override === undefined ? [] : [{ name, override }];
  });
  if (changed.length === 0) return null;
  const restore = async (name: RuleName): Promise<void> => {
    const result = await restoreRule(cohort.id, name);
    if (result.ok) tell({ tone: 'ok', text: t('cohorts.rules.restored', { rule: say(ruleName(name)) }), undo: true });
    else tell({ tone: 'bad', text: failure(result.error) });
  };
  return (
    <ul className="rules-changed" aria-label={t('cohorts.rules.changedHere')}>
      {changed.map(({ name, override: { by, on, reason } }) => (
        <li key={name}>
          <span>
            <b>{say(ruleName(name))}</b> {say(ruleValue(name, rulesOf(cohort, programme)))}{' '}
            <span className="second">{t('cohorts.rules.because', { by, on: formatDate(on), reason })}</span>
          </span>
          <Button size="tiny" onClick={() => void restore(name)}>
            {t('cohorts.rules.takeBack', { value: say(ruleValue(name, programme.rules)) })}
            <span className="vh"> {say(ruleName(name))}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** What was typed, read; the refusals stand beside their fields. */
const readEdits = (
  changed: Partial<RuleTexts>,
): { readonly values: RuleValues; readonly refusals: ReadonlyMap<RuleName, Failure> } => {
  const refusals = new Map<RuleName, Failure>();
  const values: Record<string, number | string> = {};
  for (const name of ruleNames) {
    const typed = changed[name];
    if (typed === undefined) continue;
    if (name === 'attemptPolicy') values[name] = typed;
    else {
      const read = readRule(name, typed);
      if (read.ok) values[name] = read.value;
      else refusals.set(name, read.error);
    }
  }
  return { values, refusals };
};

const useRulesForm = ({ cohort, programme, onClose }: RulesProps, scope: Scope) => {
  const { t, formatNumber, failure } = useText();
  const { tell } = useNotices();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Failure>();
  const base = useMemo(
    () =>
      ruleTexts(scope === 'cohort' ? rulesOf(cohort, programme) : programme.rules, (value) =>
        formatNumber(value, { useGrouping: false, maximumFractionDigits: 2 }),
      ),
    [cohort, programme, scope, formatNumber],
  );
  const edits = useEdits<RuleName>(base);
  const { values, refusals } = readEdits(edits.changed);
  const needsReason = error?.code === 'rule-reason-missing' && reason.trim() === '';
  const save = async (): Promise<void> => {
    if (refusals.size > 0) return;
    if (Object.keys(values).length === 0) return onClose();
    const result =
      scope === 'cohort'
        ? await overrideRules(cohort.id, values, reason, today())
        : await changeRules(programme.id, values, reason, today());
    if (!result.ok) return setError(result.error);
    const text =
      scope === 'cohort'
        ? t('cohorts.rules.savedHere', { code: cohort.code })
        : t('cohorts.rules.savedVersion', { version: programme.version });
    tell({ tone: 'ok', text, undo: true });
    onClose();
  };
  return { edits, refusals, reason, setReason, error, needsReason, save, failure };
};

/** The rules by which this cohort is judged: changed for it alone, or for its programme version while nothing was released under it. */
export const RulesDialog = (props: RulesProps): ReactNode => {
  const { cohort, programme, onClose } = props;
  const { t, say } = useText();
  const [scope, setScope] = useState<Scope>('cohort');
  const lock = useLive(async () => (await rulesLock(programme.id)) ?? null, [programme.id]);
  const { edits, refusals, reason, setReason, error, needsReason, save, failure } = useRulesForm(props, scope);
  const own = (name: RuleName): string => {
    const said = t('cohorts.rules.own', {
      version: programme.version,
      value: say(ruleValue(name, programme.rules)),
    });
    return name === 'meritFrom' ? t('cohorts.rules.meritHint', { own: said }) : said;
  };
  const refusalOf = (name: RuleName): string | undefined => {
    const refused = refusals.get(name);
    return refused === undefined ? undefined : failure(refused);
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('cohorts.rules.editTitle', { code: cohort.code })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cohorts.cancel')}</Button>
          <Button kind="first" type="submit" form="rules">
            {t('cohorts.save')}
          </Button>
        </>
      }
    >
      <form id="rules" className="rules-form" noValidate onSubmit={(event) => (event.preventDefault(), void save())}>
        <SelectField
          label={t('cohorts.rules.scope')}
          value={scope}
          onChange={(next: Scope) => (edits.restore(), setScope(next))}
          options={[
            { value: 'cohort', label: t('cohorts.rules.scopes.cohort', { code: cohort.code }) },
            { value: 'version', label: t('cohorts.rules.scopes.version', { version: programme.version }) },
          ]}
          hint={t('cohorts.rules.consequence')}
        />
        {scope === 'version' && lock !== undefined && lock !== null ? (
          <Note tone="warn">{failure(lock)}</Note>
        ) : (
          <>
            <div className="rules-fields">
              {ruleNames.map((name) => (
                <RuleField
                  key={name}
                  name={name}
                  value={edits.values[name]}
                  refusal={refusalOf(name)}
                  own={own(name)}
                  onChange={edits.set(name)}
                />
              ))}
            </div>
            <TextField
              label={t('cohorts.rules.reason')}
              hint={t('cohorts.rules.reasonHint')}
              error={needsReason ? failure({ code: 'rule-reason-missing' }) : undefined}
              value={reason}
              onChange={setReason}
              maxLength={300}
              autoComplete="off"
            />
          </>
        )}
        {scope === 'cohort' && <Overridden cohort={cohort} programme={programme} />}
        {error !== undefined && error.code !== 'rule-reason-missing' && <Note tone="bad">{failure(error)}</Note>}
      </form>
    </Dialog>
  );
};
