import type { KeyboardEvent } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { BankComment } from '#shared/domain/comment-bank.ts';
import { offeredComments, withComment } from '#shared/domain/comment-bank.ts';

/** How many comments have a key of their own, Alt 1 to Alt 9. */
const keyed = 9;

/** What is being looked for in the bank: the text after a `/` before the caret, and where it stands. */
type Search = { readonly query: string; readonly from: number };

const slashAt = (text: string, caret: number): Search | undefined => {
  const found = /(?:^|\s)\/([^/\n]{0,40})$/u.exec(text.slice(0, caret));
  return found === null ? undefined : { query: found[1] ?? '', from: caret - (found[1] ?? '').length - 1 };
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

type Field = { readonly value: string; readonly set: (text: string) => void };

/** Comments of the bank put into a text: by Alt and a number, by `/` and some letters, or from the whole list with Ctrl Space. */
export const useComments = (comments: readonly BankComment[], draft: Field) => {
  const { field, put } = useCaret();
  const [search, setSearch] = useState<Search>();
  const [chosen, setChosen] = useState(0);
  const shown = offeredComments(comments, { query: search?.query ?? '', text: draft.value }).slice(0, keyed);
  const look = (next: Search | undefined): void => {
    setSearch(next);
    setChosen(0);
  };
  const insert = ({ text }: BankComment): void => {
    const at = field.current?.selectionStart ?? draft.value.length;
    const end = field.current?.selectionEnd ?? at;
    const next = withComment(draft.value, { from: search?.from ?? at, to: end }, text);
    draft.set(next.text);
    put(next.caret);
    setSearch(undefined);
  };
  /** True where the key was the list's. */
  const onSearchKey = ({ key, ctrlKey }: KeyboardEvent): boolean => {
    if (search === undefined) return false;
    const comment = shown[chosen];
    if (key === 'Escape') setSearch(undefined);
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const by = key === 'ArrowDown' ? 1 : -1;
      setChosen((before) => (shown.length === 0 ? 0 : (before + by + shown.length) % shown.length));
    } else if ((key === 'Enter' || key === 'Tab') && !ctrlKey && comment !== undefined) insert(comment);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (onSearchKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const number = event.altKey && /^Digit[1-9]$/u.test(event.code) ? Number(event.code.slice(5)) : 0;
    const comment = shown[number - 1];
    if (comment !== undefined) insert(comment);
    else if (event.ctrlKey && event.code === 'Space') look({ query: '', from: event.currentTarget.selectionStart });
    else return;
    event.preventDefault();
  };
  return {
    field,
    shown,
    searching: search !== undefined,
    chosen,
    insert,
    onKeyDown,
    /** The text or the caret changed. */
    onText: (text: string, caret: number): void => look(slashAt(text, caret)),
    stop: (): void => setSearch(undefined),
  };
};
