import type { KindsOf, ObservationOf, ProblemOf, SharedReason, StatementOf } from '../../messages';
import { plural, who } from '../../wording';
import type { Person } from '../../rule';
import { clock, evidenceMessages } from './evidence-wording';
import { trackingMessages } from './tracking-wording';

/** What is known of a row. */
type RowValues = Person & {
  /** The tracking status as people look for it: `3 (accepted)`. */
  readonly status: string;
  readonly time: string | undefined;
  /** When the occurrence begins whose own table has the row, in ISO 8601; undefined: it is a row of the item's table. */
  readonly occurrence?: string | undefined;
};

/** Whose row it is, and of which occurrence. */
function whose(values: RowValues): string {
  return (
    who(values) + (values.occurrence === undefined ? '' : `, occurrence of ${clock(values.occurrence, true)}`)
  );
}

/** An attendee who stands in no table, with the tracking status that is kept of them, if any. */
type Unsendable = Person & { readonly status?: number | undefined };

function namesOf(people: readonly Unsendable[]): string {
  const names = people.map((person) => {
    const status = person.status === undefined ? '' : ` (tracking status ${person.status})`;
    return who(person) + status;
  });
  return [...new Set(names)].join('; ');
}

function statusNone({ count, external, timed }: Record<'count' | 'external' | 'timed', number>): string {
  const attendees =
    external === count
      ? plural(count, 'external attendee')
      : `${plural(count, 'attendee')} (${external} external)`;
  const meaning = timed === 0 ? 'normal until they answer' : 'it means nothing by itself; the time decides';
  return `tracking status 0 for ${attendees}: ${meaning}`;
}

