import { EntryType, NOSTREAM } from '../directory';
import type { StorageClass } from '../directory';
import { ENDOFCHAIN } from '../sector';
import { isStorageNode } from './storage-node';
import type { StorageNode, StreamNode } from './storage-node';

// [MS-CFB] 2.6: the directory

export const DIRECTORY_ENTRY_LENGTH = 128;
const RED = 0;
const BLACK = 1;

/** The entry of a storage or stream while the file is laid out. */
export class WrittenEntry {
  readonly name: string;
  /** The way from the root, such as `/__recip_version1.0_#00000000`; the root is `/`. */
  readonly path: string;
  readonly type: number;
  readonly data: Uint8Array | undefined;
  readonly storageClass: Partial<StorageClass>;
  color = BLACK;
  left = NOSTREAM;
  right = NOSTREAM;
  child = NOSTREAM;
  start = 0;
  size: number;

  constructor(node: StreamNode | StorageNode, path: string, type: number) {
    this.name = node.name;
    this.path = path;
    this.type = type;
    this.data = isStorageNode(node) ? undefined : node.data;
    this.storageClass = isStorageNode(node) ? node : {};
    this.size = this.data?.length ?? 0;
    if (type !== EntryType.storage) this.start = ENDOFCHAIN;
  }
}

/** The entries of a root storage and all it holds, by stream ID: level by level, the members of a storage in a tree. */
export function listEntries(root: StorageNode): WrittenEntry[] {
  const entries = [new WrittenEntry(root, '/', EntryType.root)];
  const pending: { entry: WrittenEntry; storage: StorageNode; prefix: string }[] = [
    { entry: entries[0] as WrittenEntry, storage: root, prefix: '' },
  ];
  for (const { entry, storage, prefix } of pending) {
    const ids: number[] = [];
    for (const member of sorted(storage.children)) {
      const path = `${prefix}/${member.name}`;
      const type = isStorageNode(member) ? EntryType.storage : EntryType.stream;
      const added = new WrittenEntry(member, path, type);
      ids.push(entries.push(added) - 1);
      if (isStorageNode(member)) pending.push({ entry: added, storage: member, prefix: path });
    }
    entry.child = linkSiblings(entries, ids, 0, ids.length, 0);
  }
  return entries;
}

/** Shorter names first, then by upper-case unit: 2.6.4. */
function sorted(members: StorageNode['children']): (StreamNode | StorageNode)[] {
  return members
    .map((member) => ({ member, key: upperCase(member.name) }))
    .sort(
      ({ key: one }, { key: other }) => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0),
    )
    .map(({ member }) => member);
}

/** Unit by unit, since a name stays as long as it is. */
function upperCase(name: string): string {
  if (!/[^ -~]/.test(name)) return name.toUpperCase();
  return Array.from({ length: name.length }, (_, at) => {
    const unit = name.charAt(at).toUpperCase();
    return unit.length === 1 ? unit : name.charAt(at);
  }).join('');
}

/**
 * Links sorted siblings to a red-black tree and gives its root. Halves differ by one at most, so that only the lowest
 * level may be incomplete: that is red, and all ways down pass as many black entries.
 */
function linkSiblings(
  entries: readonly WrittenEntry[],
  ids: readonly number[],
  from: number,
  to: number,
  level: number,
): number {
  if (from >= to) return NOSTREAM;
  const middle = (from + to) >> 1;
  const id = ids[middle] as number;
  const entry = entries[id] as WrittenEntry;
  entry.left = linkSiblings(entries, ids, from, middle, level + 1);
  entry.right = linkSiblings(entries, ids, middle + 1, to, level + 1);
  const fullLevels = Math.floor(Math.log2(ids.length + 1));
  entry.color = level < fullLevels ? BLACK : RED;
  return id;
}

/** The directory's bytes, as many sectors as it needs; entries that are not used link to nothing. */
export function encodeDirectory(entries: readonly WrittenEntry[], sectorSize: number): Uint8Array {
  const bytes = new Uint8Array(
    Math.ceil((entries.length * DIRECTORY_ENTRY_LENGTH) / sectorSize) * sectorSize,
  );
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; at += DIRECTORY_ENTRY_LENGTH) {
    const entry = entries[at / DIRECTORY_ENTRY_LENGTH];
    for (const link of [68, 72, 76]) view.setUint32(at + link, NOSTREAM, true);
    if (entry !== undefined) encodeEntry(view, bytes, at, entry);
  }
  return bytes;
}

function encodeEntry(view: DataView, bytes: Uint8Array, at: number, entry: WrittenEntry): void {
  const { name, storageClass } = entry;
  for (let index = 0; index < name.length; index++)
    view.setUint16(at + index * 2, name.charCodeAt(index), true);
  view.setUint16(at + 64, name.length * 2 + 2, true);
  view.setUint8(at + 66, entry.type);
  view.setUint8(at + 67, entry.color);
  view.setUint32(at + 68, entry.left, true);
  view.setUint32(at + 72, entry.right, true);
  view.setUint32(at + 76, entry.child, true);
  if (storageClass.clsid !== undefined) bytes.set(storageClass.clsid, at + 80);
  view.setUint32(at + 96, storageClass.stateBits ?? 0, true);
  if (storageClass.times !== undefined) bytes.set(storageClass.times, at + 100);
  view.setUint32(at + 116, entry.start, true);
  view.setBigUint64(at + 120, BigInt(entry.size), true);
}
