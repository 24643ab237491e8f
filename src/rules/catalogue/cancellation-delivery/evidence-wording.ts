import type { CorrelatedBy } from '../../../evidence/correlation';
import { criticalChangeNames } from '../../../evidence/reply/reply';
import type { ReplyForm } from '../../../evidence/reply/reply';
import type { SendingSignal } from '../../../message/last-sending';
import { plural } from '../../wording';

type Text = string | undefined;

/** What the window of an item begins with. */
const sendings: Readonly<Record<SendingSignal, string>> = {
  clientSubmitTime: 'this item was submitted (PR_CLIENT_SUBMIT_TIME)',
  ownerCriticalChange: 'the organizer last sent an update (PidLidOwnerCriticalChange)',
  lastModificationTime: 'this item was last changed (PR_LAST_MODIFICATION_TIME)',
};
const ofOthers = 'Other messages of the server may have caused it, so this alone confirms nothing';

/** How a time fits an item. */
function timeFits(by: CorrelatedBy, zone: Text, sentBy: SendingSignal): string {
  const window = `within 72 hours after ${sendings[sentBy]}`;
  switch (by) {
    case 'minute':
      return 'it fits this item by its minute: the first failure of its message came within two minutes of the submission, and no other message failed in that time';
    case 'time-in-zone':
      return `read in the zone ${zone ?? ''}, it lies ${window}. ${ofOthers}`;
    case 'time-without-zone':
      return `it lies ${window}, give or take 14 hours: the text does not name its time zone, and naming it would make this exact. ${ofOthers}`;
    default:
      return `it lies ${window}. ${ofOthers}`;
  }
}

type EventFit = {
  readonly time: Text;
  /** What the log says of the zone of its times. */
  readonly stated: Text;
  readonly attempts: number;
  readonly call: Text;
  readonly code: number | undefined;
  readonly by: CorrelatedBy;
  readonly zone: Text;
  readonly also: Text;
  readonly sentBy: SendingSignal | undefined;
};

function eventFits({ time, stated, attempts, call, code, by, zone, also, sentBy }: EventFit): string {
  const when = time === undefined ? '' : ` of ${clock(time, stated === 'utc')}`;
  const tried = attempts === 1 ? '' : `, ${attempts} attempts counted once`;
  const other = also === undefined ? '' : `. Event 12003 in the same log is another possible cause (${also})`;
  const fits =
    by === 'message' || sentBy === undefined
      ? 'it names the message of this item by its numbers (MDB, FID, MID)'
      : timeFits(by, zone, sentBy);
  return `event 327${when}${tried}: ${call ?? ''} failed with ${code ?? ''}, as KB 938650 says; ${fits}${other}`;
}

/** A time without the fraction of its second, and without a zone where it has none. */
export function clock(time: string, isUtc: boolean): string {
  const text = time.slice(0, 19).replace('T', ' ');
  return isUtc ? `${text} UTC` : text;
}

/** Why a failure is not laid to the item: when it was logged, in which zone that is meant, and how far off that is. */
type EventElsewhere = {
  readonly count: number;
  /** When an update of the item was last sent, and by which property that is known. */
  readonly sent: string;
  readonly sentBy: SendingSignal;
  readonly time: string;
  /** What the log says of the zone of its times. */
  readonly stated: string;
  readonly zone: Text;
  readonly hours: number;
};

function eventElsewhere({ count, sent, sentBy, time, stated, zone, hours }: EventElsewhere): string {
  const inZone =
    stated === 'utc'
      ? ''
      : zone === undefined
        ? ' (time zone not known)'
        : ` (taken as that of the zone ${zone}, which you named)`;
  const which = count === 1 ? 'logged' : 'the nearest logged';
  return (
    `${plural(count, 'failure')} as KB 938650 describes, ${which} at ${clock(time, stated === 'utc')}${inZone}, ` +
    `${distance(hours)} ${sendings[sentBy]}, ${clock(sent, true)}; what belongs to it is logged in the 72 hours after that. ` +
    whoseElse(sentBy, hours)
  );
}

/** Whose a failure outside of the window may be: what was sent before the last update was another message. */
function whoseElse(sentBy: SendingSignal, hours: number): string {
  if (sentBy === 'clientSubmitTime' || hours > 0) return 'So it belongs to another message';
  const why =
    sentBy === 'ownerCriticalChange' ? '' : '. An answer, a reminder or a category changes an item, too';
  return `It may belong to an earlier update of this item, or to another message${why}`;
}

function distance(hours: number): string {
  const size = Math.abs(hours);
  const words =
    size >= 72
      ? plural(Math.round(size / 24), 'day')
      : size === 0
        ? 'less than an hour'
        : plural(size, 'hour');
  return `${words} ${hours <= 0 ? 'before' : 'after'}`;
}

type ReportFit = {
  readonly status: string;
  /** Whom the message did not reach, as the report names them, in lower case. */
  readonly recipients: readonly string[];
  /** How the time at which its message was sent fits the item; undefined: one of the two does not say it. */
  readonly time: 'minute' | 'later' | undefined;
};

function expired(status: string): string {
  return `the non-delivery report (${status}) says that the message waited too long in the queue`;
}

