import './criteria.css';
import type { KeyboardEvent, ReactNode } from 'react';
import { useId } from 'react';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { clearCell, enterMark, lastAttempt } from '#shared/domain/cells.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import { formatMark, parsePoints } from '#shared/domain/mark-text.ts';
import type { Criterion } from '#shared/domain/programmes.ts';
import { criteriaTotal, enterCriterion } from '#shared/domain/script-entry.ts';
import type { Failure } from '#shared/lib/result.ts';
import { useDraft } from './use-draft.ts';
import type { Script } from './use-script.ts';

/** Goes to the next or the last points field, and after the last of them to the feedback. */
const step = (from: HTMLInputElement, by: 1 | -1): void => {
  const panel = from.closest('.script-panel');
  const fields = [...(panel?.querySelectorAll<HTMLElement>('[data-points], [data-feedback]') ?? [])];
  const next = fields[fields.indexOf(from) + by];
  next?.focus();
};

type PointsProps = {
  readonly label: string;
  readonly max: number;
  readonly saved: number | undefined;
  readonly disabled: boolean;
  readonly onSave: (value: number | undefined) => void;
  readonly described?: string;
};

/** Points out of a maximum: typed, saved when left. Enter and the arrows go on; what is refused stays until it is mended or Esc brings back the old. */
const Points = ({ label, max, saved, disabled, onSave, described }: PointsProps): ReactNode => {
  const { t, failure, language } = useText();
  const id = useId();
  const before = saved === undefined ? '' : formatMark(saved, language);
  const draft = useDraft(before, (text): Failure | undefined => {
    if (text.trim() === '') return void onSave(undefined);
    const read = parsePoints(text, max);
    return read.ok ? void onSave(read.value) : read.error;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, currentTarget } = event;
    if (key === 'Escape' && draft.restore()) {
      event.stopPropagation();
      return;
    }
    const by = key === 'Enter' || key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : undefined;
    if (by === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    if (draft.leave()) step(currentTarget, key === 'Enter' && event.shiftKey ? -1 : by);
  };
  return (
    <>
      <input
        className="points"
        data-points
        aria-label={label}
        aria-describedby={[draft.failure === undefined ? '' : id, described ?? ''].join(' ').trim() || undefined}
        aria-invalid={draft.failure === undefined ? undefined : true}
        inputMode="decimal"
        autoComplete="off"
        disabled={disabled}
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => draft.leave()}
        onKeyDown={onKeyDown}
      />{' '}
      / {formatMark(max, language)}
      {draft.failure !== undefined && (
        <span id={id} role="alert" className="points-refused">
          {t(before === '' ? 'marks.bubble.empty' : 'marks.bubble.value', {
            why: failure(draft.failure),
            text: before,
          })}
        </span>
      )}
    </>
  );
};

const MustPass = ({
  criterion,
  keyed,
  id,
}: {
  readonly criterion: Criterion;
  readonly keyed: number | undefined;
  readonly id: string;
}): ReactNode => {
  const { t, language } = useText();
  const { mustPass } = criterion;
  if (mustPass === undefined) return null;
  const state = keyed === undefined ? 'open' : keyed < mustPass ? 'missed' : 'met';
  return (
    <span id={id} className={`must ${state}`}>
      {state !== 'open' && <Glyph name={state === 'met' ? 'pass' : 'below'} />}{' '}
      {t(`script.must.${state}`, { least: formatMark(mustPass, language) })}
    </span>
  );
};

const CriterionRow = ({
  script,
  criterion,
  number,
}: {
  readonly script: Script;
  readonly criterion: Criterion;
  readonly number: number;
}): ReactNode => {
  const { t, language } = useText();
  const id = useId();
  const { assignment, row } = script.target;
  const keyed = lastAttempt(script.cell)?.criteria?.[criterion.id];
  const title = inLanguage(criterion.title, language);
  return (
    <tr>
      <th scope="row">
        <kbd aria-hidden="true">{number}</kbd>
        <span>
          {title} <MustPass criterion={criterion} keyed={keyed} id={id} />
        </span>
      </th>
      <td>
        <Points
          label={t('script.points', { title, max: formatMark(criterion.max, language) })}
          max={criterion.max}
          saved={keyed}
          disabled={row.locked}
          {...(criterion.mustPass === undefined ? {} : { described: id })}
          onSave={(value) =>
            script.change('script.what.criterion', (cell, marking) =>
              enterCriterion(cell, assignment, criterion.id, value, marking),
            )
          }
        />
      </td>
    </tr>
  );
};

const SumOfCriteria = ({ script }: { readonly script: Script }): ReactNode => {
  const { t, language } = useText();
  const { assignment } = script.target;
  const { keyed, sum, total, scaled } = criteriaTotal(assignment, lastAttempt(script.cell)?.criteria);
  const label =
    total !== undefined
      ? t(scaled ? 'script.sumScaled' : 'script.sum', { max: formatMark(assignment.max, language) })
      : t('script.sumSoFar', { keyed, count: assignment.criteria.length });
  return (
    <tr className="sub">
      <th scope="row">{label}</th>
      <td>{keyed === 0 ? '–' : formatMark(sum, language)}</td>
    </tr>
  );
};

const WholeMark = ({ script }: { readonly script: Script }): ReactNode => {
  const { t, language } = useText();
  const { assignment, row } = script.target;
  return (
    <tr>
      <th scope="row">{t('script.given')}</th>
      <td>
        <Points
          label={t('script.points', { title: t('script.given'), max: formatMark(assignment.max, language) })}
          max={assignment.max}
          saved={lastAttempt(script.cell)?.value}
          disabled={row.locked}
          onSave={(value) =>
            script.change('script.what.mark', (cell, marking) =>
              value === undefined ? clearCell(cell, marking) : enterMark(cell, value, marking),
            )
          }
        />
      </td>
    </tr>
  );
};

/** The rows in which points are keyed: one a criterion with their sum, or one for the mark where there are no criteria. */
export const CriteriaRows = ({ script }: { readonly script: Script }): ReactNode => {
  const { criteria } = script.target.assignment;
  if (criteria.length === 0) return <WholeMark script={script} />;
  return (
    <>
      {criteria.map((criterion, index) => (
        <CriterionRow key={criterion.id} script={script} criterion={criterion} number={index + 1} />
      ))}
      <SumOfCriteria script={script} />
    </>
  );
};
