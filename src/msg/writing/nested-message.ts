import { ATTACH_DATA_BINARY } from '../../mapi/object/attachment-content';
import type { AttachmentObject, MessageObject } from '../../mapi/object/message-object';

/** The message in an attachment, if that is a storage; a message in an attached file is written as the file's bytes. */
export function nestedMessage({ properties, embedded }: AttachmentObject): MessageObject | undefined {
  if (embedded === undefined) return undefined;
  for (const { tag } of properties) if (tag === ATTACH_DATA_BINARY) return undefined;
  return embedded;
}
