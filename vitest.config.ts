import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['./register-rules.mjs'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
    // the code under test keeps no state, so every file may find it loaded: a third less to compute
    isolate: false,
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'] },
    coverage: { include: ['src/**'], reporter: ['text-summary', 'json-summary', 'html'] },
  },
});
