import type { WrittenProperty } from '../msg-writer';
import { messageProperties } from './message-node';
import type { MessageWriting } from './message-node';
import { writePropertyContext } from './property-context';
import { storeProperty } from './stored-property';
import type { StoredProperty } from './stored-property';
import { associatedColumns, contentsColumns, hierarchyColumns } from './table-columns';
import { writeTableContext } from './table-context';
import type { TableRow } from './table-context';
import type { StoredMessage, WrittenFolder } from './written-folder';

/** A folder whose NID is known, and those below it. */
export interface NumberedFolder {
  readonly folder: WrittenFolder;
  readonly nid: number;
  readonly path: string;
  readonly folders: readonly NumberedFolder[];
  /** Properties that the store adds, such as the calendar's entry id. */
  readonly added?: readonly WrittenProperty[];
}

/** What folders are written with: NIDs of messages, and where to remember them. */
export interface FolderWriting extends MessageWriting {
  readonly writeMessage: (parent: number, message: StoredMessage, isAssociated: boolean) => number;
}

/** Nodes of one folder have the same index and another type, [MS-PST] 2.4.4. */
const nodeTypes = { hierarchy: 0x0d, contents: 0x0e, associated: 0x0f } as const;

/** Writes a folder object's four nodes, [MS-PST] 2.4.4, its messages, and all folders below. */
export function writeFolder(writing: FolderWriting, root: NumberedFolder, parent: number): void {
  const pending = [{ at: root, parent }];
  for (const { at, parent: above } of pending) {
    writeOneFolder(writing, at, above);
    pending.push(...at.folders.map((child) => ({ at: child, parent: at.nid })));
  }
}

function writeOneFolder(writing: FolderWriting, at: NumberedFolder, parent: number): void {
  const { database, encoding } = writing;
  const { folder, nid, path } = at;
  const name = `folder ${path}`;
  const table = (
    kind: keyof typeof nodeTypes,
    columns: readonly number[],
    rows: readonly TableRow[],
  ): void => {
    const content = writeTableContext(database, `${name} ${kind}`, columns, rows, writing);
    database.node(`${name} ${kind}`, (nid & ~0x1f) | nodeTypes[kind], 0, content);
  };
  const properties = folderProperties(writing, at);
  database.node(name, nid, parent, writePropertyContext(database, name, properties, writing));
  table(
    'hierarchy',
    hierarchyColumns(encoding),
    at.folders.map((child) => hierarchyRow(writing, child)),
  );
  table('contents', contentsColumns(encoding), messageRows(writing, nid, folder.messages ?? [], false));
  table('associated', associatedColumns(encoding), messageRows(writing, nid, folder.associated ?? [], true));
}

function folderProperties(
  writing: FolderWriting,
  { folder, folders, added = [] }: NumberedFolder,
): StoredProperty[] {
  const { name, nameBytes, containerClass, messages = [], statedCount, properties = [] } = folder;
  const all: WrittenProperty[] = [
    { id: 0x3001, type: 0x001f, value: nameBytes ?? name },
    { id: 0x3602, type: 0x0003, value: statedCount ?? messages.length },
    { id: 0x3603, type: 0x0003, value: 0 },
    { id: 0x360a, type: 0x000b, value: folders.length > 0 },
    ...(containerClass === undefined ? [] : [{ id: 0x3613, type: 0x001f, value: containerClass }]),
    ...added,
    ...properties,
  ];
  return all.map((property) => storeProperty(property, writing.encoding));
}

function hierarchyRow(writing: FolderWriting, child: NumberedFolder): TableRow {
  const tags = new Set(hierarchyColumns(writing.encoding));
  return { id: child.nid, cells: folderProperties(writing, child).filter(({ tag }) => tags.has(tag)) };
}

function messageRows(
  writing: FolderWriting,
  parent: number,
  messages: readonly StoredMessage[],
  isAssociated: boolean,
): TableRow[] {
  const tags = new Set((isAssociated ? associatedColumns : contentsColumns)(writing.encoding));
  return messages.map((message) => ({
    id: writing.writeMessage(parent, message, isAssociated),
    cells: messageProperties(withCodePage(writing, message), message).filter(({ tag }) => tags.has(tag)),
  }));
}

/** The message's own code page, if it has one. */
export function withCodePage<T extends MessageWriting>(writing: T, { codePage }: StoredMessage): T {
  return codePage === undefined ? writing : { ...writing, encoding: { ...writing.encoding, codePage } };
}
