import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Cohort, Signatory } from '#shared/domain/cohorts.ts';
import type { Failure } from '#shared/lib/result.ts';
import { setSignatories } from '#renderer/db/repositories/cohorts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

const places = [0, 1, 2] as const;
const blank: Signatory = { name: '', office: '' };

type LineProps = {
  readonly place: number;
  readonly line: Signatory;
  readonly onChange: (part: Partial<Signatory>) => void;
};

const Line = ({ place, line, onChange }: LineProps): ReactNode => {
  const { t } = useText();
  return (
    <fieldset>
      <legend className="vh">{t('cohorts.signatory', { number: place + 1 })}</legend>
      <TextField
        label={t('cohorts.signatoryName', { number: place + 1 })}
        value={line.name}
        onChange={(name) => onChange({ name })}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        label={t('cohorts.signatoryOffice')}
        value={line.office}
        onChange={(office) => onChange({ office })}
        maxLength={160}
        autoComplete="off"
      />
    </fieldset>
  );
};

/** Up to three people who sign; a line without a name is left out. */
export const SignatoriesDialog = ({
  cohort,
  onClose,
}: {
  readonly cohort: Cohort;
  readonly onClose: () => void;
}): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [lines, setLines] = useState<readonly Signatory[]>(() =>
    places.map((place) => cohort.signatories[place] ?? blank),
  );
  const [error, setError] = useState<Failure>();
  const change = (place: number, part: Partial<Signatory>): void =>
    setLines((before) => before.map((line, index) => (index === place ? { ...line, ...part } : line)));
  const save = async (): Promise<void> => {
    const result = await setSignatories(cohort.id, lines);
    if (!result.ok) return setError(result.error);
    if (result.value !== null)
      tell({ tone: 'ok', text: t('cohorts.signatoriesSaved', { code: cohort.code }), undo: true });
    onClose();
  };
  return (
    <Dialog
      open
      title={t('cohorts.editSignatories')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cohorts.cancel')}</Button>
          <Button kind="first" type="submit" form="signatories">
            {t('cohorts.save')}
          </Button>
        </>
      }
    >
      <form
        id="signatories"
        className="signatories-form"
        noValidate
        onSubmit={(event) => (event.preventDefault(), void save())}
      >
        {places.map((place) => (
          <Line key={place} place={place} line={lines[place] ?? blank} onChange={(part) => change(place, part)} />
        ))}
        <p className="second">{t('cohorts.signatoriesHint')}</p>
        {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
      </form>
    </Dialog>
  );
};
