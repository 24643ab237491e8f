import { compareCopies } from '../../index';
import type { CopyComparison } from '../../index';
import { formatComparison, jsonText } from '../../report/command';
import type { Arguments } from '../usage/arguments';
import { onlyMessage } from '../only-message';
import { formatReadError } from '../read-error';
import type { Terminal } from '../terminal';

/** `mapilint compare A B`: what differs between the organizer's copy of a meeting and an attendee's. */
export async function compare(args: Arguments, terminal: Terminal): Promise<number> {
  const messages = [];
  for (const path of args.paths) {
    const file = await onlyMessage(path, args.read, args.store);
    if ('error' in file) terminal.err(formatReadError(path, file.error));
    else messages.push(file.message);
  }
  const [organizer, attendee] = messages;
  if (organizer === undefined || attendee === undefined) return 2;
  const comparison = compareCopies(organizer, attendee, { attendee: args.attendee });
  const [path = '', other = ''] = args.paths;
  const report = { schema: 1, organizer: path, attendee: other, ...comparison };
  terminal.out(
    args.output.format === 'json'
      ? `${jsonText(report, 2)}\n`
      : `${formatComparison(path, other, comparison, { width: terminal.columns })}\n`,
  );
  return exitCode(comparison, args.failOn);
}

function exitCode({ outcome, differences }: CopyComparison, failOn: Arguments['failOn']): number {
  if (outcome === 'not-comparable') return 2;
  return differences.some(({ severity }) => severity === 'error' || severity === failOn) ? 1 : 0;
}
