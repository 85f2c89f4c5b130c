import type { Paper } from '#shared/domain/paper.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import type { Boot, Request } from '#shared/ipc/contract.ts';

/** What the good requests may name: a folder of the test's own, a spreadsheet in it, and answers given before. */
export type Given = {
  readonly folder: string;
  readonly table: string;
  readonly head: Boot['head'];
};

type Requests = { readonly [C in Channel]: { readonly good: (given: Given) => Request<C>; readonly bad: unknown } };

const serial = 'CWCY-SZ-2026-00042-B';

const template = { name: 'classic', version: 1 };

const filters = [{ name: 'Tables', extensions: ['csv'] }];

const document = {
  template,
  language: 'en',
  issuedOn: '2026-03-01',
  title: 'Certificate',
  subject: 'Award',
  heading: 'Certificate',
  programmeTitle: 'Community Work with Children and Youth',
  certify: 'This is to certify that',
  name: 'Ngũgĩ Tšepiso',
  awardText: ['has completed the programme.'],
  placeAndDate: 'Manzini, 1 March 2026',
  signatories: [{ name: 'Amina Chisanga', office: 'Coordinator' }],
  verification: 'Scan the code.',
  serial,
  payload: 'FC1:TEST',
  codeDescription: 'Code',
  logosDescription: 'Logos',
  sealDescription: 'Seal',
};

const paper: Paper = {
  title: 'Sign-off',
  subject: 'Moderation',
  language: 'en',
  date: '2026-03-01',
  page: { size: 'A4', orientation: 'portrait' },
  head: { left: 'Programme', right: 'Module 1' },
  foot: 'Fieldcourse',
  number: 'Page {{page}} of {{pages}}',
  blocks: [{ kind: 'together', blocks: [{ kind: 'paragraph', text: 'Ngũgĩ Tšepiso', tone: 'note' }] }],
};

/**
 * One good and one bad request for every channel: a channel without both does not compile. A question without a request is asked badly by giving it
 * something.
 */
