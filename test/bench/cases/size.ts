import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { builtRules } from '../built-package';
import { root } from '../built-programs';
import type { Figure } from '../figure';
import type { Case } from './case';

const KB = 1000;
const reading = 'decodeMessage';
const judging = 'readMessage, diagnose';
const rule = 'cancellationDelivery';

/** What a web page has to load. */
export const size: Case = {
  name: 'size',
  measure: async () => {
    const [small, large] = [await bundle(reading), await bundle(judging, rule)];
    const figures: Figure[] = [
      {
        case: 'size',
        what: `{ ${reading} }, gzipped`,
        value: gzipped(small),
        unit: 'kB',
        goal: { atMost: 10 },
      },
      {
        case: 'size',
        what: `{ ${judging}, ${rule} }, gzipped`,
        value: gzipped(large),
        unit: 'kB',
        goal: { atMost: 15 },
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

/** The minified browser bundle of some exports. */
async function bundle(exports: string, rules = ''): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${exports} } from './dist/browser/index.js'; export { ${rules} } from './dist/browser/rules/index.js';`,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
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
