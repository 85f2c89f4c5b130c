import './approvals.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Approval } from '#shared/domain/awards.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { addApproval, removeApproval } from '#renderer/db/repositories/award-board.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { DayField, hasBadDay } from '#renderer/ui/day-field.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Glyph, Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useDoing } from './use-doing.ts';

type ApprovalsProps = { readonly cohortId: CohortId; readonly approvals: readonly Approval[] };

/** Who approved, one line each: name, office, day. */
export const ApprovalLine = ({ approval }: { readonly approval: Approval }): ReactNode => {
  const { t, formatDate } = useText();
  return (
    <span>
      <span className="t-ok">
        <Glyph name="pass" />
      </span>{' '}
      {t('awards.approval.line', { ...approval, date: formatDate(approval.on) })}
    </span>
  );
};

const NewApproval = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const { t } = useText();
  const doing = useDoing();
  const [name, setName] = useState('');
  const [office, setOffice] = useState('');
  const [on, setOn] = useState<IsoDate | ''>(today());
  const add = (form: HTMLFormElement): void => {
    if (hasBadDay(form) || on === '') return;
    doing(addApproval(cohortId, { name, office, on }), {
      tone: 'ok',
      text: t('awards.approval.added', { name }),
      undo: true,
    });
    if (name.trim() === '' || office.trim() === '') return;
    setName('');
    setOffice('');
    form.querySelector('input')?.focus();
  };
  return (
    <form
      className="approval-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add(event.currentTarget);
      }}
    >
      <TextField label={t('awards.approval.name')} value={name} lang="und" onChange={setName} />
      <TextField label={t('awards.approval.office')} value={office} onChange={setOffice} />
      <DayField label={t('awards.approval.on')} value={on} max={today()} onChange={setOn} />
      <Button type="submit" size="small">
        {t('awards.approval.add')}
      </Button>
    </form>
  );
};

/** The approvals of the list that is frozen next, with a form for another. */
export const Approvals = ({ cohortId, approvals }: ApprovalsProps): ReactNode => {
  const { t } = useText();
  const doing = useDoing();
  return (
    <div className="approvals">
      {approvals.length === 0 ? (
        <p className="second">{t('awards.approval.none')}</p>
      ) : (
        <ul aria-label={t('awards.approval.title')}>
          {approvals.map((approval, place) => (
            <li key={`${approval.name} ${place}`}>
              <ApprovalLine approval={approval} />
              <IconButton
                label={t('awards.approval.remove', { name: approval.name })}
                onClick={() =>
                  doing(removeApproval(cohortId, place), {
                    tone: 'ok',
                    text: t('awards.approval.removed', { name: approval.name }),
                    undo: true,
                  })
                }
              >
                <Icon name="close" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <NewApproval cohortId={cohortId} />
    </div>
  );
};
