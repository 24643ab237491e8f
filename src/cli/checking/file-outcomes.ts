import { availableParallelism } from 'node:os';
import { shortageOf, shortageWords } from '../shortage';
import type { Terminal } from '../terminal';
import { batchesOf } from './batches';
import type { AnyInput } from './batches';
import type { CheckSettings } from './check-settings';
import type { FileChecker } from './file-checker';
import type { FileOutcome } from './file-outcome';
import { checkInWorkers } from './worker-pool';

/** From which file on several workers are worth their start. */
const WORTH_IT = 500;

/** What comes of all files: one after the other in this thread, or by several workers; until whoever watches wants no more. */
export async function* outcomesOf(
  inputs: AsyncGenerator<AnyInput, void>,
  checker: FileChecker,
  settings: CheckSettings,
  { signal, err }: Pick<Terminal, 'signal' | 'err'>,
): AsyncGenerator<FileOutcome, void> {
  const { running, output } = settings.args;
  const jobs = running.jobs ?? availableParallelism();
  const isAlone = needsWholeRun(checker) || (jobs === 1 && running.timeout === undefined);
  const isAsked = running.jobs !== undefined || running.timeout !== undefined;
  let left = isAlone ? Infinity : isAsked ? 0 : WORTH_IT;
  while (left-- > 0) {
    const { done, value } = await inputs.next();
    if (done) return;
    for await (const outcome of checker.outcomes(value)) {
      yield outcome;
      if (signal?.aborted === true) return;
    }
  }
  yield* checkInWorkers(batchesOf(inputs), {
    entry: workerEntry(),
    settings,
    jobs,
    timeout: running.timeout,
    isOrdered: output.isOrdered,
    signal,
    lost: (path, error) => checker.lost(path, error),
    here: (input) => checker.outcomes(input),
    fewer: (error) => {
      const shortage = shortageOf(error);
      if (shortage !== undefined)
        err(`There are fewer workers than ${jobs}, since ${shortageWords(shortage)}\n`);
    },
  });
}

/** Whether evidence or a rule looks at all items together, which one thread has to see. */
function needsWholeRun({ items, evidence }: FileChecker): boolean {
  return items !== undefined || !evidence.isEmpty;
}

/** The built module that workers run: beside the command, one or two folders above this one. */
function workerEntry(): URL {
  const isBuilt = /\/dist\/[^/]+$/.test(import.meta.url);
  return new URL(isBuilt ? './check-worker.js' : '../../../dist/check-worker.js', import.meta.url);
}

/** Leaves out the files that need not be read. */
export async function* without(
  inputs: AsyncGenerator<AnyInput, void>,
  done: ReadonlySet<string>,
): AsyncGenerator<AnyInput, void> {
  for await (const input of inputs) if (!done.has(input.path)) yield input;
}
