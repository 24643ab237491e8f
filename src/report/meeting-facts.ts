import { toHex } from '../mapi/values/guid';
import type { Person } from '../rules/rule';
import type { Diagnosis } from '../rules/diagnose';
import { distinctPeople } from '../rules/unreached';
import type { ReportedMessage } from './checked-file';

/** What tells people which meeting an item is of, and whom its changes do not reach. */
export interface MeetingFacts {
  /** Of a meeting its organizer, of another message for whom it was sent. */
  readonly organizer: Person | null;
  /** When the meeting begins, in ISO 8601; null: the item does not say, or not a moment. */
  readonly start: string | null;
  /** PidLidGlobalObjectId in hexadecimal, the same on all copies but for the date of an exception; null: none, or hidden. */
  readonly globalObjectId: string | null;
  /** Whom changes and cancellations do not or would not reach, each once. */
  readonly affected: readonly Person[];
}

/** The facts of an item that was judged. */
export function meetingFacts(
  message: ReportedMessage,
  { unreached }: Pick<Diagnosis, 'unreached'>,
): MeetingFacts {
  const { appointmentStart: start, globalObjectId } = message;
  return {
    organizer: organizerOf(message) ?? null,
    start: start?.kind === 'time' ? start.iso : null,
    globalObjectId: globalObjectId === undefined ? null : toHex(globalObjectId),
    affected: distinctPeople(unreached.flatMap(({ attendees }) => attendees)),
  };
}

function organizerOf(message: ReportedMessage): Person | undefined {
  const name = message.sentRepresentingName;
  const address = message.sentRepresentingSmtpAddress ?? message.sentRepresentingEmailAddress;
  if (name === undefined && address === undefined) return undefined;
  return { ...(name === undefined ? {} : { name }), ...(address === undefined ? {} : { address }) };
}
