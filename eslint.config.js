import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'site/',
      'src/rules/registry.ts',
      'test/release/programs/',
      'test/consumer/jest-jsdom/', // Jest is installed where it runs
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js', '*.mjs', 'test/*/*.mjs'] } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-spread': [
        'error',
        {
          allow: ['Recipient', 'Attachment', 'Message', 'AttachmentProperties'].map((name) => ({
            from: 'file',
            name,
          })),
        },
      ], // their values are their own
      complexity: ['error', 12],
      'max-depth': ['error', 4],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['src/**'], ignores: ['src/cli/**'], rules: { 'no-console': 'error' } },
  {
    files: ['test/**', 'samples/build/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines-per-function': 'off',
    },
  },
  { files: ['*.js', '**/*.mjs', 'samples/plugin/**'], extends: [tseslint.configs.disableTypeChecked] },
);
