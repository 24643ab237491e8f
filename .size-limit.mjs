// npm run size: what a browser loads of the package, minified and gzipped.
import { readdirSync } from 'node:fs';

/** What `message.body()` loads when it is asked for, which is measured by itself. */
const withoutBodies = {
  name: 'without-bodies',
  setup({ onResolve }) {
    onResolve({ filter: /read-body-\w+\.js$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/**
 * esbuild warns of imports for their effects, which there are none of. What writes a .msg is loaded by whoever calls
 * `toMsg`, and counted alone.
 */
const quiet = (config) => ({
  ...config,
  logLevel: 'error',
  external: [...(config.external ?? []), './write-msg-*'],
  plugins: [...(config.plugins ?? []), withoutBodies],
});

const [bodies] = readdirSync('dist/browser').filter((name) => name.startsWith('read-body-'));

export default [
  {
    name: 'decodeMessage',
    path: 'dist/browser/index.js',
    import: '{ decodeMessage }',
    limit: '56 kB',
    gzip: true,
  },
  {
    name: 'readMessage and diagnose, with everything that is loaded on demand to read',
    path: 'dist/browser/index.js',
    import: '{ readMessage, diagnose }',
    limit: '80.5 kB',
    gzip: true,
  },
  {
    name: 'what reads bodies, with what is loaded already, without rtf-stream-parser',
    path: `dist/browser/${bodies}`,
    import: '{ readBody }',
    ignore: ['rtf-stream-parser'],
    limit: '9.3 kB',
    gzip: true,
  },
  {
    name: 'diagnose',
    path: 'dist/browser/index.js',
    import: '{ diagnose }',
    limit: '33 kB',
    gzip: true,
  },
  {
    name: 'openStore, with everything that is loaded on demand to read',
    path: 'dist/browser/store.js',
    import: '{ openStore }',
    limit: '75 kB',
    gzip: true,
  },
  {
    name: 'toMsg, loaded on demand, with what it shares with the readers',
    path: 'dist/browser/write-msg-*.js',
    limit: '15 kB',
    gzip: true,
  },
  {
    name: 'toGraphResponse',
    path: 'dist/browser/interop.js',
    import: '{ toGraphResponse }',
    limit: '9 kB',
    gzip: true,
  },
].map((entry) => ({ ...entry, modifyEsbuildConfig: quiet }));
