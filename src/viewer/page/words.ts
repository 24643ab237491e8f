import { minuteOf, visible } from '../../report/command';
import type { Headword } from '../judged';

/** What a verdict looks like; by colour, word and sign. */
type Tone = 'bad' | 'doubtful' | 'good' | 'plain';

/** A verdict as people say it; `code` is the word that reports and the command have for it. */
export interface Headline {
  readonly words: string;
  readonly code: Headword;
  readonly tone: Tone;
  readonly sign: string;
}

const said: Readonly<Record<Headword, readonly [words: string, tone: Tone, sign: string]>> = {
  confirmed: ['Did not arrive', 'bad', '✕'],
  likely: ['Would not arrive', 'bad', '✕'],
  possible: ['May not arrive', 'doubtful', '?'],
  undetermined: ['Cannot be judged', 'plain', '?'],
  findings: ['Something else found', 'doubtful', '!'],
  unreadable: ['Cannot be read', 'doubtful', '!'],
  unlikely: ['Should arrive', 'good', '✓'],
  'not-applicable': ['Not at risk', 'plain', '–'],
  'no findings': ['Nothing found', 'plain', '–'],
};

/** A word of a report as the page says it. */
export function headlineFor(code: Headword): Headline {
  const [words, tone, sign] = said[code];
  return { words, code, tone, sign };
}

const MOST = 400;

/** Text of a file as it is shown: nothing in it moves, hides or reorders, and no cell grows without bound. */
export function shown(text: string): string {
  const safe = visible(text);
  return safe.length <= MOST ? safe : `${safe.slice(0, MOST)}… (${safe.length} characters)`;
}

/** A time as people read it, in UTC: `2004-03-15 14:00`; without one, nothing. */
export function shortTime(iso: string | undefined): string {
  return iso === undefined ? '' : minuteOf(iso);
}

/** What columns are called for those who do not know MAPI; the others are left out for them. */
export const plainNames: Readonly<Record<string, string>> = {
  PR_DISPLAY_NAME: 'Attendee',
  PR_RECIPIENT_TRACKSTATUS: 'Answer',
  PR_RECIPIENT_TRACKSTATUS_TIME: 'Answered at',
  PR_RECIPIENT_TYPE: 'Invited as',
  PR_RECIPIENT_FLAGS: 'Role',
  PR_ADDRTYPE: 'Kind of address',
};

/** What values are called for them. */
export const plainValues: Readonly<Record<string, string>> = {
  respNone: 'none',
  respOrganized: 'is the organizer',
  respTentative: 'tentative',
  respAccepted: 'accepted',
  respDeclined: 'declined',
  respNotResponded: 'not answered',
  MAPI_ORIG: 'originator',
  MAPI_TO: 'required',
  MAPI_CC: 'optional',
  MAPI_BCC: 'resource',
  recipSendable: 'attendee',
  recipOrganizer: 'organizer',
  SMTP: 'Internet',
  EX: 'in the organization',
};

/** MAPI's terms in a sentence each, for those who meet them for the first time. */
export const terms: Readonly<Record<string, string>> = {
  PR_DISPLAY_NAME: 'What the attendee is called.',
  PR_RECIPIENT_TYPE: '1 required (To), 2 optional (Cc), 3 resource (Bcc), 0 the originator.',
  PR_RECIPIENT_FLAGS:
    'Bits: 1 can be sent to, 2 is the organizer, 0x10 answered for this occurrence, 0x20 removed from it.',
  PR_RECIPIENT_TRACKSTATUS:
    "The attendee's answer: 0 none, 1 organized, 2 tentative, 3 accepted, 4 declined, 5 not responded.",
  PR_RECIPIENT_TRACKSTATUS_TIME:
    'When the attendee answered. A stored 0 is 1601-01-01: the value that Exchange 2003 cannot convert (KB 938650).',
  PR_ADDRTYPE: 'SMTP: an Internet address. EX: a mailbox of the Exchange organization.',
  PR_EMAIL_ADDRESS: 'The address, in the form that PR_ADDRTYPE says.',
  PR_SMTP_ADDRESS: 'The Internet address of a mailbox of the organization.',
  PR_ENTRYID: 'How the address book names the recipient, in hexadecimal.',
  PR_SEARCH_KEY: 'What recipients are compared by: address type and address.',
  PR_ROWID: "The row's number.",
};
