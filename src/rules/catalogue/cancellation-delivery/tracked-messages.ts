import { normaliseMessageId } from '../../../evidence/tracking/tracking-log';
import type { TrackingLog } from '../../../evidence/tracking/tracking-log';
import { addressesOf, normaliseAddress } from '../../../message/address';
import { lastSendingOf } from '../../../message/last-sending';
import { isExternal, isOrganizerRow, sendersOf } from '../../../message/meeting';
import { isUpdateSubject } from '../../../message/meeting-subject';
import { tablesOf } from '../../../message/meeting-tables';
import type { Message } from '../../../message/message';

/** The event of a message that was submitted from the store. */
const SUBMITTED = 1027;
const TICKS_PER_MINUTE = 600_000_000n;

/** The messages in a log that are the item's, by MSGID; undefined: the item does not say what to look for. */
export function messagesOf({ events, byMessage }: TrackingLog, item: Message): Set<string> | undefined {
  const { messageId } = item;
  if (messageId !== undefined) {
    const wanted = normaliseMessageId(messageId);
    return new Set(byMessage.has(wanted) ? [wanted] : []);
  }
  const sending = lastSendingOf(item);
  if (sending === undefined || sending.by === 'lastModificationTime') return undefined;
  const senders = new Set([
    ...sendersOf(item),
    ...item.recipients.filter(isOrganizerRow).flatMap(addressesOf),
  ]);
  const recipients = externalAddresses(item);
  const submissions = events.filter(
    ({ event, time, sender, subject, recipient }) =>
      event === SUBMITTED &&
      isSameMinute(time.ticks, sending.time.ticks) &&
      (sender === undefined || senders.has(normaliseAddress(sender))) &&
      recipient !== undefined &&
      recipients.has(normaliseAddress(recipient)) &&
      isUpdateSubject(subject, item) !== false,
  );
  return new Set(submissions.map(({ messageId }) => normaliseMessageId(messageId)));
}

function isSameMinute(one: bigint, other: bigint): boolean {
  const between = one / TICKS_PER_MINUTE - other / TICKS_PER_MINUTE;
  return between >= -1n && between <= 1n;
}

/** The addresses of those outside the organization, in every table of the item. */
export function externalAddresses(item: Message): Set<string> {
  const rows = tablesOf(item).flatMap(({ message }) => message.recipients);
  return new Set(rows.filter((row) => isExternal(row) === true).flatMap(addressesOf));
}
