import { checkArgument } from '../arguments/check';
import { aMessage } from './given-message';
import type { FileTime } from '../mapi/values/file-time';
import { decodeGlobalObjectId } from '../mapi/structures/global-object-id';
import { itemOf } from './meeting';
import type { Message } from './message';

/** The property that tells when an update of an item was last sent, the surest first. */
export type SendingSignal = 'clientSubmitTime' | 'ownerCriticalChange' | 'lastModificationTime';

/** When an update of an item was last sent, and how that is known. */
export interface LastSending {
  /** The moment; of `lastModificationTime` no update was sent later, but one may have been sent before. */
  readonly time: FileTime;
  readonly by: SendingSignal;
}

/** Two seconds in ticks: what is created and changed within them was written once. */
const ONE_WRITING = 2n * 10_000_000n;

/**
 * When an update of an item was last sent: of a request or a cancellation when it was submitted; else when the organizer
 * last sent one (PidLidOwnerCriticalChange); else when the item was last changed. Undefined: it does not say.
 * QUIRK: [MS-OXCMSG] 2.2.2.2 has PidTagLastModificationTime say when the item was last changed; in a .msg that Outlook
 * saved it says when the file was, as PidTagCreationTime does (every file of the reference corpus). So it counts only
 * where the two differ.
 */
export function lastSendingOf(message: Message): LastSending | undefined {
  checkArgument('lastSendingOf', 'The message', message, aMessage);
  const { clientSubmitTime, ownerCriticalChange, lastModificationTime } = message;
  const item = itemOf(message);
  const isMail = item === 'request' || item === 'cancellation';
  if (isMail && clientSubmitTime?.kind === 'time') return { time: clientSubmitTime, by: 'clientSubmitTime' };
  if (ownerCriticalChange?.kind === 'time') return { time: ownerCriticalChange, by: 'ownerCriticalChange' };
  if (lastModificationTime?.kind !== 'time' || isSaved(message)) return undefined;
  return { time: lastModificationTime, by: 'lastModificationTime' };
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
