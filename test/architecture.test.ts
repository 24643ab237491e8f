import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

/** The three doors of `src`, and nothing else beside its folders. */
const doors = ['index.ts', 'node.ts', 'only-msg.ts', 'store.ts'];

/** Which folder may import which others, besides itself. A folder within one of these belongs to it. */
const layers: Readonly<Record<string, readonly string[]>> = {
  arguments: [],
  damage: [],
  bytes: ['arguments', 'damage'],
  cfb: ['damage', 'bytes'],
  'cfb/writing': ['damage', 'bytes', 'cfb'],
  'mapi/values': ['arguments', 'damage', 'bytes'],
  'mapi/definitions': ['mapi/values'],
  'mapi/names': ['arguments', 'mapi/values', 'mapi/definitions'],
  'mapi/structures': ['arguments', 'bytes', 'mapi/values', 'mapi/definitions'],
  'mapi/rows': ['damage', 'bytes', 'mapi/values', 'mapi/definitions'],
  'mapi/object': ['damage', 'bytes', 'mapi/values', 'mapi/definitions', 'mapi/rows', 'mapi/structures'],
  msg: ['damage', 'bytes', 'cfb', 'mapi'],
  'msg/writing': ['damage', 'bytes', 'cfb', 'mapi', 'msg'],
  pst: ['damage', 'bytes', 'mapi'],
  tnef: ['damage', 'bytes', 'mapi'],
  mfcmapi: ['damage', 'bytes', 'mapi'],
  message: ['arguments', 'damage', 'mapi', 'msg/writing'],
  eml: ['damage', 'bytes', 'mapi/values'],
  evidence: ['arguments', 'damage', 'bytes', 'mapi', 'eml', 'message', 'reading'],
  rules: ['arguments', 'damage', 'mapi', 'message', 'evidence'],
  report: ['arguments', 'damage', 'mapi', 'message', 'rules', 'evidence', 'repair'],
  reading: ['arguments', 'damage', 'bytes', 'cfb', 'mapi', 'msg', 'pst', 'tnef', 'mfcmapi', 'eml', 'message'],
  doors: ['damage', 'bytes', 'mapi', 'msg/writing', 'message', 'rules', 'reading', 'checking'],
  interop: ['arguments', 'damage', 'bytes', 'cfb', 'mapi', 'msg', 'message', 'evidence', 'reading'],
  checking: ['arguments', 'bytes', 'message', 'evidence', 'rules', 'reading'],
  'rules/kit': [
    'arguments',
    'damage',
    'bytes',
    'cfb/writing',
    'mapi',
    'msg/writing',
    'message',
    'evidence',
    'reading',
    'rules',
  ],
  repair: ['arguments', 'damage', 'bytes', 'cfb', 'mapi', 'tnef', 'message', 'evidence', 'reading', 'rules'],
  letter: ['mapi', 'message', 'rules'],
  viewer: ['doors', 'letter', 'report', 'rules', 'mapi', 'evidence'],
  cli: ['arguments', 'doors', 'letter', 'report', 'repair', 'rules', 'mapi', 'evidence', 'viewer'],
};

/** Where the command line and the page may enter: what everyone may. */
const entryPoints = [
  ...doors,
  'report/command.ts',
  'rules/index.ts',
  'mapi/names/index.ts',
  'evidence/index.ts',
  'repair/index.ts',
  'letter/index.ts',
];

/** Files that are one table, as long as it is. */
const tables = ['damage/damage.ts', 'mapi/definitions/known-properties.ts'];

/** The only files that need Node or a library; the rest runs anywhere. */
const platformImports: Readonly<Record<string, readonly string[]>> = {
  'interop/recurrence/occurrences.ts': ['ical.js'],
  'cli/configuration/option-schema.ts': ['ajv/dist/2020.js'],
  'message/body/load-rtf-parser.ts': ['rtf-stream-parser'],
  'bytes/file-source.ts': ['node:fs', 'node:url'],
  'bytes/text-codec.ts': ['node:util'],
  'pst/ndb/inflate.ts': ['node:zlib'],
  'mapi/values/string8-decoder.ts': ['node:module', 'iconv-lite'],
};

/** The layer of a file is its folder: the innermost that the table names. */
function layerOf(file: string): string {
  if (doors.includes(file)) return 'doors';
  const folders = file.split('/').slice(0, -1);
  const paths = folders.map((_, depth) => folders.slice(0, depth + 1).join('/'));
  return paths.reverse().find((path) => path in layers) ?? `no layer: ${file}`;
}

