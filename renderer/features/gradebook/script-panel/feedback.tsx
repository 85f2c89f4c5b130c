import type { ReactNode } from 'react';
import { useId } from 'react';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { lastAttempt } from '#shared/domain/cells.ts';
import type { NameIndex } from '#shared/domain/feedback-names.ts';
import { setOfAttempt } from '#shared/domain/script-entry.ts';
import { BankEditor, BankList } from './bank.tsx';
import { NamesFound } from './names-found.tsx';
import { useBank, useLearning } from './use-bank.ts';
import { useComments } from './use-comments.ts';
import { useDraft } from './use-draft.ts';
import type { Script } from './use-script.ts';

/** So long after the last key the feedback is saved while it is still being typed. */
const pause = 1200;

const useFeedback = (script: Script) =>
  useDraft(
    lastAttempt(script.cell)?.feedback ?? '',
    (feedback) => {
      script.change('script.what.feedback', (cell) => setOfAttempt(cell, { feedback }));
      return undefined;
    },
    pause,
  );

/** The feedback with its bank of comments. */
export const Feedback = ({ script, names }: { readonly script: Script; readonly names: NameIndex }): ReactNode => {
  const { t } = useText();
  const id = useId();
  const { place, comments } = useBank(script);
  const draft = useFeedback(script);
  const learn = useLearning(place, draft.value, names);
  const { field, shown, searching, chosen, insert, onKeyDown, onText, stop } = useComments(comments, draft);
  const { locked } = script.target.row;
  return (
    <section className="script-part">
      <h3>
        <label htmlFor={id}>{t('script.feedback')}</label>
      </h3>
      <textarea
        ref={field}
        id={id}
        data-feedback
        rows={4}
        className="field area"
        disabled={locked}
        aria-describedby={`${id}-guard`}
        aria-controls={`${id}-bank`}
        aria-autocomplete="list"
        aria-activedescendant={searching && shown[chosen] !== undefined ? `${id}-bank-${chosen}` : undefined}
        value={draft.value}
        onChange={({ target }) => {
          draft.set(target.value);
          onText(target.value, target.selectionStart);
        }}
        onBlur={(event) => {
          stop();
          draft.leave();
          // A comment pressed with the pointer goes on in the field.
          if (event.relatedTarget?.closest('.bank') == null) learn();
        }}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-guard`} className="script-hint guard">
        <Icon name="shield" /> {t('script.guard')}
      </p>
      <NamesFound script={script} text={draft.value} names={names} />
      <BankList
        id={`${id}-bank`}
        language={place.language}
        comments={shown}
        all={comments.length}
        searching={searching}
        chosen={chosen}
        disabled={locked}
        onInsert={insert}
      />
      {comments.length > 0 && <BankEditor comments={comments} />}
    </section>
  );
};
