// npm run size: what a browser loads of the package, minified and gzipped.

/**
 * esbuild warns of imports for their effects, which there are none of. What writes a .msg is loaded by whoever calls
 * `toMsg`, and counted alone.
 */
const quiet = (config) => ({
  ...config,
  logLevel: 'error',
  external: [...(config.external ?? []), './write-msg-*'],
});

export default [
  {
    name: 'decodeMessage',
    path: 'dist/browser/index.js',
    import: '{ decodeMessage }',
    limit: '52 kB',
    gzip: true,
  },
  {
    name: 'readMessage and diagnose, with everything that is loaded on demand to read',
    path: 'dist/browser/index.js',
    import: '{ readMessage, diagnose }',
    limit: '76 kB',
    gzip: true,
  },
  {
    name: 'diagnose',
    path: 'dist/browser/index.js',
    import: '{ diagnose }',
    limit: '31.5 kB',
    gzip: true,
  },
  {
    name: 'openStore, with everything that is loaded on demand to read',
    path: 'dist/browser/store.js',
    import: '{ openStore }',
    limit: '71 kB',
    gzip: true,
  },
  {
    name: 'toMsg, loaded on demand, with what it shares with the readers',
    path: 'dist/browser/write-msg-*.js',
    limit: '14 kB',
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
