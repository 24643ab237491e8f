import { readFile } from 'node:fs/promises';
import { help, parseArguments, UsageError } from './arguments';
import type { Arguments } from './arguments';
import { check } from './check';
import { props } from './props';
import { table } from './table';
import type { Terminal } from './terminal';

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
    case 'help':
      terminal.out(help);
      return 0;
    case 'version':
      terminal.out(`${await version()}\n`);
      return 0;
  }
}

/** The package's own version: the built command lies one folder below package.json, its source two. */
async function version(): Promise<string> {
  for (const place of ['../package.json', '../../package.json']) {
    const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return (JSON.parse(text) as { version: string }).version;
  }
  return 'unknown';
}
