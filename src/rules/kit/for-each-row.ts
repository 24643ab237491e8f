import type { MeetingTable } from '../../message/meeting-tables';
import type { Message } from '../../message/message';
import type { Recipient } from '../../message/recipient';
import { checkRows, checkTables } from '../check-rows';
import type { Copies, Placed, RowProblem, TablesResult } from '../check-rows';
import type { Problem } from '../rule';

/** Which rows are judged. */
export interface RowOptions {
  /** `organizer`: not those of attendees' copies, whose answers nobody keeps up to date. Default `all`. */
  readonly copies?: Copies | undefined;
}

/** One problem, several, or nothing where all is well. */
type Found<P> = P | readonly P[] | undefined;

/**
 * Judges each row of a recipient table, and of those of the exceptions of a series. A problem is a code, a severity, the
 * `cell` that is wrong, if it is one, and the values of its words; whose row it is, its path and its bytes are added. The
 * result is `pass` where nothing is found, `open` where rows may be missing, `not-applicable` where there are none.
 */
export function forEachRow<P extends RowProblem>(
  message: Message,
  judge: (row: Recipient, message: Message) => Found<P>,
  { copies }: RowOptions = {},
): TablesResult<Placed<P>> {
  return checkRows(message, (row, owner) => listed(judge(row, owner)), copies);
}

/** Judges each recipient table as a whole: a problem says its path itself, within the message. */
export function forEachTable<P extends Problem>(
  message: Message,
  judge: (table: MeetingTable) => Found<P>,
  { copies }: RowOptions = {},
): TablesResult<P> {
  return checkTables(message, (table) => listed(judge(table)), copies);
}

function listed<P extends object>(found: Found<P>): readonly P[] {
  if (found === undefined) return [];
  return Array.isArray(found) ? (found as readonly P[]) : [found as P];
}
