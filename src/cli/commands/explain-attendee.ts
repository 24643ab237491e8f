import { diagnose } from '../../index';
import { chainOf, formatChain, jsonText, reportedName } from '../../report/command';
import type { AttendeeChain } from '../../report/command';
import { readEvidence } from '../evidence-files';
import { inputsOf } from '../inputs/inputs';
import { formatEvidenceError, formatReadError } from '../read-error';
import { readItems } from '../read-items';
import type { ReadItem } from '../read-items';
import type { Terminal } from '../terminal';
import type { Arguments } from '../usage/arguments';

/** An item, and the chain for the person in it. */
interface Chained {
  readonly file: ReadItem;
  readonly chain: AttendeeChain;
}

/**
 * `mapilint explain FILE --attendee ADDRESS`: reply, zero, sending, failure, each with what shows it, or what is missing.
 * Gives 0, or 1 if nobody of that address is in any meeting, 2 if something could not be read.
 */
export async function explainAttendee(args: Arguments, address: string, terminal: Terminal): Promise<number> {
  const evidence = await readEvidence(args);
  for (const { path, error } of evidence.unreadable) terminal.err(formatEvidenceError(path, error));
  let isWhole = evidence.unreadable.length === 0;
  const { replied, eventTimeZone } = args.evidence;
  const chained: Chained[] = [];
  for await (const input of inputsOf(args, terminal.input)) {
    for await (const reading of readItems(input, args.read, args.store)) {
      if ('error' in reading) {
        isWhole = false;
        terminal.err(formatReadError(reportedName(reading), reading.error));
      }
      if (!('message' in reading)) continue;
      const beside = evidence.for(reading.message);
      const { message, isInSentItems } = reading;
      const judged = diagnose(message, { replied, eventTimeZone, ...beside, isInSentItems });
      const diagnosis = evidence.told(reportedName(reading), judged, beside.evidence);
      const chain = chainOf({ message: reading.message, diagnosis }, address);
      if (chain !== undefined) chained.push({ file: reading, chain });
    }
  }
  print(chained, args, address, terminal, (source) => evidence.nameOf(source));
  if (isWhole && chained.length === 0 && args.output.format !== 'json')
    terminal.out(`${address} is not in the recipient table of any meeting that can be judged\n`);
  if (!isWhole) return 2;
  return chained.length === 0 ? 1 : 0;
}

function print(
  chained: readonly Chained[],
  { output }: Arguments,
  address: string,
  terminal: Terminal,
  sourceName: (source: number) => string | undefined,
): void {
  if (output.format === 'json') {
    const items = chained.map(({ file, chain }) => ({
      path: file.path,
      item: file.item,
      ...named(chain, sourceName),
    }));
    terminal.out(`${jsonText({ schema: 1, attendee: address, items }, 2)}\n`);
    return;
  }
  for (const { file, chain } of chained)
    terminal.out(`${formatChain(file, address, chain, { width: terminal.columns, sourceName })}\n`);
}

/** The chain with the names of its sources, since nothing else lists them. */
function named(chain: AttendeeChain, sourceName: (source: number) => string | undefined): object {
  const links = chain.links.map((link) => ({
    ...link,
    source: link.source === undefined ? undefined : sourceName(link.source),
  }));
  return { ...chain, links };
}
