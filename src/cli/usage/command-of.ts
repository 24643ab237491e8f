import { existsSync } from 'node:fs';
import { nearestName } from '../../arguments/nearest-name';
import { commands } from './commands';
import type { CommandWord } from './commands';
import type { ParsedOptions } from './parsed-options';
import { UsageError } from './usage-error';

/** A command, and the words behind it. */
export interface GivenCommand {
  readonly command: CommandWord;
  readonly paths: readonly string[];
}

/** The command that is asked for: `check` where only files are named. */
export function commandOf(given: ParsedOptions): GivenCommand {
  const [first, ...rest] = given.words;
  if (given.is('version')) return { command: 'version', paths: [] };
  if (first === 'help') return helpOn(rest[0]);
  if (given.is('help')) return helpOn(first);
  const command = commands.find((name) => name === first);
  if (command !== undefined) return { command, paths: rest };
  if (first === undefined) {
    if (given.is('null') || given.is('ndjson-in')) return { command: 'check', paths: [] };
    throw new UsageError('mapilint needs a file or a command: mapilint check FILE, or mapilint --help');
  }
  if (first === '-' || isFile(first)) return { command: 'check', paths: given.words };
  throw unknownCommand(first);
}

/** Help on the command that is named, or on all; of a file, that of `check`. */
function helpOn(word: string | undefined): GivenCommand {
  if (word === undefined) return { command: 'help', paths: [] };
  const command = commands.find((name) => name === word);
  if (command === undefined && !isFile(word)) throw unknownCommand(word);
  return { command: 'help', paths: [command ?? 'check'] };
}

function isFile(word: string): boolean {
  return /[./\\]/.test(word) || existsSync(word);
}

function unknownCommand(word: string): UsageError {
  const near = nearestName(word, commands);
  const hint = near === undefined ? `The commands are ${commands.join(', ')}` : `Did you mean ${near}?`;
  return new UsageError(`${JSON.stringify(word)} is not a command of mapilint or a file. ${hint}`);
}
