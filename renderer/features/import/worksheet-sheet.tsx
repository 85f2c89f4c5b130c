import type { ReactNode } from 'react';
import { useState } from 'react';
import { lastAttempt } from '#shared/domain/cells.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { WorksheetScope } from '#shared/domain/worksheets/make-worksheet.ts';
import { runExport } from '#renderer/db/repositories/exports.ts';
import type { CohortMarks } from '#renderer/db/repositories/marks.ts';
import { loadCohortMarks } from '#renderer/db/repositories/marks.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Option } from '#renderer/ui/field.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';

const filled = (values: readonly (string | undefined)[], compare: Text['compare']): readonly string[] =>
  [...new Set(values.filter((value): value is string => value !== undefined && value !== ''))].sort(compare);

/** Whom the cohort's work can be divided by: markers who hold or marked a script, sites and mentor groups. */
const divisions = ({ learners, sheets }: CohortMarks, compare: Text['compare']) => {
  const cells = [...sheets.values()].flatMap((sheet) => Object.values(sheet.cells));
  return {
    markers: filled(
      cells.map((cell) => lastAttempt(cell)?.marker),
      compare,
    ),
    sites: filled(
      learners.map(({ enrolment }) => enrolment.site),
      compare,
    ),
    groups: filled(
      learners.map(({ enrolment }) => enrolment.mentorGroup),
      compare,
    ),
  };
};

const options = (all: string, values: readonly string[]): readonly Option<string>[] => [
  { value: '', label: all },
  ...values.map((value) => ({ value, label: value })),
];

const useMakeWorksheet = (cohortId: string, scope: WorksheetScope) => {
  const { t, failure, language } = useText();
  const { tell } = useNotices();
  const [making, setMaking] = useState(false);
  const run = async (name: string): Promise<void> => {
    const path = await desktop.filesChooseSave({
      title: t('import.worksheet.make'),
      name: `${name}.xlsx`,
      filters: [{ name: t('import.worksheet.excel'), extensions: ['xlsx'] }],
    });
    if (path === null) return;
    setMaking(true);
    const written = await runExport({ kind: 'worksheet', cohortId, path, language, scope });
    setMaking(false);
    tell(
      written.ok
        ? { tone: 'ok', text: t('import.worksheet.made', { count: written.value.rows, name: written.value.path }) }
        : { tone: 'bad', text: failure(written.error) },
    );
  };
  return { make: (name: string) => void run(name), making };
};

type Chosen = { readonly assignment: string; readonly marker: string; readonly site: string; readonly group: string };

const scopeOf = ({ assignment, marker, site, group }: Chosen): WorksheetScope => ({
  ...(assignment === '' ? {} : { assignments: [assignment] }),
  ...(marker === '' ? {} : { marker }),
  ...(site === '' ? {} : { site }),
  ...(group === '' ? {} : { mentorGroup: group }),
});

/** Makes a worksheet for a marker: which assignments, and whose scripts. */
export const WorksheetSheet = ({ cohortId }: { readonly cohortId: string }): ReactNode => {
  const { t, language, compare } = useText();
  const marks = useLive(() => loadCohortMarks(cohortId), [cohortId]);
  const [chosen, setChosen] = useState<Chosen>({ assignment: '', marker: '', site: '', group: '' });
  const { make, making } = useMakeWorksheet(cohortId, scopeOf(chosen));
  if (marks === undefined) return null;
  const { markers, sites, groups } = divisions(marks, compare);
  const assignments = marks.programme.modules.flatMap(({ number, assignments: own }) =>
    own.map(({ id, title }) => ({ value: id, label: `M${number} ${inLanguage(title, language)}` })),
  );
  const choose = (field: keyof Chosen) => (value: string) => setChosen({ ...chosen, [field]: value });
  const filters = [
    [
      'assignment',
      t('import.worksheet.assignment'),
      [{ value: '', label: t('import.worksheet.everything') }, ...assignments],
    ],
    ['marker', t('import.worksheet.marker'), options(t('import.worksheet.anyMarker'), markers)],
    ['site', t('import.worksheet.site'), options(t('import.worksheet.anySite'), sites)],
    ['group', t('import.worksheet.mentorGroup'), options(t('import.worksheet.anyGroup'), groups)],
  ] as const;
  const parts = [chosen.marker, chosen.site, chosen.group].filter((part) => part !== '');
  const name = [t('import.worksheet.fileName', { cohort: marks.cohort.code }), ...parts]
    .join(' ')
    .replace(/[\\/:*?"<>|]/g, '-');
  return (
    <Sheet title={t('import.worksheet.title')} className="import-worksheets">
      <p className="second">{t('import.worksheet.what')}</p>
      <div className="filters">
        {filters.map(([field, label, all]) => (
          <FilterSelect
            key={field}
            label={label}
            value={chosen[field]}
            onChange={choose(field)}
            options={all}
            on={chosen[field] !== ''}
          />
        ))}
        <Button kind="first" disabled={making} onClick={() => make(name)}>
          {t('import.worksheet.make')}
        </Button>
      </div>
    </Sheet>
  );
};
