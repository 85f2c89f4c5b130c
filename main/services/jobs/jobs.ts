import { screenLanguages } from '#shared/domain/languages.ts';

/**
 * A job that runs without a person looking. `files` are positional (in brackets: may be left out), `options` take a value or are a `flag`; small words
 * between bars are all there is to choose from.
 */
export type JobDescription = {
  readonly name: string;
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly needs: readonly string[];
  readonly does: string;
};

const languages = screenLanguages.join('|');

/** All jobs, as `--help` lists them. The window runs them with the same code as its screens (renderer/app/jobs). */
export const jobs: readonly JobDescription[] = [
  {
    name: 'demo',
    files: [],
    options: { seed: 'NUMBER', today: 'YYYY-MM-DD' },
    needs: [],
    does: 'fills a new workspace with the demonstration programme',
  },
  {
    name: 'import',
    files: ['FILE'],
    options: {
      as: 'learners|marks|attendance|worksheet|follow-up|alumni',
      cohort: 'CODE',
      starts: 'YYYY-MM-DD',
      graduation: 'YYYY-MM-DD',
      country: 'CC',
      place: 'NAME',
      partner: 'NAME',
      mapping: 'FILE',
      language: languages,
      'on-clash': 'file|here',
      'dry-run': 'flag',
    },
    needs: ['as'],
    does: 'imports a spreadsheet and prints the fate of every row; learners make the cohort where there is none of that code; marks may come from Moodle (gradebook export or offline worksheet); a worksheet is one that was exported here, and what was changed in it and here stays as it is unless --on-clash says which goes; follow-up takes an enumerator’s sheet, the CSV export of a phone form or a spreadsheet of interviews; alumni of earlier cycles name their cohorts in the file, all other kinds need --cohort',
  },
  {
    name: 'export',
    files: [
      'learners|marks|results|worksheet|register|follow-up|alumni|outcomes|training-records|outcome-brief|outcome-report|dhis2|json-stat|feedback|enumerator-sheet|phone-form|person',
      '[WHO]',
    ],
    options: {
      cohort: 'CODE',
      out: 'FILE.csv|FILE.xlsx|FILE.json|FILE.pdf|DIR',
      cycle: 'CYCLE',
      definition: 'programme|qs|nace|eqavet',
      module: 'NUMBER',
      merged: 'flag',
      assignment: 'M1 TITLE',
      marker: 'NAME',
      site: 'NAME',
      group: 'NAME',
      wave: 'MONTHS',
      interviewer: 'NAME',
      questions: languages,
      language: languages,
    },
    needs: ['out'],
    does: 'writes a spreadsheet; follow-up, alumni (contacts of those who agreed), outcomes and training-records (iHRIS) of all cohorts where none is named; outcome-brief and outcome-report a PDF of a --cycle; dhis2 (JSON or CSV) and json-stat the indicators for other systems; a worksheet (.xlsx only) has a locked sheet an assignment, for one assignment, marker, site or mentor group where these are named; feedback writes a PDF for each learner to whom the marks of --module are released into the folder --out, or one with --merged; enumerator-sheet writes what an enumerator fills in for --wave (months, 18 where not said), phone-form an XLSForm for KoBoToolbox and ODK with alumni.csv beside it, both with the questions in --questions; person writes everything about WHO (id, learner number or whole name) as PDF or JSON',
  },
  {
    name: 'results',
    files: [],
    options: { cohort: 'CODE', language: languages },
    needs: ['cohort'],
    does: 'prints results and eligibility, with what is missing in words',
  },
  {
    name: 'moderation',
    files: [],
    options: {
      draw: 'flag',
      cohort: 'CODE',
      assignment: 'ID',
      seed: 'NUMBER',
      out: 'FILE.pdf',
      language: languages,
    },
    needs: ['draw', 'cohort', 'assignment'],
    does: 'draws the sample for second marking and prints it with the reasons; the same seed draws the same scripts; --out writes the sheet to sign off',
  },
  {
    name: 'award',
    files: [],
    options: { cohort: 'CODE', 'confirm-names': 'flag', reason: 'TEXT', language: languages },
    needs: ['cohort'],
    does: 'freezes the award list of the eligible; one that takes the place of an earlier list needs a reason',
  },
  {
    name: 'certificates',
    files: [],
    options: {
      cohort: 'CODE',
      out: 'DIR',
      merged: 'flag',
      template: 'NAME',
      document: 'certificate|transcript|attendance|module-attendance',
      module: 'NUMBER',
      detail: 'modules|criteria|competencies',
      'hand-over': 'flag',
      language: 'en|fr|pt',
    },
    needs: ['cohort', 'out'],
    does: 'issues what is awarded and not yet issued; prints serials, files and hashes',
  },
  {
    name: 'reprint',
    files: ['SERIAL'],
    options: { out: 'DIR', reason: 'TEXT', language: languages },
    needs: ['out'],
    does: 'writes a certificate that was not revoked again, the same to the last byte, and notes why',
  },
  {
    name: 'revoke',
    files: ['SERIAL'],
    options: { reason: 'TEXT', language: languages },
    needs: ['reason'],
    does: 'takes a certificate back for good; it stays in the register with the reason',
  },
  {
    name: 'verifier',
    files: [],
    options: { out: 'FILE.html', language: languages },
    needs: ['out'],
    does: 'writes the page that checks certificates without a network, with the public keys and the list of revoked ones in it',
  },
  {
    name: 'verify',
    files: ['FILE.pdf|IMAGE|TEXT'],
    options: { keys: 'FILE', list: 'FILE', language: languages },
    needs: [],
    does: 'says what a certificate says and whether it is ours',
  },
  {
    name: 'outcomes',
    files: [],
    options: { wave: 'MONTHS', cohort: 'CODE', definition: 'programme|qs|nace|eqavet', language: languages },
    needs: ['wave'],
    does: 'prints the indicators with all their parts, one line a cycle; placement by the --definition named, and by all',
  },
  {
    name: 'erase',
    files: ['person', 'WHO'],
    options: { confirm: 'flag', language: languages },
    needs: [],
    does: 'with --confirm takes a person (id, learner number or whole name) out of the workspace for good, history and snapshots included; without it says what would not be reached and changes nothing',
  },
  {
    name: 'check',
    files: [],
    options: {},
    needs: [],
    does: 'verifies journal, snapshots and database against each other; prints counts and the content hash',
  },
];
