import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Which kind of project may import which: the layering of docs/architecture.md. */
const boundaries = [
  { sourceTag: 'layer:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:servers', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:mining', onlyDependOnLibsWithTags: ['layer:contracts'] },
  { sourceTag: 'layer:profiles', onlyDependOnLibsWithTags: ['layer:contracts'] },
  { sourceTag: 'layer:messaging', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:testing'] },
  { sourceTag: 'layer:service', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:testing'] },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: ['layer:servers'] },
  {
    sourceTag: 'layer:app',
    onlyDependOnLibsWithTags: [
      'layer:contracts',
      'layer:messaging',
      'layer:service',
      'layer:mining',
      'layer:profiles',
      'layer:testing',
    ],
  },
  // runs in a browser: what it shares with the services is the contracts alone
  { sourceTag: 'layer:web', onlyDependOnLibsWithTags: ['layer:contracts'] },
  { sourceTag: 'layer:tools', onlyDependOnLibsWithTags: ['*'] },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/coverage', '.nx', '.warren', '**/node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'apps/web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: ['jest\\.preset\\.mjs$'], depConstraints: boundaries },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-spread': 'off',
      // Nest declares its option bags as classes and takes plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['apps/web/src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  { files: ['**/*.mjs', '**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['apps/web/public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', fetch: 'readonly' },
    },
  },
  {
    files: ['**/*.spec.ts', '**/test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': ['error', 600] },
  },
  prettier,
);
