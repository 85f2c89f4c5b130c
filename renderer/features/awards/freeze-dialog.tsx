import './freeze-dialog.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ListChange } from '#shared/domain/award-lists.ts';
import type { BoardContent } from '#renderer/db/repositories/award-board.ts';
import { loadBoard } from '#renderer/db/repositories/award-board.ts';
import { awardCohort, changesSinceFrozen } from '#renderer/db/repositories/awards.ts';
import type { CohortResults, ResultLine } from '#renderer/db/repositories/results.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { Approvals } from './approvals.tsx';
import { unreleasedModules } from './board-rows.ts';
import { ListChanges } from './list-changes.tsx';
import { nameOf, namesakesOf } from './namesakes.ts';
import { missingGlyphs, stateOf } from './result-states.ts';

/** A learner as the list names them, with the number where the name alone does not tell who it is. */
const Name = ({
  line,
  namesakes,
}: {
  readonly line: ResultLine;
  readonly namesakes: ReadonlySet<string>;
}): ReactNode => (
  <>
    <span lang="und">{nameOf(line)}</span>
    {namesakes.has(nameOf(line)) && <small className="second"> {line.person.number}</small>}
  </>
);

const OnTheList = ({
  lines,
  namesakes,
  added,
}: {
  readonly lines: readonly ResultLine[];
  readonly namesakes: ReadonlySet<string>;
  readonly added: ReadonlySet<string>;
}): ReactNode => {
  const { t } = useText();
  return (
    <section>
      <h3>{t('awards.freeze.on', { count: lines.length })}</h3>
      <ul className="freeze-names" tabIndex={0} aria-label={t('awards.freeze.on', { count: lines.length })}>
        {lines.map((line) => (
          <li key={line.enrolment.id}>
            <Name line={line} namesakes={namesakes} />
            {added.has(line.enrolment.id) && <small className="t-info"> {t('awards.freeze.new')}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const NotOnIt = ({
  lines,
  namesakes,
}: {
  readonly lines: readonly ResultLine[];
  readonly namesakes: ReadonlySet<string>;
}): ReactNode => {
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
            <b>
              <Name line={line} namesakes={namesakes} />
            </b>
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

const useFreeze = (cohortId: string, onClose: () => void) => {
  const { t, failure, language } = useText();
  const { tell } = useNotices();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const freeze = async (reason: string): Promise<void> => {
    setBusy(true);
    const awarded = await awardCohort({ cohortId, confirmNames: false, language, reason });
    setBusy(false);
    if (!awarded.ok) return setError(failure(awarded.error));
    tell({ tone: 'ok', text: t('awards.frozen', { count: awarded.value.list.lines.length }), undo: true });
    onClose();
  };
  return { freeze: (reason: string) => void freeze(reason), busy, error };
};

/** What another list changes against the one that counts, and why it is frozen. */
const Again = ({
  changes,
  learners,
  content,
  reason,
  onReason,
}: {
  readonly changes: readonly ListChange[];
  readonly learners: readonly ResultLine[];
  readonly content: BoardContent;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}): ReactNode => {
  const { t } = useText();
  return (
    <section className="freeze-again">
      <h3>{t('awards.freeze.changes', { count: changes.length })}</h3>
      <div
        className="freeze-changes"
        tabIndex={0}
        role="group"
        aria-label={t('awards.freeze.changes', { count: changes.length })}
      >
        <ListChanges changes={changes} learners={learners} certificates={content.certificates} />
      </div>
      <TextField
        label={t('awards.freeze.reason')}
        hint={t('awards.freeze.reasonHint')}
        value={reason}
        onChange={onReason}
        required
      />
    </section>
  );
};

/** Modules whose marks the learners have not been given yet: a board may still decide, but should know. */
const Unreleased = ({ results }: { readonly results: CohortResults }): ReactNode => {
  const { t } = useText();
  const open = unreleasedModules(results);
  if (open.length === 0) return null;
  return <Note tone="warn">{t('awards.freeze.unreleased', { count: open.length, modules: open.join(', ') })}</Note>;
};

type FreezeDialogProps = { readonly results: CohortResults; readonly onClose: () => void };

/** Who will be on the award list, who is left and why, who approved, and what freezing means, before it is done. */
export const FreezeDialog = ({ results, onClose }: FreezeDialogProps): ReactNode => {
  const { t } = useText();
  const { cohort } = results;
  const { freeze, busy, error } = useFreeze(cohort.id, onClose);
  const [reason, setReason] = useState('');
  const content = useLive(() => loadBoard(cohort.id), [cohort.id]);
  const changes = changesSinceFrozen(results);
  const eligible = results.lines.filter(({ eligibility }) => eligibility.eligible);
  const left = results.lines.filter(({ eligibility }) => !eligibility.eligible);
  const count = eligible.length;
  const namesakes = namesakesOf(results.lines);
  if (content === undefined) return null;
  const added = changes?.flatMap(({ kind, enrolmentId }) => (kind === 'added' ? [enrolmentId] : []));
  const withoutReason = changes !== undefined && reason.trim() === '';
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={
        changes === undefined
          ? t('awards.freeze.title', { cohort: cohort.code })
          : t('awards.freeze.titleAgain', { cohort: cohort.code })
      }
      footer={
        <>
          <Button onClick={onClose}>{t('awards.freeze.cancel')}</Button>
          <Button kind="first" disabled={busy || count === 0 || withoutReason} onClick={() => freeze(reason)}>
            {t('awards.freeze.do', { count })}
          </Button>
        </>
      }
    >
      <div className="freeze-columns">
        <OnTheList lines={eligible} namesakes={namesakes} added={new Set(added)} />
        <NotOnIt lines={left} namesakes={namesakes} />
      </div>
      {changes !== undefined && (
        <Again {...{ changes, content, reason }} learners={results.lines} onReason={setReason} />
      )}
      <section className="freeze-approvals">
        <h3>{t('awards.approval.title')}</h3>
        <Approvals cohortId={cohort.id} approvals={content.board.approvals} />
      </section>
      <Unreleased results={results} />
      <Note tone="info">
        {changes === undefined ? t('awards.freeze.means', { count }) : t('awards.freeze.meansAgain')}
      </Note>
      {error !== undefined && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
};