export const requests = {
  'app:get-boot': { good: () => undefined, bad: { unexpected: true } },
  'app:ask-disk-room': { good: () => undefined, bad: { unexpected: true } },
  'app:reload-window': { good: () => undefined, bad: { unexpected: true } },
  'app:switch-workspace': { good: () => ({ name: 'second' }), bad: { name: '' } },
  'app:report-problem': {
    good: () => ({ message: 'A problem made up by a test', stack: 'nowhere' }),
    bad: { message: 7 },
  },
  'app:open-log': { good: () => undefined, bad: 'now' },
  'app:finish-quit': { good: () => undefined, bad: [] },
  'journal:append-frames': {
    good: ({ head }) => ({ after: head, texts: ['{"v":1}'] }),
    bad: { after: { seq: -1, hash: 'short' }, texts: [] },
  },
  'journal:read-frames': { good: ({ head }) => ({ after: head }), bad: { after: null } },
  'journal:verify-chain': { good: () => undefined, bad: 1 },
  'journal:plan-erasure': {
    good: () => ({ records: [{ t: 'people', id: 'nobody' }] }),
    bad: { records: [{ t: 'nothing' }] },
  },
  'journal:carry-erasures': { good: () => undefined, bad: 1 },
  'journal:clear-database': { good: () => undefined, bad: 1 },
  'snapshots:list-snapshots': { good: () => undefined, bad: {} },
  'snapshots:make-snapshot': { good: () => ({ reason: 'test' }), bad: {} },
  'snapshots:read-rows': { good: () => ({ restart: true }), bad: { restart: 'yes' } },
  'settings:read-settings': { good: () => undefined, bad: false },
  'settings:write-settings': { good: () => ({ density: 'roomy' }), bad: { theme: 'pink' } },
  'tables:read-table': { good: ({ table }) => ({ path: table }), bad: { path: 7 } },
  'tables:write-table': {
    good: ({ folder }) => ({
      path: `${folder}/written.csv`,
      language: 'en',
      sheets: [
        {
          name: 'One',
          columns: [{ title: 'Name' }, { title: 'Mark', kind: 'number' }],
          rows: [
            ['=1+1', 12.5],
            [null, 0],
          ],
        },
      ],
    }),
    bad: { path: 'x.csv', language: 'en', sheets: [{ name: 'One', columns: [], rows: [[{}]] }] },
  },
  'files:choose-open': { good: () => ({ title: 'Open', filters }), bad: { title: 'Open' } },
  'files:choose-save': {
    good: () => ({ title: 'Save', name: 'x.csv', filters }),
    bad: { title: 'Save', name: null, filters },
  },
  'files:choose-folder': { good: () => ({ title: 'Folder' }), bad: {} },
  'files:show-file': { good: ({ table }) => ({ path: table }), bad: { path: ['a'] } },
  'tables:open-long': {
    good: ({ folder }) => ({
      path: `${folder}/long.csv`,
      language: 'en',
      sheets: [{ name: 'One', columns: [{ title: 'Learner' }] }],
    }),
    bad: { path: '', language: 'en', sheets: [] },
  },
  'tables:add-rows': {
    good: () => ({ id: 'none', sheet: 0, rows: [['Amina']] }),
    bad: { id: 'none', sheet: -1, rows: [] },
  },
  'tables:close-long': { good: () => ({ id: 'none', keep: false }), bad: { id: 'none' } },
  'files:write-text': { good: ({ folder }) => ({ path: `${folder}/note.txt`, text: 'Note' }), bad: { path: '' } },
  'files:read-file': { good: ({ table }) => ({ path: table }), bad: {} },
  'files:check-folder': { good: ({ folder }) => ({ path: folder }), bad: { path: '' } },
  'certificates:check-names': {
    good: () => ({ names: ['Ngũgĩ Tšepiso'], template }),
    bad: { names: 'Ngũgĩ', template },
  },
  'certificates:add-documents': {
    good: () => ({ id: 'a batch that never begins', documents: [document] }),
    bad: { id: 'run', documents: [{ ...document, name: '' }] },
  },
  'certificates:render-batch': {
    good: ({ folder }) => ({
      id: 'run',
      documents: [document],
      mode: 'merged',
      folder,
      fileName: 'one.pdf',
      title: 'One',
    }),
    bad: {
      id: 'run',
      documents: [{ ...document, name: '' }],
      mode: 'merged',
      folder: '/',
      fileName: 'one.pdf',
      title: 'One',
    },
  },
  'certificates:cancel-batch': { good: () => ({ id: 'no such run' }), bad: { id: 3 } },
  'certificates:hash-documents': {
    good: () => ({ documents: [document] }),
    bad: { documents: [{ ...document, issuedOn: '2026-02-30' }] },
  },
  'certificates:render-one': {
    good: () => ({ document }),
    bad: { document: { ...document, template: { name: '../classic', version: 1 } } },
  },
  'templates:read-font': { good: () => ({ data: Uint8Array.of(1, 2, 3) }), bad: { data: 'font' } },
  'keys:sign-payloads': {
    good: () => ({ payloads: [{ serial, name: 'Ngũgĩ Tšepiso', award: 'Certificate', date: '2026-03-01' }] }),
    bad: { payloads: [{ serial }] },
  },
  'keys:verify-payload': { good: () => ({ text: 'FC1:ABC', keys: [] }), bad: { text: 'FC1:ABC', keys: [{ id: 'x' }] } },
  'keys:read-keys': { good: ({ table }) => ({ path: table }), bad: { path: {} } },
  'certificates:print-file': {
    good: ({ folder }) => ({ path: `${folder}/no-such-file.pdf`, with: 'dialog' }),
    bad: { path: '/bin/sh', with: 'viewer' },
  },
  'keys:read-current': { good: () => undefined, bad: { unexpected: true } },
  'keys:rotate-key': { good: () => undefined, bad: { unexpected: true } },
  'keys:write-backup': {
    good: ({ folder }) => ({ path: `${folder}/backup.json`, passphrase: 'a sentence that is long enough' }),
    bad: { path: '', passphrase: 1 },
  },
  'keys:restore-backup': { good: ({ table }) => ({ path: table, passphrase: 'any' }), bad: { path: 'somewhere' } },
  'keys:sign-revocations': {
    good: () => ({
      list: {
        format: 'fieldcourse-revocations' as const,
        version: 1 as const,
        owner: 'Programme',
        madeOn: '2026-03-01',
        entries: [{ serial, state: 'revoked' as const }],
      },
    }),
    bad: { list: 'all' },
  },
  'keys:read-revocations': { good: ({ table }) => ({ path: table, keys: [] }), bad: { path: '', keys: [] } },
  'keys:sign-credentials': { good: () => ({ credentials: [] }), bad: { credentials: ['one'] } },
  'keys:read-verifier-page': { good: () => undefined, bad: { unexpected: true } },
  'keys:write-file': {
    good: ({ folder }) => ({ path: `${folder}/keys.json`, text: '{}' }),
    bad: { path: '/etc/profile', text: '' },
  },
  'papers:write-files': {
    good: ({ folder }) => ({
      id: 'papers',
      papers: [{ paper, name: 'one' }],
      mode: 'merged',
      folder: `${folder}/papers`,
      fileName: 'papers.pdf',
    }),
    bad: {
      id: 'papers',
      papers: [{ paper: { ...paper, blocks: [{ kind: 'heading', level: 4, text: 'Four' }] }, name: 'one' }],
      mode: 'merged',
      folder: '/',
      fileName: 'papers.pdf',
    },
  },
  'papers:cancel-files': { good: () => ({ id: 'no such run' }), bad: { id: null } },
  'jobs:report-line': { good: () => ({ stream: 'out', line: { job: 'test' } }), bad: { stream: 'in', line: {} } },
  'jobs:end-job': { good: () => ({ exitCode: 0 }), bad: { exitCode: 0.5 } },
} as const satisfies Requests;
