import type { Message } from '../../message/message';
import { isOrganizerRow } from '../../message/meeting';
import type { Recipient } from '../../message/recipient';
import { judged, valueProblem } from '../check-result';
import { doubtsOf } from '../check-rows';
import { few, firstFew } from '../wording';
import { defineRule } from '../define-rule';
import type { ProblemOf } from '../messages';

/** A list, the first of those who are named, and how many they are. */
type Listed = { readonly list: string; readonly names: readonly string[]; readonly count: number };

const messages = {
  'listed-without-row': ({ list, names, count }: Listed) =>
    `${list} names ${few(names, count)}, but no row of that kind does; they are shown as invited but get no mail`,
  'row-not-listed': ({ list, names, count }: Listed) =>
    `${list} leaves out ${few(names, count)}, although the recipient table has them; they get mail but are not shown as invited`,
};

type Problem = ProblemOf<typeof messages>;

/** Finds properties that list other attendees than the recipient table: [MS-OXOCAL] 2.2.1.16 to 2.2.1.18. */
export const attendeeStrings = defineRule({
  meta: {
    id: 'attendee-strings',
    title: 'The lists of attendees in words agree with the recipient table',
    severity: 'warning',
    reference: 'docs/rules/attendee-strings.md',
    aliases: [],
    messages,
    kinds: { list: 'term', names: 'name' },
  },
  appliesTo: 'meeting',
  check(message) {
    const doubts = doubtsOf(message, [{ message, path: '' }]);
    const problems = doubts.length > 0 ? [] : lists.flatMap((list) => compare(message, list));
    return judged('the lists of attendees', problems, doubts);
  },
});

interface List {
  readonly name: 'displayTo' | 'displayCc' | 'displayBcc' | 'allAttendees' | 'toAttendees' | 'ccAttendees';
  /** The attendees it names; undefined: of every role. */
  readonly role?: 'required' | 'optional' | 'resource';
  /** Whether it names the rows of the table and nobody else, the organizer among them; else the attendees. */
  readonly isOfRows: boolean;
}

const lists: readonly List[] = [
  { name: 'displayTo', role: 'required', isOfRows: true },
  { name: 'displayCc', role: 'optional', isOfRows: true },
  { name: 'displayBcc', role: 'resource', isOfRows: true },
  { name: 'allAttendees', isOfRows: false },
  { name: 'toAttendees', role: 'required', isOfRows: false },
  { name: 'ccAttendees', role: 'optional', isOfRows: false },
];

/** A store cuts long lists at this length or above, so that nothing can be said of who is missing at the end. */
const CUT_LENGTH = 255;

function compare(message: Message, list: List): Problem[] {
  const text = message[list.name];
  if (text === undefined) return [];
  const isCut = text.length >= CUT_LENGTH;
  const listed = partsOf(text);
  const people = namesOfPeople(message, list);
  // the organizer has a row, and may be named
  const organizers = message.recipients.filter(isOrganizerRow).map(namesOfRow);
  const known = new Set([...people, ...organizers].flat().flatMap(partsOf));
  const named = new Set(listed);
  const strangers = (isCut ? listed.slice(0, -1) : listed).filter((name) => !known.has(name));
  const unlisted = isCut
    ? []
    : people.filter((names) => !names.some((name) => partsOf(name).every((part) => named.has(part))));
  const problem = (code: Problem['code'], names: readonly string[]): Problem[] => {
    const severity = list.isOfRows ? 'info' : 'warning';
    const values = { list: list.name, names: firstFew(names), count: names.length };
    return names.length === 0
      ? []
      : [valueProblem({ message, path: '' }, list.name, { code, severity, values })];
  };
  const missing = unlisted.map(([name]) => name ?? '(no name)');
  return [...problem('listed-without-row', strangers), ...problem('row-not-listed', missing)];
}

/** Everybody whom a list should name, each by every name they go by. */
function namesOfPeople(message: Message, { role, isOfRows }: List): string[][] {
  const rows = message.recipients.filter(
    (row) =>
      (role === undefined || row.attendeeRole === role) &&
      (isOfRows || !isOrganizerRow(row)) &&
      row.flags?.includes('exceptionalDeleted') !== true,
  );
  const unsendable = isOfRows ? [] : message.unsendableAttendees;
  const others = unsendable.filter(({ attendeeRole }) => role === undefined || attendeeRole === role);
  return [...rows.map(namesOfRow), ...others.map(({ displayName }) => present(displayName))];
}

function namesOfRow({ displayName, recipientDisplayName, emailAddress, smtpAddress }: Recipient): string[] {
  return [displayName, recipientDisplayName, smtpAddress, emailAddress].flatMap(present);
}

function present(name: string | undefined): string[] {
  return name === undefined || name.trim() === '' ? [] : [name.trim()];
}

/** The names in a list. A name with a semicolon in it falls apart here, in the list and in the row alike. */
function partsOf(text: string): string[] {
  return text.split(';').flatMap(present);
}
