import { itemOf } from './meeting';
import { isOrganizerMail } from './meeting-class';
import { copyOf } from './meeting-copy';
import type { Message } from './message';

/**
 * Whether a meeting was ever sent to somebody: it says so (PidLidFInvited, [MS-OXOCAL] 2.2.4.4), it is itself what was
 * sent, or it is the copy of somebody to whom it was. Drafts and templates were not, and may lack whatever sending adds.
 */
export function wasSent(message: Message): boolean {
  if (message.invited === true) return true;
  return isOrganizerMail(itemOf(message)) || copyOf(message).owner === 'attendee';
}
