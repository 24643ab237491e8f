import { addressOf } from '../message/address';
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
import { judged, notApplicable } from './check-result';
import type { ReasonWith, ResultWith, Sound } from './check-result';
import type { PlaceholdersOf, SharedReason, WithValues, Wording } from './messages';
import type { Problem, Values } from './rule';
import { columnNames } from './wording';
import type { Person } from './rule';

/** A problem with one row, in the words of a rule. `forEachRow` adds the person, the path and the bytes. */
export type RowProblemOf<M extends Wording> = {
  [Code in keyof M & string]: {
    readonly code: Code;
    readonly severity: Severity;
    /** The wrong cell; absent if the row as a whole is wrong, or the cell is missing. */
    readonly cell?: keyof typeof recipientProperties;
  } & WithValues<Omit<PlaceholdersOf<M[Code]>, keyof Person>>;
}[keyof M & string];

/** The same of any rule. */
export interface RowProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly cell?: keyof typeof recipientProperties;
  readonly values?: Values | undefined;
}

/** A problem of a row with what `checkRows` adds. */
export type Placed<Found extends RowProblem> = Found extends RowProblem
  ? Omit<Found, 'cell' | 'values'> &
      Pick<Problem, 'path' | 'origin' | 'person'> & {
        readonly values: Person & (Found extends { readonly values: infer V } ? V : Values);
      }
  : never;

/** What a judge gives for a row that is as it should be. */
export const sound: readonly never[] = [];

/**
 * Which copies of a meeting to judge: `organizer` leaves out attendees' copies, because nothing keeps their rows up to
 * date.
 */
export type Copies = 'all' | 'organizer';

/** Judges every row of a meeting and of its exceptions, once. */
export function checkRows<Found extends RowProblem>(
  message: Message,
  judge: (row: Recipient, message: Message) => readonly Found[],
  copies: Copies = 'all',
): TablesResult<Placed<Found>> {
  return checkTables(message, (table) => judgeTable(table, judge), copies);
}

/** What the check of tables gives. */
export type TablesResult<Found extends Problem> =
  ResultWith<Doubt | Sound, Found> | ResultWith<ReasonWith<'attendee-copy' | 'no-rows', undefined>, never>;

/** Judges the recipient tables of a meeting: its own and those of its exceptions. */
export function checkTables<Found extends Problem>(
  message: Message,
  judge: (table: MeetingTable) => readonly Found[],
  copies: Copies = 'all',
): TablesResult<Found> {
  const tables = tablesOf(message).filter(
    (table) => copies === 'all' || copyOf(table.message).owner !== 'attendee',
  );
  if (tables.length === 0) return notApplicable('attendee-copy');
  const doubts = doubtsOf(message, tables);
  const isEmpty = tables.every((table) => table.message.recipients.length === 0);
  if (isEmpty && doubts.length === 0) return notApplicable('no-rows');
  return judged('the rows of the recipient table', tables.flatMap(judge), doubts);
}

function judgeTable<Found extends RowProblem>(
  { message, path }: MeetingTable,
  judge: (row: Recipient, message: Message) => readonly Found[],
): Placed<Found>[] {
  const problems: Placed<Found>[] = [];
  message.recipients.forEach((row, index) => {
    for (const problem of judge(row, message))
      problems.push(placed(problem, row, joinPath(path, `recipients[${index}]`)));
  });
  return problems;
}

function placed<Found extends RowProblem>(
  { cell, ...problem }: Found,
  row: Recipient,
  path: string,
): Placed<Found> {
  const origin = cell && row.properties.raw(recipientProperties[cell])?.origin;
  const person = personOf(row);
  const at = { path: cell === undefined ? path : `${path}.${cell}`, origin, person };
  return { ...problem, ...at, values: { ...person, ...problem.values } } as unknown as Placed<Found>;
}

/** The name and address of a row's recipient, for messages. */
export function personOf(row: Recipient): Person {
  const { smtpAddress, emailAddress } = addressOf(row);
  return { name: row.displayName, address: smtpAddress ?? emailAddress };
}

/** A doubt about rows that may be missing. */
export type Doubt = Extract<SharedReason, { code: 'table-damaged' | 'columns-not-captured' }>;

/** Why rows of these tables, or whole exceptions, may be missing: the first damage of either kind. */
export function doubtsOf(item: Message, tables: readonly MeetingTable[]): Doubt[] {
  const doubts: Doubt[] = [];
  for (const { message, path } of tables) {
    const [damage] = tableDamage(message);
    if (damage === undefined) continue;
    doubts.push({ code: 'table-damaged', path, values: { damage } });
    break;
  }
  const left = new Set(tables.flatMap(({ message }) => columnsLeftOut(message)));
  const columns = [...left].map((name) => columnNames[name]).join(', ');
  if (left.size > 0) doubts.push({ code: 'columns-not-captured', path: '', values: { columns } });
  const [damage] = exceptionDamage(item);
  if (damage !== undefined) doubts.push({ code: 'table-damaged', path: '', values: { damage } });
  return doubts;
}
