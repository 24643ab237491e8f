import type { Values } from '../../rule';
import { plural, who } from '../../wording';
import { evidenceMessages } from './evidence-wording';
import type { EvidenceCode } from './evidence-wording';
import type { RowCode } from './row-verdict';

/** The codes of reasons that concern a whole item or table. */
export type ItemCode =
  | 'not-a-meeting'
  | 'class-lost'
  | 'class-not-captured'
  | 'reply'
  | 'private-appointment'
  | 'attendee-copy'
  | 'copy-contradictory'
  | 'copy-unknown'
  | 'copy-lost'
  | 'copy-not-captured'
  | 'no-rows'
  | 'table-damaged'
  | 'no-external-recipient'
  | 'address-type-unknown'
  | 'external-recipients'
  | 'tracking-status-none'
  | 'unsendable-attendees'
  | 'store-failure';

function statusNone({ count, external, timed }: Values): string {
  const attendees =
    external === count
      ? plural(count, 'external attendee')
      : `${plural(count, 'attendee')} (${external ?? 0} external)`;
  const meaning = timed === 0 ? 'normal until they answer' : 'by itself it means nothing, the time decides';
  return `tracking status 0 for ${attendees}: ${meaning}`;
}

/** What every code means that is not of evidence, in words. */
const ownMessages: Readonly<Record<ItemCode | RowCode, (values: Values) => string>> = {
  'not-a-meeting': ({ messageClass }) => `not a meeting (${messageClass ?? 'no message class'})`,
  'class-lost': () => 'the message class is lost to damage, so it may or may not be a meeting',
  'class-not-captured': () => 'the export does not say what the item is, so it may or may not be a meeting',
  reply: () => "an attendee's reply: it goes to the organizer and is never updated",
  'private-appointment': () => 'an appointment without attendees: nothing is sent for it',
  'attendee-copy': () =>
    "an attendee's copy: only the organizer's copy has current answers, so this one cannot tell",
  'copy-contradictory': () =>
    "the item says both that it is the organizer's and that it is an attendee's copy",
  'copy-unknown': () => "the item does not say whether it is the organizer's copy",
  'copy-lost': () => "what would say whether it is the organizer's copy may be lost to damage",
  'copy-not-captured': () => "the export leaves out what would say whether it is the organizer's copy",
  'no-rows': () => 'the recipient table is empty',
  'table-damaged': ({ damage }) => `the recipient table may be incomplete: ${damage}`,
  'no-external-recipient': () =>
    'nobody outside the organization is in the table; only mail that leaves it is converted',
  'address-type-unknown': ({ count }) =>
    `${plural(count, 'attendee has', 'attendees have')} no address type, so nobody is known to be outside the organization`,
  'external-recipients': ({ count }) => `${plural(count, 'external attendee')} in the table`,
  'tracking-status-none': statusNone,
  'unsendable-attendees': ({ count, names }) =>
    `${plural(count, 'attendee')} without an address that can be sent to, in no table: ${names ?? ''}. They never get mail for this meeting, which is not this defect`,
  'store-failure': ({ count }) => {
    const unread =
      count === 0
        ? 'its table has lost rows or cells'
        : `${plural(count, 'row')} of its table cannot be read`;
    return `a failure as KB 938650 describes belongs to this item, and ${unread}`;
  },
  'attendee-copy-row': (values) => `${who(values)}: not judged on an attendee's copy`,
  'organizer-row': (values) => `${who(values)}: the organizer`,
  'sender-row': (values) => `${who(values)}: the sender`,
  'deleted-from-exception': (values) => `${who(values)}: removed from this occurrence`,
  'row-lost': () => 'a row of which nothing is left',
  'track-status-time-zero': (values) =>
    `${who(values)}: tracking status ${values['status']}, but PR_RECIPIENT_TRACKSTATUS_TIME is 0 (1601-01-01 00:00)`,
  'saved-time-zero': (values) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS_TIME cannot be read here, but the saved .ics says that it is 0 (1601-01-01 00:00)`,
  'track-status-time-unusable': (values) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS_TIME is ${values['time']}, which no calendar date can hold`,
  'track-status-time-unreadable': (values) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS_TIME is there but cannot be read`,
  'track-status-unreadable': (values) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS is there but cannot be read`,
  'track-status-time-not-captured': (values) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS_TIME was not exported; add the column and export again`,
  'track-status-not-captured': (values) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS was not exported; add the column and export again`,
  unanswered: (values) => `${who(values)}: has not answered (tracking status ${values['status']}, no time)`,
  'status-lost': (values) =>
    `${who(values)}: has answered, but the row does not know of it (tracking status ${values['status']}, no time): the answer got lost`,
  answered: (values) => `${who(values)}: tracking status ${values['status']} since ${values['time']}`,
  'no-date': (values) =>
    `${who(values)}: tracking status ${values['status']}, and "no date" (4501-01-01) for its time`,
  'cleared-by-update': (values) =>
    `${who(values)}: tracking status 0 after an answer at ${values['time']}: cleared by an update`,
  'time-without-status': (values) =>
    `${who(values)}: no tracking status, but the time of an answer, ${values['time']}`,
  'response-without-time': (values) => `${who(values)}: tracking status ${values['status']} without a time`,
  'track-status-undocumented': (values) =>
    `${who(values)}: tracking status ${values['status']}, which a row should not have`,
};

/** What every code means, in words. Pure, so that a bundle without the rule has none of it; a spread would not be. */
export const messages: Readonly<Record<ItemCode | RowCode | EvidenceCode, (values: Values) => string>> =
  /* @__PURE__ */ Object.assign({}, evidenceMessages, ownMessages);
