import { messageProperties } from '../mapi/message-properties';
import type { Message } from './message';
import type { Recipient } from './recipient';

/**
 * What part of a meeting's life a message is: the calendar item (`appointment`), a changed occurrence of it
 * (`exception`), a request or cancellation on its way or sent, or an attendee's reply.
 */
export type MeetingItem = 'appointment' | 'exception' | 'request' | 'cancellation' | 'reply';

const prefixes: readonly (readonly [prefix: string, item: MeetingItem])[] = [
  ['ipm.appointment', 'appointment'],
  ['ipm.ole.class.{00061055-0000-0000-c000-000000000046}', 'exception'],
  ['ipm.schedule.meeting.request', 'request'],
  ['ipm.schedule.meeting.canceled', 'cancellation'],
  ['ipm.schedule.meeting.resp.', 'reply'],
];

/** What a message class means for meetings; undefined if nothing. Classes match by prefix, without case ([MS-OXOCAL] 2.2). */
export function meetingItemOf(messageClass: string | undefined): MeetingItem | undefined {
  const lower = messageClass?.toLowerCase();
  return prefixes.find(([prefix]) => lower?.startsWith(prefix))?.[1];
}

/**
 * Whose copy of a meeting a message is. Only the organizer's has current answers in its recipient table, and only
 * it is sent. `signal` names the property that told; `contradiction` if two disagree, `silence` if none is there.
 */
export interface MeetingCopy {
  readonly owner: 'organizer' | 'attendee' | 'unknown';
  readonly signal:
    | 'appointmentStateFlags'
    | 'responseStatus'
    | 'resource-row'
    | 'transport'
    | 'no-transport'
    | 'contradiction'
    | 'silence';
}

/** Tells the copy, for calendar items as [MS-OXOCAL] 2.2.1.10 and 2.2.1.11 say, for sent and received ones by transport. */
export function copyOf(message: Message): MeetingCopy {
  const item = meetingItemOf(message.messageClass);
  if (item === 'appointment' || item === 'exception') return copyOfCalendarItem(message);
  return copyOfSchedulingMessage(message);
}

/**
 * The sender itself marks a request as received and unanswered when it sends it ([MS-OXOCAL] 3.1.4.9.1), so neither
 * flag tells. What came through transport carries its traces.
 */
function copyOfSchedulingMessage({ properties }: Message): MeetingCopy {
  const traces = [
    messageProperties.receivedByEntryId,
    messageProperties.receivedByName,
    messageProperties.transportMessageHeaders,
  ];
  return traces.some((trace) => properties.state(trace) !== 'absent')
    ? { owner: 'attendee', signal: 'transport' }
    : { owner: 'organizer', signal: 'no-transport' };
}

function copyOfCalendarItem(message: Message): MeetingCopy {
  const byFlags = ownerByStateFlags(message.inherited('appointmentStateFlags'));
  const byStatus = ownerByResponseStatus(message.inherited('responseStatus'));
  if (byFlags !== undefined && byStatus !== undefined && byFlags !== byStatus) {
    return { owner: 'unknown', signal: 'contradiction' };
  }
  if (byFlags !== undefined) return { owner: byFlags, signal: 'appointmentStateFlags' };
  if (byStatus !== undefined) return { owner: byStatus, signal: 'responseStatus' };
  return hasResource(message)
    ? { owner: 'organizer', signal: 'resource-row' }
    : { owner: 'unknown', signal: 'silence' };
}

function ownerByStateFlags(flags: Message['appointmentStateFlags']): 'organizer' | 'attendee' | undefined {
  if (flags?.includes('received')) return 'attendee';
  return flags?.includes('meeting') ? 'organizer' : undefined;
}

function ownerByResponseStatus(status: Message['responseStatus']): 'organizer' | 'attendee' | undefined {
  if (status === 'organized') return 'organizer';
  const answers: readonly (typeof status)[] = ['tentative', 'accepted', 'declined', 'notResponded'];
  return answers.includes(status) ? 'attendee' : undefined;
}

/** Attendees' copies list no resources. */
function hasResource(message: Message): boolean {
  const rows =
    message.kind === 'exception' && message.parent
      ? [...message.recipients, ...message.parent.recipients]
      : message.recipients;
  return rows.some((row) => row.attendeeRole === 'resource');
}

/** Whether a calendar item is an appointment of one's own: it says so, and nobody is invited. */
export function isPrivateAppointment(message: Message): boolean {
  if (meetingItemOf(message.messageClass) !== 'appointment') return false;
  const flags = message.appointmentStateFlags;
  const saysMeeting = flags?.includes('meeting') === true || flags?.includes('received') === true;
  if (flags === undefined || saysMeeting) return false;
  const senders = sendersOf(message);
  return message.recipients.every(
    (row) => row.flags?.includes('organizer') === true || hasAddress(row, senders),
  );
}

/** The addresses of the one who sends a message and of the one for whom it is sent; an exception's are its series'. */
export function sendersOf(message: Message): ReadonlySet<string> {
  const { sentRepresentingEmailAddress, sentRepresentingSmtpAddress, senderEmailAddress, senderSmtpAddress } =
    message;
  const all = [
    sentRepresentingEmailAddress,
    sentRepresentingSmtpAddress,
    senderEmailAddress,
    senderSmtpAddress,
  ];
  const senders = new Set(all.flatMap((address) => (address ? [normalise(address)] : [])));
  const series = message.kind === 'exception' ? message.parent : undefined;
  return senders.size === 0 && series !== undefined ? sendersOf(series) : senders;
}

/** Whether a row has one of the addresses that `sendersOf` gave. */
export function hasAddress(row: Recipient, addresses: ReadonlySet<string>): boolean {
  return [row.emailAddress, row.smtpAddress].some(
    (address) => address !== undefined && addresses.has(normalise(address)),
  );
}

function normalise(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * Whether a recipient is outside the Exchange organization, so that the message to them becomes MIME: any address
 * type but EX, or a remote user of the address book. A row without address type is not called external.
 */
export function isExternal(row: Recipient): boolean {
  const type = row.addressType?.trim().toUpperCase();
  return (type !== undefined && type !== '' && type !== 'EX') || row.displayType === 'remoteMailUser';
}
