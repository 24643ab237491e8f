import { concat } from '../../bytes/concat';
import { UnsupportedError } from '../../damage/errors';
import type { StorageClass } from '../../cfb/directory';
import type { StorageNode, StreamNode } from '../../cfb/writing/storage-node';
import {
  elementType,
  formatTag,
  inlineSize,
  isKnownType,
  isText,
  PropertyType,
  typeOf,
} from '../../mapi/values/property-type';

// [MS-OXMSG] 2.1, 2.4: an object's property stream, and the streams of its values

export type Node = StreamNode | StorageNode;

/** What the storage of an object is to hold. */
export interface StoredObject extends Partial<StorageClass> {
  readonly isMessage: boolean;
  readonly children: readonly Node[];
}

/** A property as it is to be written: the bytes of its value, those of its single values, or a storage. */
export interface EncodedProperty {
  readonly tag: number;
  /** 1 mandatory, 2 readable, 4 writable. */
  readonly flags: number;
  readonly value: Uint8Array | readonly Uint8Array[] | StoredObject;
  /** Whether the value lies in a stream without the entry that would say that the object has it. */
  readonly isUnlisted?: boolean | undefined;
}

const ENTRY_LENGTH = 16;
/** How many bytes of a value an entry holds. */
const ENTRY_VALUE = 8;
/** The size that an entry states of a storage, and what of: 2.4.2.2. */
const STORAGE_SIZE = 0xffffffff;
const RESERVED = { message: 1, storage: 4 } as const;

/** The header of a message's property stream, 2.4.1; that of an embedded message is shorter. */
export function messageHeader(length: 32 | 24, recipients: number, attachments: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(length));
  header.setUint32(8, recipients, true); // the next number of each
  header.setUint32(12, attachments, true);
  header.setUint32(16, recipients, true);
  header.setUint32(20, attachments, true);
  return new Uint8Array(header.buffer);
}

/** The property stream of an object, which begins with a header, and what its values lie in. */
export function objectNodes(header: Uint8Array, properties: readonly EncodedProperty[]): Node[] {
  const entries: Uint8Array[] = [header];
  const values: Node[] = [];
  for (const property of properties) {
    const { entry, nodes } = encodeProperty(property);
    if (property.isUnlisted !== true) entries.push(entry);
    values.push(...nodes);
  }
  return [{ name: '__properties_version1.0', data: concat(entries) }, ...values];
}

/** Whether a value lies in the entry. What has eight bytes and no known type may be a number of a type to come. */
function liesInEntry(type: number, length: number): boolean {
  return inlineSize(type) !== undefined || (!isKnownType(type) && length === ENTRY_VALUE);
}

function encodeProperty({ tag, flags, value, isUnlisted = false }: EncodedProperty): {
  entry: Uint8Array;
  nodes: readonly Node[];
} {
  const name = `__substg1.0_${formatTag(tag)}`;
  if (value instanceof Uint8Array) {
    if (!isUnlisted && liesInEntry(typeOf(tag), value.length))
      return { entry: entryOf(tag, flags, value), nodes: [] };
    const size = value.length + terminatorOf(typeOf(tag));
    return { entry: sizedEntry(tag, flags, size), nodes: [{ name, data: value }] };
  }
  if ('children' in value) {
    const reserved = value.isMessage ? RESERVED.message : RESERVED.storage;
    return { entry: sizedEntry(tag, flags, STORAGE_SIZE, reserved), nodes: [{ ...value, name }] };
  }
  const lengths = lengthsOf(elementType(typeOf(tag)), value);
  const items = value.map((data, index) => ({ name: `${name}-${formatTag(index)}`, data }));
  return { entry: sizedEntry(tag, flags, lengths.length), nodes: [{ name, data: lengths }, ...items] };
}

/** The stream of the lengths of single values: four bytes for text, eight for what is binary (2.1.4). */
function lengthsOf(element: number, items: readonly Uint8Array[]): Uint8Array {
  const step = isText(element) ? 4 : 8;
  const view = new DataView(new ArrayBuffer(items.length * step));
  items.forEach((item, index) => {
    const terminator = isTerminated(element, item) ? 0 : terminatorOf(element);
    view.setUint32(index * step, item.length + terminator, true);
  });
  return new Uint8Array(view.buffer);
}

/** Whether a text ends in its NUL. */
export function isTerminated(type: number, text: Uint8Array): boolean {
  const length = terminatorOf(type);
  return (
    length > 0 && text.length >= length && text.subarray(text.length - length).every((byte) => byte === 0)
  );
}

/** How many bytes the terminator of a text has. It is counted everywhere, and written where text is one of several. */
export function terminatorOf(type: number): number {
  return type === PropertyType.string ? 2 : type === PropertyType.string8 ? 1 : 0;
}

function sizedEntry(tag: number, flags: number, size: number, reserved = 0): Uint8Array {
  if (size > STORAGE_SIZE || (size === STORAGE_SIZE && reserved === 0))
    throw new UnsupportedError('msg-size', `Property ${formatTag(tag)} has more bytes than a .msg can state`);
  const value = new DataView(new ArrayBuffer(ENTRY_VALUE));
  value.setUint32(0, size, true);
  value.setUint32(4, reserved, true);
  return entryOf(tag, flags, new Uint8Array(value.buffer));
}

function entryOf(tag: number, flags: number, value: Uint8Array): Uint8Array {
  const entry = new DataView(new ArrayBuffer(ENTRY_LENGTH));
  entry.setUint32(0, tag, true);
  entry.setUint32(4, flags, true);
  new Uint8Array(entry.buffer).set(value.subarray(0, ENTRY_VALUE), ENTRY_VALUE);
  return new Uint8Array(entry.buffer);
}
