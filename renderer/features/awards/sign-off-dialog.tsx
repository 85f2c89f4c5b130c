import './sign-off-dialog.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import { fullName, isCurrent } from '#shared/domain/people.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { signOff } from '#renderer/db/repositories/awards.ts';
import type { ResultLine } from '#renderer/db/repositories/results.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useDoing } from './use-doing.ts';

/** Learners whose module waits for the site supervisor's sign-off. */
export const withoutSignOff = (lines: readonly ResultLine[], module: Pick<Module, 'id'>): readonly ResultLine[] =>
  lines.filter(({ enrolment }) => isCurrent(enrolment.status) && enrolment.signedOff?.[module.id] === undefined);

type SignOffDialogProps = {
  readonly module: Module;
  readonly lines: readonly ResultLine[];
  readonly onClose: () => void;
};

/** Keys the supervisor's sign-off of a module for many learners at once. */
export const SignOffDialog = ({ module, lines, onClose }: SignOffDialogProps): ReactNode => {
  const { t, language } = useText();
  const doing = useDoing();
  const [on, setOn] = useState<IsoDate | ''>(today());
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const chosen = lines.filter(({ enrolment }) => !without.has(enrolment.id));
  const choose = (id: string, checked: boolean): void => {
    const next = new Set(without);
    if (checked) next.delete(id);
    else next.add(id);
    setWithout(next);
  };
  const save = (): void => {
    if (on === '') return;
    const ids = chosen.map(({ enrolment }) => enrolment.id);
    doing(signOff(ids, module.id, on), {
      tone: 'ok',
      text: t('awards.signOff.done', { count: ids.length, number: module.number }),
      undo: true,
    });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('awards.signOff.title', { number: module.number })}
      footer={
        <>
          <Button onClick={onClose}>{t('awards.freeze.cancel')}</Button>
          <Button kind="first" disabled={chosen.length === 0 || on === ''} onClick={save}>
            {t('awards.signOff.do', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <p className="second">{t('awards.signOff.what', { title: inLanguage(module.title, language) })}</p>
      <DayField label={t('awards.signOff.on')} value={on} max={today()} onChange={setOn} />
      <fieldset className="sign-offs">
        <legend className="label">{t('awards.signOff.learners')}</legend>
        {lines.map(({ enrolment, person }) => (
          <CheckField
            key={enrolment.id}
            label={<span lang="und">{fullName(person)}</span>}
            checked={!without.has(enrolment.id)}
            onChange={(checked) => choose(enrolment.id, checked)}
          />
        ))}
      </fieldset>
    </Dialog>
  );
};
