import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listedPaths } from '../../src/cli/inputs/listed-paths';
import { decodeEvidence } from '../../src/evidence/index';
import { readMessage } from '../../src/index';
import { expectLines } from '../../src/evidence/worth-of-text';
import { mapilint } from '../support/command';
import { hostileFiles } from './doors/hostile-files';

// The same files, small; `npm run doors` measures each with eight megabytes in a process of its own.

const SIZE = 100_000;
/** A guard against hangs: what is not linear takes many times as long. */
const ENDED_AFTER = 10_000;
const typed = ['FormatError', 'UnsupportedError', 'LimitError'];
const doors = [...hostileFiles].filter(([, { door }]) => door === 'evidence' || door === 'message');

describe('every door ends with what was read, or with a sentence', () => {
  test.each(doors)(
    '%s',
    async (_, { door, make }) => {
      const bytes = make(SIZE);
      try {
        await (door === 'evidence' ? decodeEvidence(bytes) : readMessage(bytes));
      } catch (error) {
        expect(typed).toContain((error as Error).name);
      }
    },
    ENDED_AFTER,
  );

  test('a configuration of eight megabytes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doors-'));
    const path = join(folder, 'c.json');
    writeFileSync(path, '['.repeat(8_000_000));
    const { code, err } = await mapilint('check', '--config', path, 'samples');
    rmSync(folder, { recursive: true });
    expect(code).toBe(2);
    expect(err).toContain('8000000 characters, more than a configuration has');
  });

  test('a list of empty lines, and what stands behind them', async () => {
    const chunk = new Uint8Array(Buffer.from(`${'\n'.repeat(500_000)}a.msg\n${'\r\n'.repeat(9)}{`));
    async function* input(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield chunk;
    }
    const paths = [];
    for await (const path of listedPaths(input(), 'lines')) paths.push(path);
    expect(paths).toEqual([{ path: 'a.msg' }, { path: '{' }]);
    const objects = [];
    for await (const path of listedPaths(input(), 'ndjson')) objects.push(path);
    expect(objects).toMatchObject([{ line: 500_001 }, { line: 500_011 }]);
  });
});

describe('what a text is worth', () => {
  test.each<[what: string, text: string, isWorthIt: boolean]>([
    ['a hundred thousand empty lines', '\n'.repeat(100_000), true],
    ['two hundred thousand', '\n'.repeat(200_000), false],
    ['two hundred thousand that end with CR', '\r'.repeat(200_000), false],
    ['a long log', 'Event Type:\tWarning\nUser:\t\tN/A\n'.repeat(100_000), true],
    ['one line', 'x'.repeat(1_000_000), true],
  ])('%s', (_, text, isWorthIt) => {
    const expectation = expect(() => {
      expectLines(text);
    });
    if (isWorthIt) expectation.not.toThrow();
    else
      expectation.toThrow(
        expect.objectContaining({ name: 'FormatError', code: 'evidence-too-many' }) as Error,
      );
  });

  test('the events of a log that was made of the shortest ones', async () => {
    const text = 'EventID : 327\nMessage : xxxxxxxxxx\n';
    const log = await decodeEvidence(new TextEncoder().encode(text.repeat(1000)));
    expect(log).toMatchObject({ kind: 'event-log', events: { length: 1000 } });
    await expect(decodeEvidence(new TextEncoder().encode(text.repeat(100_000)))).rejects.toMatchObject({
      code: 'evidence-too-many',
      message: expect.stringContaining('supply those of MSExchangeTransport only') as string,
    });
  });

  test.each<[what: string, text: string]>([
    ['components', `BEGIN:VCALENDAR\nMETHOD:REPLY\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(10_001)}`],
    ['attendees', `BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n${'ATTENDEE:mailto:b\n'.repeat(100_001)}`],
    [
      'statuses',
      `From: a@x\nTo: b@x\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n${'Status: 4.4.7 (failed for long)\n\n'.repeat(10_001)}`,
    ],
  ])('more %s than are read are said', async (_, text) => {
    const { anomalies } = await decodeEvidence(new TextEncoder().encode(text));
    expect(anomalies.map(({ code }) => code)).toContain('evidence-too-many');
  });
});
