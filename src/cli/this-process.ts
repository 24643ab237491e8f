import { endedBy } from './inputs/ended-by';
import { Interruption } from './interruption';
import { ProgressLine } from './progress';
import { run } from './run';

/** Columns of a terminal that says none. */
const USUAL_COLUMNS = 80;

/** Runs the command line of this process, and sets its exit code. `fail` says what ended the run, and gives the code. */
export async function runThisProcess(fail: (error: unknown) => number): Promise<void> {
  const { stdin, stdout, stderr } = process;
  const interruption = new Interruption();
  const { signal } = interruption;
  const isLost = watchOutput(interruption);
  const isWatched = stderr.isTTY && !process.env['CI'];
  const line = new ProgressLine((text) => void stderr.write(text));
  const writing = (stream: NodeJS.WriteStream) => (text: string) => {
    line.clear();
    stream.write(text);
  };
  const code = await run(process.argv.slice(2), {
    out: writing(stdout),
    err: writing(stderr),
    input: endedBy<Uint8Array>(signal, stdin),
    drained: () => drained(signal),
    signal,
    isTerminal: stdout.isTTY,
    // a terminal that does not know its width says 0
    columns: stdout.isTTY ? stdout.columns || USUAL_COLUMNS : undefined,
    progress: isWatched
      ? (text) => {
          line.show(text);
        }
      : undefined,
  }).catch((error: unknown) => {
    line.clear();
    return fail(error);
  });
  line.clear();
  stdin.destroy();
  process.exitCode = interruption.exitCode ?? (isLost() ? 2 : code);
}

/** Watches whether the output can be written, which may turn out when all else is done; gives whether it could not. */
function watchOutput(interruption: Interruption): () => boolean {
  const { stdout, stderr } = process;
  let isLost = false;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      interruption.stop();
      if (error.code === 'EPIPE' || isLost) return; // whoever read us, `head` for one, has seen enough
      isLost = true;
      process.exitCode = 2;
      stderr.write(`The output cannot be written: ${error.message}\n`);
    });
  }
  return () => isLost;
}

/** Waits until what was written has gone, or nobody waits for more. */
function drained(signal: AbortSignal): Promise<void> {
  const { stdout } = process;
  if (!stdout.writableNeedDrain || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const go = (): void => {
      resolve();
    };
    stdout.once('drain', go);
    signal.addEventListener('abort', go, { once: true });
  });
}
