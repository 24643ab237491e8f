import { messageProperties } from '../mapi/definitions/message-properties';
import type { Origin } from '../mapi/values/raw-property';
import { isClassLost } from '../message/lost-properties';
import { isClassNotCaptured } from '../message/not-captured';
import { itemOf } from '../message/meeting';
import type { Message } from '../message/message';
import type { MessageValues } from '../message/message-content';
import { joinPath } from '../damage/path';
import type { SharedReason } from './messages';
import type { CheckResult, Observation, Problem, Values } from './rule';

/** Some result of a rule, with codes and values of which its caller knows what they are. */
export interface ResultWith<Reason extends Observation, Found extends Problem> extends Pick<
  CheckResult,
  'outcome'
> {
  readonly reasons: readonly Reason[];
  readonly problems: readonly Found[];
}

/** A reason with its code and what its words need. */
export interface ReasonWith<Code extends string, V> {
  readonly code: Code;
  readonly path: string;
  readonly values: V;
}

/** The result of a rule that does not apply to the message, with the reason. */
export function notApplicable<Code extends string>(
  code: Code,
): ResultWith<ReasonWith<Code, undefined>, never>;
export function notApplicable<Code extends string, V extends Values>(
  code: Code,
  values: V,
): ResultWith<ReasonWith<Code, V>, never>;
export function notApplicable(code: string, values?: Values): ResultWith<Observation, never> {
  return { outcome: 'not-applicable', reasons: [{ code, path: '', values }], problems: [] };
}

/** Why a message is no meeting. */
export type NotAMeeting =
  | ReasonWith<'reply' | 'class-lost' | 'class-not-captured', undefined>
  | ReasonWith<'not-a-meeting', { messageClass: string | undefined }>;

/**
 * The result of a rule about meetings for a reply, or for a message that is not about a meeting; undefined for others.
 */
export function notAMeeting(message: Message): ResultWith<NotAMeeting, never> | undefined {
  const item = itemOf(message);
  if (item === 'reply') return notApplicable('reply');
  if (item !== undefined) return undefined;
  if (!isClassLost(message)) return notApplicable('not-a-meeting', { messageClass: message.messageClass });
  const code = isClassNotCaptured(message) ? 'class-not-captured' : 'class-lost';
  return { outcome: 'open', reasons: [{ code, path: '', values: undefined }], problems: [] };
}

/** What was looked at, where nothing is wrong with it. */
export type Sound = ReasonWith<'sound', { what: string }>;

/**
 * The result of judging: `fail` if there are problems, `open` if there are only doubts, otherwise `pass`. `what` names
 * the thing judged.
 */
export function judged<const Found extends Problem>(
  what: string,
  problems: readonly Found[],
): ResultWith<Sound, Found>;
export function judged<const Found extends Problem, const Doubt extends Observation>(
  what: string,
  problems: readonly Found[],
  doubts: readonly Doubt[],
): ResultWith<Doubt | Sound, Found>;
export function judged(
  what: string,
  problems: readonly Problem[],
  doubts: readonly Observation[] = [],
): ResultWith<Observation, Problem> {
  if (problems.length > 0) return { outcome: 'fail', reasons: doubts, problems };
  if (doubts.length > 0) return { outcome: 'open', reasons: doubts, problems };
  return { outcome: 'pass', reasons: [{ code: 'sound', path: '', values: { what } }], problems };
}

/**
 * A doubt if a value of a message is there but cannot be read, so that its content is unknown; otherwise empty. `what`
 * names the value.
 */
export function unreadable(
  { message, path }: { readonly message: Message; readonly path: string },
  name: keyof MessageValues,
  what: string,
): SharedReason[] {
  const state = message.properties.state(messageProperties[name]);
  const isRead = state === 'present' || state === 'unlisted' || state === 'absent';
  return isRead ? [] : [{ code: 'value-unreadable', path: joinPath(path, name), values: { what } }];
}

/** Adds to a problem with a value of a message the value's path and the place of its bytes. */
export function valueProblem<const Found extends Pick<Problem, 'code' | 'severity' | 'values'>>(
  { message, path }: { readonly message: Message; readonly path: string },
  name: keyof MessageValues,
  problem: Found,
): Found & { readonly path: string; readonly origin: Origin | undefined } {
  const { origin } = message.properties.raw(messageProperties[name]) ?? {};
  return { ...problem, path: joinPath(path, name), origin };
}
