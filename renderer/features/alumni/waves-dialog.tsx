import type { ReactNode } from 'react';
import { useState } from 'react';
import { latestWave, newWave, touchedWaves, waveProblem } from '#shared/domain/follow-up-wave-rules.ts';
import type { WavePlan } from '#shared/domain/follow-up-wave-rules.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { Failure } from '#shared/lib/result.ts';
import { saveWaves, usedWaves } from '#renderer/db/repositories/wave-rules.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Typed = {
  readonly waves: readonly { readonly id: string; readonly months: string }[];
  readonly before: string;
  readonly after: string;
  readonly attempts: string;
};

const typedOf = ({ rules }: ProgrammeVersion): Typed => ({
  waves: rules.waves.map(({ id, offsetMonths }) => ({ id, months: String(offsetMonths) })),
  before: String(rules.waveDaysBefore),
  after: String(rules.waveDaysAfter),
  attempts: String(rules.attemptsBeforeUnreachable),
});

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** A wave that was typed anew gets its id from its months when it is kept. */
const planOf = ({ waves, before, after, attempts }: Typed): WavePlan => ({
  waves: waves.reduce<WavePlan['waves']>(
    (all, { id, months }) => [...all, id === '' ? newWave(all, number(months)) : { id, offsetMonths: number(months) }],
    [],
  ),
  waveDaysBefore: number(before),
  waveDaysAfter: number(after),
  attemptsBeforeUnreachable: number(attempts),
});

type WaveFieldsProps = {
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly refused: ReadonlyMap<number, string>;
};

const WaveFields = ({ typed, onType, refused }: WaveFieldsProps): ReactNode => {
  const { t } = useText();
  const set = (waves: Typed['waves']): void => onType({ ...typed, waves });
  return (
    <fieldset className="wave-fields">
      <legend className="label">{t('alumni.waves.months')}</legend>
      {typed.waves.map(({ months }, at) => (
        <div key={at} className="wave-field">
          <TextField
            label={t('alumni.waves.wave', { number: at + 1 })}
            type="number"
            inputMode="numeric"
            min={0}
            max={latestWave}
            value={months}
            error={refused.get(at)}
            onChange={(value) =>
              set(typed.waves.map((wave, index) => (index === at ? { ...wave, months: value } : wave)))
            }
          />
          <IconButton
            label={t('alumni.waves.remove', { number: at + 1 })}
            onClick={() => set(typed.waves.filter((_, index) => index !== at))}
          >
            <Icon name="close" />
          </IconButton>
        </div>
      ))}
      <Button size="small" onClick={() => set([...typed.waves, { id: '', months: '' }])}>
        {t('alumni.waves.add')}
      </Button>
    </fieldset>
  );
};

type WavesDialogProps = { readonly programme: ProgrammeVersion; readonly onClose: () => void };

/** Changes when alumni of a programme version are called: refused in place where a wave would lie before graduation, or has interviews in it. */
export const WavesDialog = ({ programme, onClose }: WavesDialogProps): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [typed, setTyped] = useState(() => typedOf(programme));
  const [error, setError] = useState<Failure>();
  const used = useLive(() => usedWaves(programme.id), [programme.id]) ?? [];
  const plan = planOf(typed);
  const problem = waveProblem(plan);
  const touched = touchedWaves(programme.rules.waves, plan.waves).find(({ id }) => used.includes(id));
  const stuck = touched && ({ code: 'wave-used', details: { months: touched.offsetMonths } } as const);
  const refused = new Map(
    problem?.at !== undefined
      ? [[problem.at, failure(problem)]]
      : stuck !== undefined && plan.waves.some(({ id }) => id === touched?.id)
        ? [[plan.waves.findIndex(({ id }) => id === touched?.id), failure(stuck)]]
        : [],
  );
  const general =
    error ?? (problem?.at === undefined ? problem : undefined) ?? (refused.size === 0 ? stuck : undefined);
  const save = async (): Promise<void> => {
    const saved = await saveWaves(programme.id, plan, today());
    if (!saved.ok) return setError(saved.error);
    tell({ tone: 'ok', text: t('alumni.waves.saved', { code: programme.code }), undo: true });
    onClose();
  };
  const field = (name: 'before' | 'after' | 'attempts'): ReactNode => (
    <TextField
      label={t(`alumni.waves.${name}`)}
      type="number"
      inputMode="numeric"
      min={0}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('alumni.waves.dialog', { code: programme.code, version: programme.version })}
      footer={
        <>
          <Button onClick={onClose}>{t('alumni.contacts.cancel')}</Button>
          <Button kind="first" disabled={problem !== undefined || stuck !== undefined} onClick={() => void save()}>
            {t('alumni.waves.save')}
          </Button>
        </>
      }
    >
      <p className="second">{t('alumni.waves.lead')}</p>
      <WaveFields typed={typed} onType={setTyped} refused={refused} />
      <div className="wave-windows">
        {field('before')}
        {field('after')}
        {field('attempts')}
      </div>
      {general !== undefined && <Note tone="bad">{failure(general)}</Note>}
    </Dialog>
  );
};
