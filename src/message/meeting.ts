import { addressesOf, representedAddresses, senderAddresses } from './address';
import { meetingItemOf } from './meeting-class';
import type { MeetingItem } from './meeting-class';
import type { Message } from './message';
import type { Recipient } from './recipient';

/** What a message is for meetings; an exception also by the attachment that holds it. */
export function itemOf(message: Message): MeetingItem | undefined {
  return message.kind === 'exception' ? 'exception' : meetingItemOf(message.messageClass);
}

/** Whether an exception belongs to the message that holds it, and is no item of its own. */
export function isPartOfSeries({ kind, parent }: Message): boolean {
  const series = kind === 'exception' && parent !== undefined ? itemOf(parent) : undefined;
  return series === 'appointment' || series === 'request' || series === 'cancellation';
}

/** The exceptions of a meeting, with their places in it. */
export function exceptionsOf(message: Message): { readonly exception: Message; readonly path: string }[] {
  return message.embedded.flatMap((exception, index) =>
    isPartOfSeries(exception) ? [{ exception, path: `embedded[${index}]` }] : [],
  );
}

/** Whether an appointment is one of one's own: it says so, and nobody is invited, to exceptions neither. */
export function isPrivateAppointment(message: Message): boolean {
  if (itemOf(message) !== 'appointment') return false;
  const flags = message.appointmentStateFlags;
  if (flags === undefined || flags.includes('meeting') || flags.includes('received')) return false;
  return invitesNobody(message) && exceptionsOf(message).every(({ exception }) => invitesNobody(exception));
}

function invitesNobody(message: Message): boolean {
  const senders = sendersOf(message);
  return message.recipients.every(
    (row) => row.flags?.includes('organizer') === true || hasAddress(row, senders),
  );
}

/** Whether a row says that it is the organizer's: by its flags or, on imported meetings, by its recipient type. */
export function isOrganizerRow(row: Recipient): boolean {
  return row.flags?.includes('organizer') === true || row.attendeeRole === 'organizer';
}

/** The addresses of the one who sends a message and of the one for whom it is sent; an exception's are its series'. */
export function sendersOf(message: Message): ReadonlySet<string> {
  const senders = new Set([...representedAddresses(message), ...senderAddresses(message)]);
  const series = message.kind === 'exception' ? message.parent : undefined;
  return senders.size === 0 && series !== undefined ? sendersOf(series) : senders;
}

/** Whether a row has one of the addresses that `sendersOf` gave. */
export function hasAddress(row: Recipient, addresses: ReadonlySet<string>): boolean {
  return addressesOf(row).some((address) => addresses.has(address));
}

/**
 * Whether a recipient is outside the Exchange organization, so that the message to them becomes MIME: any address
 * type but EX, or a remote user of the address book. Undefined: the row has no address type, so it does not say.
 */
export function isExternal(row: Recipient): boolean | undefined {
  if (row.displayType === 'remoteMailUser') return true;
  const type = row.addressType?.trim().toUpperCase();
  return type === undefined || type === '' ? undefined : type !== 'EX';
}
