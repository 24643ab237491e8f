import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as source from '../../src/index';

// An application may hold two copies of this library, imported and required, and a test environment a third of another realm.

type Library = typeof source;
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const imported = (await import(/* @vite-ignore */ join(dist, 'index.js'))) as Library;
const required = createRequire(import.meta.url)(join(dist, 'index.cjs')) as Library;

/** The same file, evaluated where `Error`, `Object` and `Symbol` are others. */
function inAnotherRealm(): Library {
  const cache = new Map<string, unknown>();
  const load = (path: string): unknown => {
    if (!cache.has(path)) {
      const module = { exports: {} as unknown };
      const wrapped = `(function (exports, require, module, __filename) {${readFileSync(path, 'utf8')}\n})`;
      const run = runInNewContext(wrapped, { Buffer, TextDecoder, TextEncoder, URL }) as (
        ...given: unknown[]
      ) => void;
      const resolve = (name: string): unknown =>
        name.startsWith('.') ? load(join(dist, name)) : createRequire(path)(name);
      run(module.exports, resolve, module, path);
      cache.set(path, module.exports);
    }
    return cache.get(path);
  };
  return load(join(dist, 'index.cjs')) as Library;
}

const copies: readonly [string, Library][] = [
  ['imported', imported],
  ['required', required],
  ['of another realm', inAnotherRealm()],
  ['of the sources', source],
];

/** The error of each class, as a copy of the library throws it. */
function errorsOf(library: Library): unknown[] {
  const limit = readFileSync(new URL('../../samples/malformed/limit-recipients.msg', import.meta.url));
  const thrown = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  return [
    thrown(() => library.decodeMessage(new Uint8Array(0))),
    thrown(() => library.decodeMessage(Buffer.from('PK\u0003\u0004'.padEnd(64, '\0')))),
    thrown(() => library.decodeMessage(limit, { strict: true, limits: { recipients: 1 } })),
    new library.NotLoadedError('left in the file'),
  ];
}

const names = ['FormatError', 'UnsupportedError', 'LimitError', 'NotLoadedError'];
const codes = ['file-empty', 'unsupported', 'limit-recipients', 'not-loaded'];

describe.each(copies)('errors of the copy that is %s', (thrower, library) => {
  const errors = errorsOf(library);

  test('are the four that there are', () => {
    expect(errors.map((error) => (error as Error).name)).toEqual(names);
    expect(errors.every((error) => error instanceof library.MapilintError)).toBe(true);
  });

  test.each(copies)('are known to the one that is %s', (who, other) => {
    const known = errors.filter(other.isMapilintError);
    expect(known.map(({ code }) => code)).toEqual(codes);
    expect(errors.some((error) => error instanceof other.MapilintError)).toBe(thrower === who);
  });

  test('hold their fields as their own, and nothing that only copies know', () => {
    expect(JSON.parse(JSON.stringify(errors[0]))).toEqual({
      name: 'FormatError',
      code: 'file-empty',
      message: 'The file is empty',
      path: '',
      offset: 0,
    });
    expect(errors.flatMap((error) => Object.getOwnPropertySymbols(error))).toEqual([]);
  });
});

test.each(copies)(
  'what is no such error is none to the copy that is %s',
  (_, { HttpError, isMapilintError }) => {
    const others = [
      new Error('x'),
      new TypeError('x'),
      Object.assign(new Error('x'), { code: 'file-empty', name: 'FormatError' }),
      new HttpError('https://x', 404, 'Nothing to read'),
      undefined,
      null,
      'file-empty',
      5,
      () => 5,
      {},
    ];
    expect(others.filter((other) => isMapilintError(other))).toEqual([]);
  },
);

describe('an error that goes to another thread', () => {
  const [error] = errorsOf(source) as [source.FormatError];

  async function posted(value: unknown): Promise<unknown> {
    const { port1, port2 } = new MessageChannel();
    const received = new Promise((resolve) => port2.once('message', resolve));
    port1.postMessage(value);
    const found = await received;
    port1.close();
    return found;
  }

  test.each<[string, (value: unknown) => unknown]>([
    ['by structuredClone', (value) => structuredClone(value)],
    ['by postMessage', posted],
  ])('%s keeps its message alone', async (_, send) => {
    const received = (await send(error)) as source.FormatError;
    expect({ name: received.name, message: received.message, code: received.code }).toEqual({
      name: 'Error',
      message: error.message,
      code: undefined,
    });
    expect(source.isMapilintError(received)).toBe(false);
  });

  test('is sent with its fields as the documentation says', async () => {
    const received = await posted(error.toJSON());
    expect(received).toMatchObject({
      name: 'FormatError',
      code: 'file-empty',
      message: error.message,
      path: '',
    });
  });
});

describe('a package that whoever needs it installs', () => {
  const root = mkdtempSync(join(tmpdir(), 'mapilint-missing-'));
  /** What the library says where node_modules holds these files of ical.js. */
  function told(form: 'mjs' | 'cjs', files: Readonly<Record<string, string>>): string {
    const modules = join(root, 'node_modules');
    rmSync(modules, { recursive: true, force: true });
    mkdirSync(join(modules, 'ical.js'), { recursive: true });
    if (Object.keys(files).length === 0) rmSync(modules, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(modules, 'ical.js', name), text);
    const door = form === 'mjs' ? `await import('./dist/interop.js')` : `require('./dist/interop.cjs')`;
    const program = `(async () => {
      const { occurrences } = ${door};
      const thrown = await occurrences({ exceptions: [], startDate: '2004-01-01' }, 'UTC').next().catch((e) => e);
      console.log([thrown.name, thrown.feature, thrown.message, thrown.cause?.message].join('|'));
    })();`;
    const file = join(root, `program.${form}`);
    writeFileSync(file, program);
    return execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim();
  }

  beforeAll(() => {
    const isCode = (path: string): boolean => !/browser|cli|viewer|\.d\.c?ts$/.test(path.slice(dist.length));
    cpSync(dist, join(root, 'dist'), { recursive: true, filter: isCode });
    writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  const needs = 'UnsupportedError|ics|Finding the occurrences of a series needs the package ical.js';
  const manifest = '{"name":"ical.js","type":"module","main":"main.js"}';

  test.each(['mjs', 'cjs'] as const)('is asked for where it is not (%s)', (form) => {
    expect(told(form, {})).toBe(`${needs}: npm install ical.js|`);
  });

  test.each(['mjs', 'cjs'] as const)('is not asked for where it fails (%s)', (form) => {
    expect(told(form, { 'package.json': manifest, 'main.js': `throw new Error('too old a Node');` })).toBe(
      `${needs}, which is installed and cannot be loaded: too old a Node|too old a Node`,
    );
    expect(told(form, { 'package.json': manifest, 'main.js': `import 'what-it-needs';` })).toMatch(
      /ical\.js, which is installed and cannot be loaded: Cannot find package 'what-it-needs'/,
    );
  });
});
