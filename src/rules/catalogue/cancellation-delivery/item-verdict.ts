// A change of a verdict is made here, in test/rules/catalogue/cancellation-matrix.test.ts and in its oracle,
// test/support/verdict-oracle.ts, which works the same out without this code.

import type { FileTime } from '../../../mapi/values/file-time';
import { exceptionsOf, isExternal, sendersOf } from '../../../message/meeting';
import { lastSendingOf } from '../../../message/last-sending';
import { copyOf } from '../../../message/meeting-copy';
import type { MeetingCopy } from '../../../message/meeting-copy';
import type { Message } from '../../../message/message';
import { occurrenceOf } from '../../../message/occurrence';
import { exceptionDamage, tableDamage } from '../../../message/lost-properties';
import { exceptionsLeftOut, isClassNotCaptured, tableLeftOut } from '../../../message/not-captured';
import { isOfLaterOutlook } from '../../../message/outlook-version';
import type { Recipient } from '../../../message/recipient';
import { joinPath } from '../../../damage/path';
import { personOf } from '../../check-rows';
import type { Person, Verdict } from '../../rule';
import { distinctPeople } from '../../unreached';
import { gravest } from '../../verdicts';
import { judgeRow } from './row-verdict';
import type { RowContext, RowJudgement, RowVerdict } from './row-verdict';
import { isOfMessage } from './weighed-evidence';
import type { WeighedEvidence } from './weighed-evidence';

/** A row of a table with its judgement. */
export interface JudgedRow extends RowJudgement {
  readonly row: Recipient;
  /** Where it stands in the item, such as `embedded[0].recipients[3]`. */
  readonly path: string;
  /** Undefined: the row does not say. */
  readonly external: boolean | undefined;
  /** When the exception begins whose table has it; undefined: the table is the item's own, or nothing says when. */
  readonly occurrence: string | undefined;
}

/** What of an item an export leaves out without which it cannot be judged. */
export type MissingPart = 'trackStatusTime' | 'trackStatus' | 'recipients' | 'exceptions' | 'properties';

/** The recipient table of a meeting, or of one exception to it: what is sent is sent to one table. */
export interface JudgedTable {
  readonly path: string;
  readonly copy: MeetingCopy;
  readonly rows: readonly JudgedRow[];
  /** Why rows, cells or whole exceptions may be missing. */
  readonly damage: readonly string[];
  /** What an export would have to show beside what it does. */
  readonly missing: readonly MissingPart[];
  readonly evidence: WeighedEvidence;
  /** Whether it is a request or a cancellation that was submitted, rather than what one is made from. */
  readonly isSentCopy: boolean;
  /** Whether the item is of an Outlook that cannot belong to Exchange 2003. */
  readonly isOfLaterOutlook: boolean;
}

/** The tables of an item: its own, and those of the exceptions to it. */
export function judgeTables(item: Message, evidence: WeighedEvidence, isInSentItems: boolean): JudgedTable[] {
  const isSentCopy = lastSendingOf(item)?.by === 'clientSubmitTime';
  const known = { evidence, isInSentItems, isSentCopy, isOfLaterOutlook: isOfLaterOutlook(item) };
  const exceptions = exceptionsOf(item).map(({ exception, path }) =>
    judgeTable(exception, path, tableDamage(exception), known),
  );
  const damage = [...tableDamage(item), ...exceptionDamage(item)];
  return [judgeTable(item, '', damage, known), ...exceptions];
}

function judgeTable(
  message: Message,
  path: string,
  damage: readonly string[],
  known: Pick<JudgedTable, 'evidence' | 'isSentCopy' | 'isOfLaterOutlook'> & {
    readonly isInSentItems: boolean;
  },
): JudgedTable {
  const copy = copyOf(message, known.isInSentItems);
  const senders = sendersOf(message);
  const occurrence = occurrenceOf(message);
  const { answers } = known.evidence;
  const silent: RowContext = { copy, senders, hasAnswered: false, savedTime: undefined };
  const contextOf = (row: Recipient): RowContext => ({
    ...silent,
    hasAnswered: answers.some(({ hasAnswered }) => hasAnswered(row)),
    savedTime: savedTimeOf(row, answers),
  });
  const rows = message.recipients.map((row, index): JudgedRow => {
    const { verdict, code } = judgeRow(row, answers.length === 0 ? silent : contextOf(row));
    return {
      verdict,
      code,
      row,
      path: joinPath(path, `recipients[${index}]`),
      external: isExternal(row),
      occurrence,
    };
  });
  return { path, copy, rows, damage, missing: missingIn(message, copy, rows), ...known };
}

