import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// A set of hostile files with the reaction that a good parser has to each, from a generator of its own.

const generator = join(
  resolve(
    process.env['MAPILINT_EVIL'] ?? fileURLToPath(new URL('../../../shared/tools/hostile', import.meta.url)),
  ),
  'evil.mjs',
);
const hasGenerator = existsSync(generator);
if (!hasGenerator)
  console.warn(
    `No generator of hostile files at ${generator}: its tests are skipped. Set MAPILINT_EVIL to run them.`,
  );

interface Entry {
  readonly file: string;
  readonly format: string;
  readonly what: string;
  readonly expect: {
    readonly outcome: 'ok' | 'partial' | 'typed-error';
    readonly recipients?: number;
    readonly recipientsAtLeast?: number;
    readonly maxMs: number;
    readonly maxExtraMB: number;
  };
}

interface Reading {
  readonly outcome: 'read' | 'error' | 'none';
  readonly name?: string;
  readonly code?: string;
  readonly recipients?: number;
  readonly anomalies?: number;
  readonly errors?: number;
  readonly milliseconds: number;
  readonly peak: number;
}

const child = fileURLToPath(new URL('./child.mjs', import.meta.url));
function readInChild(...path: string[]): Reading {
  return JSON.parse(
    execFileSync(process.execPath, [child, ...path], { encoding: 'utf8', timeout: 30_000 }),
  ) as Reading;
}

function generate(): { readonly folder: string; readonly entries: readonly Entry[] } {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-evil-'));
  execFileSync(process.execPath, [generator, folder]);
  const { entries } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { entries: Entry[] };
  return { folder, entries };
}

/** What is sound, but for its owner's eyes only, is nothing of which the format is wrong. */
function isProtected(file: string): boolean {
  return file === '56-crypt-16.pst';
}

const evil = hasGenerator ? generate() : { folder: '', entries: [] };
const bare = hasGenerator ? readInChild().peak : 0;

describe.skipIf(!hasGenerator)('the hostile set', () => {
  test('holds 37 messages, 10 TNEF streams and 9 stores', () => {
    const formats = evil.entries.map(({ format }) => format);
    expect(formats.filter((format) => format === 'msg')).toHaveLength(37);
    expect(formats.filter((format) => format === 'tnef')).toHaveLength(10);
    expect(formats.filter((format) => format === 'pst')).toHaveLength(9);
  });

  test.each(evil.entries)('$file: $what', ({ file, expect: expected }) => {
    const reading = readInChild(join(evil.folder, file));
    if (expected.outcome === 'typed-error')
      expect(reading).toMatchObject({
        outcome: 'error',
        name: isProtected(file) ? 'UnsupportedError' : 'FormatError',
      });
    else expect(reading.outcome).toBe('read');
    if (expected.outcome === 'partial') expect(reading.anomalies).toBeGreaterThan(0);
    if (expected.outcome === 'ok') expect(reading.errors).toBe(0);
    if (expected.recipients !== undefined) expect(reading.recipients).toBe(expected.recipients);
    expect(reading.recipients ?? 0).toBeGreaterThanOrEqual(expected.recipientsAtLeast ?? 0);
    expect(reading.milliseconds).toBeLessThan(expected.maxMs);
    expect(reading.peak - bare).toBeLessThan(expected.maxExtraMB);
  });
});
