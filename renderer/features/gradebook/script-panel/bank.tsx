import './bank.css';
import type { ReactNode } from 'react';
import { removeComment, setCommentShortcut } from '#renderer/db/repositories/comments.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { BankComment } from '#shared/domain/comment-bank.ts';
import { offeredComments } from '#shared/domain/comment-bank.ts';
import type { Language } from '#shared/domain/languages.ts';
import { useDraft } from './use-draft.ts';

type BankListProps = {
  readonly id: string;
  /** The language that its comments are in. */
  readonly language: Language;
  readonly comments: readonly BankComment[];
  readonly all: number;
  readonly searching: boolean;
  readonly chosen: number;
  readonly disabled: boolean;
  readonly onInsert: (comment: BankComment) => void;
};

/** The comments offered now: pressed, by Alt and their number, or chosen from the list that `/` opens. */
export const BankList = ({
  id,
  language,
  comments,
  all,
  searching,
  chosen,
  disabled,
  onInsert,
}: BankListProps): ReactNode => {
  const { t } = useText();
  return (
    <div className="bank">
      <p className="bank-title">
        <b>{t('script.bank')}</b> <kbd>/</kbd> <kbd>{t('script.bankKeys')}</kbd>
        <span className="second">{t(`languages.own.${language}`)}</span>
      </p>
      {searching ? (
        <ul id={id} role="listbox" aria-label={t('script.bank')}>
          {comments.map((comment, index) => (
            <li
              key={comment.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onMouseDown={(event) => {
                event.preventDefault();
                onInsert(comment);
              }}
            >
              {comment.text}
            </li>
          ))}
        </ul>
      ) : (
        <ul id={id} className="bank-chips" aria-label={t('script.bank')}>
          {comments.map((comment, index) => (
            <li key={comment.id}>
              <button type="button" disabled={disabled} title={comment.text} onClick={() => onInsert(comment)}>
                <span className="bank-number">{index + 1}</span>
                <span className="cut">{comment.text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {comments.length === 0 && (
        <p className="script-hint">
          {t(all === 0 ? 'script.bankEmpty' : searching ? 'script.bankNone' : 'script.bankUsed')}
        </p>
      )}
    </div>
  );
};

const BankLine = ({ comment }: { readonly comment: BankComment }): ReactNode => {
  const { t } = useText();
  const draft = useDraft(comment.shortcut ?? '', (shortcut) => {
    void setCommentShortcut(comment, shortcut);
    return undefined;
  });
  return (
    <li>
      <span>
        {comment.text} <span className="second">{t('script.uses', { count: comment.uses })}</span>
      </span>
      <input
        className="field"
        aria-label={t('script.shortcutOf', { text: comment.text })}
        placeholder={t('script.shortcut')}
        maxLength={20}
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
        onBlur={() => draft.leave()}
      />
      <IconButton label={t('script.removeComment', { text: comment.text })} onClick={() => void removeComment(comment)}>
        <Icon name="trash" />
      </IconButton>
    </li>
  );
};

/** The bank of this assignment and language: shortcuts, and what shall no longer be offered. */
export const BankEditor = ({ comments }: { readonly comments: readonly BankComment[] }): ReactNode => {
  const { t } = useText();
  return (
    <details className="bank-editor">
      <summary>{t('script.editBank', { count: comments.length })}</summary>
      <ul>
        {offeredComments(comments, { query: '', text: '' }).map((comment) => (
          <BankLine key={comment.id} comment={comment} />
        ))}
      </ul>
    </details>
  );
};
