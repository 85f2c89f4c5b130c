import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
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

/** The next field to key into, or the next mark to agree on, or the verdict. */
const nextStep = (): HTMLElement | null =>
  ['.second-marks [data-second]', '.second-marks [data-agree]', '.verdict-panel']
    .map((part) => document.querySelector<HTMLElement>(part))
    .find((found) => found !== null) ?? null;

/** Goes on to the next step once a sample was drawn or a dialog has closed: their button is gone, and the focus with it. */
const useFocusAfter = (agreeing: EnrolmentId | undefined, justDrawn: boolean): void => {
  const idle = useRef(!justDrawn);
  useEffect(() => {
    if (agreeing !== undefined || idle.current) {
      idle.current = false;
      return undefined;
    }
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) nextStep()?.focus();
    }, 250);
    return () => clearTimeout(timer);
  }, [agreeing]);
};

/** The sample as a list that is keyed down: the first mark is not on the page until the second is in. */
export const SecondMarks = ({
  content,
  batch,
  justDrawn,
}: {
  readonly content: CohortModeration;
  readonly batch: Batch;
  /** The sample was drawn a moment ago: the keyboard goes to its first field. */
  readonly justDrawn: boolean;
}): ReactNode => {
  const { t, language } = useText();
  const [agreeing, setAgreeing] = useState<EnrolmentId>();
  const lines = useLines(content, batch);
  useFocusAfter(agreeing, justDrawn);
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
