import { checkArgument, checkOptions } from '../../arguments/check';
import type { OptionKinds } from '../../arguments/check';
import { aText } from '../../arguments/kinds';
import type { Severity } from '../../damage/damage';
import { decodeGlobalObjectId } from '../../mapi/structures/global-object-id';
import { aMessage } from '../../message/given-message';
import { itemOf } from '../../message/meeting';
import { copyOf } from '../../message/meeting-copy';
import { undatedObjectId } from '../../message/meeting-identity';
import type { Message } from '../../message/message';
import { personOf } from '../check-rows';
import { who } from '../wording';
import { compareAnswer, rowOfAttendee } from './answer';
import type { AttendeeRow } from './answer';
import { areRecurrencesWhole, describeRecurrence } from './recurrence';
import { differenceMessages, reasonMessages } from './wording';
import type { ComparisonReasonCode, DifferenceCode } from './wording';

/** A difference between two copies of a meeting. */
export interface CopyDifference {
  readonly code: DifferenceCode;
  readonly severity: Severity;
  /** The place in the organizer's copy, such as `recipients[1].trackStatus`. */
  readonly organizerPath: string;
  /** The place in the attendee's copy. */
  readonly attendeePath: string;
  /** The value in the organizer's copy, in words; `attendee` is that in the attendee's copy. */
  readonly organizer: string;
  readonly attendee: string;
  readonly message: string;
}

/** Why something was not compared. */
export interface ComparisonReason {
  readonly code: ComparisonReasonCode;
  readonly message: string;
}

/** The result of comparing two copies of a meeting. */
export interface CopyComparison {
  /** `open`: nothing differs, but not everything could be compared; `not-comparable`: the reasons say why. */
  readonly outcome: 'same' | 'different' | 'open' | 'not-comparable';
  readonly reasons: readonly ComparisonReason[];
  readonly differences: readonly CopyDifference[];
}

/** Whose copy `compareCopies` compares with the organizer's. */
export interface CompareOptions {
  /** The attendee whose copy it is, by an address in the organizer's table. Default: the mailbox that received it. */
  readonly attendee?: string | undefined;
}

/**
 * Compares the organizer's copy of a meeting with an attendee's: tracking status, time, place, recurrence,
 * cancellation.
 */
export function compareCopies(
  organizer: Message,
  attendee: Message,
  options: CompareOptions = {},
): CopyComparison {
  checkArgument('compareCopies', "The organizer's copy", organizer, aMessage);
  checkArgument('compareCopies', "The attendee's copy", attendee, aMessage);
  checkOptions('compareCopies', options, { attendee: aText } satisfies OptionKinds<CompareOptions>);
  const obstacle = obstacleTo(organizer, attendee);
  if (obstacle !== undefined)
    return { outcome: 'not-comparable', reasons: [reason(obstacle)], differences: [] };
  const row = rowOfAttendee(organizer, attendee, options.attendee);
  const isOccurrence = isOneOccurrence(attendee) && !isOneOccurrence(organizer);
  const doubts = [
    ...(areIdentified(organizer, attendee) ? [] : [reason('identity-unknown')]),
    ...(row === undefined ? [noRow(options.attendee)] : []),
    ...recurrenceDoubts(organizer, attendee, isOccurrence),
  ];
  const pair = { organizer, attendee, name: row ? who(personOf(row.row)) : 'the attendee' };
  const differences = [
    ...compareState(pair),
    ...(isOccurrence ? [] : [...compareTimes(pair), ...compareRecurrence(pair)]),
    ...compareLocation(pair),
    ...(row === undefined ? [] : compareStatus(pair, row)),
  ];
  const outcome = differences.length > 0 ? 'different' : outcomeOf(doubts);
  return { outcome, reasons: doubts, differences };
}

/** Why times and recurrence were not compared, or not all that they say. */
function recurrenceDoubts(organizer: Message, attendee: Message, isOccurrence: boolean): ComparisonReason[] {
  if (isOccurrence) return [reason('occurrence-only')];
  return areRecurrencesWhole(organizer, attendee) ? [] : [reason('recurrence-unreadable')];
}

/** Why there is no row of the attendee: nobody was named, or somebody who is not in the table. */
function noRow(attendee: string | undefined): ComparisonReason {
  return attendee === undefined ? reason('attendee-unknown') : reason('attendee-not-in-table', { attendee });
}

function outcomeOf(doubts: readonly ComparisonReason[]): 'same' | 'open' {
  return doubts.length > 0 ? 'open' : 'same';
}

function reason(code: ComparisonReasonCode, values = { attendee: '' }): ComparisonReason {
  const words: (values: { attendee: string }) => string = reasonMessages[code];
  return { code, message: words(values) };
}

