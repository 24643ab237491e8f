import { messageProperties } from '../mapi/definitions/message-properties';
import { itemOf } from './meeting';
import { isOrganizerMail } from './meeting-class';
import type { Message } from './message';
import { hasLostProperties } from './lost-properties';

/**
 * Whose copy of a meeting a message is. Only the organizer's copy has current answers in its recipient table, and
 * Exchange sends only that copy. `signal` is what shows it: a property, the folder, a resource row or traces of
 * transport. If the owner is unknown: `contradiction`: two properties disagree; `silence`: there is no such property;
 * `damage`: it may have been lost; `not-captured`: an export left it out.
 */
export interface MeetingCopy {
  readonly owner: 'organizer' | 'attendee' | 'unknown';
  readonly signal:
    | 'folder'
    | 'appointmentStateFlags'
    | 'responseStatus'
    | 'resource-row'
    | 'transport'
    | 'no-transport'
    | 'contradiction'
    | 'silence'
    | 'damage'
    | 'not-captured';
}

/**
 * Determines whose copy a message is: a request or cancellation in Sent Items is the organizer's; for calendar items,
 * the properties of [MS-OXOCAL] 2.2.1.10 and 2.2.1.11 decide; for other sent and received messages, traces of
 * transport.
 */
export function copyOf(message: Message, isInSentItems = false): MeetingCopy {
  const item = itemOf(message);
  if (isInSentItems && isOrganizerMail(item)) return { owner: 'organizer', signal: 'folder' };
  if (item === 'appointment') return byOwnSignals(message);
  return item === 'exception' ? copyOfException(message, isInSentItems) : byTransport(message);
}

/** What an exception does not set it inherits from its series, the role included. */
function copyOfException(exception: Message, isInSentItems: boolean): MeetingCopy {
  const series = exception.parent;
  if (series === undefined) return byOwnSignals(exception);
  const isSilent = exception.appointmentStateFlags === undefined && exception.responseStatus === undefined;
  const isOfCalendarItem = itemOf(series) === 'appointment';
  if (itemOf(series) === undefined || (isOfCalendarItem && !isSilent)) return byOwnSignals(exception);
  const inherited = copyOf(series, isInSentItems);
  return inherited.signal === 'silence' ? byOwnSignals(exception) : inherited;
}

/**
 * The sender itself marks a request as received and unanswered when it sends it ([MS-OXOCAL] 3.1.4.9.1), so neither
 * flag tells. What came through transport carries its traces.
 */
function byTransport(message: Message): MeetingCopy {
  const traces = [
    messageProperties.receivedByEntryId,
    messageProperties.receivedByName,
    messageProperties.transportHeaders,
  ];
  const states = traces.map((trace) => message.properties.state(trace));
  if (states.some((state) => state !== 'absent' && state !== 'not-captured'))
    return { owner: 'attendee', signal: 'transport' };
  if (states.includes('not-captured')) return { owner: 'unknown', signal: 'not-captured' };
  return hasLostProperties(message)
    ? { owner: 'unknown', signal: 'damage' }
    : { owner: 'organizer', signal: 'no-transport' };
}

function byOwnSignals(message: Message): MeetingCopy {
  const byFlags = ownerByStateFlags(message.inherited('appointmentStateFlags'));
  const byStatus = ownerByResponseStatus(message.inherited('responseStatus'));
  if (byFlags !== undefined && byStatus !== undefined && byFlags !== byStatus) {
    return { owner: 'unknown', signal: 'contradiction' };
  }
  if (byFlags !== undefined) return { owner: byFlags, signal: 'appointmentStateFlags' };
  if (byStatus !== undefined) return { owner: byStatus, signal: 'responseStatus' };
  if (hasLostProperties(message))
    return { owner: 'unknown', signal: message.properties.isPartial ? 'not-captured' : 'damage' };
  // attendees' copies list no resources
  const hasResource = message.recipients.some((row) => row.attendeeRole === 'resource');
  return hasResource
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
