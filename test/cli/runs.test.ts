import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { progressText } from '../../src/cli/checking/progress-text';
import { mapilint } from '../support/command';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'dist/cli.js');
const sick = 'samples/meetings/textbook-defect.msg';

/** Runs the built command. */
function run(...argv: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
    cwd: root,
    encoding: 'utf8',
    timeout: 30_000,
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout, err: stderr };
}

/** The lines about files, in the order of their text. */
const sorted = (out: string): string[] =>
  out
    .split('\n')
    .filter((line) => line.startsWith('{"path"'))
    .sort();

describe('--jobs', () => {
  /** What differs from each other by the way it is told. */
  const some = ['meetings', 'containers', 'field'].map((name) => `samples/${name}`);

  test.each([
    ['pretty', some],
    ['json', some],
    ['sarif', some],
    ['junit', some],
  ])('%s is the same with several', (format, paths) => {
    const alone = run('check', ...paths, '--format', format, '--jobs', '1');
    expect(alone.out.length).toBeGreaterThan(1000);
    expect(run('check', ...paths, '--format', format, '--jobs', '3')).toEqual(alone);
  });

  test.each([
    ['ndjson', some],
    ['csv', some],
  ])('%s has the same lines, and with --ordered in the same order', (format, paths) => {
    const body = (out: string): string => out.replace(/^\{"summary".*\n/m, '');
    const alone = run('check', ...paths, '--format', format, '--jobs', '1');
    const several = run('check', ...paths, '--format', format, '--jobs', '3', '--timeout', '20');
    expect(body(several.out).split('\n').sort()).toEqual(body(alone.out).split('\n').sort());
    const ordered = run('check', ...paths, '--format', format, '--jobs', '3', '--ordered');
    expect(body(ordered.out)).toBe(body(alone.out));
    expect(several.code).toBe(alone.code);
  });

  test.each([
    ['--jobs', '0'],
    ['--jobs', 'many'],
    ['--timeout', '-1'],
    ['--timeout', '0'],
  ])('%s %s is refused', async (option, value) => {
    expect(await mapilint('check', 'samples', `${option}=${value}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${option} must be `) as string,
    });
  });
});

describe('--resume', () => {
  const share = mkdtempSync(join(tmpdir(), 'mapilint-resume-'));
  cpSync(join(root, 'samples/meetings'), join(share, 'in'), { recursive: true });
  cpSync(join(root, 'samples/stores'), join(share, 'in'), { recursive: true });
  const input = join(share, 'in');

  test('a run that was cut off anywhere ends as one that was not', async () => {
    const whole = join(share, 'whole.ndjson');
    const { code } = await mapilint('check', input, '--resume', whole);
    const text = readFileSync(whole, 'utf8');
    for (const part of [0, 0.37, 0.93, 1]) {
      const cut = join(share, `cut-${part}.ndjson`);
      writeFileSync(cut, text.slice(0, text.length * part));
      expect((await mapilint('check', input, '--resume', cut)).code).toBe(code);
      expect(sorted(readFileSync(cut, 'utf8'))).toEqual(sorted(text));
      const counted = (lines: string): unknown =>
        (JSON.parse(lines.trimEnd().split('\n').at(-1) ?? '') as { summary: { verdicts: object } }).summary
          .verdicts;
      expect(counted(readFileSync(cut, 'utf8'))).toEqual(counted(text));
    }
  });

  test('what is as it was is not read again; what changed, and what may have passed, is', async () => {
    const out = join(share, 'again.ndjson');
    await mapilint('check', input, '--resume', out);
    const lines = sorted(readFileSync(out, 'utf8'));
    const marked = lines.map((line) => line.replace('"subject":"', '"subject":"marked '));
    writeFileSync(out, `${marked.join('\n')}\n`);
    utimesSync(join(input, 'textbook-defect.msg'), new Date(), new Date(0));
    appendFileSync(
      out,
      `{"path":"${input}/gone.msg","error":{"code":"ENOENT","message":"","offset":null}}\n{"pa`,
    );
    await mapilint('check', input, '--resume', out);
    const now = sorted(readFileSync(out, 'utf8'));
    expect(now).toHaveLength(lines.length);
    const unmarked = now.filter(
      (line) => line.includes('"subject":"') && !line.includes('"subject":"marked '),
    );
    expect(unmarked).toHaveLength(1);
    expect(unmarked[0]).toContain('textbook-defect.msg","bytes":10752,"modified":"1970-01-01T00:00:00.000Z"');
  });

  test.each([
    [['--format', 'csv'], 'continues a file of ndjson, not of csv'],
    [['-o', 'x'], 'remove --output'],
    [['--redact'], 'choose one'],
  ])('%j is refused', async (options, words) => {
    const { code, err } = await mapilint('check', input, '--resume', 'x.ndjson', ...options);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe('--redact', () => {
  const personal = /bob|carla|olivia|miller|stein|organizer@|quarterly|partner\.example|textbook/i;

  test.each(['pretty', 'ndjson', 'csv', 'sarif', 'junit'])('%s names nobody', async (format) => {
    const { out } = await mapilint('check', join(root, sick), '--redact', '--format', format);
    // the page of a rule, which is the same whatever was checked, has people of its own
    const said = out.replaceAll(/^ *"markdown": .*$/gm, '');
    expect(said.replaceAll(/Olivia Organizer: the organizer/g, '')).not.toMatch(personal);
    expect(out).toMatch(/address-[0-9a-f]{10}/);
  });

  test('the same value has the same hash, in every file and run; with a key another', async () => {
    const hashes = async (...options: string[]): Promise<Set<string>> => {
      const { out } = await mapilint('check', join(root, 'samples/meetings'), '--format', 'csv', ...options);
      return new Set(out.match(/address-[0-9a-f]{10}/g));
    };
    const first = await hashes('--redact');
    expect(first.size).toBeGreaterThan(0);
    expect(await hashes('--redact')).toEqual(first);
    const keyed = await hashes('--redact-key', 'a secret');
    for (const hash of keyed) expect(first.has(hash)).toBe(false);
  });

  test('is refused where every value is printed', async () => {
    for (const options of [
      ['--format', 'json'],
      ['--format', 'ndjson', '--full'],
    ])
      expect((await mapilint('check', sick, '--redact', ...options)).err).toContain('use --format ndjson');
  });
});

describe('the end of a run', () => {
  test('says of how many meetings how many people are not reached', async () => {
    expect((await mapilint('check', join(root, sick))).out).toMatch(
      /\n1 file: 1 likely\n1 meeting whose changes or cancellations did not, or would not, reach external attendees \(2 people in all\)\n$/,
    );
  });

  test('the paragraphs of the samples are the ones that were read', async () => {
    const { out } = run('check', 'samples/meetings');
    await expect(out).toMatchFileSnapshot('meetings.golden.txt');
  });
});

describe('progress', () => {
  test('says how far, how fast and how long', () => {
    const at = (seen: number, total: number | undefined, seconds: number): string =>
      progressText({ seen, total, findings: 1, seconds, path: 'a\u202e.msg' });
    expect(at(100, 1000, 1)).toBe('100 of 1000, 1 finding – a\\u{202E}.msg');
    expect(at(100, 1000, 10)).toBe('100 of 1000, 10/s, 2 min left, 1 finding – a\\u{202E}.msg');
    expect(at(100, undefined, 200)).toBe('100 read, 0.5/s, 1 finding – a\\u{202E}.msg');
    expect(at(1000, 1_000_000, 10)).toContain('2.8 h left');
  });
});
