import { defineConfig } from 'vitest/config';

/** Tests of the page, which keep a browser busy for minutes: `npm run test:page`. */
export const ofPage = ['test/viewer/{firefox,mailbox,page,states}.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['./register-rules.mjs', './test/support/temporary-folder.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ofPage,
    testTimeout: 30_000,
    maxWorkers: 3, // of which one mostly waits for a process of its own
    // the code under test keeps no state, so every file may find it loaded: a third less to compute
    isolate: false,
    // most of what they make is gone at once: less to collect, a twentieth of the time
    execArgv: ['--max-semi-space-size=64'],
    // `npm run types` checks test/**/*.test-d.ts
    coverage: { include: ['src/**'], reporter: ['text-summary', 'json-summary', 'html'] },
  },
});
