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

/** What a judge gives: one problem, several, or nothing where all is well. */
export type Judgement<P> = P | readonly P[] | undefined;

/** The problems in what a judge gives. */
type ProblemIn<Given> = Given extends undefined ? never : Given extends readonly (infer P)[] ? P : Given;

/**
 * Judges each row of a recipient table, and of those of the exceptions of a series. A problem is a code, a severity, the
 * `cell` that is wrong, if it is one, and the values of its words; whose row it is, its path and its bytes are added. The
 * result is `pass` where nothing is found, `open` where rows may be missing, `not-applicable` where there are none.
 */
export function forEachRow<const Given extends Judgement<RowProblem>>(
  message: Message,
  judge: (row: Recipient, message: Message) => Given,
  { copies }: RowOptions = {},
): TablesResult<Placed<ProblemIn<Given>>> {
  const listed = (row: Recipient, owner: Message): readonly RowProblem[] => listOf(judge(row, owner));
  return checkRows(message, listed, copies) as TablesResult<Placed<ProblemIn<Given>>>;
}

/** Judges each recipient table as a whole: a problem says its path itself, within the message. */
export function forEachTable<const Given extends Judgement<Problem>>(
  message: Message,
  judge: (table: MeetingTable) => Given,
  { copies }: RowOptions = {},
): TablesResult<ProblemIn<Given>> {
  const listed = (table: MeetingTable): readonly Problem[] => listOf(judge(table));
  return checkTables(message, listed, copies) as TablesResult<ProblemIn<Given>>;
}

function listOf<P extends object>(given: Judgement<P>): readonly P[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? (given as readonly P[]) : [given as P];
}