interface Pair {
  readonly organizer: Message;
  readonly attendee: Message;
  /** The attendee, in words. */
  readonly name: string;
}

type Path = string | readonly [organizer: string, attendee: string];

function difference(
  pair: Pair,
  code: DifferenceCode,
  path: Path,
  values: readonly [string, string],
  severity: Severity = 'warning',
): CopyDifference {
  const [organizer, attendee] = values;
  const [organizerPath, attendeePath] = typeof path === 'string' ? [path, path] : path;
  const message = differenceMessages[code]({ who: pair.name, organizer, attendee });
  return { code, severity, organizerPath, attendeePath, organizer, attendee, message };
}

function obstacleTo(organizer: Message, attendee: Message): ComparisonReasonCode | undefined {
  if (!isMeeting(organizer) || !isMeeting(attendee)) return 'not-a-meeting';
  if (copyOf(organizer).owner === 'attendee') return 'not-the-organizers-copy';
  if (copyOf(attendee).owner === 'organizer') return 'not-an-attendees-copy';
  const [one, other] = [identityOf(organizer), identityOf(attendee)];
  return one !== undefined && other !== undefined && one !== other ? 'different-meetings' : undefined;
}

function isMeeting(message: Message): boolean {
  const item = itemOf(message);
  return item !== undefined && item !== 'reply';
}

function identityOf({ cleanGlobalObjectId, globalObjectId }: Message): string | undefined {
  const bytes = cleanGlobalObjectId ?? globalObjectId;
  return bytes && undatedObjectId(bytes);
}

function areIdentified(...messages: readonly Message[]): boolean {
  return messages.every((message) => identityOf(message) !== undefined);
}

function isOneOccurrence({ globalObjectId }: Message): boolean {
  return (globalObjectId && decodeGlobalObjectId(globalObjectId))?.exceptionDate !== undefined;
}

function isCanceled(message: Message): boolean {
  return itemOf(message) === 'cancellation' || message.appointmentStateFlags?.includes('canceled') === true;
}

function compareState(pair: Pair): CopyDifference[] {
  const [here, there] = [isCanceled(pair.organizer), isCanceled(pair.attendee)];
  const states = [here, there].map((canceled) => (canceled ? 'canceled' : 'live'));
  const values = [states[0] ?? '', states[1] ?? ''] as const;
  if (here && !there)
    return [difference(pair, 'cancellation-not-received', 'appointmentStateFlags', values, 'error')];
  if (there && !here)
    return [difference(pair, 'canceled-for-attendee-only', 'appointmentStateFlags', values)];
  const [own, theirs] = [pair.organizer.sequence ?? 0, pair.attendee.sequence ?? 0];
  if (own === theirs) return [];
  return own > theirs
    ? [difference(pair, 'update-not-received', 'sequence', [String(own), String(theirs)])]
    : [difference(pair, 'attendee-ahead', 'sequence', [String(own), String(theirs)], 'info')];
}

function compareTimes(pair: Pair): CopyDifference[] {
  const times = [
    ['appointmentStart', 'start-differs'],
    ['appointmentEnd', 'end-differs'],
  ] as const;
  return times.flatMap(([name, code]) => {
    const [own, theirs] = [pair.organizer[name], pair.attendee[name]];
    if (own === undefined || theirs === undefined || own.ticks === theirs.ticks) return [];
    return [difference(pair, code, name, [own.toString(), theirs.toString()])];
  });
}

function compareLocation(pair: Pair): CopyDifference[] {
  const [own, theirs] = [pair.organizer.location?.trim() ?? '', pair.attendee.location?.trim() ?? ''];
  return own === theirs
    ? []
    : [difference(pair, 'location-differs', 'location', [own || '(none)', theirs || '(none)'])];
}

function compareRecurrence(pair: Pair): CopyDifference[] {
  const [own, theirs] = [describeRecurrence(pair.organizer), describeRecurrence(pair.attendee)];
  if (own === undefined || theirs === undefined) return [];
  if (own.pattern !== theirs.pattern)
    return [difference(pair, 'recurrence-differs', 'appointmentRecurrence', [own.pattern, theirs.pattern])];
  if (own.exceptions === theirs.exceptions) return [];
  // an attendee need not be invited to every exception
  const values = [own.exceptions, theirs.exceptions] as const;
  return [difference(pair, 'exceptions-differ', 'appointmentRecurrence', values, 'info')];
}

function compareStatus(pair: Pair, { row, index }: AttendeeRow): CopyDifference[] {
  const code = compareAnswer(row, pair.attendee);
  if (code === undefined) return [];
  const values = [row.trackStatus ?? 'no status', pair.attendee.responseStatus ?? 'no status'] as const;
  return [difference(pair, code, [`recipients[${index}].trackStatus`, 'responseStatus'], values)];
}
