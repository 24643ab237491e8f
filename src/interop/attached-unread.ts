import { FormatError } from '../damage/errors';
import type { AttachedContent, RecogniseAttached } from '../mapi/object/attached-file';
import { saysItIsMessage } from '../mapi/object/attached-file';

/** Says of attached files that are called like messages that they were not read: their content stays with the other reader. */
export const attachedUnread: RecogniseAttached = (file) =>
  saysItIsMessage(file)
    ? () => {
        throw new FormatError('attached-file-unread', 'pass its content to decodeMessage');
      }
    : undefined;

/** The content of an attachment that the other reader keeps to itself. */
export const contentElsewhere: AttachedContent = {
  size: 0,
  head: () => new Uint8Array(0),
  whole: () => new Uint8Array(0),
  fetch: () => Promise.resolve(new Uint8Array(0)),
};
