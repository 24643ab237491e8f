import { attachmentProperties } from '../mapi/message-properties';
import type { PropertyStore } from '../mapi/property-store';
import type { Message } from './message';
import { viewOf } from './property-view';

/** An attachment: what is said about it. Its content stays in the file. */
export class Attachment extends viewOf(attachmentProperties) {
  constructor(
    properties: PropertyStore,
    /** The message in it, which `message.embedded` lists too. */
    readonly embedded: Message | undefined,
  ) {
    super(properties);
    Object.defineProperty(this, 'embedded', { enumerable: false });
  }
}
