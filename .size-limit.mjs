// npm run size: what a browser loads of the package, minified and gzipped.

/** What `message.body()` loads when it is asked for, which is measured by itself. */
const withoutBodies = {
  name: 'without-bodies',
  setup({ onResolve }) {
    onResolve({ filter: /read-body\.js$/ }, ({ path, kind }) =>
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
  external: [...(config.external ?? []), '*/write-msg.js'],
  plugins: [...(config.plugins ?? []), withoutBodies],
});

export default [
  {
    name: 'decodeMessage',
    path: 'dist/browser/index.js',
    import: '{ decodeMessage }',
    limit: '57 kB',
    gzip: true,
  },
  {
    name: 'decodeMsg of mapilint/msg',
    path: 'dist/browser/only-msg.js',
    import: '{ decodeMsg }',
    limit: '37 kB',
    gzip: true,
  },
  {
    name: 'readMessage and diagnose, with everything that is loaded on demand to read',
    path: 'dist/browser/index.js',
    import: '{ readMessage, diagnose }',
    limit: '83.5 kB',
    gzip: true,
  },
  {
    name: 'what reads bodies, with what is loaded already, without rtf-stream-parser',
    path: 'dist/browser/message/body/read-body.js',
    import: '{ readBody }',
    ignore: ['rtf-stream-parser'],
    limit: '10 kB',
    gzip: true,
  },
  {
    name: 'diagnose',
    path: 'dist/browser/index.js',
    import: '{ diagnose }',
    limit: '33.1 kB',
    gzip: true,
  },
  {
    name: 'openStore, with everything that is loaded on demand to read',
    path: 'dist/browser/store.js',
    import: '{ openStore }',
    limit: '77.2 kB',
    gzip: true,
  },
  {
    name: 'toMsg, loaded on demand, with what it shares with the readers',
    path: 'dist/browser/msg/writing/write-msg.js',
    limit: '15 kB',
    gzip: true,
  },
  {
    name: 'toGraphResponse',
    path: 'dist/browser/interop/index.js',
    import: '{ toGraphResponse }',
    limit: '0.56 kB',
    gzip: true,
  },
].map((entry) => ({ ...entry, modifyEsbuildConfig: quiet }));
