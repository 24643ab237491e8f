import { defineConfig } from 'vitest/config';

/** Tests that hold memory to a promise, or need a browser: one after the other, in processes of their own. */
const measured = ['test/hostile/**/*.test.ts', 'test/viewer/*.test.ts'];
const all = ['test/**/*.test.ts'];
const shared = { globalSetup: ['./register-rules.mjs'], testTimeout: 30_000 };

export default defineConfig({
  test: {
    coverage: { include: ['src/**'], reporter: ['text-summary', 'json-summary', 'html'] },
    projects: [
      {
        test: {
          ...shared,
          name: 'rest',
          include: all,
          exclude: measured,
          maxWorkers: 2,
          // the code under test keeps no state, so every file may find it loaded: a third less to compute
          isolate: false,
          typecheck: { enabled: true, include: ['test/**/*.test-d.ts'] },
        },
      },
      {
        test: { ...shared, name: 'measured', include: measured, maxWorkers: 1 },
      },
    ],
  },
});
