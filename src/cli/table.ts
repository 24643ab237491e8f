import { diagnose, fromFile, readMessage } from '../node';
import { formatJson, formatTable } from '../report/index';
import type { Arguments } from './arguments';
import { formatReadError } from './read-error';
import type { Terminal } from './terminal';

/** `mapilint table`: the recipient table of every file. Gives the exit code. */
export async function table(args: Arguments, terminal: Terminal): Promise<number> {
  let unreadable = 0;
  for (const path of args.paths) {
    try {
      const message = await readMessage(fromFile(path), args.read);
      if (args.format === 'json')
        terminal.out(`${formatJson([{ path, message, diagnosis: diagnose(message) }])}\n`);
      else terminal.out(`${formatTable(message)}\n`);
    } catch (error) {
      terminal.err(formatReadError(path, error as Error));
      unreadable += 1;
    }
  }
  return unreadable > 0 ? 2 : 0;
}
