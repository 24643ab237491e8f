import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cell } from '../../src/report/csv';
import { mapilint } from '../support/command';

const root = fileURLToPath(new URL('../../', import.meta.url));
const well = join(root, 'samples/meetings/healthy-answered.msg');
const sick = join(root, 'samples/meetings/textbook-defect.msg');
const meetings = join(root, 'samples/meetings');
const cli = join(root, 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'mapilint-out-'));

/** The lines about files and items; the line about the whole depends on the clock. */
const linesIn = (out: string): string[] => out.split('\n').filter((line) => line.startsWith('{"path"'));

describe('ndjson', () => {
  test('a line says which file, as it was, the verdict, why and where', async () => {
    const { out } = await mapilint('check', sick, '--format', 'ndjson');
    const line = JSON.parse(linesIn(out)[0]!) as Record<string, unknown>;
    expect(line).toMatchObject({
      path: sick,
      bytes: statSync(sick).size,
      modified: new Date(Math.floor(statSync(sick).mtimeMs)).toISOString(),
      verdict: 'likely',
      subject: 'Quarterly review',
      findings: [{ code: 'track-status-time-zero' }],
    });
    expect(line['reasons']).not.toEqual([]);
    expect(line['recipients']).toBeUndefined();
    const full = JSON.parse(
      linesIn((await mapilint('check', sick, '--format', 'ndjson', '--full')).out)[0]!,
    ) as {
      recipients: { properties: object }[];
    };
    expect(Object.keys(full.recipients[1]!.properties).length).toBeGreaterThan(5);
  });

  test('every file has its line, and the same input the same lines', async () => {
    const { out, code } = await mapilint('check', meetings, '--format', 'ndjson');
    expect(code).toBe(1);
    expect(linesIn(out)).toHaveLength(readdirSync(meetings).length);
    expect(linesIn((await mapilint('check', meetings, '--format', 'ndjson')).out)).toEqual(linesIn(out));
    expect(out).toContain('"passedOver":"no message"');
  });

  test('a store ends with a line of its own', async () => {
    const { out } = await mapilint('check', join(root, 'samples/stores/mailbox.pst'), '--format', 'ndjson');
    const lines = linesIn(out);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ store: { items: lines.length - 1, anomalies: [] } });
  });
});

describe('csv', () => {
  test('a line for each finding', async () => {
    const { out } = await mapilint('check', sick, '--format', 'csv');
    const [head, row, ...rest] = out.split('\r\n');
    expect(head).toMatch(/^path,item,folder,verdict,message class,subject,start,/);
    expect(row).toContain(
      `likely,IPM.Appointment,Quarterly review,2004-03-15T14:00:00.0000000Z,Olivia Organizer,/o=Example/`,
    );
    expect(row).toContain(
      ',Bob Miller <bob@partner.example>; Carla Stein <carla@partner.example>,cancellation-delivery,error,',
    );
    expect(row).toContain('Bob Miller,bob@partner.example,recipients[1].trackStatusTime,');
    expect(rest).toEqual(['']);
  });

  test('a line for each attendee who is not reached, as Excel wants it', async () => {
    const asked = ['--rows', 'attendees', '--delimiter', 'semicolon', '--bom'];
    const { out } = await mapilint('check', sick, well, '--format', 'csv', ...asked);
    const [head, ...rows] = out.split('\r\n');
    expect(head).toMatch(/^\uFEFFpath;item;folder;.*;meeting;name;address$/);
    expect(rows.map((row) => row.split(';').slice(-2))).toEqual([
      ['Bob Miller', 'bob@partner.example'],
      ['Carla Stein', 'carla@partner.example'],
      [''],
    ]);
    const wrong = await mapilint('check', sick, '--rows', 'attendees');
    expect([wrong.code, wrong.err]).toEqual([2, '--rows belongs to --format csv\n']);
    expect(cell('a;b', ';')).toBe('"a;b"');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\\u{0009}=1"],
    ['a "b", c', '"a ""b"", c"'],
    ['one\ntwo', 'one\\u{000A}two'],
    ['plain', 'plain'],
  ])('%j', (text, expected) => {
    expect(cell(text)).toBe(expected);
  });
});

