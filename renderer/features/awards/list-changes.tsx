import './list-changes.css';
import type { ReactNode } from 'react';
import type { ListChange } from '#shared/domain/award-lists.ts';
import { changedParts } from '#shared/domain/award-lists.ts';
import type { BoardContent } from '#renderer/db/repositories/award-board.ts';
import type { ResultLine } from '#renderer/db/repositories/results.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { nameOf, namesakesOf } from './namesakes.ts';

const looks: Readonly<Record<ListChange['kind'], { readonly glyph: GlyphName; readonly tone: string }>> = {
  added: { glyph: 'pass', tone: 't-ok' },
  dropped: { glyph: 'ns', tone: 't-bad' },
  changed: { glyph: 'revised', tone: 't-warn' },
};

type ListChangesProps = {
  readonly changes: readonly ListChange[];
  /** Everybody of the cohort: where two have one name, the number tells them apart. */
  readonly learners: readonly ResultLine[];
  /** Certificates in force; left out where the change lies in the past. */
  readonly certificates?: BoardContent['certificates'];
};

/** What one list says otherwise than another, learner by learner, and what it means for a certificate that is issued. */
export const ListChanges = ({ changes, learners, certificates }: ListChangesProps): ReactNode => {
  const { t, say } = useText();
  const namesakes = namesakesOf(learners);
  const byEnrolment = new Map(learners.map((line) => [line.enrolment.id, line]));
  return (
    <ul className="list-changes">
      {changes.map((change) => {
        const serial = certificates?.get(change.enrolmentId)?.serial;
        const learner = byEnrolment.get(change.enrolmentId);
        const name = change.kind === 'dropped' ? change.before.confirmedName : change.after.confirmedName;
        return (
          <li key={change.enrolmentId}>
            <span className={looks[change.kind].tone}>
              <Glyph name={looks[change.kind].glyph} />
            </span>
            <span>
              <b lang="und">{name}</b>
              {learner !== undefined && namesakes.has(nameOf(learner)) && (
                <small className="second"> {learner.person.number}</small>
              )}{' '}
              {t(`awards.change.${change.kind}`)}
              {change.kind === 'changed' && (
                <span className="second"> {changedParts(change).map(say).join(' · ')}</span>
              )}
              {serial !== undefined && change.kind !== 'added' && (
                <span className="t-warn">
                  {' '}
                  <Glyph name="anomaly" /> {t(`awards.certificate.${change.kind}`, { serial })}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
