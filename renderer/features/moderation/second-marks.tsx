import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import { fullName } from '#shared/domain/people.ts';
import type { Batch, CohortModeration } from '#renderer/db/repositories/moderation.ts';
import { useText } from '#renderer/ui/text.tsx';
import { AgreeDialog } from './agree-dialog.tsx';
import type { NamedComparison } from './batch-parts.ts';
import { SecondRow } from './second-row.tsx';

/** The scripts of the sample by name: an order that says nothing about their marks. */
const useLines = ({ learners }: CohortModeration, { comparisons }: Batch): readonly NamedComparison[] => {
  const { compare } = useText();
  return useMemo(() => {
    const names = new Map<EnrolmentId, string>(
      learners.map(({ enrolment, person }) => [enrolment.id, fullName(person)]),
    );
    return comparisons
      .map((one) => ({ ...one, name: names.get(one.enrolmentId) ?? '–' }))
      .toSorted((a, b) => compare(a.name, b.name));
  }, [learners, comparisons, compare]);
};

const columns = ['learner', 'marker', 'second', 'first', 'difference', 'outcome', 'why'] as const;
const numeric: ReadonlySet<string> = new Set(['second', 'first', 'difference']);

const Head = (): ReactNode => {
  const { t } = useText();
  return (
    <>
      <colgroup>
        {columns.map((name) => (
          <col key={name} className={`w-${name}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col" className={numeric.has(name) ? 'num' : ''}>
              {t(`moderation.list.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
};

/** Gives the focus to the next mark to agree on, or to the verdict, once a dialog has closed whose button is gone. */
const useFocusAfter = (agreeing: EnrolmentId | undefined): void => {
  useEffect(() => {
    if (agreeing !== undefined) return undefined;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('.second-marks [data-agree], .verdict-panel')?.focus();
    }, 250);
    return () => clearTimeout(timer);
  }, [agreeing]);
};

/** The sample as a list that is keyed down: the first mark is not on the page until the second is in. */
export const SecondMarks = ({
  content,
  batch,
}: {
  readonly content: CohortModeration;
  readonly batch: Batch;
}): ReactNode => {
  const { t, language } = useText();
  const [agreeing, setAgreeing] = useState<EnrolmentId>();
  const lines = useLines(content, batch);
  useFocusAfter(agreeing);
  const open = lines.find(({ enrolmentId }) => enrolmentId === agreeing);
  const label = t('moderation.list.label', { assignment: inLanguage(batch.assignment.title, language) });
  return (
    <>
      {batch.findings.waiting > 0 && batch.moderation?.verdict === undefined && (
        <p className="batch-words second" id="second-help">
          {t('moderation.list.help')}
        </p>
      )}
      <div className="second-scroll">
        <table className="list second-marks" aria-label={label}>
          <Head />
          <tbody>
            {lines.map((line) => (
              <SecondRow
                key={line.enrolmentId}
                cohortId={content.cohort.id}
                batch={batch}
                line={line}
                onAgree={() => setAgreeing(line.enrolmentId)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {open?.second !== undefined && (
        <AgreeDialog
          cohortId={content.cohort.id}
          batch={batch}
          line={open}
          second={open.second}
          onClose={() => setAgreeing(undefined)}
        />
      )}
    </>
  );
};
