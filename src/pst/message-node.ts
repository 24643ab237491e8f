import type { ReportDamage } from '../damage/anomaly';
import { joinPath } from '../damage/path';
import { ATTACH_DATA_OBJECT, isEmbeddedMessage } from '../mapi/object/attachment-content';
import type { FetchObject } from '../mapi/object/attached-object';
import type { ContainerMessages } from '../mapi/object/container-messages';
import type { MessagePlace, MessageSteps } from '../mapi/object/message-reading';
import { noAttachments } from '../mapi/object/stored-message';
import type { AttachmentParts, StoredMessage } from '../mapi/object/stored-message';
import { emptyTable } from '../mapi/rows/empty-table';
import { PropertyStore } from '../mapi/rows/property-store';
import type { PropertyTable } from '../mapi/rows/property-table';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import type { StorageNames } from '../mapi/rows/store-context';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import { contentInStore } from './ltp/attached-data';
import { NodeObject } from './ltp/node-object';
import type { NodeBlocks } from './ltp/node-object';
import { readPropertyContext } from './ltp/property-context';
import { TableContext } from './ltp/table-context';
import type { BlockValueOptions } from './ltp/deferred-data';
import type { StoreReading } from './ndb/store-reading';
import { NodeId, nodeType } from './ndb/node-id';
import { hex } from './ndb/store-bytes';
import type { SubNode } from './ndb/sub-node-tree';

// [MS-PST] 2.4.5, 2.4.6: messages, their recipient tables and attachments

/** The node of a message. */
export interface NodePlace {
  readonly blocks: NodeBlocks;
  /** By what name people find it: `node 0x200024`, or `…/attachment 0x8025/message 0x200044`. */
  readonly storage: string;
}

/** The node of a message: its property context, and the tables and attachments in its sub-nodes. */
export class MessageNode implements MessageSteps {
  readonly names: NamedPropertyMap;
  readonly #reading: StoreReading;
  readonly #options: BlockValueOptions;
  readonly #place: MessagePlace<NodePlace>;
  readonly #message: StoredMessage;
  readonly #messages: ContainerMessages<NodePlace>;
  readonly #node: NodeObject | undefined;

  constructor(
    reading: StoreReading,
    names: NamedPropertyMap,
    options: BlockValueOptions,
    place: MessagePlace<NodePlace>,
    message: StoredMessage,
    messages: ContainerMessages<NodePlace>,
  ) {
    this.names = names;
    this.#reading = reading;
    this.#options = options;
    this.#place = place;
    this.#message = message;
    this.#messages = messages;
    const { blocks, storage } = place.where;
    this.#node = NodeObject.open(reading, blocks, reading.at(place.path, storage));
  }

