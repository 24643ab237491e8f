import { defineConfig } from 'vitest/config';
import all, { ofPage } from './vitest.config';

export default defineConfig({
  test: {
    ...all.test,
    include: ofPage,
    exclude: [],
    // a browser on a busy machine: the limits are for what hangs, not for what is slow
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
