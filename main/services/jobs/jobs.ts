/** A job that runs without a person looking. `files` are positional (in brackets: may be left out), `options` take a value or are a `flag`. */
export type JobDescription = {
  readonly name: string;
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly needs: readonly string[];
  readonly does: string;
};

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
      as: 'learners|marks|attendance',
      cohort: 'CODE',
      starts: 'YYYY-MM-DD',
      graduation: 'YYYY-MM-DD',
      country: 'CC',
      place: 'NAME',
      partner: 'NAME',
      mapping: 'FILE',
      language: 'en|fr',
      'dry-run': 'flag',
    },
    needs: ['as', 'cohort'],
    does: 'imports a spreadsheet and prints the fate of every row; learners make the cohort where there is none of that code',
  },
  {
    name: 'export',
    files: ['learners|marks|results|register|follow-up|outcomes'],
    options: { cohort: 'CODE', out: 'FILE.csv|FILE.xlsx', language: 'en|fr' },
    needs: ['out'],
    does: 'writes a spreadsheet',
  },
  {
    name: 'results',
    files: [],
    options: { cohort: 'CODE', language: 'en|fr' },
    needs: ['cohort'],
    does: 'prints results and eligibility, with what is missing in words',
  },
  {
    name: 'award',
    files: [],
    options: { cohort: 'CODE', 'confirm-names': 'flag', language: 'en|fr' },
    needs: ['cohort'],
    does: 'freezes the award list of the eligible',
  },
  {
    name: 'certificates',
    files: [],
    options: { cohort: 'CODE', out: 'DIR', merged: 'flag', template: 'NAME', language: 'en|fr' },
    needs: ['cohort', 'out'],
    does: 'issues what is awarded and not yet issued; prints serials, files and hashes',
  },
  {
    name: 'verify',
    files: ['FILE.pdf|IMAGE|TEXT'],
    options: { keys: 'FILE', language: 'en|fr' },
    needs: [],
    does: 'says what a certificate says and whether it is ours',
  },
  {
    name: 'outcomes',
    files: [],
    options: { wave: 'MONTHS', cohort: 'CODE', language: 'en|fr' },
    needs: ['wave'],
    does: 'prints the indicators with all their parts',
  },
  {
    name: 'check',
    files: [],
    options: {},
    needs: [],
    does: 'verifies journal, snapshots and database against each other; prints counts and the content hash',
  },
];
