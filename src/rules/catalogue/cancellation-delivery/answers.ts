import type { Reply, ReplyEvidence, SavedAttendee, SavedMeeting } from '../../../evidence/reply/reply';
import { isAnswerOrUnstated, storesZeroTime } from '../../../evidence/reply/reply';
import type { FileTime } from '../../../mapi/values/file-time';
import { toHex } from '../../../mapi/values/guid';
import { decodeGlobalObjectId } from '../../../mapi/structures/global-object-id';
import { addressesOf, normaliseAddress } from '../../../message/address';
import { undatedObjectId } from '../../../message/meeting-identity';
import { isAnswerSubject } from '../../../message/meeting-subject';
import { tablesOf } from '../../../message/meeting-tables';
import type { MeetingTable } from '../../../message/meeting-tables';
import type { Message } from '../../../message/message';
import type { Recipient } from '../../../message/recipient';
import type { DeliveryStatement } from './wording';

/** What one piece of evidence knows of attendees' answers. */
export interface Answers {
  readonly hasAnswered: (row: Recipient) => boolean;
  /** The time of a row as a saved meeting gives it. */
  readonly savedTime: (row: Recipient) => FileTime | undefined;
}

/** A reply that belongs to an item, and the row of whoever wrote it. */
export interface FittingReply {
  readonly reply: Reply;
  readonly table: MeetingTable;
  readonly row: Recipient;
  /** Where the row stands in the item. */
  readonly index: number;
}

/** What of a calendar object tells the meeting that it is about. */
type Named = Pick<Reply, 'uid' | 'subject' | 'recurrenceId'>;

/** The answers in replies, or in a meeting that Outlook saved; what it says is added to `statements`. */
export function answersIn(
  evidence: ReplyEvidence | SavedMeeting,
  source: number,
  item: Message,
  statements: DeliveryStatement[],
): Answers {
  return evidence.kind === 'reply'
    ? answersInReplies(evidence, source, item, statements)
    : answersInMeeting(evidence, source, item, statements);
}

function answersInReplies(
  evidence: ReplyEvidence,
  source: number,
  item: Message,
  statements: DeliveryStatement[],
): Answers {
  const fitting = fittingReplies(evidence, item);
  const rows = new Set(
    fitting.filter(({ reply }) => isAnswerOrUnstated(reply.participation)).map(({ row }) => row),
  );
  evidence.replies.forEach((reply) => {
    const isFitting = fitting.some((each) => each.reply === reply);
    const { participation, subject } = reply;
    const address = reply.attendee ?? evidence.sender;
    const values = {
      address,
      participation,
      subject,
      storesZero: storesZeroTime(reply) ? 'yes' : 'no',
    } as const;
    statements.push({ ...statementOf(reply, isFitting, item), source, path: '', values });
  });
  return { hasAnswered: (row) => rows.has(row), savedTime: () => undefined };
}

interface ReplyStatement {
  readonly code: 'reply-fits' | 'reply-without-answer' | 'reply-of-nobody' | 'reply-elsewhere';
  readonly verdict: DeliveryStatement['verdict'];
}

/** What a reply says of an item. */
function statementOf(reply: Reply, isFitting: boolean, item: Message): ReplyStatement {
  if (isFitting) {
    return isAnswerOrUnstated(reply.participation)
      ? { code: 'reply-fits', verdict: 'replied' }
      : { code: 'reply-without-answer', verdict: 'silent' };
  }
  const isOfMeeting = tablesFor(reply, item).length > 0;
  return { code: isOfMeeting ? 'reply-of-nobody' : 'reply-elsewhere', verdict: 'not-this-item' };
}

/** The replies to an item, each with the row of its attendee. */
export function fittingReplies({ replies, sender }: ReplyEvidence, item: Message): FittingReply[] {
  return replies.flatMap((reply) => {
    const address = reply.attendee ?? sender;
    if (address === undefined) return [];
    return tablesFor(reply, item).flatMap((table) =>
      table.message.recipients.flatMap((row, index) =>
        isRowOf(row, address) ? [{ reply, table, row, index }] : [],
      ),
    );
  });
}

function answersInMeeting(
  { meetings }: SavedMeeting,
  source: number,
  item: Message,
  statements: DeliveryStatement[],
): Answers {
  const saved = new Map<Recipient, SavedAttendee>();
  for (const meeting of meetings) {
    for (const { message } of tablesFor(meeting, item)) {
      for (const row of message.recipients) {
        const attendee = meeting.attendees.find((each) => isRowOf(row, each.attendee));
        if (attendee !== undefined) saved.set(row, attendee);
      }
    }
  }
  if (saved.size === 0) {
    const isOfMeeting = meetings.some((meeting) => tablesFor(meeting, item).length > 0);
    const code = isOfMeeting ? 'saved-of-nobody' : 'saved-elsewhere';
    statements.push({ code, verdict: 'not-this-item', source, path: '' });
  }
  for (const { attendee, responseTime } of new Set(saved.values())) {
    if (responseTime === undefined) continue;
    const values = { address: attendee, time: responseTime.text };
    const code = responseTime.time?.kind === 'zero' ? 'saved-time-is-zero' : 'saved-time-is-real';
    statements.push({ code, verdict: 'row-time', source, path: '', values });
  }
  return {
    hasAnswered: (row) => {
      const attendee = saved.get(row);
      return (
        attendee !== undefined &&
        (attendee.responseTime !== undefined ||
          (attendee.participation !== undefined && isAnswerOrUnstated(attendee.participation)))
      );
    },
    savedTime: (row) => saved.get(row)?.responseTime?.time,
  };
}

function isRowOf(row: Recipient, address: string): boolean {
  return addressesOf(row).includes(normaliseAddress(address));
}

/** The tables of an item that a calendar object is about: of the exception that it names, else of the series. */
function tablesFor(named: Named, item: Message): MeetingTable[] {
  if (!isSameMeeting(named, item)) return [];
  const { recurrenceId } = named;
  return tablesOf(item).filter(({ message }) =>
    recurrenceId === undefined || item.kind === 'exception'
      ? message === item
      : message !== item && isOccurrence(message, recurrenceId),
  );
}

/** By the identifier, if both have one; else by the subject. */
function isSameMeeting({ uid, subject }: Named, item: Message): boolean {
  const bytes = item.inherited('globalObjectId');
  const own = bytes && (decodeGlobalObjectId(bytes)?.uid ?? undatedObjectId(bytes));
  if (uid === undefined || own === undefined) return isAnswerSubject(subject, item) === true;
  return (
    undatedUid(uid) === own.toUpperCase() ||
    (bytes !== undefined && uid.toUpperCase() === toHex(bytes).toUpperCase())
  );
}

/** A UID in upper case, without the date of an occurrence where it is a GlobalObjectId in hexadecimal. */
function undatedUid(uid: string): string {
  const upper = uid.trim().toUpperCase();
  return upper.startsWith('040000008200E00074C5B7101A82E008')
    ? `${upper.slice(0, 32)}00000000${upper.slice(40)}`
    : upper;
}

/** Whether an exception replaces the occurrence of a RECURRENCE-ID: of UTC to the minute, else of that day. */
function isOccurrence({ replaces }: Message, recurrenceId: string): boolean {
  const digits = replaces?.iso?.replace(/[-:]/g, '');
  if (digits === undefined) return false;
  const length = /T\d{6}Z$/i.test(recurrenceId) ? 13 : 8;
  return digits.slice(0, length) === recurrenceId.slice(0, length).toUpperCase();
}
