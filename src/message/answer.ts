import type { FileTime } from '../mapi/values/file-time';
import { decodeGlobalObjectId } from '../mapi/structures/global-object-id';
import type { Message } from './message';
import type { Recipient } from './recipient';

/** Whether a tracking status is one of those that a row has once the attendee answered: [MS-OXOCAL] 2.2.4.10.2. */
export function isAnswer(status: Recipient['trackStatus']): boolean {
  return status === 'tentative' || status === 'accepted' || status === 'declined';
}

/** 38 hours in ticks: a shift to local time by up to 14 hours, and a day of slack, would fall before 1601. */
const EARLIEST_USABLE_TIME = 38n * 3600n * 10_000_000n;

/** Whether a time other than 0 exists but must fail when it is converted to a calendar date; no source documents it. */
export function isUnusableTime(time: FileTime): boolean {
  return time.kind === 'out-of-range' || (time.kind === 'time' && time.ticks < EARLIEST_USABLE_TIME);
}

/**
 * The first sign of a meeting: nobody can have answered before. Undefined if it has no time at all.
 * QUIRK: [MS-OXCMSG] 2.2.2.3 has PidTagCreationTime say when the item was created; in a .msg that Outlook saved it says when
 * the file was, after any answer (every calendar item of the reference corpus). So the earliest of all times counts.
 */
export function earliestSign(message: Message): FileTime | undefined {
  const { globalObjectId, creationTime, messageDeliveryTime, clientSubmitTime } = message;
  const made = globalObjectId && decodeGlobalObjectId(globalObjectId)?.creationTime;
  let first: FileTime | undefined;
  for (const time of [made, creationTime, messageDeliveryTime, clientSubmitTime]) {
    if (time?.kind === 'time' && (first === undefined || time.ticks < first.ticks)) first = time;
  }
  return first;
}
