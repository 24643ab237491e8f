import { attachmentContent, attachmentProperties } from '../mapi/definitions/attachment-properties';
import type { PropertyStore } from '../mapi/rows/property-store';
import { meetingItemOf } from './meeting-class';

/**
 * What a message is in its file. `message`: the file's own message; `exception`: an exception of a recurring meeting;
 * `attached`: a file that is an attachment, such as a .msg; `embedded`: any other message in an attachment.
 */
export type MessageKind = 'message' | 'exception' | 'embedded' | 'attached';

/** afException, the only bit of PidTagAttachmentFlags: [MS-OXOCAL] 2.2.10.1.2. */
const EXCEPTION = 0x2;

/** The attachment says that it is an exception, and so does the class; damage may have cost one of the two. */
export function kindOfEmbedded(
  attachment: PropertyStore,
  messageClass: string | undefined,
): Exclude<MessageKind, 'message'> {
  const content = attachment.raw(attachmentContent)?.content;
  if (content === 'loaded' || content === 'left-in-file') return 'attached';
  const flags = attachment.peek(attachmentProperties.attachmentFlags) ?? 0;
  const isException = (flags & EXCEPTION) !== 0 || meetingItemOf(messageClass) === 'exception';
  return isException ? 'exception' : 'embedded';
}
