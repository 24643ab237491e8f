#!/usr/bin/env node
import { endedBy } from './inputs/ended-by';
import { ProgressLine } from './progress';
import { run } from './run';

const { stdin, stdout, stderr } = process;
const stop = new AbortController();
/** What the exit code is if the run is stopped: 128 and the number of the signal. */
let stopped: number | undefined;
const interrupt = (code: number) => () => {
  if (stopped !== undefined) process.exit(code); // twice: at once
  stopped = code;
  stop.abort();
};
process.on('SIGINT', interrupt(130));
process.on('SIGTERM', interrupt(143));

/** Whether the output could not be written, which may turn out when all else is done. */
let isLost = false as boolean;
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    stop.abort();
    if (error.code === 'EPIPE' || isLost) return; // whoever read us, `head` for one, has seen enough
    isLost = true;
    process.exitCode = 2;
    stderr.write(`The output cannot be written: ${error.message}\n`);
  });
}

const isWatched = stderr.isTTY && !process.env['CI'];
const line = new ProgressLine((text) => void stderr.write(text));

function drained(): Promise<void> {
  if (!stdout.writableNeedDrain || stop.signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const go = (): void => {
      resolve();
    };
    stdout.once('drain', go);
    stop.signal.addEventListener('abort', go, { once: true });
  });
}

async function exitCode(): Promise<number> {
  try {
    return await run(process.argv.slice(2), {
      out: (text) => {
        line.clear();
        stdout.write(text);
      },
      err: (text) => {
        line.clear();
        stderr.write(text);
      },
      input: endedBy<Uint8Array>(stop.signal, stdin),
      drained,
      signal: stop.signal,
      isTerminal: stdout.isTTY,
      columns: stdout.columns,
      progress: isWatched
        ? (text) => {
            line.show(text);
          }
        : undefined,
    });
  } catch (error) {
    line.clear();
    stderr.write(
      `mapilint has a bug. Please report it, with this: ${(error as Error).stack ?? String(error)}\n`,
    );
    return 70;
  }
}

const code = await exitCode();
line.clear();
stdin.destroy();
process.exitCode = stopped ?? (isLost ? 2 : code);
