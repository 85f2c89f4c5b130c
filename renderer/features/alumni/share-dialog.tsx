import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Assignment, Interviewer } from '#shared/domain/call-plans.ts';
import { loadsOf } from '#shared/domain/call-plans.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { PlanContent } from '#renderer/db/repositories/call-plans.ts';
import { knownInterviewers, proposePlan, readPlan, savePlan } from '#renderer/db/repositories/call-plans.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField, TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { CohortWave } from './open-waves.ts';
import { usePlaceNames, useWaveName } from './wave-name.ts';

type Named = Interviewer & { readonly on: boolean };

/** How many of those with a wish are called in their language. */
const inOwnLanguage = (assignment: Assignment, { lines }: PlanContent, interviewers: readonly Interviewer[]): number =>
  lines.filter(({ enrolmentId, language }) => {
    const caller = interviewers.find(({ name }) => name === assignment.get(enrolmentId));
    return language !== undefined && caller?.languages.includes(language) === true;
  }).length;

const InterviewerLine = ({
  each,
  languages,
  load,
  onChange,
}: {
  readonly each: Named;
  readonly languages: readonly string[];
  readonly load: number;
  readonly onChange: (next: Named) => void;
}): ReactNode => {
  const { t } = useText();
  const { spoken } = usePlaceNames();
  return (
    <li>
      <CheckField label={each.name} checked={each.on} onChange={(on) => onChange({ ...each, on })} />
      <span className="speaks" role="group" aria-label={t('alumni.share.speaks', { name: each.name })}>
        {languages.map((language) => (
          <CheckField
            key={language}
            label={spoken(language)}
            disabled={!each.on}
            checked={each.languages.includes(language)}
            onChange={(on) =>
              onChange({
                ...each,
                languages: on ? [...each.languages, language] : each.languages.filter((known) => known !== language),
              })
            }
          />
        ))}
      </span>
      <b className="nowrap">{each.on ? t('alumni.share.calls', { count: load }) : ''}</b>
    </li>
  );
};

const AddInterviewer = ({ onAdd }: { readonly onAdd: (name: string) => void }): ReactNode => {
  const { t } = useText();
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() === '') return;
    onAdd(name.trim().normalize('NFC'));
    setName('');
  };
  return (
    <form
      className="add-interviewer"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField label={t('alumni.share.name')} value={name} maxLength={80} onChange={setName} />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('alumni.share.add')}
      </Button>
    </form>
  );
};

type SharingProps = {
  readonly content: PlanContent;
  readonly known: readonly Interviewer[];
  readonly of: CohortWave;
  readonly onClose: () => void;
};

/** Who calls, and what that makes of the calls; nothing is kept before `save`. */
const useSharing = ({ content, known, of, onClose }: SharingProps) => {
  const { t } = useText();
  const { tell } = useNotices();
  const { author } = useSession();
  const [people, setPeople] = useState<readonly Named[]>(() => {
    const assigned = new Set(content.before.values());
    return [...new Set([author.name, ...known.map(({ name }) => name), ...assigned])].map((name) => ({
      name,
      languages: known.find((one) => one.name === name)?.languages ?? [],
      on: assigned.size === 0 ? name === author.name : assigned.has(name),
    }));
  });
  const [error, setError] = useState<Failure>();
  const chosen = useMemo(() => people.filter(({ on }) => on), [people]);
  const assignment = useMemo(() => proposePlan(content, chosen), [content, chosen]);
  const save = async (): Promise<void> => {
    const saved = await savePlan(of.cohortId, of.wave.id, assignment, people);
    if (!saved.ok) return setError(saved.error);
    tell({ tone: 'ok', text: t('alumni.share.saved', { count: assignment.size }), undo: true });
    onClose();
  };
  return {
    people,
    chosen,
    assignment,
    error,
    save,
    change: (next: Named) => setPeople(people.map((other) => (other.name === next.name ? next : other))),
    add: (name: string) => {
      if (people.every((other) => other.name !== name)) setPeople([...people, { name, languages: [], on: true }]);
    },
  };
};

const Sharing = (props: SharingProps): ReactNode => {
  const { content, onClose } = props;
  const { t, failure } = useText();
  const { people, chosen, assignment, error, save, change, add } = useSharing(props);
  const wished = content.lines.flatMap(({ language }) => (language === undefined ? [] : [language]));
  const languages = [...new Set([...wished, ...people.flatMap((each) => each.languages)])];
  const loads = loadsOf(assignment);
  return (
    <>
      <p className="second">{t('alumni.share.lead', { count: content.lines.length })}</p>
      <ul className="interviewers">
        {people.map((each) => (
          <InterviewerLine
            key={each.name}
            each={each}
            languages={languages}
            load={loads.get(each.name) ?? 0}
            onChange={change}
          />
        ))}
      </ul>
      <AddInterviewer onAdd={add} />
      {languages.length > 0 && (
        <p className="second">{t('alumni.share.own', { count: inOwnLanguage(assignment, content, chosen) })}</p>
      )}
      {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
      <div className="dialog-end">
        <Button onClick={onClose}>{t('alumni.contacts.cancel')}</Button>
        <Button kind="first" disabled={chosen.length === 0} onClick={() => void save()}>
          {t('alumni.share.save')}
        </Button>
      </div>
    </>
  );
};

/** Shares the alumni of a wave of a cohort, open or still to come, out among interviewers: loads as equal as can be, languages as far as that allows; whoever has somebody keeps them. */
export const ShareDialog = ({
  of,
  today,
  onClose,
}: {
  readonly of: CohortWave;
  readonly today: IsoDate;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useText();
  const waveName = useWaveName();
  const { cohortId, wave, cohortCode } = of;
  const content = useLive(() => readPlan(cohortId, wave.id, today), [cohortId, wave.id, today]);
  const known = useLive(knownInterviewers, []);
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={t('alumni.share.title', { cohort: cohortCode, wave: waveName(wave) })}
    >
      {content !== undefined && known !== undefined && <Sharing {...{ content, known, of, onClose }} />}
    </Dialog>
  );
};
