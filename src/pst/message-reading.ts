import { DEFAULT_CODE_PAGE } from '../mapi/values/code-page';
import { noNames } from '../mapi/values/named-property';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import type { PropertyTable } from '../mapi/rows/property-table';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { StoredMessage } from '../mapi/object/stored-message';
import type { AttachmentParts, MessageParts } from '../mapi/object/stored-message';
import type { NodeBlocks } from './ltp/node-object';

/** Tables without rows are all the same one. */
export const noRows = new PropertyTableBuilder(0, 0).finish(() => '', {
  codePage: DEFAULT_CODE_PAGE,
  names: noNames,
});
export const noAttachments: AttachmentParts = { table: noRows, embedded: [] };

/** Where a message is. */
export interface MessagePlace {
  readonly blocks: NodeBlocks;
  /** Where it stands in the outermost `Message`, such as `embedded[0]`; empty for that itself. */
  readonly path: string;
  /** The node, by whose names people find it: `node 0x200024`, or `…/attachment 0x8025/message 0x200044`. */
  readonly storage: string;
  readonly depth: number;
  readonly codePage: number;
}

/** A message whose parts have been read, or are about to be. */
export class MessageReading implements MessageParts {
  readonly place: MessagePlace;
  readonly names: NamedPropertyMap;
  readonly message: StoredMessage;
  properties: PropertyTable = noRows;
  recipients: PropertyTable = noRows;
  attachments: AttachmentParts = noAttachments;

  constructor(place: MessagePlace, names: NamedPropertyMap) {
    this.place = place;
    this.names = names;
    this.message = new StoredMessage(this);
  }

  get fallbackCodePage(): number {
    return this.place.codePage;
  }
}
