import type { KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { CohortId } from '#shared/domain/ids.ts';
import { formatMark, parsePoints } from '#shared/domain/mark-text.ts';
import { reasonsInWords, signedMark } from '#shared/domain/moderation-words.ts';
import type { Batch } from '#renderer/db/repositories/moderation.ts';
import { enterSecondMark } from '#renderer/db/repositories/moderation.ts';
import { today } from '#renderer/desktop/clock.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Glyph, Icon } from '#renderer/ui/icon.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { NamedComparison } from './batch-parts.ts';

type RowProps = {
  readonly cohortId: CohortId;
  readonly batch: Batch;
  readonly line: NamedComparison;
  readonly onAgree: () => void;
};

/** Goes to the field of another script of the list; from the last one on to the verdict. */
const goTo = (from: HTMLInputElement, step: 1 | -1): void => {
  const fields = [...document.querySelectorAll<HTMLInputElement>('.second-marks [data-second]')];
  const next = fields[fields.indexOf(from) + step];
  if (next !== undefined) next.focus();
  else if (step === 1) document.querySelector<HTMLElement>('.verdict-panel')?.focus();
};

const useKeying = ({ cohortId, batch, line }: Omit<RowProps, 'onAgree'>) => {
  const { failure } = useText();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string>();
  const [keyedAgain, setKeyedAgain] = useState(false);
  const which = { cohortId, assignmentId: batch.assignment.id, enrolmentId: line.enrolmentId };
  const save = async (value: number | null): Promise<void> => {
    const saved = await enterSecondMark(which, value, today());
    if (!saved.ok) setRefused(failure(saved.error));
  };
  const accept = (): boolean => {
    if (text.trim() === '') return true;
    const mark = parsePoints(text, batch.assignment.max);
    if (!mark.ok) {
      setRefused(failure(mark.error));
      return false;
    }
    setRefused(undefined);
    void save(mark.value);
    return true;
  };
  const type = (next: string): void => {
    setRefused(undefined);
    setText(next);
  };
  const again = (): void => {
    setText('');
    setKeyedAgain(true);
    void save(null);
  };
  return { text, refused, keyedAgain, type, accept, again };
};

const Keyed = ({
  line,
  batch,
  keying,
}: Pick<RowProps, 'line' | 'batch'> & { readonly keying: ReturnType<typeof useKeying> }): ReactNode => {
  const { t } = useText();
  const { text, refused, keyedAgain, type, accept } = keying;
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      type('');
    }
    if (step === undefined) return;
    event.preventDefault();
    const field = event.currentTarget;
    if (accept()) goTo(field, event.shiftKey && event.key === 'Enter' ? -1 : step);
  };
  return (
    <input
      className="field second-field num"
      data-second
      inputMode="decimal"
      autoComplete="off"
      autoFocus={keyedAgain}
      aria-label={t('moderation.list.secondFor', { name: line.name, max: batch.assignment.max / 100 })}
      value={text}
      {...(refused === undefined
        ? { 'aria-describedby': 'second-help' }
        : { 'aria-invalid': true as const, 'aria-describedby': refusalId(line) })}
      onChange={(event) => type(event.target.value)}
      onKeyDown={press}
      onBlur={accept}
    />
  );
};

const refusalId = ({ enrolmentId }: NamedComparison): string => `second-${enrolmentId}`;

/** What stands in the place of the first mark while the second is not in: that it comes, or why what was typed is refused. */
const Blind = ({
  line,
  refused,
}: {
  readonly line: NamedComparison;
  readonly refused: string | undefined;
}): ReactNode => {
  const { t } = useText();
  if (refused === undefined) return t('moderation.list.blind');
  return (
    <span id={refusalId(line)} className="field-error second-error" role="alert">
      <Glyph name="refused" /> {t('moderation.list.refused', { why: refused })}
    </span>
  );
};

const Outcome = ({
  line,
  onAgree,
  decided,
}: Pick<RowProps, 'line' | 'onAgree'> & { readonly decided: boolean }): ReactNode => {
  const { t, language } = useText();
  switch (line.state) {
    case 'stands':
      return (
        <span className="t-ok">
          <Glyph name="pass" /> {t('moderation.list.stands')}
        </span>
      );
    case 'agreed':
      return (
        <span className="t-ok" title={line.second?.agreed?.note}>
          <Glyph name="moderated" />{' '}
          {t('moderation.list.agreed', { mark: formatMark(line.second?.agreed?.value ?? 0, language) })}
        </span>
      );
    case 'differs':
      return decided ? (
        <Tag tone="warn">{t('moderation.list.differs')}</Tag>
      ) : (
        <Button
          size="tiny"
          data-agree
          aria-label={t('moderation.list.agreeFor', { name: line.name })}
          onClick={onAgree}
        >
          {t('moderation.list.agree')}
        </Button>
      );
    case 'changed':
    case 'gone':
      return <Tag tone="warn">{t(`moderation.list.${line.state}`)}</Tag>;
    case 'waiting':
      return null;
  }
};

/** A script of the sample. While it waits for its second mark, nothing of its first mark is on the page: neither the mark nor the reasons that tell it. */
export const SecondRow = ({ cohortId, batch, line, onAgree }: RowProps): ReactNode => {
  const { t, say, language } = useText();
  const { author } = useSession();
  const keying = useKeying({ cohortId, batch, line });
  const decided = batch.moderation?.verdict !== undefined;
  const { second, difference, script, state } = line;
  return (
    <tr data-script={line.enrolmentId}>
      <th scope="row">
        <span lang="und" className="cut" title={line.name}>
          {line.name}
        </span>
      </th>
      <td>
        {script?.marker ?? <span className="quiet">{t('moderation.list.noMarker')}</span>}
        {script !== undefined && script.marker === author.name && (
          <>
            {' '}
            <Tag tone="warn">{t('moderation.list.yourOwn')}</Tag>
          </>
        )}
      </td>
      <td className="num second-cell">
        {second === undefined && state === 'waiting' && !decided && <Keyed line={line} batch={batch} keying={keying} />}
        {second !== undefined && formatMark(second.value, language)}
      </td>
      {second === undefined || difference === undefined ? (
        <td className="quiet" colSpan={4}>
          {state === 'waiting' && !decided ? (
            <Blind line={line} refused={keying.refused} />
          ) : (
            <Outcome {...{ line, onAgree, decided }} />
          )}
        </td>
      ) : (
        <>
          <td className="num">{formatMark(second.first, language)}</td>
          <td className="num">{signedMark(difference, language)}</td>
          <td className="nowrap second-outcome">
            <Outcome {...{ line, onAgree, decided }} />{' '}
            {!decided && state !== 'agreed' && (
              <IconButton label={t('moderation.list.keyAgainFor', { name: line.name })} onClick={keying.again}>
                <Icon name="undo" />
              </IconButton>
            )}
          </td>
          <td className="second">{say(reasonsInWords(line.reasons))}</td>
        </>
      )}
    </tr>
  );
};
