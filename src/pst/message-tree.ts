import type { ReportDamage } from '../damage/anomaly';
import type { Limits } from '../damage/errors';
import { DEFAULT_CODE_PAGE } from '../mapi/values/code-page';
import type { AttachmentParts, StoredMessage } from '../mapi/object/stored-message';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import { PropertyStore } from '../mapi/rows/property-store';
import type { PropertyTable } from '../mapi/rows/property-table';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import type { StorageNames } from '../mapi/rows/store-context';
import { joinPath } from '../damage/path';
import { MessageReading, noAttachments, noRows } from './message-reading';
import type { MessagePlace } from './message-reading';
import { NodeObject } from './ltp/node-object';
import type { NodeBlocks } from './ltp/node-object';
import { readPropertyContext } from './ltp/property-context';
import { TableContext } from './ltp/table-context';
import type { ValueOptions } from './ltp/value-reader';
import type { StoreReading } from './ndb/node-database';
import { NodeId } from './ndb/node-id';
import { hex } from './ndb/store-bytes';
import type { SubNode } from './ndb/sub-node-tree';
import { ATTACH_DATA_OBJECT, isEmbeddedMessage } from '../mapi/object/attachment-content';

// [MS-PST] 2.4.5, 2.4.6: messages, their recipient tables and attachments

/** PidTagAttachDataObject as PtypObject: the sub-node of an embedded message, or of an OLE object. */

/** How messages are read. */
export interface MessageOptions extends ValueOptions {
  readonly limits: Limits;
  /** The code page of 8-bit strings for messages that do not say; undefined: that of what holds them. */
  readonly codePage: number | undefined;
}

/** A message and every message embedded in it, all read: nothing of the file is needed after it. */
export class MessageTree {
  readonly outermost: StoredMessage;
  readonly #reading: StoreReading;
  readonly #names: NamedPropertyMap;
  readonly #options: MessageOptions;
  /** In the order in which they are met: a file decides how deep they lie, so they are listed and not recursed into. */
  readonly #messages: MessageReading[] = [];

