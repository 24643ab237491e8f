import { withoutQuotes } from '../damage/quoted';
import type { Redacted } from './redacted';

/** What of a text may be shown where texts are hidden: `hide` gives what stands for the rest, or for all of it. */
export type ShownText = (text: string, hide: (text: string) => string) => string;

/**
 * What a text among the values of a statement is. `term`: a word of ours or of a specification, which is nobody's; a
 * function tells of each text what may be shown. What has no kind is hidden.
 */
export type ValueKind = Redacted | 'term' | ShownText;

/** The kinds of a rule's values, by their names. */
export type ValueKinds = Readonly<Record<string, ValueKind>>;

/** What names mean wherever they stand. */
const everywhere = { name: 'name', address: 'address', subject: 'subject' } as const;
/** The names of values whose kind is known wherever they stand. */
export type KnownEverywhere = keyof typeof everywhere;

/** What a value is: by its rule, else as everywhere, else some text. */
export function valueKind(name: string, kinds: ValueKinds = {}): ValueKind {
  if (Object.hasOwn(kinds, name)) return kinds[name] ?? 'text';
  return Object.hasOwn(everywhere, name) ? everywhere[name as KnownEverywhere] : 'text';
}

/** Shown if it is one of some words, in any case. */
// @__NO_SIDE_EFFECTS__
export function amongWords(...words: readonly string[]): ShownText {
  const known = new Set(words.map((word) => word.toUpperCase()));
  return (text, hide) => (known.has(text.toUpperCase()) ? text : hide(text));
}

/** Shown if it is of a form: an anchored expression without repetition inside repetition. */
// @__NO_SIDE_EFFECTS__
export function ofForm(form: RegExp): ShownText {
  return (text, hide) => (form.test(text) ? text : hide(text));
}

/** A time as files write it: digits and what stands between them. */
export const shownTime = /* @__PURE__ */ ofForm(/^[\dTZ:+. -]{1,32}$/);

/** Words about damage: what they quote of the file is hidden. */
export const shownDamage: ShownText = withoutQuotes;

const classWords: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    'ipm ipc report note smime multipartsigned rpmsg recall post activity document contact distlist stickynote task ' +
    'taskrequest accept decline update appointment schedule meeting request canceled resp pos neg tent notification ' +
    'forward ole class {00061055-0000-0000-c000-000000000046} outlook microsoft scheduledata freebusy mtgreq mtgcncl ' +
    'mtgrespp mtgrespn mtgrespa ndr dr ipnrn ipnnrn'
  ).split(' '),
);

/** A message class: the words that Outlook has are shown, those of other forms are not. */
export const shownClass: ShownText = (text, hide) =>
  text
    .split('.')
    .map((part) => (part.split(' ').every((word) => classWords.has(word.toLowerCase())) ? part : hide(part)))
    .join('.');
