import type { StoppedRun } from '../../report/command';
import { READER_GONE } from '../interruption';
import type { Terminal } from '../terminal';
import type { Arguments } from '../usage/arguments';
import { countInputs } from './count-inputs';
import type { Tally } from './tally';

/** Milliseconds: how long files may be counted that nobody reads any more. */
const PATIENCE = 1000;

/** How far a run came that a signal has stopped; undefined: it came to its end, or nobody is there who could be told. */
export async function stoppedRun(
  args: Arguments,
  { signal }: Pick<Terminal, 'signal'>,
  { seen, noun }: Tally,
): Promise<StoppedRun | undefined> {
  if (signal?.aborted !== true || signal.reason === READER_GONE) return undefined;
  const of = noun === 'file' ? await countInputs(args, AbortSignal.timeout(PATIENCE)) : undefined;
  return { after: seen, of, noun };
}
