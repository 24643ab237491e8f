#!/usr/bin/env node
import { codeCacheUseOf } from './code-cache/code-cache-use';
import { loadCommand } from './code-cache/load-command';
import { shortageOf, shortageWords } from './shortage';

/** What is wrong with the run as a whole: what the machine does not give, or a bug. */
function fail(error: unknown): number {
  const shortage = shortageOf(error);
  const words =
    shortage === undefined
      ? `mapilint has a bug. Please report it, with this: ${(error as Error).stack ?? String(error)}`
      : `mapilint cannot go on, since ${shortageWords(shortage)}`;
  process.stderr.write(`${words}\n`);
  return shortage === undefined ? BUG : UNREADABLE;
}

const UNREADABLE = 2;
const BUG = 70;

process.on('uncaughtException', (error) => process.exit(fail(error)));
try {
  // all else is loaded from here, where it can be said why it cannot be
  const { runThisProcess } = await loadCommand(codeCacheUseOf(process.argv.slice(2), process.env));
  await runThisProcess(fail);
} catch (error) {
  process.exitCode = fail(error);
}
