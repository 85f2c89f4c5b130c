import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { groupBy } from '#shared/lib/group-by.ts';
import type { IndicatorId, Verdict } from '#shared/domain/outcome-indicators.ts';
import type { Figures } from '#shared/domain/outcome-figures.ts';
import type { CountedPerson } from '#shared/domain/outcome-people.ts';
import { peopleCounted } from '#shared/domain/outcome-people.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import type { OutcomeReport } from '#shared/domain/outcomes.ts';
import { namesOfEnrolments } from '#renderer/db/repositories/outcomes.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';

const verdicts = ['yes', 'no', 'unknown', 'out'] as const;

/** More names than this are asked for by their place in the fraction. */
const atOnce = 300;

const keyOf = ({ verdict, reason }: CountedPerson): string => JSON.stringify([verdict, reason]);

const Reasons = ({
  people,
  figures,
}: {
  readonly people: readonly CountedPerson[];
  readonly figures: Figures;
}): ReactNode => {
  const { t, say } = useText();
  const groups = [...groupBy(people, keyOf).values()].toSorted((a, b) => b.length - a.length);
  return (
    <table className="list">
      <caption className="vh">{t('outcomes.counted.reasons')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('outcomes.counted.place')}</th>
          <th scope="col">{t('outcomes.counted.why')}</th>
          <th scope="col" className="num">
            {t('outcomes.counted.people')}
          </th>
        </tr>
      </thead>
      <tbody>
        {verdicts.flatMap((verdict) =>
          groups
            .filter(([first]) => first?.verdict === verdict)
            .map((group) => {
              const [first] = group;
              return first === undefined ? null : (
                <tr key={keyOf(first)}>
                  <th scope="row">{t(`outcomes.counted.verdict.${verdict}`)}</th>
                  <td>{say(first.reason)}</td>
                  <td className="num">{figures.count(group.length)}</td>
                </tr>
              );
            }),
        )}
      </tbody>
    </table>
  );
};

const Names = ({ people }: { readonly people: readonly CountedPerson[] }): ReactNode => {
  const { t, say, compare } = useText();
  const [verdict, setVerdict] = useState<Verdict>('yes');
  const shown = people.filter((person) => person.verdict === verdict);
  const ids = shown.slice(0, atOnce).map(({ enrolmentId }) => enrolmentId);
  const names = useLive(() => namesOfEnrolments(ids), [ids.join()]);
  const lines = shown
    .slice(0, atOnce)
    .map((person) => ({ ...person, ...names?.get(person.enrolmentId) }))
    .toSorted((a, b) => compare(a.name ?? '', b.name ?? ''));
  return (
    <>
      <SelectField<Verdict>
        label={t('outcomes.counted.list')}
        value={verdict}
        onChange={setVerdict}
        options={verdicts.map((value) => ({
          value,
          label: `${t(`outcomes.counted.verdict.${value}`)} (${people.filter((person) => person.verdict === value).length})`,
        }))}
      />
      {shown.length > atOnce && <p className="second">{t('outcomes.counted.first', { count: atOnce })}</p>}
      <div className="counted-names" role="region" aria-label={t('outcomes.counted.names')} tabIndex={0}>
        <table className="list">
          <caption className="vh">{t('outcomes.counted.names')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('outcomes.counted.name')}</th>
              <th scope="col">{t('outcomes.filters.cohort')}</th>
              <th scope="col">{t('outcomes.counted.why')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.enrolmentId}>
                <th scope="row">
                  {line.personId === undefined ? (
                    t('outcomes.counted.nobody')
                  ) : (
                    <Link href={`/people/${line.personId}`}>{line.name}</Link>
                  )}
                </th>
                <td>{line.cohortCode}</td>
                <td>{say(line.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

type CountedDialogProps = {
  readonly rows: readonly OutcomeRow[];
  readonly report: OutcomeReport;
  readonly id: IndicatorId;
  readonly title: string;
  readonly figures: Figures;
  readonly onClose: () => void;
};

/** How a figure came about: its sum in words, everyone counted in and out with the reason, and to those allowed to see names, who they are. */
export const CountedDialog = ({ rows, report, id, title, figures, onClose }: CountedDialogProps): ReactNode => {
  const { t, say } = useText();
  const { author } = useSession();
  const people = useMemo(() => peopleCounted(rows, report.selection, id), [rows, report.selection, id]);
  const { estimate, definition } = report.indicators[id];
  const maySeeNames = author.role === 'coordinator' || author.role === 'programme-officer';
  return (
    <Dialog open onClose={onClose} size="wide" title={t('outcomes.counted.title', { indicator: title })}>
      <p>{say(definition)}</p>
      {estimate.suppressed ? (
        <p>{t(`outcomeIndicators.suppressed.${estimate.because}`)}</p>
      ) : (
        <p>
          {t('outcomes.counted.sum', {
            n: figures.count(estimate.count),
            known: figures.count(estimate.known),
            share: figures.percent(estimate.share),
            unknown: figures.count(estimate.base - estimate.known),
          })}
        </p>
      )}
      {maySeeNames ? (
        <>
          <Reasons people={people} figures={figures} />
          <Names people={people} />
        </>
      ) : (
        <Note tone="info">{t('outcomes.counted.noNames')}</Note>
      )}
    </Dialog>
  );
};