describe('--output', () => {
  test('a file is there whole, and nothing beside it', async () => {
    const path = join(folder, 'report.json');
    const { code, out } = await mapilint('check', meetings, '--format', 'json', '-o', path);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ schema: 1 });
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  test('ndjson is appended', async () => {
    const path = join(folder, 'lines.ndjson');
    await mapilint('check', sick, '--format', 'ndjson', '-o', path);
    await mapilint('check', sick, '--format', 'ndjson', '-o', path);
    const [one, other, ...rest] = linesIn(readFileSync(path, 'utf8'));
    expect(one).toBe(other);
    expect(rest).toEqual([]);
  });

  test.skipIf(!existsSync('/dev/full'))('a disk that is full is no bug of ours', async () => {
    expect(await mapilint('check', sick, '--format', 'ndjson', '-o', '/dev/full')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--output /dev/full: ENOSPC') as string,
    });
  });

  test('a place that cannot be written to is wrong usage', async () => {
    const path = join(folder, 'none/report.json');
    expect(await mapilint('check', sick, '-o', path)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`--output ${path}: `) as string,
    });
    expect(existsSync(path)).toBe(false);
  });
});

describe('verbs and exit codes', () => {
  test('a bare path is checked', async () => {
    expect(await mapilint(sick)).toEqual(await mapilint('check', sick));
  });

  test('--exit-zero turns 1 into 0, and 2 stays', async () => {
    expect((await mapilint(sick, '--exit-zero')).code).toBe(0);
    expect((await mapilint(join(folder, 'none.msg'), '--exit-zero')).code).toBe(2);
  });

  test('explain: the page of a rule, by its name or that of a finding', async () => {
    const { code, out } = await mapilint('explain', 'organizer-row');
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(join(root, 'docs/rules/organizer-row.md'), 'utf8'));
    expect((await mapilint('explain', 'track-status-time-zero')).out).toContain('# cancellation-delivery');
    expect((await mapilint('explain', 'organiser-row')).err).toContain('did you mean organizer-row?');
  });

  test('a mistyped option is answered with the one that may be meant', async () => {
    expect((await mapilint(sick, '--formt', 'json')).err).toBe(
      'mapilint has no option --formt; did you mean --format?\n',
    );
  });

  test.each(['bash', 'zsh', 'fish'])('completions for %s name every option', async (shell) => {
    const { code, out } = await mapilint('completions', shell);
    expect(code).toBe(0);
    for (const option of ['fail-on', 'item-range', 'ndjson-in']) expect(out).toContain(option);
    if (spawnSync(shell, ['-n'], { input: out }).error === undefined)
      expect(spawnSync(shell, ['-n'], { input: out, encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
      });
  });

  test('bash completes with them', async () => {
    const { out } = await mapilint('completions', 'bash');
    const script = `${out}\nCOMP_WORDS=(mapilint check --fai); COMP_CWORD=2; _mapilint; echo "\${COMPREPLY[*]}"`;
    expect(spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout).toBe('--fail-on\n');
  });
});

describe.skipIf(process.platform === 'win32')('the built command', () => {
  const shell = (line: string) => spawnSync('bash', ['-c', line], { encoding: 'utf8', cwd: root });
  const command = `"${process.execPath}" "${cli}"`;

  test('head ends it quietly', () => {
    const { stdout, stderr } = shell(`${command} check samples --format ndjson | head -1 | wc -l`);
    expect({ lines: stdout.trim(), stderr }).toEqual({ lines: '1', stderr: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is said', () => {
    const { status, stderr } = shell(`${command} check samples/meetings > /dev/full`);
    expect(status).toBe(2);
    expect(stderr).toMatch(/The output cannot be written: .*ENOSPC/);
  });

  test('Ctrl-C ends with 130, after whole lines, at once', () => {
    const list = `(cat <(yes samples/meetings/textbook-defect.msg | head -2000); exec sleep 15 2> /dev/null)`;
    const { stdout } = shell(
      `exec 3< <(${list}); lister=$!; ${command} check - --format ndjson <&3 > "${folder}/cut.ndjson" & pid=$!; for i in {1..100}; do [ -s "${folder}/cut.ndjson" ] && break; sleep 0.1; done; sleep 1; kill -INT $pid; SECONDS=0; wait $pid; echo "$? $SECONDS"; kill $lister`,
    );
    const [code, seconds] = stdout.trim().split(' ').map(Number);
    expect(code).toBe(130);
    expect(seconds).toBeLessThan(2); // though the list goes on
    const lines = readFileSync(join(folder, 'cut.ndjson'), 'utf8');
    expect(lines.endsWith('}\n')).toBe(true);
    for (const line of lines.trimEnd().split('\n')) JSON.parse(line);
  }, 30_000);
});