/** What every code means that is not of evidence, in words. */
const ownMessages = {
  'attached-unread': ({ count }: { count: number }) =>
    `${plural(count, 'attached Outlook message was', 'attached Outlook messages were')} not read`,
  reply: () =>
    "an attendee's reply: it goes to the organizer and is never updated. It is evidence beside the organizer's item",
  'non-delivery-report': () =>
    "a non-delivery report: it is evidence beside the organizer's item of the meeting that it names",
  'private-appointment': () => 'an appointment without attendees: nothing is sent for it',
  'attendee-copy': () =>
    "an attendee's copy: only the organizer's copy has current answers, so this one proves nothing",
  'copy-contradictory': () =>
    "the item says both that it is the organizer's and that it is an attendee's copy",
  'copy-unknown': () => "the item does not say whether it is the organizer's copy",
  'copy-lost': () => "what would say whether it is the organizer's copy may be lost to damage",
  'copy-not-captured': () => "the export leaves out what would say whether it is the organizer's copy",
  'no-external-recipient': () =>
    'nobody outside the organization is in the table; only mail that leaves it is converted',
  'address-type-unknown': ({ count }: { count: number }) =>
    `${plural(count, 'attendee')} may or may not be outside the organization (no address type, one of a connector, or a list that may have members there), and nobody else is`,
  answers: ({ count }: { count: number }) => `${count} answered`,
  'no-tracking-columns': () =>
    'no row has any of the columns in which Outlook keeps answers (0x5FFD, 0x5FFF, 0x5FFB), so the file does not show what the mailbox held: a program converted it, or it was never sent',
  'external-recipients': ({ count }: { count: number }) =>
    `${plural(count, 'external attendee')} in the table`,
  'tracking-status-none': statusNone,
  'unsendable-attendees': ({ count, people }: { count: number; people: readonly Unsendable[] }) =>
    `${plural(count, 'attendee')} without an address that can be sent to, in no table: ${namesOf(people)}. They never get mail for this meeting, which is not this defect`,
  'store-failure': ({ count }: { count: number }) => {
    const unread =
      count === 0
        ? 'its table has lost rows or cells'
        : `${plural(count, 'row')} of its table cannot be read`;
    return `a failure as KB 938650 describes belongs to this item, and ${unread}`;
  },
  'attendee-copy-row': (values: RowValues) => `${whose(values)}: not judged on an attendee's copy`,
  'organizer-row': (values: RowValues) => `${whose(values)}: the organizer`,
  'sender-row': (values: RowValues) => `${whose(values)}: the sender`,
  'deleted-from-exception': (values: RowValues) => `${whose(values)}: removed from this occurrence`,
  'zero-in-unjudged-row': (values: RowValues) =>
    `${whose(values)}: the organizer, the sender or somebody removed, whose row is not judged, but PR_RECIPIENT_TRACKSTATUS_TIME is 0 (1601-01-01 00:00)`,
  'later-outlook': ({ version }: { version: number | undefined }) =>
    `saved by Outlook ${version ?? ''}, which does not connect to Exchange 2003 (not verified), and nothing says that it was sent or created before 2013`,
  'handed-over': () =>
    'a tracking log shows that this very message was passed to an outside server for all external attendees, so the 0 did not stop it; the log does not say that it arrived. The server was immune then',
  'evidence-contradicts': () =>
    'a tracking log shows that this very message was passed to an outside server for all external attendees, but other evidence shows that it came back: they cannot both be about it',
  'row-lost': () => 'a row of which nothing is left',
  'track-status-time-zero': (values: RowValues) =>
    `${whose(values)}: tracking status ${values.status}, but PR_RECIPIENT_TRACKSTATUS_TIME is 0 (1601-01-01 00:00)`,
  'saved-time-zero': (values: RowValues) =>
    `${whose(values)}: PR_RECIPIENT_TRACKSTATUS_TIME cannot be read here, but the saved .ics says that it is 0 (1601-01-01 00:00)`,
  'track-status-time-unusable': (values: RowValues) =>
    `${whose(values)}: PR_RECIPIENT_TRACKSTATUS_TIME is ${values.time}, which not every calendar can hold`,
  'track-status-time-unreadable': (values: RowValues) =>
    `${whose(values)}: PR_RECIPIENT_TRACKSTATUS_TIME is there but cannot be read`,
  'track-status-unreadable': (values: RowValues) =>
    `${whose(values)}: PR_RECIPIENT_TRACKSTATUS is there but cannot be read`,
  'track-status-time-not-captured': (values: RowValues) =>
    `${whose(values)}: PR_RECIPIENT_TRACKSTATUS_TIME was not exported; add the column and export again`,
  'track-status-not-captured': (values: RowValues) =>
    `${whose(values)}: PR_RECIPIENT_TRACKSTATUS was not exported; add the column and export again`,
  unanswered: (values: RowValues) =>
    `${whose(values)}: has not answered (tracking status ${values.status}, no time)`,
  'status-lost': (values: RowValues) =>
    `${whose(values)}: has answered, but the row does not show it (tracking status ${values.status}, no time): the answer was lost`,
  answered: (values: RowValues) => `${whose(values)}: tracking status ${values.status} since ${values.time}`,
  'no-date': (values: RowValues) =>
    `${whose(values)}: tracking status ${values.status}, and "no date" (4501-01-01) for its time`,
  'cleared-by-update': (values: RowValues) =>
    `${whose(values)}: tracking status 0 after an answer at ${values.time}: cleared by an update`,
  'time-without-status': (values: RowValues) =>
    `${whose(values)}: no tracking status, but the time of an answer, ${values.time}`,
  'response-without-time': (values: RowValues) =>
    `${whose(values)}: tracking status ${values.status} without a time`,
  'track-status-undocumented': (values: RowValues) =>
    `${whose(values)}: tracking status ${values.status}, which a row should not have`,
};

/** What every code means, in words. Pure, so that a bundle without the rule has none of it; a spread would not be. */
export const messages = /* @__PURE__ */ Object.assign({}, evidenceMessages, trackingMessages, ownMessages);

/** What the texts among the values are. */
export const kinds: KindsOf<typeof messages> = {
  status: 'term',
  time: 'time-text', // of a saved .ics as it stands there
  occurrence: 'term',
  stated: 'term',
  call: 'store-call',
  by: 'term',
  zone: 'term',
  also: 'term',
  sent: 'term',
  sentBy: 'term',
  meaning: 'term',
  article: 'term',
  recipients: 'address',
  differs: 'term',
  participation: 'participation',
  storesZero: 'term',
  form: 'term',
  partner: 'address',
  file: 'path',
  first: 'term',
  last: 'term',
  mdb: 'store-id',
  fid: 'store-id',
  mid: 'store-id',
};

/** A reason in the words of this rule, or in those that rules share. */
export type DeliveryReason = ObservationOf<typeof messages> | SharedReason;
/** A problem in the words of this rule. */
export type DeliveryProblem = ProblemOf<typeof messages>;
/** What a piece of evidence says, in the words of this rule. */
export type DeliveryStatement = StatementOf<typeof messages>;
