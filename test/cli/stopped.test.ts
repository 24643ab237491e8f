import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run';
import { READER_GONE } from '../../src/cli/interruption';

const meetings = fileURLToPath(new URL('../../samples/meetings', import.meta.url));
const total = readdirSync(meetings).length;
const folder = mkdtempSync(join(tmpdir(), 'mapilint-stopped-'));

/** A run in this thread that is stopped when so many files have been judged. */
async function stoppedAfter(count: number, argv: readonly string[], reason?: string) {
  const stop = new AbortController();
  let [out, err, judged] = ['', '', 0];
  const code = await run(['check', meetings, '-j', '1', ...argv], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: Readable.from([]),
    progress: () => {
      judged += 1;
      if (judged === count) stop.abort(reason);
    },
    signal: stop.signal,
    isTerminal: false,
    columns: undefined,
  });
  return { code, out, err };
}

const said = (count: number): string =>
  `Stopped after ${count} of ${total} files: this report is not complete`;

const intoFiles = [['html'], ['parquet'], ['csv', '--rows', 'attendees']] as const;
const moments = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('a run that was stopped says so, on both streams', () => {
  test.each(moments)('after %i files, in text', async (count) => {
    const { out, err } = await stoppedAfter(count, []);
    expect(err.trimEnd().split('\n').pop()).toBe(said(count));
    const [ending = ''] = out.split(`${said(count)}\n`).slice(-1);
    expect(out.split(said(count))).toHaveLength(2);
    expect(ending).toContain(`\n${count} file${count === 1 ? '' : 's'}: `);
  });

  test.each(moments)('after %i files, in lines', async (count) => {
    const { out, err } = await stoppedAfter(count, ['--format', 'ndjson']);
    const lines = out.trimEnd().split('\n');
    expect(JSON.parse(lines.pop() ?? '')).toEqual({ stopped: { after: count, of: total, noun: 'file' } });
    expect(lines).toHaveLength(count);
    expect(err).toContain(said(count));
  });

  test('JSON', async () => {
    const { out } = await stoppedAfter(3, ['--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ stopped: { after: 3, of: total, noun: 'file' } });
  });

  test('CSV, of findings and of attendees', async () => {
    for (const rows of ['findings', 'attendees']) {
      const { out, err } = await stoppedAfter(3, ['--format', 'csv', '--rows', rows]);
      expect(out.trimEnd().split('\r\n').pop()).toMatch(/^,,,stopped,/);
      expect(err).toContain(said(3));
    }
  });

  test('JUnit: the first suite has an error', async () => {
    const { out } = await stoppedAfter(3, ['--format', 'junit']);
    const [suite = ''] = out.split('</testsuite>');
    expect(suite).toContain(`<error message="${said(3)}"`);
  });

  test('SARIF: the run was no success', async () => {
    const { out } = await stoppedAfter(3, ['--format', 'sarif']);
    const { runs } = JSON.parse(out) as { runs: { invocations: Record<string, unknown>[] }[] };
    expect(runs[0]?.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: said(3) } }],
    });
  });

  test('HTML: above everything else', async () => {
    const { out } = await stoppedAfter(3, ['--format', 'html']);
    expect(out.indexOf(said(3))).toBeLessThan(out.indexOf('<h1>'));
    expect(out).toContain(said(3));
  });

  test.each(moments)(
    'after %i files, into a file: there is none, and standard error says why',
    async (count) => {
      for (const [format, ...more] of intoFiles) {
        const { err } = await stoppedAfter(count, [
          '--format',
          format,
          ...more,
          '-o',
          join(folder, 'report'),
        ]);
        expect(err).toContain(said(count));
        expect(readdirSync(folder)).toEqual([]);
      }
    },
  );

  test('lines in a file: --resume goes on, and what was said of the stop is gone', async () => {
    const path = join(folder, 'run.ndjson');
    await stoppedAfter(3, ['--resume', path]);
    expect(readFileSync(path, 'utf8').includes('{"stopped"')).toBe(true);
    await stoppedAfter(Infinity, ['--resume', path]);
    const text = readFileSync(path, 'utf8');
    expect(text.includes('{"stopped"')).toBe(false);
    expect(text.match(/^\{"path"/gm)).toHaveLength(total);
  });

  test('nothing is said where the reader has gone', async () => {
    const { out, err } = await stoppedAfter(3, [], READER_GONE);
    expect(out + err).not.toContain('Stopped');
  });
});
