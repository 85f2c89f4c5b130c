import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ListChange } from '#shared/domain/award-lists.ts';
import type { AwardList } from '#shared/domain/awards.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

type AwardListLineProps = {
  readonly list: AwardList;
  readonly changes: readonly ListChange[];
  readonly onFreeze: () => void;
};

const kinds = ['added', 'dropped', 'changed'] as const;

/** The frozen list: when, by whom, how many; what has changed since, and the way on. */
export const AwardListLine = ({ list, changes, onFreeze }: AwardListLineProps): ReactNode => {
  const { t, formatDate } = useText();
  const since = kinds.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? [t(`awards.since.${kind}`, { count })] : [];
  });
  const values = { date: formatDate(list.frozenOn), by: list.frozenBy, count: list.lines.length };
  return (
    <div className="award-line">
      <span className="t-ok">
        <Glyph name="released" />
      </span>
      <p>
        <b>{t('awards.list', values)}</b>{' '}
        <span className="second">
          {list.supersedes === undefined ? t('awards.by', values) : t('awards.byAgain', values)}
        </span>
        {since.length > 0 && (
          <span className="t-warn">
            {' '}
            <Glyph name="anomaly" /> {t('awards.since.title', { changes: since.join(', ') })}
          </span>
        )}
      </p>
      <span className="results-actions">
        {since.length > 0 && (
          <Button size="small" onClick={onFreeze}>
            {t('awards.freezeAgain')}
          </Button>
        )}
        <Link
          className={since.length > 0 ? 'btn small' : 'btn small first'}
          href={`/cohorts/${list.cohortId}/certificates`}
        >
          {t('awards.toCertificates')}
        </Link>
      </span>
    </div>
  );
};
