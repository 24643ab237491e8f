import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { builtRules } from '../built-package';
import { root } from '../built-programs';
import type { Figure } from '../figure';
import type { Case } from './case';

const KB = 1000;
/** What is exported of which file of the package. */
type Exports = Readonly<Record<string, string>>;
const sets = {
  onlyMsg: { 'only-msg': 'decodeMsg' },
  judgingMsg: { 'only-msg': 'decodeMsg', index: 'diagnose' },
  bridge: { 'interop/index': 'toGraphResponse' },
  enumeration: { index: 'TrackStatus' },
  reading: { index: 'decodeMessage' },
  judging: { index: 'readMessage, diagnose', 'rules/index': 'cancellationDelivery' },
} as const satisfies Readonly<Record<string, Exports>>;

/** What a web page has to load. */
export const size: Case = {
  name: 'size',
  measure: async () => {
    const [small, large] = [await bundle(sets.reading), await bundle(sets.judging)];
    const figures: Figure[] = [
      await figureOf('decodeMsg of mapilint/msg', sets.onlyMsg, 18),
      await figureOf('the same with diagnose', sets.judgingMsg, 33),
      await figureOf('toGraphResponse', sets.bridge, 0.5),
      await figureOf('TrackStatus', sets.enumeration, 1.2),
      { case: 'size', what: 'decodeMessage, gzipped', value: gzipped(small), unit: 'kB' },
      {
        case: 'size',
        what: 'readMessage, diagnose and cancellationDelivery, gzipped',
        value: gzipped(large),
        unit: 'kB',
      },
      {
        case: 'size',
        what: 'rules in these bundles that nobody asked for',
        value: (await strangers(small, [])) + (await strangers(large, ['cancellation-delivery'])),
        unit: 'rules',
        goal: { atMost: 0 },
      },
    ];
    return { figures, timings: [] };
  },
};

async function figureOf(what: string, exports: Exports, atMost: number): Promise<Figure> {
  const value = gzipped(await bundle(exports));
  return { case: 'size', what: `${what}, gzipped`, value, unit: 'kB', goal: { atMost } };
}

/** What is loaded on demand is none of a bundle. */
const withoutOnDemand: Plugin = {
  name: 'without what is loaded on demand',
  setup: (bundler) => {
    bundler.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** The minified browser bundle of some exports. */
async function bundle(exports: Exports): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: Object.entries(exports)
        .map(([file, names]) => `export { ${names} } from './dist/browser/${file}.js';`)
        .join('\n'),
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    plugins: [withoutOnDemand],
    absWorkingDir: root,
  });
  return outputFiles[0]?.text ?? '';
}

function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length / KB;
}

/** How many exported rules are in a bundle that are not among the wanted ones: their identifiers tell. */
async function strangers(code: string, wanted: readonly string[]): Promise<number> {
  const ids = new Set(Object.values(await builtRules()).flatMap((exported: unknown) => ruleIds(exported)));
  if (ids.size === 0) throw new Error('no rule is exported: this check shows nothing');
  return [...ids].filter((id) => !wanted.includes(id) && new RegExp(`id:["'\`]${id}["'\`]`).test(code))
    .length;
}

/** The identifiers of an exported rule, or of several. */
function ruleIds(exported: unknown): string[] {
  if (Array.isArray(exported)) return exported.flatMap(ruleIds);
  const { meta } = (exported ?? {}) as { meta?: { id?: unknown } };
  return typeof meta?.id === 'string' ? [meta.id] : [];
}
