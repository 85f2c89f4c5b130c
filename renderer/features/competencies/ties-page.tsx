import './competencies.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CohortId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Assignment, Module } from '#shared/domain/programmes.ts';
import type { CohortCompetencies } from '#renderer/db/repositories/competencies.ts';
import { loadCompetencies, tieCounts } from '#renderer/db/repositories/competencies.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CriteriaDialog } from './criteria-dialog.tsx';
import { FrameworkSheet } from './framework-sheet.tsx';
import { ImportFramework } from './import-framework.tsx';
import { Tie } from './tie.tsx';

type RowsProps = {
  readonly content: CohortCompetencies;
  readonly module: Module;
  readonly assignment: Assignment;
  readonly onEdit: () => void;
};

const AssignmentRows = ({ content, module, assignment, onEdit }: RowsProps): ReactNode => {
  const { t, language, formatNumber } = useText();
  const title = inLanguage(assignment.title, language);
  const action = t(assignment.criteria.length === 0 ? 'competencies.ties.add' : 'competencies.ties.edit');
  return (
    <tbody>
      <tr className="ties-assignment">
        <th scope="rowgroup" colSpan={3}>
          {t('competencies.ties.assignment', { number: module.number, title, max: assignment.max / 100 })}
          {assignment.criteria.length === 0 && <span className="second"> · {t('competencies.ties.noCriteria')}</span>}
        </th>
        <td>
          <Button
            size="tiny"
            aria-label={t('competencies.ties.editOf', { action, number: module.number, title })}
            onClick={onEdit}
          >
            {action}
          </Button>
        </td>
      </tr>
      {assignment.criteria.map((criterion, index) => (
        <tr key={criterion.id}>
          <th scope="row">
            <span className="second">{index + 1}</span> {inLanguage(criterion.title, language)}
          </th>
          <td className="num">{formatNumber(criterion.max / 100)}</td>
          <td className="num second">
            {criterion.mustPass === undefined ? '–' : formatNumber(criterion.mustPass / 100)}
          </td>
          <td>
            <Tie content={content} criterion={criterion} />
          </td>
        </tr>
      ))}
    </tbody>
  );
};

const TiesTable = ({
  content,
  onEdit,
}: {
  readonly content: CohortCompetencies;
  readonly onEdit: (assignment: Assignment) => void;
}): ReactNode => {
  const { t, language } = useText();
  const { programme } = content;
  return (
    <Sheet
      className="ties-sheet"
      title={t('competencies.ties.title')}
      count={t('competencies.ties.programme', {
        title: inLanguage(programme.title, language),
        version: programme.version,
      })}
    >
      <div className="ties-scroll">
        <table className="list ties">
          <caption className="vh">{t('competencies.ties.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('competencies.ties.criterion')}</th>
              <th scope="col" className="num">
                {t('competencies.ties.max')}
              </th>
              <th scope="col" className="num">
                {t('competencies.ties.least')}
              </th>
              <th scope="col">{t('competencies.column.competency')}</th>
            </tr>
          </thead>
          {programme.modules.flatMap((module) =>
            module.assignments.map((assignment) => (
              <AssignmentRows
                key={assignment.id}
                {...{ content, module, assignment }}
                onEdit={() => onEdit(assignment)}
              />
            )),
          )}
        </table>
      </div>
    </Sheet>
  );
};

const Shown = ({ content }: { readonly content: CohortCompetencies }): ReactNode => {
  const { t } = useText();
  const [editing, setEditing] = useState<Assignment>();
  const [importing, setImporting] = useState(false);
  const { framework, frameworks, programme } = content;
  const { tied, of } = tieCounts(content);
  return (
    <div className="competencies">
      <TiesTable content={content} onEdit={setEditing} />
      <div className="competencies-side">
        <FrameworkSheet content={content} onImport={() => setImporting(true)}>
          <p>{t('competencies.tiedOf', { count: tied, of })}</p>
        </FrameworkSheet>
        {framework === undefined && frameworks.length === 0 && (
          <Note
            tone="info"
            actions={
              <Button size="small" onClick={() => setImporting(true)}>
                {t('competencies.import.open')}
              </Button>
            }
          >
            {t('competencies.empty')}
          </Note>
        )}
      </div>
      {editing !== undefined && (
        <CriteriaDialog programmeId={programme.id} assignment={editing} onClose={() => setEditing(undefined)} />
      )}
      {importing && (
        <ImportFramework programmeId={programme.id} frameworks={frameworks} onClose={() => setImporting(false)} />
      )}
    </div>
  );
};

/** Which criterion asks for which competency, and the criteria themselves, for the programme version of a cohort. */
export const TiesPage = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const content = useLive(() => loadCompetencies(cohortId), [cohortId]);
  return content === undefined ? null : <Shown content={content} />;
};
