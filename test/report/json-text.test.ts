import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { jsonText } from '../../src/report/command';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { mapilint } from '../support/command';
import { external, meetingOf } from '../support/meetings';
import { writeMsg } from '../support/msg-writer';

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));
/** What a terminal or an editor acts upon: DEL and C1, marks of direction, embeddings, isolates, separators. */
const acting = [
  ...range(0x7f, 0x9f),
  '\u061c',
  ...range(0x200e, 0x200f),
  ...range(0x2028, 0x202e),
  ...range(0x2066, 0x2069),
  '\ufeff',
  '\u{e0041}',
];

test.each(acting.map((character) => [character.codePointAt(0)!.toString(16), character]))(
  'U+%s is written as a number, and read as it was',
  (_, character) => {
    for (const value of [`a${character}b`, { [character]: [character] }]) {
      for (const indent of [undefined, 2]) {
        const text = jsonText(value, indent);
        expect(text).toMatch(/^[\n -~]*$/);
        expect(JSON.parse(text)).toEqual(value);
      }
    }
  },
);

test('whatever shows is written as it is', () => {
  for (const value of ['Groß, 会議, \u{1f600}, a\u200db, "\\\n\t', { a: [1, null, true] }])
    for (const indent of [undefined, 2])
      expect(jsonText(value, indent)).toBe(JSON.stringify(value, null, indent));
});

describe('a message with all of them in its texts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-'));
  const path = join(folder, 'x.msg');
  const name = `Eve${acting.join('')}`;
  const item = meetingOf([{ ...external, name, time: 0n }], { subject: name });
  writeFileSync(path, writeMsg(describeMeeting(item)));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  /** What acts, and is not a line end, a tab of ours or what stands for half a character. */
  const active = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0041}\p{Cs}]/u;

  test.each([
    ['check', '--format', 'json'],
    ['check', '--format', 'ndjson'],
    ['check', '--format', 'ndjson', '--full'],
    ['check', '--format', 'sarif'],
    ['check', '--format', 'junit'],
    ['check', '--format', 'csv'],
    ['check'],
    ['table', '--format', 'json'],
    ['table', '--format', 'csv'],
    ['table'],
    ['props', '--format', 'json'],
    ['props', '--why'],
    ['props', '--of', 'recipients[1]'],
    ['explain', '--attendee', 'eve@partner.example', '--format', 'json'],
    ['explain', '--attendee', 'eve@partner.example'],
  ])('%s %s %s has none of them', async (command, ...options) => {
    const { out, err } = await mapilint(command, path, ...options);
    expect(err).toBe('');
    expect(out).not.toMatch(active);
    expect(out).toContain('Eve');
    if (options.includes('json') && command === 'check') {
      const { files } = JSON.parse(out) as { files: { subject: string }[] };
      expect(files[0]?.subject).toBe(name);
    }
  });
});

describe('half a surrogate pair', () => {
  test('is text, and what it was stands beside it', () => {
    const value = { subject: 'a\ud83db', rows: [{ 'n/m~': '\udc80' }], sound: '\u{1f600}' };
    const text = jsonText(value);
    expect(text).not.toMatch(/\\ud[89a-f]/i);
    expect(JSON.parse(text)).toEqual({
      subject: 'a\\u{D83D}b',
      rows: [{ 'n/m~': '\\u{DC80}' }],
      sound: '\u{1f600}',
      illFormed: { '/subject': '0061d83d0062', '/rows/0/n~1m~0': 'dc80' },
    });
  });

  test('of a path: its bytes', () => {
    expect(JSON.parse(jsonText({ path: 'ä\udcff.msg' }))).toEqual({
      path: 'ä\\u{DCFF}.msg',
      pathBytes: 'c3a4ff2e6d7367',
    });
    expect(JSON.parse(jsonText([{ path: '\ud800' }, { path: 'x' }], 2))).toEqual([
      { path: '\\u{D800}', illFormed: { '/path': 'd800' } },
      { path: 'x' },
    ]);
  });

  test('a text that reads like one is left', () => {
    const value = { a: '\\ud800', b: '\\\\udc00' };
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });
});
