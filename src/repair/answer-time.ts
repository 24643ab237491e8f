import type { Reply, ReplyEvidence } from '../evidence/reply/reply';
import { isAnswerOrUnstated } from '../evidence/reply/reply';
import type { FileTime } from '../mapi/values/file-time';
import type { Message } from '../message/message';
import type { Recipient } from '../message/recipient';
import { fittingReplies } from '../rules/catalogue/cancellation-delivery/answers';

/** When each attendee answered by the replies that belong to a meeting: of several, the last answer. */
export function answerTimes(
  replies: readonly ReplyEvidence[],
  item: Message,
): ReadonlyMap<Recipient, FileTime> {
  const times = new Map<Recipient, FileTime>();
  for (const { reply, row } of replies.flatMap((evidence) => fittingReplies(evidence, item))) {
    const time = timeOf(reply);
    const known = times.get(row);
    if (time !== undefined && (known === undefined || known.ticks < time.ticks)) times.set(row, time);
  }
  return times;
}

/** The time that Outlook would have stored; a reply that lacks it, which is what brings the 0 about, says when it was written. */
function timeOf({ participation, attendeeCriticalChange, stamp }: Reply): FileTime | undefined {
  if (!isAnswerOrUnstated(participation)) return undefined;
  const times = [attendeeCriticalChange, stamp];
  return times.find((each) => each?.zone === 'utc' && each.time?.kind === 'time')?.time;
}
