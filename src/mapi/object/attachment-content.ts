import type { PropertyStore } from '../rows/property-store';
import type { PropertyTable } from '../rows/property-table';
import { ATTACH_DATA, attachmentProperties } from '../definitions/attachment-properties';
import { propertyTag, PropertyType } from '../values/property-type';

/** PidTagAttachDataBinary: a stream. */
export const ATTACH_DATA_BINARY = propertyTag(ATTACH_DATA, PropertyType.binary);

/** PidTagAttachDataObject: a storage, with a message or an OLE object in it. */
export const ATTACH_DATA_OBJECT = propertyTag(ATTACH_DATA, PropertyType.object);

/** The number of the property in a table that is the content of an attachment; -1: it has none. */
export function contentIndex(table: PropertyTable, row: number): number {
  const index = table.find(row, ATTACH_DATA);
  return index >= 0 && table.tag(index) === ATTACH_DATA_BINARY ? index : -1;
}

/** The file name of an attachment, the long one if there is one; else what it is shown as. */
export function attachmentName(attachment: PropertyStore): string | undefined {
  const { longFileName, fileName, displayName } = attachmentProperties;
  return attachment.peek(longFileName) ?? attachment.peek(fileName) ?? attachment.peek(displayName);
}

/** Whether an attachment says that its content is a message: afEmbeddedMessage, [MS-OXCMSG] 2.2.2.9. */
export function isEmbeddedMessage(attachment: PropertyStore): boolean {
  return attachment.peek(attachmentProperties.method) === 'embeddedMessage';
}
