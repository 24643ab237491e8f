import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import { mapilint } from '../support/command';

const folder = mkdtempSync(join(tmpdir(), 'mapilint-parquet-'));

async function rowsOf(file: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  return (await connection.runAndReadAll(`select * from '${file}'`)).getRowObjectsJson();
}

test('every row of every sample is as it is read, times to the last tick', async () => {
  const base = join(folder, 'samples');
  const { code } = await mapilint(
    'check',
    'samples/meetings',
    '--format',
    'parquet',
    '-o',
    `${base}.parquet`,
  );
  expect(code).toBe(1);
  const rows = await rowsOf(`${base}.recipients.parquet`);
  for (const name of readdirSync('samples/meetings').filter((each) => each.endsWith('.msg'))) {
    const path = `samples/meetings/${name}`;
    const { recipients } = decodeMessage(readFileSync(path));
    const seen = rows.filter((row) => row['path'] === path && row['table_path'] === '');
    expect(seen.map((row) => [row['name'], row['track_status'], row['track_status_time_ticks']])).toEqual(
      recipients.map(({ displayName, trackStatus, trackStatusTime }) => [
        displayName ?? null,
        trackStatus ?? null,
        trackStatusTime === undefined ? null : String(trackStatusTime.ticks),
      ]),
    );
  }
  expect(statSync(`${base}.items.parquet`).mode & 0o777).toBe(0o600);
});

test('what cannot be read has a row, and nothing is left beside the files', async () => {
  const base = join(folder, 'damaged');
  const bad = 'samples/malformed/message-unrecognized.msg';
  expect((await mapilint('check', bad, '--format', 'parquet', '-o', base)).code).toBe(2);
  expect(await rowsOf(`${base}.items.parquet`)).toMatchObject([{ path: bad, verdict: 'unreadable' }]);
  expect(await rowsOf(`${base}.recipients.parquet`)).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('--redact hides people, subjects and paths', async () => {
  const base = join(folder, 'redacted');
  await mapilint('check', 'samples/meetings', '--format', 'parquet', '--redact', '-o', base);
  const all = [...(await rowsOf(`${base}.items.parquet`)), ...(await rowsOf(`${base}.recipients.parquet`))];
  expect(JSON.stringify(all)).not.toMatch(/Olivia|Bob|Carla|olivia|bob@|carla@|Quarterly|textbook/);
  expect(all.length).toBeGreaterThan(50);
});

test('says what is missing', async () => {
  const sample = 'samples/meetings/textbook-defect.msg';
  expect((await mapilint('check', sample, '--format', 'parquet')).err).toContain('name them with --output');
  const nowhere = join(folder, 'none', 'night');
  expect((await mapilint('check', sample, '--format', 'parquet', '-o', nowhere)).err).toContain(
    `--output ${nowhere}.items.parquet: its folder does not exist`,
  );
});

describe.skipIf(process.platform === 'win32')('where the files are to be', () => {
  const sample = 'samples/meetings/textbook-defect.msg';
  const into = (base: string) => mapilint('check', sample, '--format', 'parquet', '-o', base);
  const place = (): string => mkdtempSync(join(tmpdir(), 'mapilint-parquet-at-'));

  test('a folder that does not exist, and a folder in the place of a file: a sentence that names it', async () => {
    const missing = await into(join(folder, 'nowhere', 'x'));
    expect([missing.code, missing.err]).toEqual([2, expect.stringMatching(/nowhere\/x\.items\.parquet/)]);
    const base = join(place(), 'x');
    mkdirSync(`${base}.recipients.parquet`);
    const taken = await into(base);
    expect([taken.code, taken.err]).toEqual([2, expect.stringMatching(/x\.recipients\.parquet.*folder/)]);
    expect(readdirSync(join(base, '..'))).toEqual(['x.recipients.parquet']);
  });

  test('a pipe is no file of columns', async () => {
    const base = join(place(), 'x');
    spawnSync('mkfifo', [`${base}.items.parquet`]);
    const { code, err } = await into(base);
    expect([code, err]).toEqual([2, expect.stringContaining('x.items.parquet')]);
    expect(readdirSync(join(base, '..'))).toEqual(['x.items.parquet']);
  });

  test('files that are there keep their modes, and links lead to them', async () => {
    const [base, target] = [join(place(), 'x'), join(place(), 'linked')];
    writeFileSync(target, 'old', { mode: 0o640 });
    symlinkSync(target, `${base}.items.parquet`);
    expect((await into(base)).code).toBe(1);
    expect(statSync(target).mode & 0o777).toBe(0o640);
    expect(readFileSync(target).subarray(0, 4).toString()).toBe('PAR1');
    expect(readdirSync(join(base, '..')).sort()).toEqual(['x.items.parquet', 'x.recipients.parquet']);
  });
});
