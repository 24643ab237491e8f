// The programs that are measured, bundled so that no TypeScript is compiled while they run.

import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { cacheFolder } from './generate/cache';
import type { ReaderName } from './readers/reader';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(cacheFolder, 'programs');

type ProgramName = 'bare' | 'whole' | 'warm' | 'workers' | 'shard' | 'retained';

const programs: readonly ProgramName[] = ['bare', 'whole', 'warm', 'workers', 'shard', 'retained'];
const readers: readonly ReaderName[] = [
  'mapilint',
  'mapilint-anomalies',
  'mapilint-file',
  'mapilint-diagnose',
  'mapilint-all-rules',
  'mapilint-store',
  'mapilint-store-all',
  'cfb',
  'msgreader',
  'pst-extractor',
  'hiraoka-pst-extractor',
  'read-file',
];

/** What a reader imports from src is taken from dist: the package is measured as its users have it. */
const builtPackage: Plugin = {
  name: 'built package',
  setup: (bundler) => {
    bundler.onResolve({ filter: /\/src\/(index|node|store)$/ }, ({ path }) => ({
      path: pathToFileURL(join(root, 'dist', `${path.slice(path.lastIndexOf('/') + 1)}.js`)).href,
      external: true,
    }));
  },
};

/** Bundles everything anew; peers are imported from node_modules. */
export async function buildPrograms(): Promise<void> {
  const shared = { bundle: true, packages: 'external', platform: 'node', target: 'node20' } as const;
  await build({
    ...shared,
    entryPoints: [
      ...programs.map((name) => ({ in: join(here, 'programs', `${name}.ts`), out: name })),
      ...readers.map((name) => ({ in: join(here, 'readers', `${name}.ts`), out: `readers/${name}` })),
    ],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    plugins: [builtPackage],
  });
  await build({
    ...shared,
    entryPoints: [join(here, 'programs/report-usage.ts')],
    outfile: usageReporter,
    format: 'cjs',
  });
}

/** What is preloaded to learn what a process cost. */
export const usageReporter = join(folder, 'report-usage.cjs');

export function programPath(name: ProgramName): string {
  return join(folder, `${name}.mjs`);
}

export function readerUrl(name: ReaderName): string {
  return pathToFileURL(join(folder, 'readers', `${name}.mjs`)).href;
}