  get properties(): PropertyTable {
    const { storage } = this.#place.where;
    const table = this.#newTable(3);
    readPropertyContext(this.#node, table, this.#options);
    return table.finish(() => storage, this.#message);
  }

  get recipients(): PropertyTable {
    const { path, where } = this.#place;
    const storage = `${where.storage}/recipients`;
    const report = this.#reading.at(joinPath(path, 'recipients'), storage);
    const table = this.#openTable(NodeId.recipientTable, report);
    if (table === undefined) return emptyTable;
    const { places } = table.readRowIndex();
    const within = places.slice(0, this.#messages.recipientsWithinLimit(places.length, path));
    const builder = this.#newTable(within.length);
    table.readRows(within, builder, this.#options, (row) =>
      this.#reading.at(joinPath(path, `recipients[${row}]`), `${storage} row ${within[row]}`),
    );
    return builder.finish((row) => `${storage} row ${within[row] ?? row}`, this.#message);
  }

  get attachments(): AttachmentParts {
    const { path, where } = this.#place;
    const report = this.#reading.at(joinPath(path, 'attachments'), `${where.storage}/attachments`);
    const ids = this.#openTable(NodeId.attachmentTable, report)?.readRowIndex().ids ?? [];
    return ids.length === 0 ? noAttachments : this.#readAttachments(ids);
  }

  #readAttachments(ids: readonly number[]): AttachmentParts {
    const { path, where } = this.#place;
    const builder = this.#newTable(ids.length);
    const nodes: (NodeObject | undefined)[] = [];
    const objects: (number | undefined)[] = [];
    const holderOf = (row: number): string => attachmentStorage(where.storage, ids[row] ?? 0);
    const reportAt = (row: number): ReportDamage =>
      this.#reading.at(joinPath(path, `attachments[${row}]`), holderOf(row));
    this.#reading.database.source.gather(ids.length, (row) => {
      nodes[row] = this.#openAttachment(ids[row] ?? 0, reportAt(row));
      objects[row] = readPropertyContext(nodes[row], builder, this.#options).get(ATTACH_DATA_OBJECT);
      if (objects[row] !== undefined) nodes[row]?.readSubNodes(); // together with those of the others
    });
    const table = builder.finish(attachmentNames(where.storage, ids), this.#message);
    const embedded = this.#messages.embed(this.#place, this.#message, {
      table,
      messageIn: (row) => messageIn(nodes[row], objects[row], new PropertyStore(table, row), holderOf(row)),
      contentOf: (row) => contentInStore(this.#reading, table, row, reportAt(row)),
      reportAt,
    });
    const fetchObject = (row: number): FetchObject | undefined =>
      isEmbeddedMessage(new PropertyStore(table, row))
        ? undefined
        : this.#fetchObject(nodes[row], objects[row]);
    return { table, embedded, objects: ids.map((_, row) => fetchObject(row)) };
  }

  /** What fetches the OLE object in an attachment: the data of a sub-node, [MS-PST] 2.3.3.5. */
  #fetchObject(attachment: NodeObject | undefined, object: number | undefined): FetchObject | undefined {
    const block = object === undefined ? undefined : attachment?.subNodes.get(object)?.data;
    return block === undefined ? undefined : () => this.#options.fetch(block);
  }

  /** A table in a sub-node; undefined if there is none: a message without recipients or attachments needs no table. */
  #openTable(nodeId: number, report: ReportDamage): TableContext | undefined {
    const subNode = this.#node?.subNodes.get(nodeId);
    if (subNode === undefined) this.#reportOtherNumber(nodeId, report);
    const node = subNode && NodeObject.open(this.#reading, subNode, report);
    return node && TableContext.open(node);
  }

  /** A table that is not there may be there under another number: its type is in the lower bits of that. */
  #reportOtherNumber(nodeId: number, report: ReportDamage): void {
    const other = Array.from(this.#node?.subNodes.keys() ?? []).find(
      (id) => nodeType(id) === nodeType(nodeId),
    );
    if (other === undefined) return;
    report('pst-node-missing', `Sub-node ${hex(nodeId)} does not exist, and ${hex(other)} has its type`);
  }

  #openAttachment(id: number, report: ReportDamage): NodeObject | undefined {
    const subNode = this.#node?.subNodes.get(id);
    if (subNode !== undefined) return NodeObject.open(this.#reading, subNode, report);
    report('pst-node-missing', `Attachment ${hex(id)} is not among the sub-nodes of its message`);
    return undefined;
  }

  #newTable(rows: number): PropertyTableBuilder {
    return new PropertyTableBuilder(this.#reading.database.source.byteLength, rows);
  }
}

/** On its own, so that it holds the IDs and not the nodes that were read. */
function attachmentNames(message: string, ids: readonly number[]): StorageNames {
  return (row) => attachmentStorage(message, ids[row] ?? 0);
}

function attachmentStorage(message: string, id: number): string {
  return `${message}/attachment ${hex(id)}`;
}

/** The node of the message in an attachment: a PtypObject holds either that or an OLE object. */
function messageIn(
  attachment: NodeObject | undefined,
  object: number | undefined,
  properties: PropertyStore,
  holder: string,
): NodePlace | undefined {
  if (attachment === undefined || object === undefined) return undefined;
  if (!isEmbeddedMessage(properties)) return undefined;
  const blocks: SubNode | undefined = attachment.subNodes.get(object);
  if (blocks !== undefined) return { blocks, storage: `${holder}/message ${hex(blocks.id)}` };
  attachment.report(
    'pst-node-missing',
    `Embedded message ${hex(object)} is not among the sub-nodes of its attachment`,
  );
  return undefined;
}
