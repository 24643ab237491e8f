import { diagnose } from '../../index';
import { recommendedRules } from '../../rules/index';
import {
  formatTable,
  jsonFile,
  reportedName,
  tableCsvHeader,
  tableCsvRows,
  toFileReport,
} from '../../report/command';
import type { CheckedFile, TableOptions, UnreadableFile } from '../../report/command';
import type { Arguments } from '../usage/arguments';
import type { OutputArguments } from '../usage/output-arguments';
import { JsonEntries } from '../json-entries';
import type { BadInput, Input, PassedOver } from '../inputs/input';
import { inputsOf } from '../inputs/inputs';
import { formatReadError } from '../read-error';
import { readItems } from '../read-items';
import type { ReadItem } from '../read-items';
import type { Terminal } from '../terminal';

/** `mapilint table`: the recipient table of every file, and of every item of a store that is asked for. */
export async function table(args: Arguments, terminal: Terminal): Promise<number> {
  const print = printerOf(args.output, terminal);
  let unreadable = 0;
  for await (const input of inputs(args, terminal)) {
    for await (const reading of readItems(input, args.read, args.store)) {
      if ('passedOver' in reading || 'store' in reading) continue;
      if ('error' in reading) {
        unreadable += 1;
        terminal.err(formatReadError(reportedName(reading), reading.error));
      }
      print.add(reading);
    }
  }
  print.end();
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

/** What is printed of one file or item after the other, and at the end. */
interface Printer {
  readonly add: (reading: ReadItem | UnreadableFile) => void;
  readonly end: () => void;
}

function printerOf({ format, table: asked }: OutputArguments, terminal: Terminal): Printer {
  if (format === 'json') return jsonPrinter(new JsonEntries(terminal));
  if (format === 'csv') terminal.out(tableCsvHeader());
  const { columns, isWide } = asked;
  const layout = { columns, width: isWide ? undefined : terminal.columns, more: MORE_COLUMNS };
  const textOf = format === 'csv' ? tableCsvRows : (reading: ReadItem) => tableText(reading, layout);
  return {
    add: (reading) => {
      if (!('error' in reading)) terminal.out(textOf(reading));
    },
    end: () => undefined,
  };
}

function jsonPrinter(json: JsonEntries): Printer {
  return {
    add: (reading) => {
      json.add(jsonFile(toFileReport('error' in reading ? reading : judged(reading)), true));
    },
    end: () => {
      json.end(0);
    },
  };
}

/** What the table says of columns for which there is no room. */
const MORE_COLUMNS = '--wide has them, --columns chooses';

function tableText(reading: ReadItem, layout: TableOptions): string {
  const heading = reading.item === undefined ? '' : `${reportedName(reading)}\n`;
  return `${heading}${formatTable(reading.message, layout)}\n`;
}

function judged(item: ReadItem): CheckedFile {
  return { ...item, diagnosis: diagnose(item.message, { rules: recommendedRules }) };
}
