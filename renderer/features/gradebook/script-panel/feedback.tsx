import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { learnFromFeedback, listComments } from '#renderer/db/repositories/comments.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { lastAttempt } from '#shared/domain/cells.ts';
import type { BankComment } from '#shared/domain/comment-bank.ts';
import { offeredComments, withComment } from '#shared/domain/comment-bank.ts';
import type { NameIndex } from '#shared/domain/feedback-names.ts';
import { otherNames } from '#shared/domain/feedback-names.ts';
import { fullName } from '#shared/domain/people.ts';
import { setOfAttempt } from '#shared/domain/script-entry.ts';
import { BankEditor, BankList } from './bank.tsx';
import { useDraft } from './use-draft.ts';
import type { Script } from './use-script.ts';

/** So long after the last key the feedback is saved while it is still being typed. */
const pause = 1200;

/** How many comments have a key of their own, Alt 1 to Alt 9. */
const keyed = 9;

/** What is being looked for in the bank: the text after a `/` before the caret, and where it stands. */
const slashAt = (text: string, caret: number): { readonly query: string; readonly from: number } | undefined => {
  const found = /(?:^|\s)\/([^/\n]{0,40})$/u.exec(text.slice(0, caret));
  return found === null ? undefined : { query: found[1] ?? '', from: caret - (found[1] ?? '').length - 1 };
};

/** The other learners whose names stand in the text: a warning, which stops nobody. */
const NamesFound = ({
  script,
  text,
  names,
}: {
  readonly script: Script;
  readonly text: string;
  readonly names: NameIndex;
}): ReactNode => {
  const { t } = useText();
  const found = otherNames(text, names, script.target.row.learner.person);
  return (
    <div role="status" className="names-found">
      {found.length > 0 && (
        <div className="note warn">
          <Icon name="alert" />
          <div className="note-text">
            {found.map(({ word, person }) => (
              <p key={word}>{t('script.otherName', { word, name: fullName(person) })}</p>
            ))}
          </div>
        </div>
      )}
    </div>
  );
};

const useBank = (script: Script) => {
  const { language: screen } = useText();
  const { learner } = script.target.row;
  const language = learner.person.language ?? screen;
  const place = { programmeId: script.marks.context.programme.id, assignmentId: script.target.assignment.id, language };
  const comments = useLive(() => listComments(place), [place.programmeId, place.assignmentId, language]) ?? [];
  return { place, comments };
};

/** Lets the bank learn what was typed since the script was opened or the field left last: when it is left, or the panel goes on to another script. */
const useLearning = (place: ReturnType<typeof useBank>['place'], text: string, names: NameIndex): (() => void) => {
  const begun = useRef(text);
  const learn = useRef<() => void>(() => undefined);
  learn.current = () => {
    const before = begun.current;
    begun.current = text;
    if (before !== text) void learnFromFeedback(place, { before, after: text }, names);
  };
  useEffect(() => () => learn.current(), []);
  return () => learn.current();
};

/** The caret is set after the text with the comment in it has been painted. */
const useCaret = () => {
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });
  return { field, put: (caret: number) => (wanted.current = caret) };
};

/** The feedback with its bank of comments. */
export const Feedback = ({ script, names }: { readonly script: Script; readonly names: NameIndex }): ReactNode => {
  const { t } = useText();
  const id = useId();
  const { place, comments } = useBank(script);
  const { field, put } = useCaret();
  const [search, setSearch] = useState<{ readonly query: string; readonly from: number }>();
  const [chosen, setChosen] = useState(0);
  const saved = lastAttempt(script.cell)?.feedback ?? '';
  const draft = useDraft(
    saved,
    (feedback) => {
      script.change('script.what.feedback', (cell) => setOfAttempt(cell, { feedback }));
      return undefined;
    },
    pause,
  );
  const learn = useLearning(place, draft.value, names);
  const offered = offeredComments(comments, { query: search?.query ?? '', text: draft.value });
  const shown = offered.slice(0, keyed);
  const insert = (comment: BankComment): void => {
    const at = field.current?.selectionStart ?? draft.value.length;
    const end = field.current?.selectionEnd ?? at;
    const next = withComment(draft.value, { from: search?.from ?? at, to: end }, comment.text);
    draft.set(next.text);
    put(next.caret);
    setSearch(undefined);
  };
  const onSearchKey = (event: KeyboardEvent): boolean => {
    if (search === undefined) return false;
    const { key } = event;
    if (key === 'Escape') setSearch(undefined);
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const by = key === 'ArrowDown' ? 1 : -1;
      setChosen((before) => (shown.length === 0 ? 0 : (before + by + shown.length) % shown.length));
    } else if ((key === 'Enter' || key === 'Tab') && !event.ctrlKey && shown[chosen] !== undefined)
      insert(shown[chosen]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (onSearchKey(event)) return;
    const number = event.altKey && /^Digit[1-9]$/u.test(event.code) ? Number(event.code.slice(5)) : 0;
    const comment = shown[number - 1];
    if (comment !== undefined) {
      event.preventDefault();
      insert(comment);
    } else if (event.ctrlKey && event.code === 'Space') {
      event.preventDefault();
      setChosen(0);
      const at = event.currentTarget.selectionStart;
      setSearch({ query: '', from: at });
    }
  };
  const locked = script.target.row.locked;
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
        aria-activedescendant={search !== undefined && shown[chosen] !== undefined ? `${id}-bank-${chosen}` : undefined}
        value={draft.value}
        onChange={(event) => {
          draft.set(event.target.value);
          setSearch(slashAt(event.target.value, event.target.selectionStart));
          setChosen(0);
        }}
        onBlur={(event) => {
          setSearch(undefined);
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
        comments={shown}
        all={comments.length}
        searching={search !== undefined}
        chosen={chosen}
        disabled={locked}
        onInsert={insert}
      />
      {comments.length > 0 && <BankEditor comments={comments} />}
    </section>
  );
};
