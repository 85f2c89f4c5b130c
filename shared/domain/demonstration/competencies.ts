import type { IsoDate } from '#shared/lib/dates.ts';
import type { CompetencyFramework } from '../competencies.ts';
import { mapAssignments, tieCriterion } from '../competencies.ts';
import type { ProgrammeVersion } from '../programmes.ts';
import { demonstrationStaff } from './records.ts';

/** Invented for the demonstration; no published standard. The same list as resources/sample/competencies.csv. */
const competencies: CompetencyFramework['competencies'] = [
  {
    code: 'CW-1',
    title: 'Knows what the work rests on',
    area: 'Knowledge',
    description: 'Names the rights, the stages of development and the services that the work rests on',
  },
  {
    code: 'CW-2',
    title: 'Links learning to the own workplace',
    area: 'Practice',
    description: 'Uses what was read in the daily work and says how',
  },
  { code: 'CW-3', title: 'Plans the own learning', area: 'Self', description: 'Sets steps and keeps to them' },
  {
    code: 'CW-4',
    title: 'Protects the child',
    area: 'Practice',
    description: 'Puts the safety of the child first and knows whom to tell',
  },
  {
    code: 'CW-5',
    title: 'Sees each child as a whole',
    area: 'Practice',
    description: 'Looks at body, mind, family and friends together',
  },
  {
    code: 'CW-6',
    title: 'Refers to the right service',
    area: 'Practice',
    description: 'Knows the services nearby and accompanies families to them',
  },
  {
    code: 'CW-7',
    title: 'Plans with children and families',
    area: 'Community',
    description: 'Plans with those whom it concerns',
  },
  {
    code: 'CW-8',
    title: 'Reflects on own practice',
    area: 'Self',
    description: 'Says what went well, what did not, and what comes next',
  },
];

/** Which competency each criterion of the default programme asks for. */
const ties: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'm1-essay': ['CW-1', 'CW-2', 'CW-3', 'CW-8'],
  'm2-essay': ['CW-1', 'CW-2', 'CW-4', 'CW-8'],
  'm3-essay': ['CW-1', 'CW-2', 'CW-5', 'CW-8'],
  'm4-essay': ['CW-4', 'CW-2', 'CW-6', 'CW-8'],
  'm5-essay': ['CW-1', 'CW-2', 'CW-7', 'CW-8'],
  'm6-essay': ['CW-7', 'CW-2', 'CW-3', 'CW-8'],
};

/** The framework of the demonstration, and the default programme tied to it. */
export const demonstrationCompetencies = (
  programme: ProgrammeVersion,
  importedOn: IsoDate,
): { readonly framework: CompetencyFramework; readonly programme: ProgrammeVersion } => {
  const framework: CompetencyFramework = {
    id: 'demonstration-framework',
    name: 'Community work (demonstration)',
    version: '1',
    competencies,
    importedOn,
    importedBy: demonstrationStaff.coordinator,
    file: 'competencies.csv',
  };
  const tied = mapAssignments(programme, (assignment) => ({
    ...assignment,
    criteria: assignment.criteria.map((criterion, index) => tieCriterion(criterion, ties[assignment.id]?.[index])),
  }));
  return { framework, programme: { ...tied, framework: framework.name } };
};
