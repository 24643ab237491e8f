import { messageProperties } from '../mapi/definitions/message-properties';
import { isClassLost } from '../message/lost-properties';
import { isClassNotCaptured } from '../message/not-captured';
import { itemOf } from '../message/meeting';
import type { Message, MessageValues } from '../message/message';
import { joinPath } from '../damage/path';
import type { CheckResult, Observation, Problem, Values } from './rule';

/** The words of reasons that many rules have in common. */
export const sharedMessages = {
  'not-a-meeting': ({ messageClass }: Values) => `not a meeting (${messageClass ?? 'no message class'})`,
  'class-lost': () => 'the message class is lost to damage, so it may or may not be a meeting',
  'class-not-captured': () =>
    'the export does not say what the item is, so it may or may not be a meeting: save the message itself',
  reply: () => "an attendee's reply, which has a table of one",
  'not-a-calendar-item': () => 'on its way or sent: this is judged on the item in the calendar',
  'attendee-copy': () => "an attendee's copy: this is judged on the organizer's",
  'no-rows': () => 'the recipient table is empty',
  'never-sent': () => 'never sent to anybody, as drafts and templates are not',
  'table-damaged': ({ damage }: Values) => `the recipient table may be incomplete: ${damage}`,
  'properties-lost': () =>
    'properties may be lost to damage or left out of an export, so what is missing proves nothing',
  'columns-not-captured': ({ columns }: Values) =>
    `the export leaves out ${columns}, so what a row lacks proves nothing`,
  'value-unreadable': ({ what }: Values) => `${what} is there but cannot be read`,
  sound: ({ what }: Values) => `nothing wrong with ${what}`,
} as const;

/** The rule has no business with the message, and why. */
export function notApplicable(code: string, values?: Values): CheckResult {
  return { outcome: 'not-applicable', reasons: [{ code, path: '', values }], problems: [] };
}

/** Why a rule about meetings has nothing to say of a message; undefined: it is a meeting that somebody attends. */
export function notAMeeting(message: Message): CheckResult | undefined {
  const item = itemOf(message);
  if (item === 'reply') return notApplicable('reply');
  if (item !== undefined) return undefined;
  if (!isClassLost(message)) return notApplicable('not-a-meeting', { messageClass: message.messageClass });
  const code = isClassNotCaptured(message) ? 'class-not-captured' : 'class-lost';
  return { outcome: 'open', reasons: [{ code, path: '' }], problems: [] };
}

/** What was found: `fail` if anything, `open` if only doubts, else `pass`; `what` was looked at. */
export function judged(
  what: string,
  problems: readonly Problem[],
  doubts: readonly Observation[] = [],
): CheckResult {
  if (problems.length > 0) return { outcome: 'fail', reasons: doubts, problems };
  if (doubts.length > 0) return { outcome: 'open', reasons: doubts, problems };
  return { outcome: 'pass', reasons: [{ code: 'sound', path: '', values: { what } }], problems };
}

/** A problem with a value of a message: it knows the value's place and its bytes. */
export function valueProblem(
  { message, path }: { readonly message: Message; readonly path: string },
  name: keyof MessageValues,
  { code, severity, values }: Pick<Problem, 'code' | 'severity' | 'values'>,
): Problem {
  const { origin } = message.properties.raw(messageProperties[name]) ?? {};
  return { code, severity, path: joinPath(path, name), values, origin };
}
