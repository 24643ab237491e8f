import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

/** Which layer may import which others, besides itself. `base` is what damage looks like: errors and anomalies. */
const layers: Readonly<Record<string, readonly string[]>> = {
  base: [],
  bytes: ['base'],
  cfb: ['base', 'bytes'],
  mapi: ['base', 'bytes'],
  msg: ['base', 'bytes', 'cfb', 'mapi'],
  pst: ['base', 'bytes', 'mapi'],
  tnef: ['base', 'bytes', 'mapi'],
  mfcmapi: ['base', 'bytes', 'mapi'],
  message: ['base', 'mapi'],
  eml: ['base', 'bytes'],
  evidence: ['base', 'bytes', 'mapi', 'eml'],
  rules: ['base', 'mapi', 'message', 'evidence'],
  report: ['base', 'mapi', 'message', 'rules', 'evidence'],
  composition: ['base', 'bytes', 'cfb', 'mapi', 'msg', 'pst', 'tnef', 'mfcmapi', 'eml', 'message'],
  entry: ['base', 'bytes', 'mapi', 'message', 'rules', 'evidence', 'composition'],
  interop: ['base', 'bytes', 'cfb', 'mapi', 'msg', 'message', 'composition'],
  viewer: ['entry', 'report', 'mapi', 'evidence'],
  cli: ['entry', 'report', 'mapi', 'evidence', 'viewer'],
};

/** Where the command line and the page may enter: what everyone may. */
const entryPoints = [
  'index.ts',
  'node.ts',
  'store.ts',
  'report/index.ts',
  'mapi/names/index.ts',
  'evidence/index.ts',
];

/** The only files that need Node or a library; the rest runs anywhere. */
const platformImports: Readonly<Record<string, readonly string[]>> = {
  'evidence/event-log/read-evtx.ts': ['@ts-evtx/core'],
  'eml/mail.ts': ['postal-mime'],
  'evidence/reply/calendar-lines.ts': ['ical.js'],
  'bytes/file-source.ts': ['node:fs', 'node:url'],
  'pst/ndb/inflate.ts': ['node:zlib'],
  'mapi/string8-decoder.ts': ['node:module', 'iconv-lite'],
};

const topLevel: Readonly<Record<string, string>> = {
  'errors.ts': 'base',
  'damage.ts': 'base',
  'limits.ts': 'base',
  'missing-package.ts': 'base',
  'missing-package.page.ts': 'base',
  'load-other-formats.ts': 'composition',
  'load-other-formats.page.ts': 'composition',
  'anomaly.ts': 'base',
  'place.ts': 'base',
  'read-mail.ts': 'composition',
  'store-damage.ts': 'base',
  'read-message.ts': 'composition',
  'message-format.ts': 'composition',
  'message-reader.ts': 'composition',
  'other-formats.ts': 'composition',
  'read-options.ts': 'composition',
  'open-store.ts': 'composition',
  'store-items.ts': 'composition',
  'item-selection.ts': 'composition',
  'index.ts': 'entry',
  'node.ts': 'entry',
  'store.ts': 'entry',
};

function layerOf(file: string): string {
  return topLevel[file] ?? (file.includes('/') ? (file.split('/')[0] ?? '') : `unknown file ${file}`);
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
    const allowed = [layer, ...(layers[layer] ?? [])];
    expect(layers).toHaveProperty(layer);
    expect(targets.filter((target) => !allowed.includes(layerOf(target)))).toEqual([]);
  });

  test('needs nothing from outside that it should not', () => {
    const outside = [...new Set(importsOf(file).filter((specifier) => !isRelative(specifier)))];
    const allowed = file.startsWith('cli/')
      ? outside.filter((name) => name.startsWith('node:'))
      : file.startsWith('viewer/')
        ? outside.filter((name) => name === 'lit-html')
        : (platformImports[file] ?? []);
    expect(outside.sort()).toEqual([...allowed].sort());
  });

  test('is no drawer, and holds one concept', () => {
    expect(file).not.toMatch(/(^|\/)(utils?|helpers?|misc|common|types|constants|shared)(\.ts|\/)/);
    expect(readFileSync(join(src, file), 'utf8').split('\n').length).toBeLessThan(210);
  });
});

test.each([
  ['cli', [...entryPoints, 'viewer/enclosed.ts']],
  ['viewer', entryPoints],
])('%s enters where everyone does', (layer, doors) => {
  const entered = files
    .filter((file) => layerOf(file) === layer)
    .flatMap((file) =>
      importsOf(file)
        .filter(isRelative)
        .map((specifier) => resolveImport(file, specifier)),
    )
    .filter((target) => layerOf(target) !== layer);
  expect([...new Set(entered)].filter((target) => !doors.includes(target))).toEqual([]);
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
    'evidence/event-log/retries.ts',
    'evidence/ndr/delivery-report.ts',
    'evidence/reply/reply.ts',
    'evidence/time-zone.ts',
  ]);
});

test('no file imports itself by a detour', () => {
  const reaches = (from: string, target: string, seen: Set<string>): boolean =>
    (graph.get(from) ?? []).some(
      (next) => next === target || (!seen.has(next) && reaches(next, target, seen.add(next))),
    );
  expect(files.filter((file) => reaches(file, file, new Set()))).toEqual([]);
});
