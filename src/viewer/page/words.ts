import { headlineOf as headlineWord, visible } from '../../report/command';
import type { VerdictWithFindings } from '../../report/command';
import type { Verdict } from '../../index';

/** What a verdict looks like; by colour, word and sign. */
type Tone = 'bad' | 'doubtful' | 'good' | 'plain';

const tones: Readonly<Record<Verdict, Tone>> = {
  confirmed: 'bad',
  likely: 'bad',
  possible: 'doubtful',
  undetermined: 'plain',
  unlikely: 'good',
  'not-applicable': 'plain',
};

const signs: Readonly<Record<Tone, string>> = { bad: '✕', doubtful: '?', good: '✓', plain: '–' };

export interface Headline {
  readonly word: string;
  readonly tone: Tone;
  readonly sign: string;
}

/** A report in a word, the one that the command prints, too. */
export function styledHeadline(judged: VerdictWithFindings): Headline {
  const word = headlineWord(judged);
  const tone = word === 'findings' ? 'doubtful' : word === 'no findings' ? 'plain' : tones[word];
  return { word, tone, sign: signs[tone] };
}

const MOST = 400;

/** Text of a file as it is shown: nothing in it moves, hides or reorders, and no cell grows without bound. */
export function shown(text: string): string {
  const safe = visible(text);
  return safe.length <= MOST ? safe : `${safe.slice(0, MOST)}… (${safe.length} characters)`;
}

/** A time as people read it, in UTC: `2004-03-15 14:00`. */
export function shortTime(iso: string | undefined): string {
  return iso === undefined ? '' : iso.slice(0, 16).replace('T', ' ');
}

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
