import './privacy.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Person } from '#shared/domain/people.ts';
import type { RetentionKind } from '#shared/domain/retention-times.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import type { Mention } from '#renderer/db/repositories/erasure.ts';
import { mentionsOf } from '#renderer/db/repositories/erasure.ts';
import { copiesElsewhere } from '#renderer/db/repositories/retention.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { startAnew } from './start-anew.ts';

const mostListed = 8;

const Mentions = ({ mentions }: { readonly mentions: readonly Mention[] }): ReactNode => {
  const { t } = useText();
  if (mentions.length === 0) return null;
  return (
    <section>
      <p>{t('privacy.erase.mentions', { count: mentions.length })}</p>
      <ul className="privacy-lines">
        {mentions.slice(0, mostListed).map(({ table, id, text }) => (
          <li key={`${table}/${id}`}>
            <b>{t(`privacy.table.${table}` as 'privacy.table.sheets')}</b> <span lang="und">{text.slice(0, 160)}</span>
          </li>
        ))}
        {mentions.length > mostListed && <li>{t('privacy.worklist.more', { count: mentions.length - mostListed })}</li>}
      </ul>
    </section>
  );
};

const Elsewhere = (): ReactNode => {
  const { t, formatDate } = useText();
  const copies = useLive(copiesElsewhere, []) ?? [];
  return (
    <section>
      <p>{t(copies.length === 0 ? 'privacy.erase.elsewhereNone' : 'privacy.erase.elsewhere')}</p>
      {copies.length > 0 && (
        <ul className="privacy-lines">
          {copies.slice(0, mostListed).map(({ id, at, what, by }) => (
            <li key={id}>{t('privacy.erase.export', { date: formatDate(at.slice(0, 10)), what, by })}</li>
          ))}
          {copies.length > mostListed && <li>{t('privacy.worklist.more', { count: copies.length - mostListed })}</li>}
        </ul>
      )}
      <p>{t('privacy.erase.elsewhereOthers')}</p>
    </section>
  );
};

type EraseDialogProps = {
  readonly title: string;
  /** The one person it is about, whose name is looked for in other texts. */
  readonly person?: Person;
  /** Where only some kinds of data go. */
  readonly kinds?: readonly RetentionKind[];
  readonly children?: ReactNode;
  readonly work: () => Promise<Result<unknown, Failure>>;
  /** Where the window starts anew. */
  readonly then: string;
  readonly onClose: () => void;
};

/** Says in words what goes, what stays and what cannot be reached, and asks for a word to be typed: this cannot be undone. */
export const EraseDialog = ({ title, person, kinds, children, work, then, onClose }: EraseDialogProps): ReactNode => {
  const { t, failure } = useText();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [working, setWorking] = useState(false);
  const mentions = useLive(() => (person === undefined ? Promise.resolve([]) : mentionsOf(person)), [person]) ?? [];
  const word = t('privacy.erase.word');
  const ready = typed.trim().toUpperCase() === word && !working;
  const erase = async (): Promise<void> => {
    if (!ready) return;
    setWorking(true);
    const done = await work();
    if (done.ok) return startAnew(then);
    setWorking(false);
    setError(failure(done.error));
  };
  return (
    <Dialog
      open
      onClose={() => !working && onClose()}
      title={title}
      footer={
        <>
          <Button disabled={working} onClick={onClose}>
            {t('privacy.erase.cancel')}
          </Button>
          <Button kind="first" disabled={!ready} onClick={() => void erase()}>
            {t(kinds === undefined ? 'privacy.erase.do' : 'privacy.erase.doRemove')}
          </Button>
        </>
      }
    >
      <div className="privacy-erase">
        <Note tone="warn">
          <b>{t('privacy.erase.lead')}</b>{' '}
          {kinds === undefined
            ? t('privacy.erase.goes')
            : t('privacy.erase.goesParts', {
                kinds: kinds.map((kind) => t(`privacy.worklist.kinds.${kind}`)).join(', '),
              })}
        </Note>
        {kinds === undefined && <p>{t('privacy.erase.stays')}</p>}
        <p>{t('privacy.erase.undo')}</p>
        {children}
        <Mentions mentions={mentions} />
        <Elsewhere />
        <form onSubmit={(event) => (event.preventDefault(), void erase())}>
          <TextField
            label={t('privacy.erase.confirm', { word })}
            value={typed}
            onChange={setTyped}
            error={error}
            autoComplete="off"
          />
        </form>
        {working && <p role="status">{t('privacy.erase.working')}</p>}
      </div>
    </Dialog>
  );
};
