import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const electronDoor = (name, where) => ({
  name: 'electron',
  importNames: [name],
  message: `Only ${where} talks through ${name}.`,
});
const ipcMain = electronDoor('ipcMain', 'main/ipc');
const ipcRenderer = electronDoor('ipcRenderer', 'main/preload');

const shape = [
  { selector: 'TSEnumDeclaration', message: 'A union of strings serves.' },
  // A global, such as Window, can be widened by an interface only.
  { selector: ':not(TSModuleBlock) > TSInterfaceDeclaration', message: 'A type serves.' },
];

const spoken = 'Text that people read lives in resources/locales.';

export default tseslint.config(
  { ignores: ['out/', 'dist/', '.cache/', 'test-results/', 'playwright-report/', 'bench/results/', 'node_modules/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'warn' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...shape],
      'no-restricted-imports': ['error', { paths: [ipcMain, ipcRenderer] }],
    },
  },
  { files: ['main/ipc/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: [ipcRenderer] }] } },
  { files: ['main/preload/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: [ipcMain] }] } },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...shape,
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The time is passed in.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time is passed in.' },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Randomness is passed in.',
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': [
        'error',
        ...shape,
        { selector: 'JSXText[value=/[A-Za-zÀ-ÿ]{2}/]', message: spoken },
        {
          selector:
            'JSXAttribute[name.name=/^(title|alt|label|placeholder|aria-label|description)$/] > Literal[value=/[A-Za-zÀ-ÿ]{2}/]',
          message: spoken,
        },
      ],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}', 'bench/**/*.{ts,tsx}'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      // Playwright's fixtures are used by destructuring, even when there is none.
      'no-empty-pattern': 'off',
    },
  },
  { files: ['*.config.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off', eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
);