function reportFits({ status, time }: ReportFit, fits: string): string {
  const when = time === 'minute' ? ', and so is the minute in which it was sent' : '';
  return `${expired(status)}; its subject ${fits} of this item${when}`;
}

/** Events with another call or another code. */
type OtherEvent = { readonly call: Text; readonly code: number | undefined; readonly count: number };

function otherEvent({ call, code, count }: OtherEvent): string {
  return `not this defect: ${plural(count, 'event')} 327 with ${call ?? ''} and ${code ?? ''}`;
}

/** What evidence says, in words. */
export const evidenceMessages = {
  'event-fits': eventFits,
  'event-elsewhere': eventElsewhere,
  'event-unexplained': () =>
    'no row of the table explains the failure in the log: another message of the server may have caused it, or the item has been repaired since',
  'event-of-organizer': () =>
    "the failure in the log belongs to the organizer's copy, if it belongs to this meeting at all: an attendee's copy is never sent",
  'event-without-time': ({ count }: { count: number }) =>
    `${plural(count, 'failure')} as KB 938650 describes, without a time: nothing says whether it belongs to this item. Copy the whole event, with its date and time`,
  'item-without-time': ({ count }: { count: number }) =>
    `${plural(count, 'failure')} as KB 938650 describes, but the file does not say when the item was last sent: nothing says whether they belong together`,
  'event-other-cause': ({ meaning, article, ...event }: OtherEvent & { meaning: Text; article: Text }) =>
    `${otherEvent(event)} means ${meaning ?? ''} (${article ?? ''})`,
  'event-other-failure': (event: OtherEvent) => `${otherEvent(event)}; no article describes it`,
  'event-incomplete': ({ count }: { count: number }) =>
    `${plural(count, 'event')} 327 without the call that failed or its error code: save the events with their descriptions`,
  'events-silent': ({ count }: { count: number }) =>
    `no event 327 of the store driver among ${plural(count, 'event')}. The server logs it only if diagnostics logging is set to Maximum, so its absence proves nothing`,
  'report-fits': (report: ReportFit) => reportFits(report, 'and its recipient are those'),
  'report-fits-subject': (report: ReportFit) =>
    `${reportFits(report, 'is that')}, but it names no recipient, so it confirms nothing by itself`,
  'report-fits-some-zone': ({ status }: { status: string; recipients: readonly string[] }) =>
    `${expired(status)}; its subject is that of this item, and its minute too, if it was written in a zone that it does not name: naming it would make this exact`,
  'report-elsewhere': ({ status, subject, differs }: { status: Text; subject: Text; differs: Text }) =>
    `the non-delivery report (${status ?? ''}) is about another message${subject === undefined ? '' : `, ${JSON.stringify(subject)}`}: ${differs ?? ''}`,
  'report-unexplained': () =>
    'no row of the table explains the non-delivery report: the message waited too long for another reason, or the item has been repaired since',
  'report-of-organizer': () =>
    "the non-delivery report is about the organizer's copy: an attendee's copy is never sent",
  'report-nameless': ({ status }: { status: Text }) =>
    `the non-delivery report (${status ?? ''}) does not say which message it is about; ${status ?? ''} alone means only that a message waited too long`,
  'report-delayed': ({ status }: { status: Text }) =>
    `the report (${status ?? ''}) says that the message is delayed: the server still tries, so it has not failed`,
  'report-other-status': ({ status }: { status: Text }) =>
    `the non-delivery report has the status ${status ?? ''}, not 4.4.7: it failed for another reason`,
  'reply-fits': ({
    address,
    participation,
    storesZero,
    form,
  }: {
    address: Text;
    participation: Text;
    storesZero: 'yes' | 'no';
    form: ReplyForm;
  }) =>
    `${address ?? 'an attendee'} has replied (${participation ?? 'without saying what'})${storesZero === 'yes' ? `, without the time of the answer (${criticalChangeNames[form]}): this reply makes Outlook write 0` : ''}`,
  'reply-without-answer': ({ address, participation }: { address: Text; participation: Text }) =>
    `the reply of ${address ?? 'an attendee'} is not an answer (${participation ?? ''})`,
  'reply-elsewhere': ({ address, subject }: { address: Text; subject: Text }) =>
    `the reply of ${address ?? 'an unknown attendee'} is to another meeting${subject === undefined ? '' : `, ${JSON.stringify(subject)}`}`,
  'reply-of-nobody': ({ address }: { address: Text }) =>
    address === undefined
      ? 'the reply is to this meeting, but does not say who wrote it'
      : `the reply of ${address} is to this meeting, but that address is not in the table`,
  'saved-time-is-zero': ({ address, time }: { address: Text; time: Text }) =>
    `the saved .ics has ${time ?? ''} as the time of the answer of ${address ?? ''}: the 0 itself`,
  'saved-time-is-real': ({ address, time }: { address: Text; time: Text }) =>
    `the saved .ics has ${time ?? ''} as the time of the answer of ${address ?? ''}`,
  'saved-elsewhere': () => 'the saved .ics is another meeting',
  'saved-of-nobody': () => 'the saved .ics is this meeting, but has none of the attendees in the table',
  'named-as-replied': ({ address }: { address: Text }) => `${address ?? ''} has replied, as you say`,
  'named-is-nobody': ({ address }: { address: Text }) =>
    `${address ?? ''}, who you say has replied, is not in the table`,
};
