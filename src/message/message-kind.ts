import { attachmentContent, attachmentProperties } from '../mapi/definitions/message-properties';
import type { PropertyStore } from '../mapi/rows/property-store';
import { meetingItemOf } from './meeting-class';

/** `message`: the file's; `exception`: of a recurring meeting; `attached`: a file that is an attachment; `embedded`: any other. */
export type MessageKind = 'message' | 'exception' | 'embedded' | 'attached';

/** afException, the only bit of PidTagAttachmentFlags: [MS-OXOCAL] 2.2.10.1.2. */
const EXCEPTION = 0x2;

/** What the message in an attachment is. That it is an exception, the attachment says and the class: one may be lost. */
export function kindWithin(attachment: PropertyStore, messageClass: string | undefined): MessageKind {
  const content = attachment.raw(attachmentContent)?.content;
  if (content === 'loaded' || content === 'left-in-file') return 'attached';
  const flags = attachment.peek(attachmentProperties.attachmentFlags) ?? 0;
  const isException = (flags & EXCEPTION) !== 0 || meetingItemOf(messageClass) === 'exception';
  return isException ? 'exception' : 'embedded';
}
