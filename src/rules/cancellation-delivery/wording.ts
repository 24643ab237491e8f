import type { Values, Verdict } from '../rule';
import type { RowCode } from './row-verdict';

/** The codes of reasons that concern a whole item or table. */
export type ItemCode =
  | 'not-a-meeting'
  | 'class-lost'
  | 'reply'
  | 'private-appointment'
  | 'attendee-copy'
  | 'copy-contradictory'
  | 'copy-unknown'
  | 'no-rows'
  | 'table-damaged'
  | 'no-external-recipient'
  | 'external-recipients'
  | 'tracking-status-none';

const who = ({ name, address }: Values): string => {
  if (name === undefined || name === address) return String(address ?? '(no name, no address)');
  return address === undefined ? String(name) : `${name} <${address}>`;
};
const plural = (count: Values[string], one: string, many: string): string =>
  `${count ?? 0} ${count === 1 ? one : many}`;

/** What every code means, in words. */
export const messages: Readonly<Record<ItemCode | RowCode, (values: Values) => string>> = {
  'not-a-meeting': ({ messageClass }) => `not a meeting (${messageClass ?? 'no message class'})`,
  'class-lost': () => 'the message class is lost to damage, so it may or may not be a meeting',
  reply: () => "an attendee's reply: it goes to the organizer and is never updated",
  'private-appointment': () => 'an appointment without attendees: nothing is sent for it',
  'attendee-copy': () =>
    "an attendee's copy: only the organizer's copy has current answers, so this one cannot tell",
  'copy-contradictory': () =>
    "the item says both that it is the organizer's and that it is an attendee's copy",
  'copy-unknown': () => "the item does not say whether it is the organizer's copy",
  'no-rows': () => 'the recipient table is empty',
  'table-damaged': ({ damage }) => `the recipient table may be incomplete: ${damage}`,
  'no-external-recipient': () =>
    'nobody outside the organization is in the table; only mail that leaves it is converted',
  'external-recipients': ({ count }) =>
    `${plural(count, 'external attendee', 'external attendees')} in the table`,
  'tracking-status-none': ({ count, external }) =>
    `tracking status 0 for ${external === count ? plural(count, 'external attendee', 'external attendees') : `${plural(count, 'attendee', 'attendees')} (${external} external)`}: normal until they answer`,

  'attendee-copy-row': (values) => `${who(values)}: not judged on an attendee's copy`,
  'organizer-row': (values) => `${who(values)}: the organizer`,
  'sender-row': (values) => `${who(values)}: the sender`,
  'deleted-from-exception': (values) => `${who(values)}: removed from this occurrence`,
  'track-status-time-zero': (values) =>
    `${who(values)}: tracking status ${values['status']}, but PR_RECIPIENT_TRACKSTATUS_TIME is 0 (1601-01-01 00:00)`,
  'track-status-time-unusable': (values) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS_TIME is ${values['time']}, which no calendar date can hold`,
  'track-status-time-unreadable': (values) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS_TIME is there but cannot be read`,
  'track-status-unreadable': (values) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS is there but cannot be read`,
  unanswered: (values) => `${who(values)}: has not answered (tracking status ${values['status']}, no time)`,
  answered: (values) => `${who(values)}: tracking status ${values['status']} since ${values['time']}`,
  'cleared-by-update': (values) =>
    `${who(values)}: tracking status 0 after an answer at ${values['time']}: cleared by an update`,
  'response-without-time': (values) => `${who(values)}: tracking status ${values['status']} without a time`,
  'track-status-undocumented': (values) =>
    `${who(values)}: tracking status ${values['status']}, which a row should not have`,
};

/** What a verdict means to whoever has to act on it. */
export interface Explanation {
  /** The verdict in a sentence; `count` is how many external attendees the affected tables have. */
  readonly summary: (count: number) => string;
  /** What would settle a doubt, where the reasons do not say. */
  readonly settle?: string;
}

const attendees = (count: number): string =>
  count === 0 ? 'external attendees' : plural(count, 'external attendee', 'external attendees');

/** Each verdict, explained. */
export const explanations: Readonly<Record<Verdict, Explanation>> = {
  confirmed: { summary: (count) => `updates and cancellations do not reach ${attendees(count)}` },
  likely: { summary: (count) => `updates and cancellations will not reach ${attendees(count)}` },
  possible: { summary: (count) => `updates and cancellations may not reach ${attendees(count)}` },
  undetermined: {
    summary: () => 'this item cannot tell whether updates and cancellations are delivered',
    settle: "The organizer's own calendar item, saved whole as .msg, would tell.",
  },
  unlikely: { summary: () => 'healthy' },
  'not-applicable': { summary: () => 'not a meeting' },
};

const ARTICLE = 'https://support.microsoft.com/kb/938650';

/** Why one row stops a message, in a sentence. */
export const mechanism =
  'Exchange 2003 cannot convert that time when it sends to the Internet, so the whole message stays in the queue, ' +
  'for every external attendee (KB 938650).';

/** What would settle how sure the verdict is. */
export const settling =
  'A warning 327 of MSExchangeTransport in the application log, with EcGetMime and -2147467259, would confirm it. ' +
  'It is logged at maximum diagnostics only: its absence proves nothing.';

/** The first thing to do, by what is known of the item. */
export function firstStep(codes: ReadonlySet<string>): string {
  if (codes.has('no-external-recipient'))
    return 'Nothing yet: it blocks mail only once somebody outside the organization is invited.';
  if (codes.has('copy-unknown') || codes.has('copy-contradictory')) {
    return "Check the organizer's own calendar item: only that one is sent.";
  }
  return 'Tell the external attendees by plain mail: they have not heard of the change.';
}

/** What can be done, best first; what no source confirms says so. */
export const remedies: readonly string[] = [
  `Install the hotfix on the organizer's Exchange 2003 server: ${ARTICLE}. Rows that already hold the 0 may keep it.`,
  'Not verified: have the attendee answer again from another mail client, or remove and invite them again.',
];
