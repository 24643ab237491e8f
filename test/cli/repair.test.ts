import { execFileSync } from 'node:child_process';
import {
  existsSync,
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
import { beforeEach, describe, expect, test } from 'vitest';
import { mapilint } from '../support/command';

const sample = 'samples/meetings/textbook-defect.msg';
let folder = '';
let copy = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mapilint-repair-'));
  copy = join(folder, 'copy.msg');
});

/** What lies in the folder: no temporary file is left. */
const left = (): string[] => readdirSync(folder);

describe('mapilint repair', () => {
  test('writes a copy for its owner, shows each byte that differs, and leaves the original', async () => {
    const before = readFileSync(sample);
    const { code, out, err } = await mapilint('repair', sample, '-o', copy);
    expect([code, err]).toEqual([0, '']);
    expect(readFileSync(sample)).toEqual(before);
    expect(out).toContain('- 00 00 00 00 00 00 00 00  1601-01-01');
    expect(out).toContain('+ 00 40 DD A3 57 45 B3 0C  4501-01-01');
    expect(out).toContain('verdict  likely → unlikely');
    expect(out.match(/[0-9a-f]{64}/g)).toHaveLength(2);
    expect(out).toContain('The original is the evidence: keep it.');
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(left()).toEqual(['copy.msg']);
    expect((await mapilint('check', copy)).code).toBe(0);
  });

  test('as JSON', async () => {
    const { out } = await mapilint('repair', sample, '-o', copy, '--format', 'json', '--output-mode', '640');
    expect(JSON.parse(out)).toMatchObject({
      original: { path: sample, verdict: 'likely' },
      copy: { path: copy, verdict: 'unlikely' },
      changes: [
        {
          by: 'no-date',
          before: { kind: 'zero' },
          after: { kind: 'none' },
          bytes: { before: '00 00 00 00 00 00 00 00', after: '00 40 DD A3 57 45 B3 0C' },
        },
      ],
      left: [],
    });
    expect(statSync(copy).mode & 0o777).toBe(0o640);
  });

  test("an attendee's reply gives the time of the answer", async () => {
    const reply = join(folder, 'reply.ics');
    const ofCarla = readFileSync('samples/evidence/reply-carla.ics', 'utf8');
    writeFileSync(reply, ofCarla.replaceAll('carla@', 'bob@'));
    const { code, out, err } = await mapilint('repair', sample, '-o', copy, '--reply', reply);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('+ ');
    expect(out).toContain('2004-03-03T10:15:00.0000000Z (the time of the answer)');
    expect(out).toContain('likely → unlikely');
  });

  test('never writes over anything', async () => {
    writeFileSync(copy, 'from before');
    const link = join(folder, 'link.msg');
    symlinkSync(copy, link);
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [copy, link, pipe, folder, sample, join(folder, 'none/copy.msg')]) {
      const { code, out, err } = await mapilint('repair', sample, '-o', path);
      expect([path, code, out]).toEqual([path, 2, '']);
      expect(err).toContain(`--output ${path}: `);
    }
    expect(readFileSync(copy, 'utf8')).toBe('from before');
  });

  test('through a link to nothing yet it makes what the link names', async () => {
    const link = join(folder, 'link.msg');
    symlinkSync(copy, link);
    expect((await mapilint('repair', sample, '-o', link)).code).toBe(0);
    expect(left()).toEqual(['copy.msg', 'link.msg']);
    expect(statSync(copy).isFile()).toBe(true);
  });

  test.each([
    ['samples/meetings/attendee-copy.msg', 2, 'or allow this one with --attendee-copy'],
    ['samples/meetings/ordinary-mail.msg', 2, 'it is not a meeting'],
    ['samples/stores/mailbox.pst', 2, 'it is a store'],
    ['samples/malformed/message-unrecognized.msg', 2, 'save an item from Outlook as .msg'],
    ['samples/containers/mail-with-calendar.eml', 2, 'was not repaired'],
    ['samples/meetings/nowhere.msg', 2, 'there is no such file'],
    ['samples/meetings/healthy-answered.msg', 1, 'nothing was repaired or written'],
  ])('%s: exit code %i', async (path, expected, words) => {
    const { code, out, err } = await mapilint('repair', path, '-o', copy);
    expect(code).toBe(expected);
    expect(out + err).toContain(words);
    expect(left()).toEqual([]);
  });

  test("an attendee's copy is repaired when it is asked for", async () => {
    const attendeeCopy = 'samples/meetings/attendee-copy.msg';
    const { out, code } = await mapilint('repair', attendeeCopy, '-o', copy, '--attendee-copy');
    expect([code, existsSync(copy)]).toEqual([0, true]);
    expect(out).toContain('undetermined → undetermined');
  });

  test('what is missing or does not belong is said', async () => {
    expect((await mapilint('repair', sample)).err).toContain('mapilint repair FILE -o COPY');
    expect((await mapilint('repair', '-o', copy)).err).toContain('takes one file');
    expect((await mapilint('check', sample, '--attendee-copy')).err).toContain('belongs to repair');
    expect((await mapilint('repair', sample, '-o', copy, '--format', 'csv')).err).toContain('--format csv');
    mkdirSync(join(folder, 'sub'));
    const bad = join(folder, 'sub/reply.ics');
    writeFileSync(bad, 'no reply');
    expect((await mapilint('repair', sample, '-o', copy, '--reply', bad)).code).toBe(2);
    expect(existsSync(copy)).toBe(false);
  });
});
