// Who may import whom (docs/architecture.md). Type imports count.
const only = (name, comment, from, allowed, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: {
    pathNot: allowed,
    dependencyTypesNot: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'],
    ...more,
  },
});
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const packages = (...names) => `node_modules/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    never('no-cycles', 'A cycle makes two files one.', {}, { circular: true }),
    never('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    never(
      'nothing-imports-test',
      'The product does not know its tests.',
      { pathNot: '^(test|bench)/' },
      { path: '^(test|bench)/' },
    ),

    only('shared-lib', 'shared/lib stands alone.', '^shared/lib/', ['^shared/lib/', '^resources/locales/']),
    only('shared-domain', 'The domain knows shared/lib only.', '^shared/domain/', [
      '^shared/(lib|domain)/',
      '^resources/locales/',
      '^resources/questionnaires/',
    ]),
    only('shared', 'shared/ knows itself and the messages.', '^shared/', [
      '^shared/',
      '^resources/locales/',
      '^resources/outcome-papers/',
      '^resources/questionnaires/',
    ]),
    never(
      'shared-is-pure',
      'shared/ runs anywhere: no Node, no desktop, no screen, no database.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    never(
      'shared-packages',
      'shared/ runs anywhere.',
      { path: '^shared/' },
      {
        path: packages(
          'electron',
          'electron-store',
          'electron-log',
          'react',
          'react-dom',
          'dexie',
          'pdfkit',
          'fontkit',
        ),
      },
    ),

    never(
      'main-not-renderer',
      'The two processes meet in shared/ipc only.',
      { path: '^main/' },
      { path: '^renderer/' },
    ),
    never(
      'renderer-not-main',
      'The two processes meet in shared/ipc only.',
      { path: '^renderer/' },
      { path: '^main/' },
    ),
    only('preload', 'The bridge knows the contract only.', '^main/preload/', [
      '^main/preload/',
      '^shared/ipc/',
      '^shared/lib/',
    ]),
    never(
      'main-packages',
      'main has no screen and no database.',
      { path: '^main/' },
      { path: packages('react', 'react-dom', 'dexie', 'dexie-react-hooks', '@base-ui') },
    ),
    never('renderer-not-node', 'The renderer is sandboxed.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    never(
      'renderer-packages',
      'The renderer asks main for these.',
      { path: '^renderer/' },
      { path: packages('electron', 'electron-store', 'electron-log', 'pdfkit', 'fontkit') },
    ),

    never(
      'dexie-in-db-only',
      'Only renderer/db touches the database.',
      { path: '^(main|shared|renderer)/', pathNot: '^renderer/db/' },
      { path: packages('dexie') },
    ),
    never(
      'features-apart',
      'Features meet in renderer/app only.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    only('features', 'A feature knows db, ui, desktop and shared.', '^renderer/features/', [
      '^renderer/(features|db|ui|desktop)/',
      '^shared/',
      '^resources/',
    ]),
    only('verifier', 'The verifier is a page of its own.', '^renderer/verifier/', [
      '^renderer/verifier/',
      '^renderer/ui/read-code\\.ts$',
      '^shared/',
      '^resources/',
    ]),
    only('db', 'The database knows the desktop (journal first) and shared.', '^renderer/db/', [
      '^renderer/(db|desktop)/',
      '^shared/',
      '^resources/',
    ]),
    only('ui', 'Parts know no feature and no data.', '^renderer/ui/', ['^renderer/ui/', '^shared/', '^resources/']),
    only('desktop', 'The client of the bridge knows the contract.', '^renderer/desktop/', [
      '^renderer/desktop/',
      '^shared/',
    ]),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
