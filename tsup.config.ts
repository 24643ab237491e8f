import { defineConfig, type Options } from 'tsup';

/** Loaded on demand, by whoever asks for the occurrences of a series: never part of a bundle. */
const external = ['ical.js'];

const shared: Options = {
  outDir: 'dist',
  target: 'es2022',
  splitting: true,
  sourcemap: false,
  clean: false, // build.mjs empties dist: these configurations run side by side
  removeNodeProtocol: false,
  external,
};
const browserEntries = {
  evidence: 'src/evidence/index.ts',
  index: 'src/index.ts',
  interop: 'src/interop/index.ts',
  names: 'src/mapi/names/index.ts',
  report: 'src/report/index.ts',
  rules: 'src/rules/index.ts',
  store: 'src/store.ts',
};
const entries = { ...browserEntries, node: 'src/node.ts' };
/** A file of its own, so that what recognises a format is not in one file with what reads it, which pages load on demand. */
const apart = { 'message-format': 'src/reading/message-format.ts' };

export default defineConfig([
  {
    ...shared,
    entry: entries,
    format: ['esm', 'cjs'],
    platform: 'node',
    // a shim would ask `document` where there is one, which in a test environment (jsdom in Jest) is no file
    esbuildOptions: (options, { format }) => {
      if (format === 'cjs') options.define = { ...options.define, 'import.meta.url': '__filename' };
    },
    dts: { compilerOptions: { ignoreDeprecations: '6.0', stripInternal: true } },
  },
  {
    ...shared,
    entry: { ...browserEntries, ...apart },
    outDir: 'dist/browser',
    format: ['esm'],
    platform: 'browser',
    // foo.browser.ts stands in for foo.ts wherever it exists
    esbuildOptions: (options) => {
      options.resolveExtensions = ['.browser.ts', '.ts', '.js'];
      // whitespace stays: with it esbuild would drop the marks of pure calls, by which bundlers leave out what is not used
      options.minifyIdentifiers = true;
      options.minifySyntax = true;
    },
  },
  {
    ...shared,
    entry: { cli: 'src/cli/main.ts', 'check-worker': 'src/cli/checking/worker.ts' },
    format: ['esm'],
    platform: 'node',
    esbuildOptions: (options) => {
      options.chunkNames = 'cli/[name]-[hash]';
      // half the time of a start is reading these files; names stay, for the report of a bug
      options.minifyWhitespace = true;
      options.minifySyntax = true;
    },
  },
]);
