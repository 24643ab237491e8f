import { messageClassOf } from '../../mapi/values/legacy-message-class';
import { messageProperties } from '../../mapi/definitions/message-properties';
import { decodeGlobalObjectId } from '../../mapi/structures/global-object-id';
import type { FileTime } from '../../mapi/values/file-time';
import { hasLostProperties } from '../../message/lost-properties';
import { undatedObjectId } from '../../message/meeting-identity';
import type { Message } from '../../message/message';
import type { CalendarTime } from '../reply/calendar-time';
import type { Reply, ReplyEvidence } from '../reply/reply';

/** What an attendee's answer that is an item says, in the terms of iCalendar. */
export function replyOfItem(message: Message): ReplyEvidence {
  const { sentRepresentingSmtpAddress, sentRepresentingEmailAddress, senderSmtpAddress, senderEmailAddress } =
    message;
  const sender =
    sentRepresentingSmtpAddress ?? sentRepresentingEmailAddress ?? senderSmtpAddress ?? senderEmailAddress;
  const { anomalies, suppressedAnomalies } = message;
  return {
    kind: 'reply',
    form: 'item',
    product: productOf(message),
    replies: [replyOf(message, sender)],
    sender,
    anomalies,
    suppressedAnomalies,
  };
}

function replyOf(message: Message, attendee: string | undefined): Reply {
  const { globalObjectId: id, clientSubmitTime, messageDeliveryTime } = message;
  const decoded = id && decodeGlobalObjectId(id);
  return {
    attendee,
    attendeeName: message.sentRepresentingName ?? message.senderName,
    participation: participationOf(message.messageClass),
    uid: decoded?.uid ?? (id && undatedObjectId(id).toUpperCase()),
    sequence: message.sequence,
    stamp: calendarTimeOf(clientSubmitTime ?? messageDeliveryTime),
    subject: message.subject,
    recurrenceId: decoded?.exceptionDate?.replaceAll('-', ''),
    attendeeCriticalChange: criticalChangeOf(message, 'attendeeCriticalChange'),
    ownerCriticalChange: criticalChangeOf(message, 'ownerCriticalChange'),
  };
}

const participations: readonly (readonly [suffix: string, participation: string])[] = [
  ['.pos', 'ACCEPTED'],
  ['.neg', 'DECLINED'],
  ['.tent', 'TENTATIVE'],
];

function participationOf(messageClass = ''): string | undefined {
  const lower = messageClassOf(messageClass).trim().toLowerCase();
  return participations.find(([suffix]) => lower.endsWith(suffix))?.[1];
}

/** The time of the answer; where it is lost or was not exported it is there without a time, since nobody can tell. */
function criticalChangeOf(
  message: Message,
  name: 'attendeeCriticalChange' | 'ownerCriticalChange',
): CalendarTime | undefined {
  const state = message.properties.state(messageProperties[name]);
  const time = message[name];
  if (time !== undefined) return calendarTimeOf(time);
  if (state === 'absent' && !hasLostProperties(message)) return undefined;
  return { text: state === 'not-captured' ? 'not captured' : 'lost to damage', time: undefined, zone: 'utc' };
}

function calendarTimeOf(time: FileTime | undefined): CalendarTime | undefined {
  return time && { text: time.toString(), time, zone: 'utc' };
}

/** Fields of a mail's header that name the program which wrote it, the surest first. */
const programs = [/^x-mailer:[ \t]*(.+)$/im, /^user-agent:[ \t]*(.+)$/im, /^x-mimeole:[ \t]*(.+)$/im];
/** What Exchange since 2007 calls itself where it takes a mail over, with its version. */
const EXCHANGE = /\bwith Microsoft SMTP Server[^\r\n]{0,40}? id (\d{1,3}\.\d{1,3}\.\d{1,5}\.\d{1,5})/gi;
const releases: Readonly<Record<string, string>> = { 8: '2007', 14: '2010', 15: '2013 or later' };

/** The program that wrote the answer, as the header of the mail names it; else the first server that handled it. */
function productOf({ transportHeaders = '' }: Message): string | undefined {
  const header = transportHeaders.slice(0, 65_536);
  const [program] = programs.flatMap((field) => field.exec(header)?.[1] ?? []);
  return program?.trim().slice(0, 128) ?? exchangeIn(header);
}

/** The lowest line of Received is the first server's. */
function exchangeIn(header: string): string | undefined {
  const version = [...header.matchAll(EXCHANGE)].at(-1)?.[1];
  if (version === undefined) return undefined;
  const release = releases[version.split('.', 1)[0] ?? ''];
  return `Microsoft Exchange${release === undefined ? '' : ` ${release}`} (${version})`;
}
