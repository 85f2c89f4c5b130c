import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import type { Role } from '#shared/domain/workspace.ts';
import { roles } from '#shared/domain/workspace.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import type { Failure } from '#shared/lib/result.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import type { IconName } from '#renderer/ui/icon.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Way, Working } from './choice.ts';

const ways: readonly { readonly id: Way; readonly icon: IconName }[] = [
  { id: 'demonstration', icon: 'seed' },
  { id: 'new', icon: 'plus' },
];

type BeginStepProps = {
  readonly known: boolean;
  readonly person: Settings['person'];
  readonly working: Working | undefined;
  readonly problem: Failure | undefined;
  readonly onBack: () => void;
  readonly onBegin: (kind: Way | 'known', name: string, role: Role) => void;
};

const Ways = ({ way, onWay }: { readonly way: Way; readonly onWay: (way: Way) => void }): ReactNode => {
  const { t } = useText();
  return (
    <fieldset>
      <legend>{t('first-start.begin.question')}</legend>
      <p>{t('first-start.begin.hint')}</p>
      <div className="ways">
        {ways.map(({ id, icon }) => (
          <label key={id}>
            <input
              type="radio"
              name="way"
              value={id}
              checked={way === id}
              autoFocus={way === id}
              onChange={() => onWay(id)}
            />
            <span className="pic">
              <Icon name={icon} />
            </span>
            <span>
              <b>{t(`first-start.begin.${id}.title`)}</b>
              <small>{t(`first-start.begin.${id}.text`)}</small>
            </span>
            <span className="r" />
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const Doing = ({ working, problem }: Pick<BeginStepProps, 'working' | 'problem'>): ReactNode => {
  const { t, failure } = useText();
  if (problem !== undefined) return <Note tone="bad">{failure(problem)}</Note>;
  if (working === undefined) return null;
  return <Progress done={working.done} total={working.total} label={t('first-start.making')} />;
};

/** How to begin, and who works here. */
export const BeginStep = ({ known, person, working, problem, onBack, onBegin }: BeginStepProps): ReactNode => {
  const { t } = useText();
  const [way, setWay] = useState<Way>('demonstration');
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'coordinator');
  const [asked, setAsked] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const missing = asked && name.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (name.trim() === '') nameField.current?.focus();
    else onBegin(known ? 'known' : way, name.trim().replace(/\s+/g, ' '), role);
  };
  const next = known ? 'open' : way;
  return (
    <form className="step" noValidate onSubmit={(event) => (event.preventDefault(), submit())}>
      <div className="mid">
        {!known && <Ways way={way} onWay={setWay} />}
        <div className="who">
          <h2 className={known ? '' : 'smaller'}>{t('first-start.who.title')}</h2>
          <TextField
            label={t('first-start.who.name')}
            value={name}
            onChange={setName}
            ref={nameField}
            autoComplete="name"
            maxLength={120}
            autoFocus={known}
            error={missing ? t('first-start.who.missing') : undefined}
          />
          <SelectField
            label={t('first-start.who.role')}
            value={role}
            onChange={setRole}
            options={roles.map((value) => ({ value, label: t(`app.roles.${value}`) }))}
          />
          <p className="hint">{t('first-start.who.hint')}</p>
        </div>
        <div className="doing" aria-live="polite">
          <Doing working={working} problem={problem} />
        </div>
      </div>
      <div className="foot">
        <Button kind="plain" onClick={onBack} disabled={working !== undefined}>
          <Icon name="left" /> {t('first-start.step.language.title')}
        </Button>
        <span className="push" />
        {!known && way === 'demonstration' && <span className="demo">{t('app.demonstration')}</span>}
        <Button type="submit" kind="first" disabled={working !== undefined}>
          {t(`first-start.next.${next}`)} <Icon name="right" />
        </Button>
      </div>
    </form>
  );
};