/** Whether a layer may import a file: `mapi` in the table allows every room of it. */
function mayImport(layer: string, target: string): boolean {
  const of = layerOf(target);
  return [layer, ...(layers[layer] ?? [])].some((each) => of === each || of.startsWith(`${each}/`));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)';/gm);
  const expressions = text.matchAll(/(?:import|createRequire\(import\.meta\.url\))\('([^']+)'\)/g);
  return [...statements, ...expressions].map((match) => match[1] ?? '');
}

function resolveImport(file: string, specifier: string): string {
  const target = relative(src, resolve(src, dirname(file), specifier)).replaceAll('\\', '/');
  return files.includes(`${target}.ts`) ? `${target}.ts` : `${target} (missing)`;
}

const isRelative = (specifier: string): boolean => specifier.startsWith('.');

describe.each(files)('%s', (file) => {
  test('imports only what its layer may', () => {
    const layer = layerOf(file);
    const targets = importsOf(file)
      .filter(isRelative)
      .map((specifier) => resolveImport(file, specifier));
    expect(Object.keys(layers)).toContain(layer);
    expect(targets.filter((target) => !mayImport(layer, target))).toEqual([]);
  });

  test('needs nothing from outside that it should not', () => {
    const outside = [...new Set(importsOf(file).filter((specifier) => !isRelative(specifier)))];
    const allowed = file.startsWith('cli/')
      ? [...outside.filter((name) => name.startsWith('node:')), ...(platformImports[file] ?? [])]
      : file.startsWith('viewer/')
        ? outside.filter((name) => name === 'lit-html')
        : (platformImports[file] ?? []);
    expect(outside.sort()).toEqual([...allowed].sort());
  });

  test('is no drawer, and holds one concept', () => {
    expect(file).not.toMatch(/(^|\/)(utils?|helpers?|misc|common|types|constants|shared)(\.ts|\/)/);
    if (!tables.includes(file))
      expect(readFileSync(join(src, file), 'utf8').split('\n').length).toBeLessThan(210);
  });
});

test.each([
  ['cli', [...entryPoints, 'viewer/enclosed.ts', 'arguments/nearest-name.ts']],
  ['viewer', entryPoints],
])('%s enters where everyone does', (layer, entries) => {
  const entered = files
    .filter((file) => layerOf(file) === layer)
    .flatMap((file) =>
      importsOf(file)
        .filter(isRelative)
        .map((specifier) => resolveImport(file, specifier)),
    )
    .filter((target) => layerOf(target) !== layer);
  expect([...new Set(entered)].filter((target) => !entries.includes(target))).toEqual([]);
});

/** What every file imports when it runs: types are gone by then. */
const graph = new Map(
  files.map((file) => {
    const text = readFileSync(join(src, file), 'utf8');
    const atRunTime = [...text.matchAll(/^(?:import|export)(?! type)[^;]*? from '(\.[^']+)'/gm)].map(
      (match) => resolveImport(file, match[1] ?? ''),
    );
    return [file, atRunTime] as const;
  }),
);

test('rules and reports know evidence without reading any', () => {
  const loaded = new Set(['index.ts', 'report/index.ts']);
  for (const file of loaded) for (const next of graph.get(file) ?? []) loaded.add(next);
  const ofEvidence = [...loaded].filter((file) => file.startsWith('evidence/')).sort();
  expect(ofEvidence).toEqual([
    'evidence/correlation.ts',
    'evidence/event-log/differential.ts',
    'evidence/event-log/given-events.ts',
    'evidence/event-log/retries.ts',
    'evidence/event-log/sorted-events.ts',
    'evidence/event-moments.ts',
    'evidence/ndr/delivery-report.ts',
    'evidence/ndr/original-time.ts',
    'evidence/reply/reply.ts',
    'evidence/time-zone.ts',
    'evidence/tracking/tracking-log.ts',
  ]);
});

/** The same with types, which mean something to whoever reads them. */
const whole = new Map(
  files.map((file) => {
    const targets = importsOf(file)
      .filter(isRelative)
      .map((specifier) => resolveImport(file, specifier));
    return [file, targets] as const;
  }),
);

test('no file imports itself by a detour, types included', () => {
  const reaches = (from: string, target: string, seen: Set<string>): boolean =>
    (whole.get(from) ?? []).some(
      (next) => next === target || (!seen.has(next) && reaches(next, target, seen.add(next))),
    );
  expect(files.filter((file) => reaches(file, file, new Set()))).toEqual([]);
});

test('a property of a recipient row is written once: whoever needs its number asks for it', () => {
  const identifiers = /0x(5fff|5ffb|5ffd|5fde|0c15)\b/i;
  const wireTables = ['mapi/definitions/recipient-properties.ts', 'mfcmapi/exported-file.ts'];
  const found = files.filter((file) => {
    const code = readFileSync(join(src, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '');
    return identifiers.test(code);
  });
  expect(found.filter((file) => !file.startsWith('mapi/names/')).sort()).toEqual(wireTables);
});
