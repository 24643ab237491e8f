import type { Values } from '../rule';
import { plural } from '../wording';

/** The codes of what evidence says. */
export type EvidenceCode =
  | 'event-fits'
  | 'event-elsewhere'
  | 'event-without-time'
  | 'item-without-time'
  | 'event-other-cause'
  | 'event-other-failure'
  | 'event-incomplete'
  | 'events-silent'
  | 'report-fits'
  | 'report-elsewhere'
  | 'report-nameless'
  | 'report-other-status'
  | 'reply-fits'
  | 'reply-elsewhere'
  | 'saved-time-is-zero'
  | 'saved-time-is-real'
  | 'saved-elsewhere'
  | 'named-as-replied'
  | 'named-is-nobody';

/** By what a time was laid to an item. */
function correlation(by: Values[string], zone: Values[string]): string {
  switch (by) {
    case 'message':
      return 'it names the message of this item by its numbers (MDB, FID, MID)';
    case 'time':
      return 'by its time (UTC), within 72 hours after the last change of this item';
    case 'time-in-zone':
      return `by its time, taken as that of the zone ${zone ?? ''}, within 72 hours after the last change of this item`;
    default:
      return (
        'by its time, within 72 hours after the last change of this item, give or take 14 hours: the text does not ' +
        'name its time zone, and naming it would make this exact'
      );
  }
}

function eventFits({ time, attempts, call, code, by, zone, also }: Values): string {
  const when = time === undefined || by === 'message' ? '' : ` of ${clock(time, by)}`;
  const tried = attempts === 1 ? '' : `, ${attempts ?? 0} attempts counted once`;
  const other = also === undefined ? '' : `. Event 12003 in the same log is another possible cause (${also})`;
  return `event 327${when}${tried}: ${call ?? ''} failed with ${code ?? ''}, as KB 938650 says; it belongs to this item ${correlation(by, zone).replace(/^it names/, 'since it names')}${other}`;
}

/** A time without the fraction of its second, and without a zone where it has none. */
function clock(time: Values[string], by: Values[string]): string {
  const text = String(time).slice(0, 19).replace('T', ' ');
  return by === 'time' ? `${text} UTC` : text;
}

function reportFits({ status, by, zone }: Values): string {
  const parts = String(by).split(', ');
  const time = parts.find((part) => part.startsWith('time'));
  const said = parts.includes('recipient')
    ? 'its subject and its recipient are those of this item'
    : 'its subject is that of this item';
  const when = time === undefined ? '' : `, and it fits ${correlation(time, zone)}`;
  return `the non-delivery report (${status ?? ''}) says that the message waited too long in the queue; ${said}${when}`;
}

/** What evidence says, in words. */
export const evidenceMessages: Readonly<Record<EvidenceCode, (values: Values) => string>> = {
  'event-fits': eventFits,
  'event-elsewhere': ({ count, modified }) =>
    `${plural(count, 'failure')} as KB 938650 describes, but not within 72 hours after the last change of this item (${clock(modified, 'time')}): probably of another message`,
  'event-without-time': ({ count }) =>
    `${plural(count, 'failure')} as KB 938650 describes, without a time: nothing says that it belongs to this item. Copy the whole event, with its date and time`,
  'item-without-time': ({ count }) =>
    `${plural(count, 'failure')} as KB 938650 describes, but the item does not say when it was last changed: nothing says that they belong together`,
  'event-other-cause': ({ call, code, count, meaning, article }) =>
    `not this defect: ${plural(count, 'event')} 327 with ${call ?? ''} and ${code ?? ''} means ${meaning ?? ''} (${article ?? ''})`,
  'event-other-failure': ({ call, code, count }) =>
    `not this defect: ${plural(count, 'event')} 327 with ${call ?? ''} and ${code ?? ''}; no article describes it`,
  'event-incomplete': ({ count }) =>
    `${plural(count, 'event')} 327 without the call that failed or its error code: save the events with their descriptions`,
  'events-silent': ({ count }) =>
    `no event 327 of the store driver among ${plural(count, 'event')}. It is logged at maximum diagnostics only: its absence proves nothing`,
  'report-fits': reportFits,
  'report-elsewhere': ({ status, subject }) =>
    `the non-delivery report (${status ?? ''}) is about another message${subject === undefined ? '' : `, ${JSON.stringify(subject)}`}: its subject, its recipient or its time is not that of this item`,
  'report-nameless': ({ status }) =>
    `the non-delivery report (${status ?? ''}) does not say which message it is about; ${status ?? ''} alone means only that a message waited too long`,
  'report-other-status': ({ status }) =>
    `the non-delivery report has the status ${status ?? ''}, not 4.4.7: it failed for another reason`,
  'reply-fits': ({ address, participation, plants }) =>
    `${address ?? 'an attendee'} has replied (${participation ?? 'without saying what'})${plants === 1 ? ', without the attribute that gives the time of the answer: this reply makes Outlook write 0' : ''}`,
  'reply-elsewhere': ({ address }) =>
    `the reply of ${address ?? 'nobody known'} is to another meeting, or of nobody in the table`,
  'saved-time-is-zero': ({ address, time }) =>
    `the saved .ics has ${time ?? ''} as the time of the answer of ${address ?? ''}: the 0 itself`,
  'saved-time-is-real': ({ address, time }) =>
    `the saved .ics has ${time ?? ''} as the time of the answer of ${address ?? ''}`,
  'saved-elsewhere': () => 'the saved .ics is another meeting, or has none of the attendees in the table',
  'named-as-replied': ({ address }) => `${address ?? ''} has replied, as you say`,
  'named-is-nobody': ({ address }) =>
    `${address ?? ''}, of whom you say that they replied, is not in the table`,
};
