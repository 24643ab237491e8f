// What a program loads at once is one file. esbuild alone would give each set of modules that some entries share a file of
// its own – forty for `import 'mapilint'` –, and to find and to link these takes longer than to run what is in them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** Where what is made for a build lies until it has ended. In `node_modules`, which may be a link, it would name other sources. */
export const ENTRIES = 'dist/entries';

/** The modules that `doors` load at once, on Node. */
async function modulesOf(doors) {
  const onDemand = {
    name: 'on-demand',
    setup: ({ onResolve }) =>
      onResolve({ filter: /./ }, ({ kind, path }) =>
        kind === 'dynamic-import' ? { path, external: true } : undefined,
      ),
  };
  const { metafile } = await build({
    entryPoints: doors,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'dist',
    platform: 'node',
    packages: 'external',
    plugins: [onDemand],
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs).map((path) => resolve(path));
}

/**
 * A file of all that `doors` load at once, with the names that their modules export – no two are equal –, and a plugin of
 * esbuild by which whatever else is built loads these from there. The doors only name what others hold, and stay files of
 * their own.
 */
export async function coreChunk(name, doors) {
  const own = doors.map((path) => resolve(path));
  const modules = (await modulesOf(doors)).filter((path) => !own.includes(path));
  const entry = resolve(`${ENTRIES}/${name}.ts`);
  mkdirSync(ENTRIES, { recursive: true });
  const specifier = (path) => relative(ENTRIES, path).replaceAll('\\', '/').replace(/\.ts$/, '');
  writeFileSync(entry, modules.map((path) => `export * from '${specifier(path)}';\n`).join(''));
  return { entry, plugin: corePlugin(name, entry, new Set(modules)) };
}

function corePlugin(name, entry, modules) {
  return {
    name: `core-${name}`,
    setup(builder) {
      const extension = builder.initialOptions.define?.CORE_EXTENSION === '"cjs"' ? 'cjs' : 'js';
      builder.onResolve({ filter: /^\./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === name) return undefined;
        const isOwn = importer === entry || modules.has(importer);
        if (isOwn && kind !== 'dynamic-import') return undefined;
        const found = await builder.resolve(path, { importer, resolveDir, kind, pluginData: name });
        return modules.has(found.path) ? { path: `./${name}.${extension}`, external: true } : found;
      });
    },
  };
}
