import { join } from 'node:path';
import type { ConstructedMeeting, Estate } from './generate';

/** Gives what `mapilint check FOLDER` prints with such options. */
type Check = (...args: string[]) => Promise<string>;

/** A meeting as an output has it, its lists in order. */
type Seen = string;

/** Compares what each output says of a share with how it was constructed; gives what differs, in words. */
export async function checkEstate(folder: string, estate: Estate, check: Check): Promise<string[]> {
  const expected = estate.affected.map((meeting) => seenOf(meeting, folder)).sort();
  const outputs: Readonly<Record<string, readonly Seen[]>> = {
    ndjson: ofLines(await check('--format', 'ndjson')),
    'csv of attendees': ofCsv(await check('--format', 'csv', '--rows', 'attendees', '--delimiter', 'tab')),
    html: ofPage(await check('--format', 'html')),
  };
  const table = await check();
  const heading = `Affected meetings (${expected.length}), the worst and latest first`;
  return [
    ...Object.entries(outputs).flatMap(([name, seen]) => differences(name, seen, expected)),
    ...(table.includes(heading) ? [] : [`pretty: no "${heading}"`]),
  ];
}

function differences(name: string, seen: readonly Seen[], expected: readonly Seen[]): string[] {
  const given = [...seen].sort();
  if (given.length !== expected.length) return [`${name}: ${given.length} of ${expected.length} meetings`];
  return given.flatMap((each, index) =>
    each === expected[index] ? [] : [`${name}: ${each} in the place of ${expected[index] ?? 'nothing'}`],
  );
}

function seenOf({ subject, start, attendees, copies }: ConstructedMeeting, folder: string): Seen {
  return key(
    subject,
    start,
    attendees,
    copies.map((copy) => join(folder, copy)),
  );
}

function key(subject: string, start: string, attendees: Iterable<string>, copies: Iterable<string>): Seen {
  return JSON.stringify([
    subject,
    start.slice(0, 16),
    [...new Set(attendees)].sort(),
    [...new Set(copies)].sort(),
  ]);
}

interface Line {
  readonly path: string;
  readonly subject: string;
  readonly start: string;
  readonly affected: readonly { readonly address: string }[];
  readonly globalObjectId: string;
}

function ofLines(text: string): Seen[] {
  const lines = text
    .split('\n')
    .filter((line) => line.includes('"affected":[{'))
    .map((line) => JSON.parse(line) as Line);
  return grouped(
    lines.flatMap(({ path, subject, start, affected, globalObjectId }) =>
      affected.map(({ address }) => ({ id: globalObjectId, path, subject, start, address })),
    ),
  );
}

function ofCsv(text: string): Seen[] {
  const [head = '', ...lines] = text.split('\r\n');
  const columns = head.split('\t');
  const rows = lines.filter((line) => line !== '').map((line) => line.split('\t'));
  return grouped(
    rows.map((cells) => {
      const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
      const [path, subject, start] = [cell('path'), cell('subject'), cell('start')];
      return { id: cell('meeting'), path, subject, start, address: cell('address') };
    }),
  );
}

function grouped(rows: readonly Record<'id' | 'path' | 'subject' | 'start' | 'address', string>[]): Seen[] {
  const meetings = new Map<string, typeof rows>();
  for (const row of rows) meetings.set(row.id, [...(meetings.get(row.id) ?? []), row]);
  return [...meetings.values()].map((all) =>
    key(
      all[0]?.subject ?? '',
      all[0]?.start ?? '',
      all.map(({ address }) => address),
      all.map(({ path }) => path),
    ),
  );
}

function ofPage(html: string): Seen[] {
  return Array.from(html.matchAll(/^<tr data-verdict.*$/gm), ([row]) => {
    const cells = row.split('</td>').map((cell) => cell.replace(/&lt;/g, '<').replace(/&gt;/g, '>'));
    const text = (cell = ''): string => /<bdi>(.*?)<\/bdi>/.exec(cell)?.[1] ?? '';
    const texts = (cell = ''): string[] =>
      Array.from(cell.matchAll(/<bdi>(.*?)<\/bdi>/g), ([, each = '']) => each);
    const start = /data-key="([^"]*)"/.exec(cells[1] ?? '')?.[1] ?? '';
    const addresses = texts(cells[4]).map((person) => /<([^<>]*)>$/.exec(person)?.[1] ?? person);
    return key(text(cells[2]), start, addresses, texts(cells[5]));
  });
}
