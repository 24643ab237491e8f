import { parseArguments } from './usage/arguments';
import type { Arguments } from './usage/arguments';
import { check } from './check';
import { compare } from './compare';
import { folders } from './folders';
import { help } from './usage/help';
import { items } from './items';
import { props } from './props';
import { rules } from './rules';
import { table } from './table';
import type { Terminal } from './terminal';
import { UsageError } from './usage/usage-error';
import { version } from './version';

/** Runs a command line and gives its exit code: 0 nothing found, 1 findings, 2 unreadable or wrong usage. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(parseArguments(argv), terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`${error.message}\n`);
    return 2;
  }
}

async function runCommand(args: Arguments, terminal: Terminal): Promise<number> {
  switch (args.command) {
    case 'check':
      return check(args, terminal);
    case 'table':
      return table(args, terminal);
    case 'props':
      return props(args, terminal);
    case 'folders':
      return folders(args, terminal);
    case 'items':
      return items(args, terminal);
    case 'compare':
      return compare(args, terminal);
    case 'rules':
      return rules(args, terminal);
    case 'help':
      terminal.out(help);
      return 0;
    case 'version':
      terminal.out(`${await version()}\n`);
      return 0;
  }
}
