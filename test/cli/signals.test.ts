import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'dist/cli.js');
const sick = join(root, 'samples/meetings/textbook-defect.msg');

/** A folder of twelve files, two batches, and of three that keep the worker that opens them, each a batch of its own. */
const share = mkdtempSync(join(tmpdir(), 'mapilint-signals-'));
const mails = join(share, 'mails');
mkdirSync(mails);
for (let number = 10; number < 22; number++) copyFileSync(sick, join(mails, `${number}.msg`));
for (const name of ['x-held.pst', 'y-held.pst', 'z-held.pst']) copyFileSync(sick, join(mails, name));
const pipe = join(share, 'pipe');
spawnSync('mkfifo', [pipe]);

/** What is done in a worker when it opens one of these files. */
const holding = (act: string): string => {
  const path = join(share, `${act.length}.mjs`);
  const source = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    import { isMainThread } from 'node:worker_threads';
    const { openSync } = fs;
    fs.openSync = (path, ...rest) => {
      if (!isMainThread && String(path).endsWith('held.pst')) ${act}
      return openSync(path, ...rest);
    };
    syncBuiltinESMExports();`;
  writeFileSync(path, source);
  return path;
};
const endless = holding('for (;;);');
const inSystem = holding(`openSync(${JSON.stringify(pipe)}, 'r');`);

function start(preload: string | undefined, ...argv: string[]): ChildProcess {
  const imported = preload === undefined ? [] : ['--import', preload];
  return spawn(process.execPath, [...imported, cli, 'check', ...argv], { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** What a process says until it ends, after a signal that it gets when it has said something that fits. */
async function ended(child: ChildProcess, signal: NodeJS.Signals, isTime: (out: string) => boolean) {
  let [out, err] = ['', ''];
  let isSent = false;
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (!isSent && isTime(out)) {
      isSent = true;
      setTimeout(() => child.kill(signal), 300); // so that what holds a worker has begun
    }
  });
  const [code, by] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, by, out, err };
}

const STOPPED = 'Stopped after 12 of 15 files: this report is not complete\n';
const hasAll = (out: string): boolean => /(?:"verdict":"likely"[^]*){12}|(?:msg: LIKELY[^]*){12}/.test(out);

describe.skipIf(process.platform === 'win32')('the first signal ends a run', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s: workers are in an endless loop', async (name) => {
    const child = start(endless, mails, '-j', '2', '--format', 'ndjson');
    const { code, out, err } = await ended(child, name, hasAll);
    expect({ code, err }).toEqual({ code: 128 + constants.signals[name], err: STOPPED });
    const lines = out.trimEnd().split('\n');
    expect(JSON.parse(lines.pop() ?? '')).toEqual({ stopped: { after: 12, of: 15, noun: 'file' } });
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('verdict', 'likely');
    expect(lines).toHaveLength(12);
  });

  test('what was done is told, as in a run that came to its end', async () => {
    const { code, out, err } = await ended(start(endless, mails, '-j', '3'), 'SIGTERM', hasAll);
    expect({ code, err }).toEqual({ code: 143, err: STOPPED });
    expect(out).toMatch(/\n12 files: 12 likely\n/);
    const closing = out.indexOf(STOPPED);
    expect(closing).toBeGreaterThan(out.lastIndexOf('msg: LIKELY'));
    expect(closing).toBeLessThan(out.indexOf('did not, or would not, reach'));
  });

  test('workers are in a call of the system that never comes back', async () => {
    const { by, out } = await ended(start(inSystem, mails, '-j', '3'), 'SIGTERM', hasAll);
    expect(by).toBe('SIGTERM'); // as 143 to a shell
    expect(out).toMatch(/\n12 files: 12 likely\n/);
  }, 15_000);
});

describe.skipIf(process.platform === 'win32')(
  'a run that is cut off leaves nothing beside its output',
  () => {
    /** A run that waits for more of a list, with its output open. */
    async function waiting(preload?: string): Promise<{ child: ChildProcess; folder: string }> {
      const folder = mkdtempSync(join(tmpdir(), 'mapilint-cut-'));
      const child = start(preload, '-', '--format', 'csv', '-o', join(folder, 'report.csv'));
      child.stdin?.write(`${sick}\n`);
      while (readdirSync(folder).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      return { child, folder };
    }

    test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s', async (name) => {
      const { child, folder } = await waiting();
      child.kill(name);
      expect((await once(child, 'close'))[0]).toBe(128 + constants.signals[name]);
      expect(readdirSync(folder)).toEqual([]);
    });

    test('an error that nobody expected', async () => {
      const bug = join(share, 'bug.mjs');
      writeFileSync(bug, `process.on('SIGUSR2', () => setTimeout(() => { throw new Error('a bug'); }));`);
      const { child, folder } = await waiting(bug);
      const said = ended(child, 'SIGUSR2', () => false);
      child.kill('SIGUSR2');
      const { code, err } = await said;
      expect(code).toBe(70);
      expect(err).toMatch(/^mapilint has a bug\. Please report it, with this: Error: a bug\n/);
      expect(readdirSync(folder)).toEqual([]);
    });

    test('a pipe that nobody reads is not waited for', async () => {
      const listening = join(share, 'listening.mjs');
      writeFileSync(
        listening,
        `const timer = setInterval(() => {
         if (process.listenerCount('SIGTERM') === 0) return;
         clearInterval(timer);
         process.stderr.write('listening');
       }, 10);`,
      );
      const child = start(listening, sick, '-o', pipe);
      child.stdin?.end();
      if (child.stderr !== null) await once(child.stderr, 'data');
      await new Promise((resolve) => setTimeout(resolve, 200)); // it waits by now
      child.kill('SIGTERM');
      expect((await once(child, 'close'))[0]).toBe(143);
    });
  },
);

describe.skipIf(!existsSync('/proc/self/limits'))('what the machine does not give', () => {
  const many = join(share, 'many');
  mkdirSync(many);
  for (let number = 100; number < 140; number++) copyFileSync(sick, join(many, `${number}.msg`));
  copyFileSync(join(root, 'samples/stores/mailbox.pst'), join(many, 'mailbox.pst'));
  const limited = (limit: number, ...argv: string[]) =>
    spawnSync(
      'bash',
      ['-c', `ulimit -n ${limit}; exec "$0" "$@"`, process.execPath, cli, 'check', many, ...argv],
      {
        encoding: 'utf8',
        timeout: 20_000,
      },
    );
  const body = (out: string): string[] =>
    out
      .split('\n')
      .filter((line) => line.startsWith('{"path"'))
      .sort();
  const whole = limited(1000, '-j', '1', '--format', 'ndjson');
  const fewer =
    /^There are fewer workers than \d+, since the limit of open files is reached \(EMFILE\): .*\n$/;

  test.each([
    [60, 4],
    [45, 16],
  ])('with %i open files and %i jobs every file is read', (limit, jobs) => {
    const { status, stdout, stderr } = limited(limit, '-j', String(jobs), '--format', 'ndjson');
    expect(body(stdout)).toEqual(body(whole.stdout));
    expect(status).toBe(whole.status);
    if (stderr !== '') expect(stderr).toMatch(fewer);
  });

  test('a run that cannot go on for it says so, and that it is no bug', () => {
    const throws = `process.on('newListener', (event) => {
      if (event === 'uncaughtException')
        setImmediate(() => { throw Object.assign(new Error('x'), { code: 'EMFILE' }); });
    });`;
    const preload = `data:text/javascript,${encodeURIComponent(throws)}`;
    const run = [process.execPath, ['--import', preload, cli, 'check', many], { encoding: 'utf8' }] as const;
    const { status, stderr } = spawnSync(...run);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'mapilint cannot go on, since the limit of open files is reached (EMFILE): raise it (ulimit -n), or use fewer --jobs\n',
    });
  });

  test.each([20])('with %i a sentence for each file says what is too little', (limit) => {
    const { status, stdout, stderr } = limited(limit, '-j', '4');
    expect({ status, stdout }).toEqual({
      status: 2,
      stdout: expect.stringMatching(/^\n(\d+) files: \1 not checked\n$/) as string,
    });
    const [first, ...files] = stderr.trimEnd().split('\n');
    expect(`${first}\n`).toMatch(fewer);
    expect(files.length).toBeGreaterThan(0);
    for (const line of files)
      expect(line).toMatch(
        /: the limit of open files is reached – raise it \(ulimit -n\), or use fewer --jobs$/,
      );
  });
});
