import type { ReactNode } from 'react';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Failure } from '#shared/lib/result.ts';
import { useCountryNames } from '#renderer/ui/country-names.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { CohortField, CohortFields } from './cohort-fields.ts';
import { fieldOf } from './cohort-fields.ts';

type CohortFormProps = {
  readonly fields: CohortFields;
  readonly set: (field: CohortField, value: string) => void;
  readonly programmes: readonly ProgrammeVersion[];
  readonly error: Failure | undefined;
  /** A cohort that is there keeps its programme version. */
  readonly isNew: boolean;
};

/** The fields of a cohort; a failure stands beside the field that it concerns. */
export const CohortForm = ({ fields, set, programmes, error, isNew }: CohortFormProps): ReactNode => {
  const { t, failure, language } = useText();
  const { options } = useCountryNames();
  const at = error === undefined ? undefined : fieldOf(error, fields);
  const props = (field: CohortField) => ({
    label: t(`cohorts.field.${field}`),
    value: fields[field],
    onChange: (value: string) => set(field, value),
    error: error !== undefined && at === field ? failure(error) : undefined,
  });
  const day = (field: 'starts' | 'census' | 'graduation', hint?: string): ReactNode => (
    <DayField {...props(field)} value={fields[field]} onChange={(value) => set(field, value)} hint={hint} />
  );
  return (
    <>
      <div className="cohort-form">
        <TextField {...props('name')} maxLength={120} autoComplete="off" placeholder={t('cohorts.namePlaceholder')} />
        <SelectField
          {...props('country')}
          options={[...(fields.country === '' ? [{ value: '', label: t('cohorts.chooseCountry') }] : []), ...options]}
        />
        <TextField {...props('place')} maxLength={120} autoComplete="off" />
        <TextField {...props('partner')} maxLength={120} autoComplete="off" />
        <TextField
          {...props('code')}
          maxLength={24}
          autoComplete="off"
          spellCheck={false}
          hint={t('cohorts.codeHint')}
        />
        <TextField {...props('cycle')} maxLength={40} autoComplete="off" hint={t('cohorts.cycleHint')} />
        <div className="cohort-dates">
          {day('starts')}
          {day('census', t('cohorts.censusHint'))}
          {day('graduation', t('cohorts.graduationHint'))}
        </div>
        <div className="whole">
          <SelectField
            {...props('programmeId')}
            disabled={!isNew || programmes.length < 2}
            options={programmes.map((programme) => ({
              value: programme.id,
              label: t('cohorts.programmeVersion', {
                title: inLanguage(programme.title, language),
                version: programme.version,
              }),
            }))}
          />
        </div>
      </div>
      {error !== undefined && at === undefined && <Note tone="bad">{failure(error)}</Note>}
    </>
  );
};
