// Builds dist/. `--prepare` (npm's hook) does nothing where the build tools are not installed, as after
// `npm ci --omit=dev`; `--if-stale` does nothing while dist/ is newer than every file it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { registerRules } from './register-rules.mjs';

const require = createRequire(import.meta.url);
const has = (flag) => process.argv.includes(flag);

function tsup() {
  try {
    return join(dirname(require.resolve('tsup/package.json')), 'dist/cli-default.js');
  } catch {
    return undefined;
  }
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // a folder's own time tells of files that are gone
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isFresh() {
  if (!existsSync('dist/index.d.cts') || !existsSync('dist/viewer.html')) return false;
  const built = statSync('dist/index.d.cts').mtimeMs;
  const sources = [
    'src',
    'build.mjs',
    'build-browser.mjs',
    'build-command.mjs',
    'build-viewer.mjs',
    'core-chunk.mjs',
    'package.json',
    'package-lock.json',
    'tsup.config.ts',
    'tsconfig.json',
  ];
  return sources.every((path) => newest(path) < built);
}

/** Compilers before TypeScript 5.7 know no `Uint8Array<…>`, which newer ones write where they infer a type. */
function declareForOlderCompilers() {
  for (const name of readdirSync('dist').filter((each) => /\.d\.c?ts$/.test(each))) {
    const text = readFileSync(join('dist', name), 'utf8');
    writeFileSync(join('dist', name), text.replaceAll('Uint8Array<ArrayBufferLike>', 'Uint8Array'));
  }
}

async function build(bundler) {
  rmSync('dist', { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [bundler, '--silent'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
  if (status === 0) {
    rmSync((await import('./core-chunk.mjs')).ENTRIES, { recursive: true });
    declareForOlderCompilers();
    await (await import('./build-command.mjs')).buildCommand(); // these need esbuild
    await (await import('./build-browser.mjs')).buildBrowser();
    await (await import('./build-viewer.mjs')).buildViewer();
  } else rmSync('dist', { recursive: true, force: true }); // never leave half a build behind
}

registerRules();
const bundler = tsup();
if (bundler === undefined && !has('--prepare')) {
  console.error('build: tsup is not installed; run npm ci first');
  process.exitCode = 1;
} else if (bundler !== undefined && !(has('--if-stale') && isFresh())) {
  await build(bundler);
}
