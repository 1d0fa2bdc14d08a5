import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** @typedef {{ from: string[], packages: string[], pure: boolean }} Layer */
/** @typedef {{ regex: string, message: string }} Restriction */

/**
 * The layers of server/, in the order of the data. A layer imports from itself and from those it lists, and from
 * no package but those it lists. `pure` layers run unchanged in Node.js, in a Web Worker and in a browser.
 *
 * @satisfies {Record<string, Layer>}
 */
const LAYERS = {
  text: { from: [], packages: ['fastest-levenshtein'], pure: true },
  syntax: { from: ['text'], packages: ['yaml'], pure: true },
  model: { from: ['text', 'syntax'], packages: [], pure: true },
  catalog: { from: ['text', 'syntax', 'model'], packages: ['yaml'], pure: true },
  analysis: { from: ['text', 'syntax', 'model', 'catalog'], packages: [], pure: true },
  features: { from: ['text', 'syntax', 'model', 'catalog', 'analysis'], packages: [], pure: true },
  diagram: { from: ['text', 'syntax', 'model', 'catalog', 'analysis'], packages: ['elkjs'], pure: true },
  report: {
    from: ['text', 'syntax', 'model', 'catalog', 'analysis', 'diagram'],
    packages: ['sarif'],
    pure: true,
  },
  lsp: {
    from: ['text', 'syntax', 'model', 'catalog', 'analysis', 'features', 'diagram', 'report'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-languageserver-types'],
    pure: false,
  },
  cli: {
    from: ['text', 'syntax', 'model', 'catalog', 'analysis', 'features', 'diagram', 'report'],
    packages: ['commander', 'diff', 'globby'],
    pure: false,
  },
};
const LAYER_NAMES = Object.keys(LAYERS);
const OUTSIDE_SERVER = ['client', 'scripts', 'test', 'bench'];

/** `bartizan lsp` starts the language server through this one file; otherwise lsp and cli do not know each other. */
const STDIO_DOOR = '(?!lsp/stdio\\.ts$)';

/** The vocabulary is one table; cutting it at 300 lines would only hide that. */
const LONG_TABLES = ['server/model/vocabulary.ts', 'server/model/vocabulary/*.ts'];

function escaped(/** @type {string} */ text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function anyOf(/** @type {string[]} */ names) {
  return `(?:${names.map(escaped).join('|')})`;
}

/**
 * @param {Restriction[]} patterns
 * @returns {{ 'no-restricted-imports': ['error', { patterns: Restriction[] }] }}
 */
function restrictedImports(patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

const NO_VSCODE = { regex: '^vscode$', message: 'only client/ and test/vscode/ know VS Code' };
const NO_NODE = {
  regex: '^node:',
  message: 'this layer also runs in a browser: take what you need as a parameter',
};

function layerPatterns(/** @type {string} */ name, /** @type {Layer} */ { from, packages, pure }) {
  const foreign = LAYER_NAMES.filter((other) => other !== name && !from.includes(other));
  const patterns = [
    NO_VSCODE,
    {
      regex: `^(?:\\.\\./)+(?:server/)?${name === 'cli' ? STDIO_DOOR : ''}${anyOf(foreign)}/`,
      message: `${name} imports only from ${[...from, 'itself'].join(', ')}`,
    },
    { regex: `^(?:\\.\\./)+${anyOf(OUTSIDE_SERVER)}/`, message: 'server/ stands alone' },
    {
      regex: `^(?!\\.|node:|vscode$|${anyOf(packages.length > 0 ? packages : ['.'])}(?:$|/))`,
      message:
        packages.length > 0
          ? `of all packages, ${name} imports only ${packages.join(', ')}`
          : `${name} imports no package`,
    },
  ];
  return pure ? [...patterns, NO_NODE] : patterns;
}

const layerConfigs = Object.entries(LAYERS).map(([name, layer]) => ({
  name: `bartizan/layer-${name}`,
  files: [`server/${name}/**/*.ts`],
  rules: restrictedImports(layerPatterns(name, layer)),
}));

const pureFiles = Object.entries(LAYERS)
  .filter(([, { pure }]) => pure)
  .map(([name]) => `server/${name}/**/*.ts`);

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'coverage/', 'node_modules/', 'test/fixtures/', 'test/golden/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    name: 'bartizan/typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'say what is exported: every name has one home' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    name: 'bartizan/small-files',
    files: ['server/**/*.ts', 'client/**/*.ts', 'scripts/**/*.ts'],
    ignores: LONG_TABLES,
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: 'bartizan/engine',
    files: pureFiles,
    rules: {
      // A cast is a claim that nobody checks. At the doors (YAML scalars, JSON from outside) one stands, with its reason.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'say what is exported: every name has one home' },
        { selector: 'ImportExpression', message: 'the layer table is checked on import declarations only' },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'the clock is a parameter',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'the clock is a parameter',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'the same text gives the same answer',
        },
      ],
    },
  },
  ...layerConfigs,
  {
    name: 'bartizan/layout-worker',
    // A worker's entry talks to the thread that started it.
    files: ['server/diagram/layout-worker.ts'],
    rules: restrictedImports(layerPatterns('diagram', { ...LAYERS.diagram, pure: false })),
  },
  {
    name: 'bartizan/client',
    files: ['client/**/*.ts'],
    rules: restrictedImports([
      {
        regex: `^(?:\\.\\./)+${anyOf(['scripts', 'test', 'bench'])}/`,
        message: 'client/ ships: tools and tests do not',
      },
      { regex: '^(?:\\.\\./)+server/cli/', message: 'the editor does not know the command line' },
      {
        regex: '^vscode-languageserver(?:$|/)',
        message: 'only server/lsp speaks the server side of the protocol',
      },
    ]),
  },
  {
    name: 'bartizan/tools-and-tests',
    files: ['scripts/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    ignores: ['test/vscode/**'],
    rules: restrictedImports([NO_VSCODE]),
  },
  {
    name: 'bartizan/says-on-the-terminal',
    files: ['scripts/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'bartizan/tests',
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    name: 'bartizan/before-installation',
    // Plain JavaScript: these run before there is a node_modules.
    files: ['**/*.mjs', '*.js'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', fetch: 'readonly' },
    },
  },
);
