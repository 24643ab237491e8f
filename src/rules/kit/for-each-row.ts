import type { MeetingTable } from '../../message/meeting-tables';
import type { Message } from '../../message/message';
import type { Recipient } from '../../message/recipient';
import { checkRows, checkTables } from '../check-rows';
import type { Copies, Placed, RowProblem, TablesResult } from '../check-rows';
import type { Problem } from '../rule';

/** Which rows to judge. */
export interface RowOptions {
  /** `organizer`: leaves out attendees' copies, because nothing keeps their answers up to date. Default `all`. */
  readonly copies?: Copies | undefined;
}

/** What a judging function returns: one problem, several, or undefined if all is well. */
export type Judgement<P> = P | readonly P[] | undefined;

/** The problems in what a judge gives. */
type ProblemIn<Given> = Given extends undefined ? never : Given extends readonly (infer P)[] ? P : Given;

/**
 * Judges each row of a recipient table, and of the tables of the exceptions of a series. A problem has a code, a
 * severity, the `cell` that is wrong, if there is one, and the values of its words; the function adds the person, the
 * path and the bytes. The result is `fail` if there are problems, `open` if rows may be missing, `not-applicable` if
 * there are no rows to judge, otherwise `pass`.
 */
export function forEachRow<const Given extends Judgement<RowProblem>>(
  message: Message,
  judge: (row: Recipient, message: Message) => Given,
  { copies }: RowOptions = {},
): TablesResult<Placed<ProblemIn<Given>>> {
  const listed = (row: Recipient, owner: Message): readonly RowProblem[] => listOf(judge(row, owner));
  return checkRows(message, listed, copies) as TablesResult<Placed<ProblemIn<Given>>>;
}

/** Judges each recipient table as a whole. A problem states its own path within the message. */
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
