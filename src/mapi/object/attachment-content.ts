import type { PropertyStore } from '../rows/property-store';
import { ATTACH_DATA, attachmentProperties } from '../definitions/message-properties';
import { idOf, propertyTag, PropertyType } from '../values/property-type';

/** PidTagAttachDataObject: a storage, with a message or an OLE object in it. */
export const ATTACH_DATA_OBJECT = propertyTag(ATTACH_DATA, PropertyType.object);

/** Whether a value stays where it is until somebody asks: long ones, and an attachment's content whatever its length. */
export function staysInFile(tag: number, size: number, loadValuesUpTo: number): boolean {
  return size > loadValuesUpTo || idOf(tag) === ATTACH_DATA;
}

/** Whether an attachment says that its content is a message: afEmbeddedMessage, [MS-OXCMSG] 2.2.2.9. */
export function isEmbeddedMessage(attachment: PropertyStore): boolean {
  return attachment.peek(attachmentProperties.method) === 'embeddedMessage';
}
