import { withoutQuotes } from '../damage/quoted';
import type { PartlyShown } from '../rules/value-kinds';

/** Gives what of a text may be shown; `hide` gives what stands for the rest, or for all of it. */
type ShowText = (text: string, hide: (text: string) => string) => string;

/** Shown if it is one of some words, in any case. */
function amongWords(words: string): ShowText {
  const known = new Set(words.split(' '));
  return (text, hide) => (known.has(text.toUpperCase()) ? text : hide(text));
}

/** Shown if it is of a form. */
function ofForm(form: RegExp): ShowText {
  return (text, hide) => (form.test(text) ? text : hide(text));
}

const classWords: ReadonlySet<string> = new Set(
  (
    'ipm ipc report note smime multipartsigned rpmsg recall post activity document contact distlist stickynote task ' +
    'taskrequest accept decline update appointment schedule meeting request canceled resp pos neg tent notification ' +
    'forward ole class {00061055-0000-0000-c000-000000000046} outlook microsoft scheduledata freebusy mtgreq mtgcncl ' +
    'mtgrespp mtgrespn mtgrespa ndr dr ipnrn ipnnrn'
  ).split(' '),
);

/** A message class: the words that Outlook has are shown, those of other forms are not. */
export function shownClass(text: string, hide: (text: string) => string): string {
  const isKnown = (part: string): boolean =>
    part.split(' ').every((word) => classWords.has(word.toLowerCase()));
  return text
    .split('.')
    .map((part) => (isKnown(part) ? part : hide(part)))
    .join('.');
}

/** What may be shown of each kind of text that is hidden in part. */
export const partlyShown: Readonly<Record<PartlyShown, ShowText>> = {
  damage: withoutQuotes,
  'message-class': shownClass,
  'address-type': amongWords(
    'EX SMTP FAX X400 X500 NOTES CCMAIL GWISE MS MSA MHS PROFS SNADS MOBILE RFC822 MAPIPDL MSPEER SIP',
  ),
  participation: amongWords('NEEDS-ACTION ACCEPTED DECLINED TENTATIVE DELEGATED'),
  'store-call': ofForm(/^Ec[A-Z][A-Za-z]{1,40}$/),
  'time-text': ofForm(/^[\dTZ:+. -]{1,32}$/),
  'store-id': ofForm(/^\{?[\dA-Fa-f]{1,16}(?:-[\dA-Fa-f]{1,16}){0,4}\}?$/),
};
