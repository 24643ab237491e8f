import { formatTable } from '../report/index';
import type { Arguments } from './arguments';
import { examine } from './examine';
import { JsonWriter } from './json-writer';
import { formatReadError } from './read-error';
import type { Terminal } from './terminal';

/** `mapilint table`: the recipient table of every file. Gives the exit code. */
export async function table(args: Arguments, terminal: Terminal): Promise<number> {
  const json = args.format === 'json' ? new JsonWriter(terminal) : undefined;
  let unreadable = 0;
  for (const path of args.paths) {
    const file = await examine({ path, isNamed: true }, args.read);
    if (file === undefined) continue; // cannot be: a file that is named is a message or an error
    json?.add(file);
    if ('error' in file) {
      terminal.err(formatReadError(path, file.error));
      unreadable += 1;
    } else if (json === undefined) {
      terminal.out(`${formatTable(file.message)}\n`);
    }
  }
  json?.end(0);
  return unreadable > 0 ? 2 : 0;
}
