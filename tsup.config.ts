import { defineConfig, type Options } from 'tsup';
import { coreChunk } from './core-chunk.mjs';

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
const entries = {
  evidence: 'src/evidence/index.ts',
  index: 'src/index.ts',
  interop: 'src/interop/index.ts',
  msg: 'src/only-msg.ts',
  names: 'src/mapi/names/index.ts',
  node: 'src/node.ts',
  repair: 'src/repair/index.ts',
  report: 'src/report/index.ts',
  rules: 'src/rules/index.ts',
  'rules-kit': 'src/rules/kit/index.ts',
  store: 'src/store.ts',
};
const core = await coreChunk('core', ['src/index.ts']);
export default defineConfig({
  ...shared,
  entry: { ...entries, core: core.entry },
  format: ['esm', 'cjs'],
  platform: 'node',
  esbuildPlugins: [core.plugin],
  // a shim would ask `document` where there is one, which in a test environment (jsdom in Jest) is no file
  esbuildOptions: (options, { format }) => {
    if (format === 'cjs') {
      options.define = { ...options.define, 'import.meta.url': '__filename', CORE_EXTENSION: '"cjs"' };
    }
  },
  dts: { entry: entries, compilerOptions: { ignoreDeprecations: '6.0', stripInternal: true } },
});
