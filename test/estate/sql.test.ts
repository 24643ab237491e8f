import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { mapilint } from '../support/command';
import { writeEstate } from './generate';
import type { Estate } from './generate';

const page = readFileSync(new URL('../../docs/scale-out.md', import.meta.url), 'utf8');
const questions = new Map(
  Array.from(page.matchAll(/^([A-Z].*\?)\n\n```sql\n([\s\S]*?)\n```$/gm), ([, question = '', sql = '']) => [
    question,
    sql,
  ]),
);

const folder = mkdtempSync(join(tmpdir(), 'mapilint-sql-'));
const share = join(folder, 'share');
let estate: Estate;
let ask: (question: string) => Promise<Record<string, unknown>[]>;

beforeAll(async () => {
  estate = writeEstate(share, 300, 25);
  const { code, out, err } = await mapilint(
    'check',
    share,
    '--format',
    'parquet',
    '-o',
    join(folder, 'night.parquet'),
  );
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain(`${join(folder, 'night.items.parquet')}: ${estate.files} items\n`);
  const connection = await (await DuckDBInstance.create()).connect();
  ask = async (question) => {
    const sql = (questions.get(question) ?? 'no such question').replaceAll("'night.", `'${folder}/night.`);
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  };
});

/** The affected meetings by the copies of which an answer is made. */
const copies = (): number => estate.affected.reduce((sum, each) => sum + each.copies.length, 0);
const people = (): string[] => estate.affected.flatMap(({ attendees }) => attendees);

function counts(labels: Iterable<string>): Record<string, string> {
  const found = new Map<string, number>();
  for (const label of labels) found.set(label, (found.get(label) ?? 0) + 1);
  return Object.fromEntries([...found].map(([label, count]) => [label, String(count)]));
}

/** Rows of two columns as an object. */
function byFirst(rows: readonly Record<string, unknown>[]): Record<string, unknown> {
  return Object.fromEntries(rows.map((row) => Object.values(row) as [string, unknown]));
}

describe('the questions of docs/scale-out.md', () => {
  test('are ten', () => {
    expect(questions.size).toBe(10);
  });

  test('verdicts', async () => {
    const found = byFirst(await ask('How many items have which verdict?'));
    expect(found).toEqual({ likely: String(copies()), unlikely: String(estate.files - copies()) });
  });

  test('meetings and copies', async () => {
    const rows = await ask('Which meetings are affected, once each, and how many copies are there?');
    const seen = rows
      .map(({ subject, start, copies: count }) => [subject, String(start).slice(0, 16), count])
      .sort();
    const expected = estate.affected.map((each) => [
      each.subject,
      each.start.replace('T', ' '),
      String(each.copies.length),
    ]);
    expect(seen).toEqual(expected.sort());
  });

  test('whom to tell', async () => {
    const rows = await ask('Whom do we have to inform about each?');
    const seen = new Map(rows.map(({ subject, addresses }) => [subject, addresses]));
    expect(seen).toEqual(
      new Map(estate.affected.map(({ subject, attendees }) => [subject, [...attendees].sort()])),
    );
  });

  test('who misses most', async () => {
    expect(byFirst(await ask('Who misses the most meetings?'))).toEqual(counts(people()));
  });

  test('companies', async () => {
    const domains = [...new Set(people())].map((address) => address.split('@')[1] ?? '');
    expect(byFirst(await ask('Which companies are affected?'))).toEqual(counts(domains));
  });

  test('months', async () => {
    const months = estate.affected.map(({ start }) => start.slice(0, 7));
    expect(byFirst(await ask('In which months do the affected meetings begin?'))).toEqual(counts(months));
  });

  test('after a day', async () => {
    const later = estate.affected.filter(({ start }) => start >= '2006-01-01');
    expect(later.length).toBeGreaterThan(0);
    expect(await ask('Which of them begin after a given day?')).toHaveLength(later.length);
  });

  test('folders', async () => {
    const folders = estate.affected.flatMap((each) =>
      each.copies.map((copy) => join(share, copy).replace(/[^/]*$/, '')),
    );
    expect(byFirst(await ask('Which folders hold them?'))).toEqual(counts(folders));
  });

  test('rows of 0', async () => {
    const rows = estate.affected.reduce((sum, each) => sum + each.attendees.length * each.copies.length, 0);
    const found = byFirst(await ask("How many rows have the time 0, by their attendees' answer?"));
    expect(found).toEqual({ accepted: String(rows) });
  });

  test('what could not be read', async () => {
    expect(await ask('What could not be read, and why?')).toEqual([]);
  });
});
