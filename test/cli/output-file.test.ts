import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { ReplacementFile } from '../../src/cli/output/replacement-file';
import { mapilint } from '../support/command';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'dist/cli.js');
const sick = join(root, 'samples/meetings/textbook-defect.msg');
const isRoot = process.getuid?.() === 0;

let folder = '';
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mapilint-output-'));
});

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const verdict = 'likely';

/** The three ways in which a file is written: in one piece, line by line, and by the page's command. */
const ways = {
  whole: ['check', sick, '--format', 'csv', '-o'],
  lines: ['check', sick, '--format', 'ndjson', '-o'],
  resumed: ['check', sick, '--resume'],
  page: ['view', sick, '-o'],
} as const;
const everyWay = Object.entries(ways);

describe.skipIf(process.platform === 'win32').each(everyWay)('a file that is written %s', (way, words) => {
  const write = (path: string, ...more: string[]) => mapilint(...words, path, ...more);
  const marker = way === 'page' ? '<!doctype html>' : verdict;
  const isWritten = (path: string): boolean => readFileSync(path, 'utf8').includes(marker);
  const code = way === 'page' ? 0 : 1;
  const left = (): string[] => readdirSync(folder).sort();

  test('belongs to its owner alone, unless somebody says otherwise', async () => {
    expect((await write(at('new'))).code).toBe(code);
    expect(modeOf(at('new'))).toBe('600');
    expect((await write(at('shared'), '--output-mode', '664')).code).toBe(code);
    expect(modeOf(at('shared'))).toBe('664');
    expect(isWritten(at('shared'))).toBe(true);
    expect(left()).toEqual(['new', 'shared']);
  });

  test('keeps its mode', async () => {
    for (const mode of [0o640, 0o600, 0o666, 0o400 | (isRoot ? 0 : 0o200)]) {
      writeFileSync(at('there'), '');
      chmodSync(at('there'), mode);
      expect((await write(at('there'), '--output-mode', '644')).code).toBe(code);
      expect(modeOf(at('there'))).toBe(mode.toString(8));
      expect(isWritten(at('there'))).toBe(true);
      rmSync(at('there'));
    }
  });

  test.runIf(isRoot)('keeps its owner and group', async () => {
    writeFileSync(at('theirs'), '');
    chownSync(at('theirs'), 65534, 65533);
    await write(at('theirs'));
    expect(statSync(at('theirs'))).toMatchObject({ uid: 65534, gid: 65533 });
    expect(isWritten(at('theirs'))).toBe(true);
  });

  test('lies where links lead, also where nothing was', async () => {
    mkdirSync(at('far'));
    mkdirSync(at('near'));
    symlinkSync('../far', at('near/folder'));
    symlinkSync('folder/./second', at('near/first'));
    symlinkSync('third', at('far/second'));
    for (const before of [undefined, '']) {
      if (before !== undefined) writeFileSync(at('far/third'), before);
      expect((await write(at('near/first'))).code).toBe(code);
      expect(isWritten(at('far/third'))).toBe(true);
      expect(lstatSync(at('far/third')).isFile()).toBe(true);
      expect(readlinkSync(at('near/first'))).toBe('folder/./second');
      expect(readlinkSync(at('far/second'))).toBe('third');
    }
    expect(readdirSync(at('far')).sort()).toEqual(['second', 'third']);
    expect(readdirSync(at('near')).sort()).toEqual(['first', 'folder']);
  });

  test('is no circle, no folder and in no folder that does not exist: a sentence', async () => {
    symlinkSync('b', at('a'));
    symlinkSync('a', at('b'));
    symlinkSync('self', at('self'));
    symlinkSync('none/file', at('dangling'));
    mkdirSync(at('folder'));
    symlinkSync('folder', at('link'));
    const faults = [
      ['a', 'its links lead back to themselves (ELOOP)'],
      ['self', 'its links lead back to themselves (ELOOP)'],
      ['folder', 'it is a folder'],
      ['link', 'it is a folder'],
      ['new/', 'it is a folder'],
      ['none/file', 'its folder does not exist (ENOENT)'],
      ['dangling', 'its folder does not exist (ENOENT)'],
    ] as const;
    const before = left();
    for (const [name, complaint] of faults) {
      const result = await write(at(name));
      const option = way === 'resumed' && !/none|dangling/.test(name) ? '--(?:resume|output)' : '--output';
      expect(result).toMatchObject({ code: 2, out: '' });
      expect(result.err.replace(new RegExp(`^${option} `), '')).toBe(`${at(name)}: ${complaint}\n`);
    }
    expect(left()).toEqual(before);
  });

  test.skipIf(way === 'lines' || way === 'resumed')('leaves the other names of a file alone', async () => {
    writeFileSync(at('mine'), 'before');
    linkSync(at('mine'), at('planted'));
    await write(at('planted'));
    expect(readFileSync(at('mine'), 'utf8')).toBe('before');
    expect(isWritten(at('planted'))).toBe(true);
  });

  test.skipIf(way === 'resumed')('is written through where it is a device', async () => {
    for (const device of ['/dev/null', '/dev/full'].filter(existsSync)) {
      symlinkSync(device, at('device'));
      const { err } = await write(at('device'));
      expect(err).toBe(
        device === '/dev/null' ? '' : `--output ${at('device')}: ENOSPC: no space left on device, write\n`,
      );
      expect(statSync(device).isCharacterDevice()).toBe(true);
      expect(lstatSync(at('device')).isSymbolicLink()).toBe(true);
      rmSync(at('device'));
    }
    expect(left()).toEqual([]);
  });

  test('is no socket', async () => {
    const server = createServer().listen(at('socket'));
    await once(server, 'listening');
    expect((await write(at('socket'))).err).toContain('it is a socket');
    server.close();
  });

  test.skipIf(way === 'resumed')(
    'is written through where it is a pipe, once somebody reads it',
    async () => {
      spawnSync('mkfifo', [at('pipe')]);
      const writing = write(at('pipe'));
      // not into this process, which waits while the pipe is full
      const reader = spawn('sh', ['-c', 'cat < "$0" > "$1"', at('pipe'), at('read')]);
      const ended = once(reader, 'close');
      expect((await writing).code).toBe(code);
      await ended;
      expect(isWritten(at('read'))).toBe(true);
      expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
    },
  );
});

