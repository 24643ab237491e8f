// Builds the command: one file of all that it may load, which is a function as text, so that what V8 makes of it can be kept
// (src/cli/code-cache), and the two small files that run it, that of the process and that of a worker. Its name has the hash
// of what is in it, by which kept code belongs to it.
import { createHash } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const shared = {
  bundle: true,
  outdir: 'dist',
  platform: 'node',
  target: 'es2022',
  packages: 'external',
  // half the time of a start is reading these files; names stay, for the report of a bug
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'error',
};

/** A script has no `import()` of its own. */
const importFromOutside = {
  name: 'import from outside',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]cli[\\/]import-module\.ts$/ }, () => ({
      contents: 'export const importModule = commandImport;',
    }));
  },
};

export async function buildCommand() {
  const file = await buildWhole();
  await build({
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts', 'check-worker': 'src/cli/checking/worker-main.ts' },
    format: 'esm',
    define: { COMMAND_FILE: JSON.stringify(`./${file}`) },
  });
  chmodSync('dist/cli.js', 0o755);
}

async function buildWhole() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: { command: 'src/cli/command.ts' },
    format: 'cjs',
    charset: 'ascii', // it is read as bytes
    define: { 'import.meta.url': 'commandUrl' },
    banner: { js: '(function(exports,require,module,commandUrl,commandImport){' },
    supported: { 'dynamic-import': false }, // of the packages that are asked for on demand: `require` loads them
    plugins: [importFromOutside],
    footer: { js: '})' },
    write: false,
  });
  const [{ contents }] = outputFiles;
  const file = `command-${createHash('sha256').update(contents).digest('hex').slice(0, 8)}.cjs`;
  writeFileSync(`dist/${file}`, contents);
  return file;
}
