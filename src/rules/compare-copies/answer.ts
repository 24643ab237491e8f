import { addressesOf, normaliseAddress } from '../../message/address';
import { isAnswer } from '../../message/answer';
import { isOrganizerRow } from '../../message/meeting';
import type { Message } from '../../message/message';
import type { Recipient } from '../../message/recipient';

/** A row of the organizer's table with its number. */
export interface AttendeeRow {
  readonly row: Recipient;
  readonly index: number;
}

/**
 * The row of the one whose copy it is: by the address the caller gives, by the mailbox that received it, or because there
 * is but one attendee.
 */
export function rowOfAttendee(
  organizer: Message,
  attendee: Message,
  address?: string,
): AttendeeRow | undefined {
  const rows = organizer.recipients.map((row, index) => ({ row, index }));
  const given = address ?? attendee.receivedBySmtpAddress ?? attendee.receivedByEmailAddress;
  if (given !== undefined && given.trim() !== '') {
    const wanted = normaliseAddress(given);
    return rows.find(({ row }) => addressesOf(row).includes(wanted));
  }
  const attendees = rows.filter(({ row }) => !isOrganizerRow(row));
  return attendees.length === 1 ? attendees[0] : undefined;
}

/** What came of an answer between the two copies; undefined: both know the same. */
export function compareAnswer(
  { trackStatus = 'none' }: Recipient,
  { responseStatus }: Message,
): 'answer-not-received' | 'answer-not-given' | undefined {
  if (responseStatus === undefined || responseStatus === trackStatus) return undefined;
  if (isAnswer(responseStatus)) return 'answer-not-received';
  return isAnswer(trackStatus) ? 'answer-not-given' : undefined;
}
