import { addressesOf, addressOf, representedAddresses, senderAddresses } from './address';
import { isOrganizerMail, meetingItemOf } from './meeting-class';
import type { MeetingItem } from './meeting-class';
import type { Message } from './message';
import type { Recipient } from './recipient';

/** What a message is for meetings; an exception also by the attachment that holds it. */
export function itemOf(message: Pick<Message, 'kind' | 'messageClass'>): MeetingItem | undefined {
  return message.kind === 'exception' ? 'exception' : meetingItemOf(message.messageClass);
}

/** Whether an exception belongs to the message that holds it, and is no item of its own. */
export function isPartOfSeries({ kind, parent }: Message): boolean {
  const series = kind === 'exception' && parent !== undefined ? itemOf(parent) : undefined;
  return series === 'appointment' || isOrganizerMail(series);
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

/** Whether a row is the organizer's according to its flags or, on imported meetings, its recipient type. */
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

/** DT_REMOTE_MAILUSER, a user of another organization. */
const REMOTE_MAIL_USER = 6;

/**
 * Whether a recipient is outside the Exchange organization, so that the message to them becomes MIME: an SMTP address, or
 * a remote user of the address book. Undefined: the row does not say. A distribution list may have members outside; types
 * such as X400, FAX or NOTES go through connectors, of which no source says whether they convert; UNKNOWN is what Outlook
 * writes without a profile, and MAPIPDL a list in somebody's contacts.
 */
export function isExternal(row: Recipient): boolean | undefined {
  const { displayType, displayTypeEx = 0 } = row;
  // the low byte of PidTagDisplayTypeEx is the type by which the organizer's own organization lists them: [MS-OXOABK] 2.2.3.12
  if (displayType === 'remoteMailUser' || (displayTypeEx & 0xff) === REMOTE_MAIL_USER) return true;
  const type = addressOf(row).addressType?.trim().toUpperCase();
  if (type === 'SMTP') return true;
  return type === 'EX' && !lists.has(displayType) ? false : undefined;
}

/** Display types of what has members. */
const lists: ReadonlySet<Recipient['displayType']> = new Set<Recipient['displayType']>([
  'distributionList',
  'forum',
  'organization',
  'privateDistributionList',
  'securityDistributionList',
]);