/** What of a message an export leaves out without which it cannot be judged. */
function missingIn(message: Message, { signal }: MeetingCopy, rows: readonly JudgedRow[]): MissingPart[] {
  const isMissing = (code: RowJudgement['code']): boolean => rows.some((row) => row.code === code);
  const missing: MissingPart[] = [];
  if (isMissing('track-status-time-not-captured')) missing.push('trackStatusTime');
  if (isMissing('track-status-not-captured')) missing.push('trackStatus');
  if (tableLeftOut(message).length > 0) missing.push('recipients');
  if (exceptionsLeftOut(message).length > 0) missing.push('exceptions');
  if (isClassNotCaptured(message) || signal === 'not-captured') missing.push('properties');
  return missing;
}

/** The time of a row by saved meetings: a zero of any of them counts. */
function savedTimeOf(row: Recipient, answers: WeighedEvidence['answers']): FileTime | undefined {
  const times = answers.flatMap(({ savedTime }) => savedTime(row) ?? []);
  return times.find(({ kind }) => kind === 'zero') ?? times[0];
}

/** Those outside the organization to whom the table's message goes. */
export function externalRows({ rows }: JudgedTable): JudgedRow[] {
  return rows.filter(({ verdict, external }) => external === true && verdict !== 'not-judged');
}

/** Those to whom the table's message goes and of whom it is not known whether they are outside. */
export function unplacedRows({ rows }: JudgedTable): JudgedRow[] {
  return rows.filter(({ verdict, external }) => external === undefined && verdict !== 'not-judged');
}

/** The people outside whom some tables do not reach; who is in several comes once, to whom it was handed over not at all. */
export function externalPeople(tables: readonly JudgedTable[]): Person[] {
  const missed = tables.flatMap((table) =>
    externalRows(table).filter(({ row }) => !table.evidence.tracked.some((each) => each.isHandedOver(row))),
  );
  return distinctPeople(missed.map(({ row }) => personOf(row)));
}

/** What a table says by itself: its worst row wins. */
export function verdictOnTable(table: JudgedTable): Verdict {
  if (has(table, 'defect')) return verdictOnDefect(table);
  const isDoubtful = has(table, 'suspect') || has(table, 'status-lost') || unjudgedZeros(table).length > 0;
  if (isDoubtful || isUnreadableButFailing(table)) return 'possible';
  const isReadable = table.damage.length === 0 && !has(table, 'undetermined');
  return table.copy.owner === 'organizer' && isReadable ? 'unlikely' : 'undetermined';
}

function verdictOnDefect(table: JudgedTable): Verdict {
  const isSentOutside = table.copy.owner === 'organizer' && externalRows(table).length > 0;
  if (!isSentOutside) return 'possible';
  if (isHandedOver(table)) return isSeenToFail(table) ? 'likely' : 'unlikely';
  if (isSeenToFail(table)) return 'confirmed';
  return table.isOfLaterOutlook ? 'possible' : 'likely';
}

/** The rows that are not judged and hold the zero all the same, which cannot be converted either. */
export function unjudgedZeros({ copy, rows }: JudgedTable): JudgedRow[] {
  if (copy.owner === 'attendee') return [];
  return rows.filter(({ verdict, row }) => verdict === 'not-judged' && row.trackStatusTime?.kind === 'zero');
}

/** Whether evidence that can only be about a message to this table shows that it was not sent. */
export function isSeenToFail({ rows, evidence: { eventBy, reports, tracked } }: JudgedTable): boolean {
  if (isOfMessage(eventBy)) return true;
  // an event of the window together with a second piece about the same message
  const isInWindow = eventBy === 'time' || eventBy === 'time-in-zone';
  return rows.some(
    ({ row }) =>
      reports.some(({ names }) => names(row)) ||
      tracked.some((each) => each.isKept(row) || (isInWindow && each.isWaiting(row))),
  );
}

/** Whether a log shows that the message was handed to a server outside for everybody out there, so that nothing kept it. */
export function isHandedOver(table: JudgedTable): boolean {
  const { tracked } = table.evidence;
  const outside = externalRows(table);
  return outside.length > 0 && outside.every(({ row }) => tracked.some((each) => each.isHandedOver(row)));
}

/** Whether the rows cannot tell, but something of the item was seen to fail as the defect does. */
export function isUnreadableButFailing(table: JudgedTable): boolean {
  const hasLostCells = table.damage.length > 0 && table.copy.owner !== 'attendee';
  const { eventBy } = table.evidence;
  const isOfWindow = eventBy !== undefined && eventBy !== 'time-without-zone';
  return isOfWindow && (has(table, 'undetermined') || hasLostCells);
}

/** The verdict on an item: that of its worst table, and none on an item without a row. */
export function judgeItem(tables: readonly JudgedTable[]): Verdict {
  if (tables.every(({ rows }) => rows.length === 0)) return 'undetermined';
  return gravest(tables.map(verdictOnTable)) ?? 'unlikely';
}

export function has({ rows }: JudgedTable, verdict: RowVerdict): boolean {
  return rows.some((row) => row.verdict === verdict);
}
