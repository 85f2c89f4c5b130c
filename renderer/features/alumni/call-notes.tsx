import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { noteConsent, noteWithdrawal } from '#renderer/db/repositories/consents.ts';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import type { CallContent } from '#renderer/db/repositories/follow-ups.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { callAddress } from './due-filters.ts';

/** Asks first whether follow-up calls are welcome, where nobody has recorded it. */
export const AskConsent = ({ call }: { readonly call: CallContent }): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const save = async (agreed: boolean): Promise<void> => {
    const saved = await (agreed ? noteConsent : noteWithdrawal)(call.person.id, 'follow-up-calls', today(), 'spoken');
    if (!saved.ok) tell({ tone: 'bad', text: failure(saved.error) });
  };
  return (
    <Note
      tone="warn"
      actions={
        <>
          <Button size="small" onClick={() => void save(true)}>
            {t('alumni.consent.yes')}
          </Button>
          <Button size="small" onClick={() => void save(false)}>
            {t('alumni.consent.no')}
          </Button>
        </>
      }
    >
      {t('followUpStates.asksConsent')}
    </Note>
  );
};

/** What is said when somebody has died: quietly, and without hurrying on. */
export const Farewell = ({
  name,
  next,
}: {
  readonly name: string;
  readonly next: AlumnusLine | undefined;
}): ReactNode => {
  const { t } = useText();
  return (
    <section className="farewell" role="status" aria-labelledby="farewell-title">
      <h3 id="farewell-title">{t('alumni.farewell.title', { name })}</h3>
      <p>{t('alumni.farewell.calls')}</p>
      <p>{t('alumni.farewell.thanks')}</p>
      <p className="second">{t('alumni.farewell.mistake')}</p>
      <p>
        <Link className="btn small" href={next === undefined ? '/alumni' : callAddress(next)}>
          {t(next === undefined ? 'alumni.title' : 'alumni.farewell.next')}
        </Link>
      </p>
    </section>
  );
};
