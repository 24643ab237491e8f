import type { WrittenAttachment, WrittenMessage, WrittenProperty } from '../msg-writer';
import { LittleEndian } from './little-endian';
import type { NodeContent, NodeDatabase } from './node-database';
import { writePropertyContext } from './property-context';
import { storeProperty } from './stored-property';
import type { PropertyEncoding, StoredProperty } from './stored-property';
import type { Subnode } from './subnode-tree';
import { attachmentColumns, recipientColumns } from './table-columns';
import { writeTableContext } from './table-context';
import type { ValueOptions } from './value-storage';

export interface MessageWriting extends ValueOptions {
  readonly database: NodeDatabase;
  readonly encoding: PropertyEncoding;
  /** Whether subjects begin with the mark of [MS-PST] 2.5.3.1.1.1, as Outlook writes them. */
  readonly markSubjects?: boolean;
}

const RECIPIENT_TABLE = 0x692;
const ATTACHMENT_TABLE = 0x671;
const FIRST_ATTACHMENT = 0x8025;
const EMBEDDED_MESSAGE = 0x200024;
const PTYP_OBJECT = 0x000d;
const SUBJECT = 0x0037;
const MESSAGE_FLAGS = 0x0e07;
const MESSAGE_SIZE = 0x0e08;

/** Writes a message object, [MS-PST] 2.4.5: its properties, recipients and attachments. Without recipients it has no table of them. */
export function writeMessageNode(
  writing: MessageWriting,
  name: string,
  message: WrittenMessage,
): NodeContent {
  const { database } = writing;
  const { recipients = [], attachments = [] } = message;
  const subnodes: Subnode[] = [];
  if (recipients.length > 0) {
    const rows = recipients.map((row, id) => ({ id, cells: stored(writing, row) }));
    const label = `${name} recipients`;
    const options = { ...writing, deletedRows: writing.deletedRecipients };
    const table = writeTableContext(database, label, recipientColumns(writing.encoding), rows, options);
    subnodes.push(database.subnode(label, RECIPIENT_TABLE, table));
  }
  if (attachments.length > 0) subnodes.push(...writeAttachments(writing, name, attachments));
  return writePropertyContext(database, name, messageProperties(writing, message), writing, subnodes);
}

/** What the store knows of a message: its own properties, and those that stores add. */
export function messageProperties(
  writing: MessageWriting,
  { properties, attachments = [] }: WrittenMessage,
): StoredProperty[] {
  const flags = 1 | (attachments.length > 0 ? 0x10 : 0); // read, has attachments
  const added: WrittenProperty[] = [
    { id: MESSAGE_FLAGS, type: 0x0003, value: flags },
    { id: MESSAGE_SIZE, type: 0x0003, value: 1000 },
  ];
  const missing = added.filter(({ id }) => !properties.some((property) => property.id === id));
  const own = writing.markSubjects ? properties.map(markSubject) : properties;
  return stored(writing, [...own, ...missing]);
}

/** The character 1, and one more than the length of the prefix: here there is none. */
function markSubject(property: WrittenProperty): WrittenProperty {
  if (property.id !== SUBJECT || typeof property.value !== 'string') return property;
  return { ...property, value: `\u0001\u0001${property.value}` };
}

function writeAttachments(
  writing: MessageWriting,
  name: string,
  attachments: readonly WrittenAttachment[],
): Subnode[] {
  const { database } = writing;
  const nodes = attachments.map((attachment, index) => {
    const label = `${name} attachment ${index}`;
    const nid = FIRST_ATTACHMENT + index * 0x20;
    return database.subnode(label, nid, attachmentNode(writing, label, attachment));
  });
  const rows = attachments.map(({ properties }, index) => ({
    id: nodes[index]?.nid ?? 0,
    cells: [
      { tag: 0x0e200003, bytes: new LittleEndian(4).u32(0, 100).bytes },
      ...stored(
        writing,
        properties.filter(({ id }) => [0x3704, 0x3705, 0x370b].includes(id as number)),
      ),
    ],
  }));
  const label = `${name} attachments`;
  const table = writeTableContext(database, label, attachmentColumns(writing.encoding), rows, writing);
  return [...nodes, database.subnode(label, ATTACHMENT_TABLE, table)];
}

/**
 * An attachment object; an embedded message, or the data of an OLE object, is a node below it, and its object property
 * names it, [MS-PST] 2.4.6.2.2, 2.3.3.5.
 */
function attachmentNode(
  writing: MessageWriting,
  name: string,
  { properties, message }: WrittenAttachment,
): NodeContent {
  const { database } = writing;
  const ole = properties.find(({ type }) => type === PTYP_OBJECT)?.value as Uint8Array | undefined;
  const own = stored(
    writing,
    properties.filter(({ type }) => type !== PTYP_OBJECT),
  );
  if (message === undefined && ole === undefined) return writePropertyContext(database, name, own, writing);
  const label = `${name} ${message === undefined ? 'object' : 'message'}`;
  const content =
    message === undefined
      ? { blocks: database.cut(ole as Uint8Array), subnodes: [] }
      : writeMessageNode(writing, label, message);
  const node = database.subnode(label, EMBEDDED_MESSAGE, content);
  const object = { tag: 0x3701000d, bytes: new LittleEndian(8).u32(0, EMBEDDED_MESSAGE, 1000).bytes };
  return writePropertyContext(database, name, [...own, object], writing, [node]);
}

function stored({ encoding }: MessageWriting, properties: readonly WrittenProperty[]): StoredProperty[] {
  return properties.map((property) => storeProperty(property, encoding));
}
