import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import type { ProgrammeId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import { formatMark, parseMark } from '#shared/domain/mark-text.ts';
import type { Assignment } from '#shared/domain/programmes.ts';
import type { Failure } from '#shared/lib/result.ts';
import { setCriteria } from '#renderer/db/repositories/competencies.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { CriterionFields } from './criteria-fields.ts';
import { criteriaFrom, fieldsOf, secondLanguage } from './criteria-fields.ts';

type CriteriaDialogProps = {
  readonly programmeId: ProgrammeId;
  readonly assignment: Assignment;
  readonly onClose: () => void;
};

const sumOf = (fields: readonly CriterionFields[]): number =>
  fields.reduce((sum, { max }) => {
    const read = parseMark(max, Number.MAX_SAFE_INTEGER);
    return sum + (read.ok ? read.value : 0);
  }, 0);

type LineProps = {
  readonly number: number;
  readonly fields: CriterionFields;
  readonly onChange: (fields: CriterionFields) => void;
  readonly onRemove: () => void;
};

const CriterionLine = ({ number, fields, onChange, onRemove }: LineProps): ReactNode => {
  const { t, language } = useText();
  const field = (name: 'en' | 'second' | 'max' | 'least'): ReactNode => {
    const lang = name === 'second' ? secondLanguage(language) : name === 'en' ? name : undefined;
    const label = t(`competencies.criteria.${name === 'second' ? secondLanguage(language) : name}`);
    return (
      <TextField
        label={label}
        aria-label={t('competencies.criteria.field', { name: label, number })}
        value={fields[name]}
        {...(lang === undefined ? { inputMode: 'decimal' as const, className: 'num' } : { lang })}
        onChange={(value) => onChange({ ...fields, [name]: value })}
      />
    );
  };
  return (
    <li>
      <span className="second num">{number}</span>
      {field('en')}
      {field('second')}
      {field('max')}
      {field('least')}
      <IconButton label={t('competencies.criteria.remove', { number })} onClick={onRemove}>
        <Icon name="trash" />
      </IconButton>
    </li>
  );
};

/** The lines of the form, with what adds another and the sum of their maxima. */
const CriteriaForm = ({
  assignment,
  lines,
  onLines,
}: {
  readonly assignment: Assignment;
  readonly lines: readonly CriterionFields[];
  readonly onLines: (lines: readonly CriterionFields[]) => void;
}): ReactNode => {
  const { t, language } = useText();
  const added = useRef(0);
  const add = (): void => {
    added.current += 1;
    onLines([...lines, { key: `new ${added.current}`, en: '', second: '', max: '', least: '' }]);
  };
  const sum = sumOf(lines);
  return (
    <>
      <p className="second">{t('competencies.criteria.what')}</p>
      <ol className="criteria-lines">
        {lines.map((fields, index) => (
          <CriterionLine
            key={fields.key}
            number={index + 1}
            fields={fields}
            onChange={(next) => onLines(lines.with(index, next))}
            onRemove={() => onLines(lines.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <p className="criteria-end">
        <Button size="small" onClick={add}>
          <Icon name="plus" /> {t('competencies.criteria.add')}
        </Button>
        <span className={sum === assignment.max || lines.length === 0 ? 'second' : 't-bad'} role="status">
          {t('competencies.criteria.sum', {
            sum: formatMark(sum, language),
            max: formatMark(assignment.max, language),
          })}
        </span>
      </p>
    </>
  );
};

/** The criteria of an assignment: titles, maxima, and the least mark of those that must be passed. */
export const CriteriaDialog = ({ programmeId, assignment, onClose }: CriteriaDialogProps): ReactNode => {
  const { t, language, failure } = useText();
  const { tell } = useNotices();
  const [lines, setLines] = useState(() => fieldsOf(assignment.criteria, language));
  const [error, setError] = useState<Failure>();
  const title = inLanguage(assignment.title, language);
  const save = async (): Promise<void> => {
    const read = criteriaFrom(lines, assignment.id, language);
    const saved = read.ok ? await setCriteria(programmeId, assignment.id, read.value) : read;
    if (!saved.ok) return setError(saved.error);
    tell({ tone: 'ok', text: t('competencies.criteria.saved', { title }), undo: true });
    onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('competencies.criteria.title', { title })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('competencies.cancel')}</Button>
          <Button kind="first" type="submit" form="criteria">
            {t('competencies.criteria.save')}
          </Button>
        </>
      }
    >
      <form
        id="criteria"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <CriteriaForm assignment={assignment} lines={lines} onLines={setLines} />
      </form>
      {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
    </Dialog>
  );
};
