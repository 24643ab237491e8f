import { diagnose, recommendedRules } from '../node';
import { formatTable, jsonFile, labelOf, toFileReport } from '../report/index';
import type { CheckedFile, UnreadableFile } from '../report/index';
import type { Arguments } from './usage/arguments';
import { JsonEntries } from './json-entries';
import type { BadInput, Input, PassedOver } from './inputs/input';
import { inputsOf } from './inputs/inputs';
import { formatReadError } from './read-error';
import { readItems } from './read-items';
import type { ReadItem } from './read-items';
import type { Terminal } from './terminal';

/** `mapilint table`: the recipient table of every file, and of every item of a store that is asked for. */
export async function table(args: Arguments, terminal: Terminal): Promise<number> {
  const json = args.output.format === 'json' ? new JsonEntries(terminal) : undefined;
  let unreadable = 0;
  for await (const input of inputs(args, terminal)) {
    for await (const reading of readItems(input, args.read, args.store)) {
      if ('passedOver' in reading || 'store' in reading) continue;
      show(reading, json, terminal);
      if ('error' in reading) unreadable += 1;
    }
  }
  json?.end(0);
  return unreadable > 0 ? 2 : 0;
}

/** The files that are named, and what a list on standard input names. */
async function* inputs(
  { paths, listing, shard }: Arguments,
  { input }: Terminal,
): AsyncGenerator<Input | BadInput | PassedOver> {
  for (const path of paths) yield { path, relativePath: path, isNamed: true };
  yield* inputsOf({ paths: [], listing, shard }, input);
}

function show(reading: ReadItem | UnreadableFile, json: JsonEntries | undefined, terminal: Terminal): void {
  if ('error' in reading) {
    json?.add(jsonFile(toFileReport(reading), true));
    terminal.err(formatReadError(labelOf(reading), reading.error));
    return;
  }
  const heading = reading.item === undefined ? '' : `${labelOf(reading)}\n`;
  if (json === undefined) terminal.out(`${heading}${formatTable(reading.message)}\n`);
  else json.add(jsonFile(toFileReport(judged(reading)), true));
}

function judged(item: ReadItem): CheckedFile {
  return { ...item, diagnosis: diagnose(item.message, { rules: recommendedRules }) };
}