describe.skipIf(process.platform === 'win32')('a file that takes the place of another', () => {
  test('is called so that nobody can guess it, and hidden', () => {
    const names = [1, 2].map(() => {
      const file = new ReplacementFile(at('report'));
      const [name = ''] = readdirSync(folder);
      expect(modeOf(at(name))).toBe('600');
      file.close();
      return name;
    });
    for (const name of names) expect(name).toMatch(/^\.mapilint-[0-9a-f]{32}\.tmp$/);
    expect(names[0]).not.toBe(names[1]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('never takes the place of what is no file, planted meanwhile', () => {
    for (const kind of ['link', 'folder']) {
      const file = new ReplacementFile(at('report'));
      if (kind === 'link') symlinkSync('/etc/hostname', at('report'));
      else mkdirSync(at('report'));
      expect(() => {
        file.commit();
      }).toThrow('something else took its place meanwhile');
      file.close();
      expect(readdirSync(folder)).toEqual(['report']);
      rmSync(at('report'), { recursive: true });
    }
  });

  /** Runs the built command as somebody who may do little. */
  const asNobody = (...argv: string[]) =>
    spawnSync(
      'setpriv',
      ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, cli, 'check', sick, ...argv],
      { encoding: 'utf8' },
    );
  /** A checkout in a folder of its owner alone is out of their reach. */
  const isAble = isRoot && asNobody().stdout.includes('LIKELY');

  test.runIf(isAble)('gives nobody more than they had where the group cannot be kept', () => {
    chmodSync(folder, 0o777);
    for (const [mode, expected] of [
      [0o666, '606'],
      [0o646, '604'],
      [0o606, '600'],
    ] as const) {
      writeFileSync(at('theirs'), '');
      chownSync(at('theirs'), 0, 0);
      chmodSync(at('theirs'), mode);
      expect(asNobody('-o', at('theirs')).status).toBe(1);
      expect(statSync(at('theirs'))).toMatchObject({ uid: 65534, gid: 65534 });
      expect(modeOf(at('theirs'))).toBe(expected);
    }
  });

  test.runIf(isAble)('is not made where nothing may be written', () => {
    chmodSync(folder, 0o777);
    writeFileSync(at('theirs'), 'before');
    chmodSync(at('theirs'), 0o644);
    const complaint = 'it, or a file in its folder, may not be written (EACCES)';
    for (const format of ['csv', 'ndjson'])
      expect(asNobody('--format', format, '-o', at('theirs'))).toMatchObject({
        status: 2,
        stderr: `--output ${at('theirs')}: ${complaint}\n`,
      });
    expect(readFileSync(at('theirs'), 'utf8')).toBe('before');
    chmodSync(folder, 0o755);
    for (const format of ['csv', 'ndjson'])
      expect(asNobody('--format', format, '-o', at('new')).stderr).toBe(
        `--output ${at('new')}: ${complaint}\n`,
      );
    expect(readdirSync(folder)).toEqual(['theirs']);
  });

  test('what the shell has opened is written through', () => {
    symlinkSync('/proc/self/fd/1', at('stdout')); // as /dev/stdout is
    const check = `"${process.execPath}" "${cli}" check "${sick}"`;
    const intoFile = `(echo before; ${check} --format csv -o "${at('stdout')}"; echo after) > "${at('all')}"`;
    const intoPipe = `${check} --format ndjson -o "${at('stdout')}" | grep -c '"verdict":"likely"'`;
    const { stdout } = spawnSync('bash', ['-c', `${intoFile}; cat "${at('all')}"; ${intoPipe}`], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^before\npath,item,[^]*likely[^]*\nafter\n1\n$/);
  });
});

describe('--output-mode', () => {
  test.each([['8'], ['888'], ['0o644'], ['4755'], ['64'], ['u=rw'], ['']])('%j is refused', async (mode) => {
    expect(await mapilint('check', sick, '-o', at('x'), `--output-mode=${mode}`)).toMatchObject({
      code: 2,
      err: `--output-mode must be three octal digits such as 644, not ${JSON.stringify(mode)}\n`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('belongs to a file', async () => {
    expect((await mapilint('check', sick, '--output-mode', '644')).err).toBe(
      '--output-mode sets the permissions of the file that --output names: add --output\n',
    );
    expect((await mapilint('table', sick, '--output-mode', '644')).err).toContain('belongs to check, view');
  });
});
