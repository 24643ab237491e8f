import type { Severity } from '../damage/damage';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import { exceptionDamage, tableDamage } from '../message/lost-properties';
import { copyOf } from '../message/meeting-copy';
import { tablesOf } from '../message/meeting-tables';
import type { MeetingTable } from '../message/meeting-tables';
import type { Message } from '../message/message';
import { columnsLeftOut } from '../message/not-captured';
import type { Recipient } from '../message/recipient';
import { joinPath } from '../damage/path';
import { judged, notAMeeting, notApplicable } from './check-result';
import type { CheckResult, Observation, Problem, Values } from './rule';

/** What is wrong with one row. Whose row it is, where and which bytes, `checkRows` adds. */
export interface RowProblem {
  readonly code: string;
  readonly severity: Severity;
  /** The cell that is wrong; left out: the row as a whole, or a cell that is not there. */
  readonly cell?: keyof typeof recipientProperties;
  readonly values?: Values;
}

/** Judges a row of a message's recipient table. */
export type RowJudge = (row: Recipient, message: Message) => readonly RowProblem[];

/** What a judge gives for a row that is as it should be. */
export const sound: readonly RowProblem[] = [];

/** Which copies of a meeting are judged: `organizer` leaves out attendees', whose rows nobody keeps up to date. */
export type Copies = 'all' | 'organizer';

/** Judges every row of a meeting and of its exceptions, once. */
export function checkRows(message: Message, judge: RowJudge, copies: Copies = 'all'): CheckResult {
  return checkTables(message, (table) => judgeTable(table, judge), copies);
}

/** Judges the recipient tables of a meeting: its own and those of its exceptions. */
export function checkTables(
  message: Message,
  judge: (table: MeetingTable) => readonly Problem[],
  copies: Copies = 'all',
): CheckResult {
  const excluded = notAMeeting(message);
  if (excluded !== undefined) return excluded;
  const tables = tablesOf(message).filter(
    (table) => copies === 'all' || copyOf(table.message).owner !== 'attendee',
  );
  if (tables.length === 0) return notApplicable('attendee-copy');
  const doubts = doubtsOf(message, tables);
  const isEmpty = tables.every((table) => table.message.recipients.length === 0);
  if (isEmpty && doubts.length === 0) return notApplicable('no-rows');
  return judged('the rows of the recipient table', tables.flatMap(judge), doubts);
}

function judgeTable({ message, path }: MeetingTable, judge: RowJudge): Problem[] {
  const problems: Problem[] = [];
  message.recipients.forEach((row, index) => {
    for (const problem of judge(row, message))
      problems.push(placed(problem, row, joinPath(path, `recipients[${index}]`)));
  });
  return problems;
}

function placed({ code, severity, cell, values }: RowProblem, row: Recipient, path: string): Problem {
  const origin = cell && row.properties.raw(recipientProperties[cell])?.origin;
  return {
    code,
    severity,
    path: cell === undefined ? path : `${path}.${cell}`,
    values: { ...personOf(row), ...values },
    origin,
  };
}

/** A row's name and address, for messages. */
export function personOf(row: Recipient): Values {
  return { name: row.displayName, address: row.smtpAddress ?? row.emailAddress };
}

/** Why rows of these tables, or whole exceptions, may be missing: the first damage of either kind. */
export function doubtsOf(item: Message, tables: readonly MeetingTable[]): Observation[] {
  const doubts: Observation[] = [];
  for (const { message, path } of tables) {
    const [damage] = tableDamage(message);
    if (damage === undefined) continue;
    doubts.push({ code: 'table-damaged', path, values: { damage } });
    break;
  }
  const columns = [...new Set(tables.flatMap(({ message }) => columnsLeftOut(message)))];
  if (columns.length > 0)
    doubts.push({ code: 'columns-not-captured', path: '', values: { columns: columns.join(', ') } });
  const [damage] = exceptionDamage(item);
  if (damage !== undefined) doubts.push({ code: 'table-damaged', path: '', values: { damage } });
  return doubts;
}