  constructor(
    reading: StoreReading,
    id: number,
    blocks: NodeBlocks,
    names: NamedPropertyMap,
    options: MessageOptions,
    fallbackCodePage = DEFAULT_CODE_PAGE,
  ) {
    this.#reading = reading;
    this.#names = names;
    this.#options = options;
    const codePage = options.codePage ?? fallbackCodePage;
    this.outermost = this.#begin({ blocks, path: '', storage: `node ${hex(id)}`, depth: 0, codePage });
    for (const message of this.#messages) this.#read(message); // which lengthens the list
  }

  /** Reports the values of all messages that cannot be decoded. */
  check(): void {
    for (const { place, message } of this.#messages)
      message.check((part) => this.#reading.log.at(joinPath(place.path, part)));
  }

  #begin(place: MessagePlace): StoredMessage {
    const begun = new MessageReading(place, this.#names);
    this.#messages.push(begun);
    return begun.message;
  }

  #read(read: MessageReading): void {
    const { blocks, path, storage } = read.place;
    const report = this.#reading.at(path, storage);
    const node = NodeObject.open(this.#reading, blocks, report);
    const table = new PropertyTableBuilder(this.#reading.database.source.byteLength, 3);
    readPropertyContext(node, table, this.#options);
    read.properties = table.finish(() => storage, read.message);
    if (node === undefined) return;
    read.recipients = this.#readRecipients(read, node);
    read.attachments = this.#readAttachments(read, node);
  }

  #readRecipients({ place: { path, storage }, message }: MessageReading, node: NodeObject): PropertyTable {
    const report = this.#reading.at(joinPath(path, 'recipients'), `${storage}/recipients`);
    const table = this.#openTable(node, NodeId.recipientTable, report);
    if (table === undefined) return noRows;
    const { places } = table.readRowIndex();
    const within = this.#withinLimit(places, report);
    const builder = new PropertyTableBuilder(this.#reading.database.source.byteLength, within.length);
    table.readRows(within, builder, this.#options, (row) =>
      this.#reading.at(joinPath(path, `recipients[${row}]`), `${storage}/recipients row ${within[row]}`),
    );
    return builder.finish((row) => `${storage}/recipients row ${within[row] ?? row}`, message);
  }

  #withinLimit(places: readonly number[], report: ReportDamage): readonly number[] {
    const limit = this.#options.limits.recipients;
    if (places.length <= limit) return places;
    report('limit-recipients', `${places.length} recipients, more than ${limit}; the rest was not read`);
    return places.slice(0, limit);
  }

  /** A table in a sub-node; undefined if there is none: a message without recipients or attachments needs no table. */
  #openTable({ subNodes }: NodeObject, nodeId: number, report: ReportDamage): TableContext | undefined {
    const subNode = subNodes.get(nodeId);
    const node = subNode && NodeObject.open(this.#reading, subNode, report);
    return node && TableContext.open(node);
  }

  #readAttachments(read: MessageReading, node: NodeObject): AttachmentParts {
    const { path, storage } = read.place;
    const report = this.#reading.at(joinPath(path, 'attachments'), `${storage}/attachments`);
    const ids = this.#openTable(node, NodeId.attachmentTable, report)?.readRowIndex().ids ?? [];
    if (ids.length === 0) return noAttachments;
    const builder = new PropertyTableBuilder(this.#reading.database.source.byteLength, ids.length);
    const nodes: (NodeObject | undefined)[] = [];
    const objects: (number | undefined)[] = [];
    const reportAt = (index: number): ReportDamage =>
      this.#reading.at(joinPath(path, `attachments[${index}]`), attachmentStorage(storage, ids[index] ?? 0));
    this.#reading.database.source.gather(ids.length, (index) => {
      nodes[index] = this.#openAttachment(
        node.subNodes.get(ids[index] ?? 0),
        ids[index] ?? 0,
        reportAt(index),
      );
      objects[index] = readPropertyContext(nodes[index], builder, this.#options).get(ATTACH_DATA_OBJECT);
      if (objects[index] !== undefined) nodes[index]?.readSubNodes(); // together with those of the others
    });
    const table = builder.finish(attachmentNames(storage, ids), read.message);
    let count = 0;
    const embedded = ids.map((id, row) => {
      const inner = embeddedNode(nodes[row], objects[row], new PropertyStore(table, row));
      if (inner === undefined || !this.#isWithinDepth(read.place, reportAt(row))) return undefined;
      return this.#begin(this.#embeddedPlace(inner, read, attachmentStorage(storage, id), count++));
    });
    return { table, embedded };
  }

  #openAttachment(subNode: SubNode | undefined, id: number, report: ReportDamage): NodeObject | undefined {
    if (subNode !== undefined) return NodeObject.open(this.#reading, subNode, report);
    report('pst-node-missing', `Attachment ${hex(id)} is not among the sub-nodes of its message`);
    return undefined;
  }

  #isWithinDepth({ depth }: MessagePlace, report: ReportDamage): boolean {
    const { embeddedDepth } = this.#options.limits;
    if (depth < embeddedDepth) return true;
    const message = `Messages are embedded deeper than ${embeddedDepth}; the deeper ones were not read`;
    report('limit-embedded-depth', message);
    return false;
  }

  #embeddedPlace(
    blocks: SubNode,
    { place, message }: MessageReading,
    holder: string,
    index: number,
  ): MessagePlace {
    return {
      blocks,
      path: joinPath(place.path, `embedded[${index}]`),
      storage: `${holder}/message ${hex(blocks.id)}`,
      depth: place.depth + 1,
      codePage: this.#options.codePage ?? message.codePage,
    };
  }
}

/** On its own, so that it holds the IDs and not the nodes that were read. */
function attachmentNames(message: string, ids: readonly number[]): StorageNames {
  return (row) => attachmentStorage(message, ids[row] ?? 0);
}

function attachmentStorage(message: string, id: number): string {
  return `${message}/attachment ${hex(id)}`;
}

/** The message in an attachment: a PtypObject holds either that or an OLE object. */
function embeddedNode(
  attachment: NodeObject | undefined,
  object: number | undefined,
  properties: PropertyStore,
): SubNode | undefined {
  if (attachment === undefined || object === undefined) return undefined;
  if (!isEmbeddedMessage(properties)) return undefined;
  const node = attachment.subNodes.get(object);
  if (node === undefined)
    attachment.report(
      'pst-node-missing',
      `Embedded message ${hex(object)} is not among the sub-nodes of its attachment`,
    );
  return node;
}
