import './script-panel.css';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { nameIndex } from '#shared/domain/feedback-names.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import { setNote } from '#shared/domain/script-entry.ts';
import { ReasonDialog } from '../reason-dialog.tsx';
import type { Target } from '../cell-targets.ts';
import type { Marks } from '../use-marks.ts';
import { Attempts } from './attempts.tsx';
import { CriteriaRows } from './criteria.tsx';
import { Days } from './days.tsx';
import { Decisions } from './decisions.tsx';
import { Feedback } from './feedback.tsx';
import { HistoryList } from './history-list.tsx';
import { MarkRules, MarkSum } from './mark-sum.tsx';
import { useDraft } from './use-draft.ts';
import type { Script } from './use-script.ts';
import { useScript } from './use-script.ts';

type ScriptPanelProps = {
  readonly marks: Marks;
  /** The script under the cursor; undefined on a computed column. */
  readonly target: Target | undefined;
  readonly panel: RefObject<HTMLElement | null>;
  /** Gives the keyboard back to the cell. */
  readonly onBack: () => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

const PrivateNote = ({ script }: { readonly script: Script }): ReactNode => {
  const { t } = useText();
  const draft = useDraft(
    script.cell?.note ?? '',
    (note) => {
      script.change('script.what.note', (cell) => setNote(cell, note));
      return undefined;
    },
    1200,
  );
  return (
    <section className="script-part">
      <label className="script-label" htmlFor="script-note">
        {t('script.note')}
      </label>
      <textarea
        id="script-note"
        rows={2}
        className="field area"
        aria-describedby="script-note-hint"
        disabled={script.target.row.locked}
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
        onBlur={() => draft.leave()}
      />
      <p id="script-note-hint" className="script-hint">
        {t('script.noteHint')}
      </p>
    </section>
  );
};

const ScriptForm = ({
  script,
  names,
}: {
  readonly script: Script;
  readonly names: ReturnType<typeof nameIndex>;
}): ReactNode => {
  const { t } = useText();
  const { row, assignment } = script.target;
  return (
    <div className="script-body">
      {row.locked && (
        <p className="script-hint">
          {t('marks.lockedRow', { name: row.name, status: t(`marks.status.${row.learner.enrolment.status}`) })}
        </p>
      )}
      <section className="script-part">
        <h3>
          {t('script.criteria')}
          {assignment.criteria.length > 1 && (
            <span className="quiet">{t('script.numberKeys', { last: assignment.criteria.length })}</span>
          )}
        </h3>
        <table className="criteria">
          <tbody>
            <CriteriaRows script={script} />
            <MarkSum script={script} />
          </tbody>
        </table>
        <MarkRules script={script} />
      </section>
      <Feedback script={script} names={names} />
      <section className="script-part">
        <h3>{t('script.script')}</h3>
        <Days script={script} />
      </section>
      <Decisions script={script} />
      <Attempts script={script} />
      <PrivateNote script={script} />
      <section className="script-part">
        <h3>{t('script.history')}</h3>
        <HistoryList script={script} />
      </section>
    </div>
  );
};

const isTextField = (element: EventTarget): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** Keys of the panel: Ctrl Enter the next script, Esc and Alt Enter back to the cell, a number its criterion. */
const usePanelKeys =
  ({ panel, onBack, onNext, onClose }: ScriptPanelProps) =>
  (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const number = /^[1-9]$/u.test(event.key) && !isTextField(event.target) ? Number(event.key) : 0;
    const criterion = panel.current?.querySelectorAll<HTMLElement>('[data-points]')[number - 1];
    if (event.key === 'Enter' && event.ctrlKey) onNext();
    else if (event.key === 'Enter' && event.altKey) onClose();
    else if (event.key === 'Escape') onBack();
    else if (criterion !== undefined && !event.ctrlKey && !event.altKey) criterion.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

/** Whose script this is, of which assignment and which attempt. */
const ScriptTitle = (props: Pick<ScriptPanelProps, 'marks' | 'target' | 'onNext' | 'onClose'>): ReactNode => {
  const { marks, target, onNext, onClose } = props;
  const { t, language } = useText();
  const of = rulesOf(marks.context.cohort, marks.context.programme).maxAttempts;
  return (
    <header>
      <h2 className="cut" title={target?.row.name}>
        {target?.row.name ?? t('script.title')}
      </h2>
      <IconButton label={t('script.next')} onClick={onNext}>
        <Icon name="down" />
      </IconButton>
      <IconButton label={t('script.close')} onClick={onClose}>
        <Icon name="close" />
      </IconButton>
      {target !== undefined && (
        <p>
          {t('script.which', {
            module: target.module.number,
            title: inLanguage(target.assignment.title, language),
            number: Math.max(1, target.cell?.attempts.length ?? 0),
            of,
          })}
        </p>
      )}
    </header>
  );
};

/** The script under the cursor, beside the grid. Each field is saved when it is left. */
export const ScriptPanel = (props: ScriptPanelProps): ReactNode => {
  const { marks, target, panel, onNext, onClose } = props;
  const { t } = useText();
  const scripts = useScript(marks);
  const names = useMemo(() => nameIndex(marks.frame.learners.map(({ person }) => person)), [marks.frame.learners]);
  const onKeyDown = usePanelKeys(props);
  const body = useRef<HTMLDivElement>(null);
  const script = target === undefined ? undefined : scripts.scriptOf(target);
  const key = target === undefined ? '' : `${target.row.id} ${target.assignment.id} ${scripts.given}`;
  useEffect(() => body.current?.scrollTo(0, 0), [key]);
  return (
    <aside ref={panel} className="script-panel" aria-label={t('script.title')} tabIndex={-1} onKeyDown={onKeyDown}>
      <ScriptTitle marks={marks} target={target} onNext={onNext} onClose={onClose} />
      <div ref={body} className="script-scroll">
        {script === undefined ? (
          <p className="script-hint script-none">{t('script.noScript')}</p>
        ) : (
          <ScriptForm key={key} script={script} names={names} />
        )}
      </div>
      <footer>
        <Button
          disabled={script === undefined || script.target.row.locked}
          onClick={() => panel.current?.querySelector<HTMLElement>('[data-decision="hold"]')?.click()}
        >
          {t('script.open.hold')}
        </Button>
        <Button kind="first" onClick={onNext}>
          {t('script.saveNext')} <kbd>{t('script.ctrlEnter')}</kbd>
        </Button>
      </footer>
      {scripts.asking !== undefined && (
        <ReasonDialog
          count={1}
          what={t('marks.reason.what', { name: scripts.asking.target.row.name, count: 0 })}
          onDone={scripts.giveReason}
        />
      )}
    </aside>
  );
};
