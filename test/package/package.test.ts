import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional: boolean }>;
  exports: Record<string, unknown>;
  bin: Record<string, string>;
};

const sample = join(root, 'samples/meetings/textbook-defect.msg');
const use = (library: string): string =>
  `const m = ${library}.decodeMessage(require('fs').readFileSync(${JSON.stringify(sample)})); console.log(${library}.diagnose(m).verdict, m.recipients[1].trackStatus);`;

/** Runs a program in the project's folder, so that the package finds itself by its own name. */
function node(type: 'module' | 'commonjs', code: string): string {
  return execFileSync(process.execPath, [`--input-type=${type}`, '-e', code], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
}

test('nothing is needed at run time but a code-page library', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['iconv-lite']);
});

test('what only evidence or other readers need is optional', () => {
  expect(Object.keys(manifest.optionalDependencies)).toEqual(['ical.js']);
  const peers = ['@kenjiuno/msgreader', 'ajv', 'cfb', 'hyparquet-writer', 'rtf-stream-parser'];
  expect(Object.keys(manifest.peerDependencies)).toEqual(peers);
  expect(manifest.peerDependenciesMeta).toEqual(
    Object.fromEntries(peers.map((name) => [name, { optional: true }])),
  );
});

test('what a build needs is pinned; what users install is a range, so that they can take a fix and share a copy', () => {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
  expect(Object.entries(devDependencies).filter(([, version]) => !exact.test(version))).toEqual([]);
  const ranges = { ...dependencies, ...optionalDependencies, ...peerDependencies };
  expect(Object.entries(ranges).filter(([, range]) => !/^\^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
});

test('the lockfile has the same ranges', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Partial<typeof manifest>>;
  };
  expect(packages['']?.dependencies).toEqual(manifest.dependencies);
  expect(packages['']?.optionalDependencies).toEqual(manifest.optionalDependencies);
});

test('every file that the exports name is built', () => {
  const paths = JSON.stringify([manifest.exports, manifest.bin]).match(/\.\/[^"]+/g) ?? [];
  const files = [...new Set(paths)].filter((path) => path.includes('.', 2));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('it can be required', () => {
  expect(node('commonjs', `const lib = require('mapilint'); ${use('lib')}`)).toBe('likely accepted');
  expect(node('commonjs', `const lib = require('mapilint'); ${use('lib')}`)).toBe('likely accepted');
});

test('it can be imported', () => {
  const require = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;
  expect(node('module', `${require} import * as lib from 'mapilint'; ${use('lib')}`)).toBe('likely accepted');
});

test('required code decodes 8-bit strings too', () => {
  const ansi = join(root, 'samples/meetings/ansi-932.msg');
  const code = `const { decodeMessage } = require('mapilint'); console.log(decodeMessage(require('fs').readFileSync(${JSON.stringify(ansi)})).subject);`;
  expect(node('commonjs', code)).toBe('四半期レビュー');
});

test('required code reads in a test environment for pages, as jsdom in Jest: a document, and no TextDecoder', () => {
  const environment = `
    globalThis.document = { baseURI: 'http://localhost/', currentScript: null };
    delete globalThis.TextDecoder; delete globalThis.TextEncoder; delete globalThis.Response;`;
  const ansi = join(root, 'samples/meetings/ansi-932.msg');
  const code = `${environment}
    const { decodeMessage } = require('mapilint');
    const { decodeEvidence } = require('mapilint/evidence');
    const { toCalendarLines } = require('mapilint/interop');
    const message = decodeMessage(require('fs').readFileSync(${JSON.stringify(ansi)}));
    decodeEvidence(Buffer.from('Grüße\\n\\n#4.4.7')).then(({ kind }) => {
      console.log(message.subject, kind, toCalendarLines(message.recipients).includes('ATTENDEE'));
    });`;
  expect(node('commonjs', code)).toBe('四半期レビュー ndr true');
});

test('evidence can be required and imported', () => {
  const calendar = `Buffer.from('BEGIN:VCALENDAR\\nMETHOD:REPLY\\nBEGIN:VEVENT\\nATTENDEE:mailto:b@x\\nEND:VEVENT\\nEND:VCALENDAR')`;
  const mail = `Buffer.from('From: a@x\\nTo: b@x\\n\\n#4.4.7\\n')`;
  const log = `require('fs').readFileSync(${JSON.stringify(join(root, 'samples/malformed/evtx-header.evtx'))})`;
  const code = `(async () => { for (const b of [${calendar}, ${mail}, ${log}]) console.log((await e.decodeEvidence(b)).kind); })();`;
  const kinds = 'reply\nndr\nevent-log';
  expect(node('commonjs', `const e = require('mapilint/evidence'); ${code}`)).toBe(kinds);
  const require = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;
  expect(node('module', `${require} import * as e from 'mapilint/evidence'; ${code}`)).toBe(kinds);
});

test('entry points share their classes', () => {
  const code = `const { decodeMessage, Message } = require('mapilint'), { decodeCfb } = require('mapilint/interop'), CFB = require('cfb'); const bytes = require('fs').readFileSync(${JSON.stringify(sample)}); console.log(decodeCfb(CFB.read(bytes, { type: 'buffer' })) instanceof Message && decodeMessage(bytes) instanceof Message);`;
  expect(node('commonjs', code)).toBe('true');
});

test('importing changes nothing', () => {
  const state = `() => JSON.stringify([Object.getOwnPropertyNames(globalThis), [Object, Array, String, Map, Promise].map((c) => Object.getOwnPropertyNames(c.prototype))])`;
  expect(
    node(
      'module',
      `const state = ${state}; const before = state(); await import('mapilint/node'); console.log(state() === before);`,
    ),
  ).toBe('true');
});

test('the browser build needs nothing from Node', () => {
  const folder = join(root, 'dist/browser');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  expect(files.length).toBeGreaterThan(300);
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  expect(text).not.toMatch(/node:|iconv|\brequire\(|\bBuffer\b|\bprocess\./);
});
