import { checkArgument } from '../arguments/check';
import { aMessage } from './given-message';
import type { FileTime } from '../mapi/values/file-time';
import { decodeGlobalObjectId } from '../mapi/structures/global-object-id';
import { itemOf } from './meeting';
import { isOrganizerMail } from './meeting-class';
import type { Message } from './message';

/** The property that shows when an update of an item was last sent, the most certain first. */
export type SendingSignal = 'clientSubmitTime' | 'ownerCriticalChange' | 'lastModificationTime';

/** When an update of an item was last sent, and which property shows it. */
export interface LastSending {
  /**
   * The moment. If it comes from `lastModificationTime`, no update was sent later, but the last one may have been sent
   * earlier.
   */
  readonly time: FileTime;
  readonly by: SendingSignal;
}

/** Two seconds in ticks: what is created and changed within them was written once. */
const ONE_WRITING = 2n * 10_000_000n;

/**
 * When an update of an item was last sent: for a request or a cancellation, when it was submitted; otherwise when the
 * organizer last sent an update (PidLidOwnerCriticalChange), or else when the item was last changed. Undefined if the
 * item has none of these.
 * QUIRK: by [MS-OXCMSG] 2.2.2.2 PidTagLastModificationTime is when the item was last changed. In a .msg that Outlook
 * saved, it is when the file was saved, as is PidTagCreationTime (every file of the reference corpus). So it counts
 * only if the two differ.
 */
export function lastSendingOf(message: Message): LastSending | undefined {
  checkArgument('lastSendingOf', 'The message', message, aMessage);
  const { ownerCriticalChange, lastModificationTime } = message;
  const time = submissionOf(message);
  if (time !== undefined) return { time, by: 'clientSubmitTime' };
  if (ownerCriticalChange?.kind === 'time') return { time: ownerCriticalChange, by: 'ownerCriticalChange' };
  if (lastModificationTime?.kind !== 'time' || isSaved(message)) return undefined;
  return { time: lastModificationTime, by: 'lastModificationTime' };
}

/** When a request or a cancellation was submitted; undefined: it is something else, or does not say. */
export function submissionOf(
  message: Pick<Message, 'kind' | 'messageClass' | 'clientSubmitTime'>,
): FileTime | undefined {
  const { clientSubmitTime: time } = message;
  return time?.kind === 'time' && isOrganizerMail(itemOf(message)) ? time : undefined;
}

/** Whether the times of creation and of the last change are those of the file, and say nothing of the item. */
function isSaved({ creationTime, lastModificationTime }: Message): boolean {
  if (creationTime?.kind !== 'time' || lastModificationTime?.kind !== 'time') return false;
  const between = lastModificationTime.ticks - creationTime.ticks;
  return between >= -ONE_WRITING && between <= ONE_WRITING;
}

/** Before which nothing can have been sent of an item: when it was created; undefined: it does not say. */
export function creationOf(message: Message): FileTime | undefined {
  const { globalObjectId, creationTime } = message;
  const made = globalObjectId && decodeGlobalObjectId(globalObjectId)?.creationTime;
  if (made?.kind === 'time') return made;
  return creationTime?.kind === 'time' && !isSaved(message) ? creationTime : undefined;
}
