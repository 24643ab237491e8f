import type { Values, Verdict } from '../rule';
import type { RowCode } from './row-verdict';

/** The codes of reasons that concern a whole item or table. */
export type ItemCode =
  | 'not-a-meeting'
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
const plural = (count: Values[string], one: string, many: string): string => `${count ?? 0} ${count === 1 ? one : many}`;

/** What every code means, in words. */
export const messages: Readonly<Record<ItemCode | RowCode, (values: Values) => string>> = {
  'not-a-meeting': ({ messageClass }) => `not a meeting (${messageClass ?? 'no message class'})`,
  reply: () => "an attendee's reply: it goes to the organizer and is never updated",
  'private-appointment': () => 'an appointment without attendees: nothing is sent for it',
  'attendee-copy': () => "an attendee's copy: only the organizer's copy has current answers, so this one cannot tell",
  'copy-contradictory': () => "the item says both that it is the organizer's and that it is an attendee's copy",
  'copy-unknown': () => "the item does not say whether it is the organizer's copy",
  'no-rows': () => 'the recipient table is empty',
  'table-damaged': ({ damage }) => `the recipient table may be incomplete: ${damage}`,
  'no-external-recipient': () => 'nobody outside the organization is in the table; only mail that leaves it is converted',
  'external-recipients': ({ count }) => `${plural(count, 'external attendee', 'external attendees')} in the table`,
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
  'track-status-time-unreadable': (values) => `${who(values)}: PR_RECIPIENT_TRACKSTATUS_TIME is there but cannot be read`,
  'track-status-unreadable': (values) => `${who(values)}: PR_RECIPIENT_TRACKSTATUS is there but cannot be read`,
  unanswered: (values) => `${who(values)}: has not answered (tracking status ${values['status']}, no time)`,
  answered: (values) => `${who(values)}: tracking status ${values['status']} since ${values['time']}`,
  'cleared-by-update': (values) => `${who(values)}: tracking status 0 after an answer at ${values['time']}: cleared by an update`,
  'response-without-time': (values) => `${who(values)}: tracking status ${values['status']} without a time`,
  'track-status-undocumented': (values) => `${who(values)}: tracking status ${values['status']}, which a row should not have`,
};

/** What a verdict means to whoever has to act on it. */
export interface Explanation {
  /** The verdict in a sentence. */
  readonly summary: string;
  readonly why?: string;
  /** What would settle a doubt. */
  readonly settle?: string;
  readonly remedies: readonly string[];
}

const ARTICLE = 'https://support.microsoft.com/kb/938650';

const mechanism =
  'Exchange 2003 has to convert that time when it sends to the Internet and cannot, so the whole message stays in ' +
  'the SMTP queue: one such row blocks it for every external attendee (KB 938650).';

const remedies = [
  `Install the hotfix on the organizer's Exchange 2003 server: ${ARTICLE}. Rows that already hold the 0 keep it.`,
  'Until then, tell the external attendees by plain mail.',
  'Not verified: have the attendee answer again from another mail client, or remove and invite them again.',
];

const settleByEvent =
  'A warning 327 of MSExchangeTransport in the application log, with EcGetMime and -2147467259, would confirm it. ' +
  'It is logged at maximum diagnostics only, so its absence proves nothing.';

/** Each verdict, explained. */
export const explanations: Readonly<Record<Verdict, Explanation>> = {
  confirmed: {
    summary: 'updates and cancellations of this meeting do not reach its external attendees',
    why: mechanism,
    remedies,
  },
  likely: {
    summary: 'updates and cancellations of this meeting will not reach its external attendees',
    why: mechanism,
    settle: settleByEvent,
    remedies,
  },
  possible: {
    summary: 'updates and cancellations of this meeting may not reach external attendees',
    why: mechanism,
    settle: `Check the organizer's own calendar item. ${settleByEvent}`,
    remedies,
  },
  undetermined: {
    summary: 'this item cannot tell whether updates and cancellations are delivered',
    settle: "The organizer's own calendar item, saved whole as .msg, would tell.",
    remedies: [],
  },
  unlikely: { summary: 'healthy', remedies: [] },
  'not-applicable': { summary: 'not a meeting that is sent to anyone', remedies: [] },
};
