import type { Reply, ReplyEvidence, SavedAttendee, SavedMeeting } from '../../../evidence/reply/reply';
import { isAnswerOrUnstated, storesZeroTime } from '../../../evidence/reply/reply';
import type { FileTime } from '../../../mapi/values/file-time';
import { toHex } from '../../../mapi/values/guid';
import { addressesOf, normaliseAddress } from '../../../message/address';
import { meetingUid, normaliseUid } from '../../../message/meeting-identity';
import { isAnswerSubject } from '../../../message/meeting-subject';
import { itemOf } from '../../../message/meeting';
import { isOrganizerMail } from '../../../message/meeting-class';
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
  const rows = new Set(fitting.filter(({ reply }) => isKnownToItem(reply, item)).map(({ row }) => row));
  evidence.replies.forEach((reply) => {
    const isFitting = fitting.some((each) => each.reply === reply);
    const { participation, subject } = reply;
    const address = reply.attendee ?? evidence.sender;
    const values = {
      address,
      participation,
      subject,
      storesZero: storesZeroTime(reply) ? 'yes' : 'no',
      form: evidence.form,
    } as const;
    statements.push({ ...statementOf(reply, isFitting, item), source, path: '', values });
  });
  return { hasAnswered: (row) => rows.has(row), savedTime: () => undefined };
}

/** Whether an item should know of an answer: a calendar item of every one, a sent copy of what came before it was sent. */
function isKnownToItem({ participation, stamp }: Reply, item: Message): boolean {
  if (!isAnswerOrUnstated(participation)) return false;
  if (!isOrganizerMail(itemOf(item))) return true;
  const { clientSubmitTime: sent } = item;
  if (sent?.kind !== 'time' || stamp?.time?.kind !== 'time') return false;
  return stamp.zone === 'utc' && stamp.time.ticks < sent.ticks;
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
  if (uid === undefined || bytes === undefined) return isAnswerSubject(subject, item) === true;
  return normaliseUid(uid) === meetingUid(bytes) || uid.toUpperCase() === toHex(bytes).toUpperCase();
}

/** Whether an exception replaces the occurrence of a RECURRENCE-ID: of UTC to the minute, else of that day. */
function isOccurrence({ replaces }: Message, recurrenceId: string): boolean {
  const digits = replaces?.iso?.replace(/[-:]/g, '');
  if (digits === undefined) return false;
  const length = /T\d{6}Z$/i.test(recurrenceId) ? 13 : 8;
  return digits.slice(0, length) === recurrenceId.slice(0, length).toUpperCase();
}
