// Builds dist/browser/: a file for each module, so that a bundler leaves out whole files that a page does not use. In one
// file it would have to prove of each table that nobody sees it being made.
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const doors = [
  'index',
  'store',
  'only-msg',
  'evidence/index',
  'interop/index',
  'mapi/names/index',
  'repair/index',
  'report/index',
  'rules/index',
  'rules/kit/index',
];
const outdir = 'dist/browser';

const options = {
  bundle: true,
  outbase: 'src',
  outdir,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  // foo.browser.ts stands in for foo.ts wherever it exists
  resolveExtensions: ['.browser.ts', '.ts', '.js'],
  packages: 'external',
  // whitespace stays: with it esbuild would drop the marks of pure calls, by which bundlers leave out what is not used
  minifyIdentifiers: true,
  minifySyntax: true,
  logLevel: 'error',
};

/** All modules that the doors reach, at once or on demand. */
async function modules() {
  const { metafile } = await build({
    ...options,
    entryPoints: doors.map((door) => `src/${door}.ts`),
    splitting: true,
    write: false,
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

/** Every import stays one, of the file that the module becomes. */
const separate = {
  name: 'separate',
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'separate') return undefined;
      const found = await builder.resolve(path, { importer, resolveDir, kind, pluginData: 'separate' });
      const target = relative(dirname(importer), found.path).replace(/\.ts$/, '.js');
      return { path: target.startsWith('.') ? target : `./${target}`, external: true };
    });
  },
};

export async function buildBrowser() {
  const entryPoints = (await modules()).map((path) => resolve(path));
  await build({ ...options, entryPoints, plugins: [separate] });
}
