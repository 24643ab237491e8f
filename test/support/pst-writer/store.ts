// Writes PST and OST stores ([MS-PST]) from plain descriptions of their folders and messages.

import type { WrittenProperty } from '../msg-writer';
import { entryId, folderEntryId, folderId, storeUid } from './entry-id';
import { withCodePage, writeFolder } from './folder-node';
import type { FolderWriting, NumberedFolder } from './folder-node';
import { writeMessageNode } from './message-node';
import { NameMap } from './name-map';
import { NodeDatabase } from './node-database';
import type { DatabaseOptions, WrittenPieces } from './node-database';
import type { Places } from './places';
import { writePropertyContext } from './property-context';
import type { StoreFormat } from './store-format';
import { storeProperty } from './stored-property';
import { templates } from './table-columns';
import { writeTableContext } from './table-context';
import type { ValueOptions } from './value-storage';
import type { FolderRole, WrittenFolder } from './written-folder';

export interface StoreDescription extends DatabaseOptions, ValueOptions {
  /** The folders below the IPM subtree; `mailboxFolders` gives the usual ones. */
  readonly folders: readonly WrittenFolder[];
  /** The code page of 8-bit strings. Default 1252. */
  readonly codePage?: number;
  readonly markSubjects?: boolean;
  /** What the store object is called. */
  readonly displayName?: string;
  /** Properties of the store object beside those that every store has. */
  readonly storeProperties?: readonly WrittenProperty[];
  /** Whether the calendar's entry id and the IPM subtree's are left out. Default: no. */
  readonly hidesCalendar?: boolean;
}

/** A store in pieces, and the NIDs of what is in it: `folder Calendar`, `message 0` (in the order written). */
export interface WrittenPieceStore extends WrittenPieces {
  readonly nodes: ReadonlyMap<string, number>;
}

export interface WrittenStore {
  readonly format: StoreFormat;
  readonly bytes: Uint8Array;
  readonly places: Places;
  readonly nodes: ReadonlyMap<string, number>;
}

const STORE = 0x21;
const NAME_MAP = 0x61;
const ROOT_FOLDER = 0x122;
const IPM_SUBTREE = 0x8022;
const BINARY = 0x0102;

/** A store as one file. */
export function writeStore(description: StoreDescription): WrittenStore {
  const { pieces, byteLength, places, nodes } = writeStorePieces(description);
  const { format = 'unicode' } = description;
  const bytes = new Uint8Array(byteLength);
  for (const piece of pieces) bytes.set(piece.bytes, piece.offset);
  return { format, bytes, places, nodes };
}

/** A store whose messages lie `spread` bytes apart: mostly holes. */
export function sparseStore(
  description: StoreDescription,
  { byteLength }: { readonly byteLength: number },
): WrittenPieceStore {
  const count = Math.max(1, [...allFolders(description.folders)].flatMap((f) => f.messages ?? []).length);
  return writeStorePieces({
    ...description,
    notBefore: (name) => {
      const number = /^message (\d+)/.exec(name)?.[1];
      if (number !== undefined) return Math.floor((byteLength / count) * Number(number));
      return /^[nb]bt /.test(name) ? byteLength : undefined;
    },
  });
}

function writeStorePieces(description: StoreDescription): WrittenPieceStore {
  const database = new NodeDatabase(description);
  const nodes = new Map<string, number>();
  const isAnsi = database.layout.wordSize === 4;
  const names = new NameMap();
  let messages = 0;
  const writing: FolderWriting = {
    ...description,
    database,
    encoding: { isAnsi, codePage: description.codePage ?? 1252, names },
    writeMessage: (parent, message, isAssociated) => {
      const name = `message ${messages}`;
      const nid = (0x200000 + messages++ * 0x20) | (isAssociated ? 0x08 : 0x04);
      nodes.set(name, nid);
      database.node(name, nid, parent, writeMessageNode(withCodePage(writing, message), name, message));
      return nid;
    },
  };
  const root = numberFolders(description, database.layout.pageSize === 4096);
  writeStoreObject(writing, root, description);
  writeFolder(writing, root, ROOT_FOLDER);
  for (const folder of below(root)) nodes.set(`folder ${folder.path}`, folder.nid);
  for (const [nid, name, columns] of templates)
    database.node(name, nid, 0, writeTableContext(database, name, columns(writing.encoding), []));
  const map = writePropertyContext(database, 'name map', names.properties(), description);
  database.node('name map', NAME_MAP, 0, map);
  return { ...database.finish(), nodes };
}

function* allFolders(folders: readonly WrittenFolder[]): Generator<WrittenFolder> {
  for (const folder of folders) {
    yield folder;
    yield* allFolders(folder.folders ?? []);
  }
}

function* below(folder: NumberedFolder): Generator<NumberedFolder> {
  yield folder;
  for (const child of folder.folders) yield* below(child);
}

/** The message store object, [MS-PST] 2.4.3. An OST names no IPM subtree. */
function writeStoreObject(writing: FolderWriting, root: NumberedFolder, description: StoreDescription): void {
  const { database, encoding } = writing;
  const isOst = database.layout.pageSize === 4096;
  const point = (id: number, role: FolderRole): WrittenProperty[] => {
    const folder = [...below(root)].find((one) => one.folder.role === role);
    return folder === undefined ? [] : [{ id, type: BINARY, value: entryId(folder.nid) }];
  };
  const properties: WrittenProperty[] = [
    { id: 0x0ff9, type: BINARY, value: storeUid },
    { id: 0x3001, type: 0x001f, value: description.displayName ?? 'Mailbox' },
    { id: 0x67ff, type: 0x0003, value: 0 }, // no password
    ...(isOst || description.hidesCalendar
      ? []
      : [
          { id: 0x35df, type: 0x0003, value: 0x89 },
          { id: 0x35e0, type: BINARY, value: entryId(IPM_SUBTREE) },
          ...point(0x35e3, 'deleted items'),
          ...point(0x35e4, 'sent items'),
        ]),
    ...(description.storeProperties ?? []),
  ];
  const stored = properties.map((property) => storeProperty(property, encoding));
  database.node('store', STORE, 0, writePropertyContext(database, 'store', stored, writing));
}

/** Gives every folder its NID, and those that point to the calendar their property. */
function numberFolders({ folders, hidesCalendar }: StoreDescription, isOst: boolean): NumberedFolder {
  let next = IPM_SUBTREE;
  const calendar: number[] = [];
  const number = (folder: WrittenFolder, path: string, parentPath = path): NumberedFolder => {
    const nid = next;
    next += 0x20;
    if (folder.role === 'calendar') calendar.push(nid);
    const children = (folder.folders ?? []).map((child) => number(child, join(parentPath, child.name)));
    const ownId = { id: 0x67f4, type: 0x0014, value: folderId(nid) };
    return { folder, nid, path, folders: children, added: isOst ? [ownId] : [] };
  };
  const subtree = number({ name: 'Top of Personal Folders', folders }, 'IPM subtree', '');
  const [found] = calendar;
  const pointer =
    found === undefined || hidesCalendar
      ? []
      : [{ id: 0x36d0, type: BINARY, value: isOst ? folderEntryId(found) : entryId(found) }];
  const pointing = (at: NumberedFolder): NumberedFolder => ({
    ...at,
    added: [...(at.added ?? []), ...(at.folder.role === 'inbox' ? pointer : [])],
    folders: at.folders.map(pointing),
  });
  const root = { folder: { name: '' }, nid: ROOT_FOLDER, path: '/', folders: [pointing(subtree)] };
  return { ...root, added: isOst ? [] : pointer };
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
