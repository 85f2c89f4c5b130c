import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ListDifferences } from '#shared/domain/award-lists.ts';
import { fullName } from '#shared/domain/people.ts';
import { awardCohort } from '#renderer/db/repositories/awards.ts';
import type { CohortResults, ResultLine } from '#renderer/db/repositories/results.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { missingGlyphs, stateOf } from './result-states.ts';

const nameOf = ({ enrolment, person }: ResultLine): string => enrolment.confirmedName ?? fullName(person);

const OnTheList = ({
  lines,
  added,
}: {
  readonly lines: readonly ResultLine[];
  readonly added: ReadonlySet<string>;
}): ReactNode => {
  const { t } = useText();
  return (
    <section>
      <h3>{t('awards.freeze.on', { count: lines.length })}</h3>
      <ul className="freeze-names" tabIndex={0} aria-label={t('awards.freeze.on', { count: lines.length })}>
        {lines.map((line) => (
          <li key={line.enrolment.id}>
            <span lang="und">{nameOf(line)}</span>
            {added.has(line.enrolment.id) && <small className="t-info"> {t('awards.freeze.new')}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const NotOnIt = ({ lines }: { readonly lines: readonly ResultLine[] }): ReactNode => {
  const { t, say } = useText();
  const gone = lines.filter((line) => stateOf(line) === 'left').length;
  const asked = lines.filter((line) => stateOf(line) !== 'left');
  return (
    <section>
      <h3>{t('awards.freeze.left', { count: asked.length })}</h3>
      {asked.length === 0 && <p className="second">{t('awards.freeze.nobodyLeft')}</p>}
      <ul
        className="freeze-left"
        {...(asked.length > 4 ? { tabIndex: 0, 'aria-label': t('awards.freeze.left', { count: asked.length }) } : {})}
      >
        {asked.map((line) => (
          <li key={line.enrolment.id}>
            <b lang="und">{nameOf(line)}</b>
            {line.eligibility.missing.map((one, index) => (
              <span key={index}>
                <span className={one.code === 'name' ? 't-warn' : 't-bad'}>
                  <Glyph name={missingGlyphs[one.code]} />
                </span>{' '}
                {say(one)}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {gone > 0 && <p className="second">{t('awards.freeze.gone', { count: gone })}</p>}
    </section>
  );
};

type FreezeDialogProps = {
  readonly results: CohortResults;
  readonly differences: ListDifferences | undefined;
  readonly onClose: () => void;
};

const useFreeze = (cohortId: string, onClose: () => void) => {
  const { t, failure, language } = useText();
  const { tell } = useNotices();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const freeze = async (): Promise<void> => {
    setBusy(true);
    const awarded = await awardCohort({ cohortId, confirmNames: false, language });
    setBusy(false);
    if (!awarded.ok) return setError(failure(awarded.error));
    tell({ tone: 'ok', text: t('awards.frozen', { count: awarded.value.list.lines.length }), undo: true });
    onClose();
  };
  return { freeze: () => void freeze(), busy, error };
};

/** Who will be on the award list, who is left and why, and what freezing means, before it is done. */
export const FreezeDialog = ({ results, differences, onClose }: FreezeDialogProps): ReactNode => {
  const { t } = useText();
  const { freeze, busy, error } = useFreeze(results.cohort.id, onClose);
  const eligible = results.lines.filter(({ eligibility }) => eligibility.eligible);
  const left = results.lines.filter(({ eligibility }) => !eligibility.eligible);
  const count = eligible.length;
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={
        differences === undefined
          ? t('awards.freeze.title', { cohort: results.cohort.code })
          : t('awards.freeze.titleAgain', { cohort: results.cohort.code })
      }
      footer={
        <>
          <Button onClick={onClose}>{t('awards.freeze.cancel')}</Button>
          <Button kind="first" disabled={busy || count === 0} onClick={freeze}>
            {t('awards.freeze.do', { count })}
          </Button>
        </>
      }
    >
      <div className="freeze-columns">
        <OnTheList lines={eligible} added={new Set(differences?.added)} />
        <NotOnIt lines={left} />
      </div>
      {differences !== undefined && differences.dropped.length > 0 && (
        <Note tone="warn">{t('awards.freeze.dropped', { count: differences.dropped.length })}</Note>
      )}
      <Note tone="info">
        {differences === undefined ? t('awards.freeze.means', { count }) : t('awards.freeze.meansAgain')}
      </Note>
      {error !== undefined && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
};
