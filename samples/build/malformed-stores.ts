// One damaged store for each kind of damage, made from a sound one whose only folder holds one mail.

import { breakChecksum, repairChecksums } from '../../test/support/pst-writer/checksum-repair';
import { writeStore } from '../../test/support/pst-writer/store';
import type { WrittenStore } from '../../test/support/pst-writer/store';
import type { Place } from '../../test/support/pst-writer/places';
import type { StoredMessage, WrittenFolder } from '../../test/support/pst-writer/written-folder';
import { BINARY, text } from '../../test/support/messages';
import type { MalformedSample } from './malformed';

const mail: StoredMessage = {
  properties: [
    text(0x001a, 'IPM.Note'),
    text(0x0037, 'Hello'),
    text(0x1000, 'x'.repeat(9000)),
    { id: 0x6001, type: 0x101f, value: ['a', 'b'] },
  ],
  recipients: [[text(0x3001, 'Ann')], [text(0x3001, 'Bob')]],
};
const storeOf = (inbox: Partial<WrittenFolder>, shareBlocks = false): WrittenStore =>
  writeStore({ format: 'ansi', shareBlocks, folders: [{ name: 'Inbox', role: 'inbox', ...inbox }] });
const sound = storeOf({ messages: [mail] });

const BBT_ENTRY = 12;
const NBT_ENTRY = 16;
const INBOX_HIERARCHY = 0x804d;

function place(name: string): Place {
  const found = sound.places.get(name);
  if (found === undefined) throw new Error(`The store has no place ${name}`);
  return found;
}

type Poke = readonly [offset: number, value: number, bytes?: 1 | 2 | 4 | undefined];

/** The sound store with numbers written over it, and every checksum right. */
const poked = (...pokes: readonly Poke[]): Uint8Array => pokedIn(sound, pokes);

function pokedIn(store: WrittenStore, pokes: readonly Poke[]): Uint8Array {
  const bytes = store.bytes.slice();
  const view = new DataView(bytes.buffer);
  for (const [offset, value, size = 4] of pokes) {
    if (size === 1) view.setUint8(offset, value);
    else if (size === 2) view.setUint16(offset, value, true);
    else view.setUint32(offset, value, true);
  }
  repairChecksums(bytes, store);
  return bytes;
}

/** Pokes at an offset from the beginning of a named place. */
const pokedAt = (name: string, offset: number, value: number, bytes?: 1 | 2 | 4): Uint8Array =>
  poked([place(name).offset + offset, value, bytes]);

function withWrongChecksum(name: string): Uint8Array {
  const bytes = sound.bytes.slice();
  breakChecksum(bytes, sound.format, place(name), 'crc');
  return bytes;
}

/** Where the entry of a key stands in a B-tree of one page. */
function entryOffset(tree: 'nbt' | 'bbt', key: number): number {
  const { offset, length } = place(`${tree} root`);
  const view = new DataView(sound.bytes.buffer);
  const size = tree === 'nbt' ? NBT_ENTRY : BBT_ENTRY;
  for (let at = offset; at < offset + length; at += size) if (view.getUint32(at, true) === key) return at;
  throw new Error(`The ${tree} has no entry ${key}`);
}

/** Where the mail's record of a property stands. */
function propertyRecord(id: number): number {
  const { offset, length } = place('message 0 BTHHEADER level 0 item 0');
  const view = new DataView(sound.bytes.buffer);
  for (let at = offset; at < offset + length; at += 8) if (view.getUint16(at, true) === id) return at;
  throw new Error(`The mail has no property ${id}`);
}

const recipientBlock = entryOffset('bbt', place('message 0 recipients data').bid ?? 0);
const recipientIndex = place('message 0 recipients row index level 0 item 0').offset;
const nodeEntries = place('nbt root').offset;
const nodeCount = sound.bytes[nodeEntries + 496] ?? 0;
const body = 'message 0 value 1000001E';

/** A store whose mail has a property with a name, which stands outside the string stream. */
function withLostName(): Uint8Array {
  const named = { id: ['00020329-0000-0000-C000-000000000046', 'Keywords'] as const, type: 0x0003, value: 1 };
  const store = storeOf({ messages: [{ ...mail, properties: [...mail.properties, named] }] });
  return pokedIn(store, [[store.places.get('name map value 00030102')?.offset ?? 0, 1000]]);
}

function withBrokenHeaderChecksum(): Uint8Array {
  const bytes = sound.bytes.slice();
  new DataView(bytes.buffer).setUint32(4, 0, true);
  return bytes;
}

/** A mail with so many properties of one long value. */
function sharing(count: number): StoredMessage {
  const value = new Uint8Array(8180);
  const properties = Array.from({ length: count }, (_, index) => {
    return { id: 0x6000 + index, type: BINARY, value };
  });
  return { properties: [text(0x001a, 'IPM.Note'), ...properties] };
}

const error = (shows: string, bytes: Uint8Array): MalformedSample => {
  return { shows, outcome: 'error', container: 'pst', bytes };
};
const anomaly = (shows: string, bytes: Uint8Array): MalformedSample => {
  return { shows, outcome: 'anomaly', container: 'pst', bytes };
};

/** By the code that reading the store and all its items gives. */
export const malformedStores: Readonly<Record<string, MalformedSample>> = {
  'pst-header-short': error('The file ends inside its header.', sound.bytes.slice(0, 300)),
  'pst-version': error('wVer is 16.', poked([10, 16, 2])),
  'pst-header-field': anomaly('wMagicClient is XX.', poked([8, 0x5858, 2])),
  'pst-header-crc': anomaly('dwCRCPartial is 0.', withBrokenHeaderChecksum()),
  'pst-file-cut': anomaly(
    'ibFileEof is 512 bytes behind the end of the file.',
    poked([168, sound.bytes.length + 512]),
  ),
  'pst-page-damaged': anomaly(
    'The last key of the node B-tree is less than the one before it.',
    poked([nodeEntries + (nodeCount - 1) * NBT_ENTRY, 1]),
  ),
  'pst-page-trailer': anomaly('The root of the node B-tree has a wrong CRC.', withWrongChecksum('nbt root')),
  'pst-node-missing': anomaly(
    "The inbox's hierarchy table has another NID.",
    poked([entryOffset('nbt', INBOX_HIERARCHY), INBOX_HIERARCHY - 1]),
  ),
  'pst-block-missing': anomaly(
    "The recipient table's block has another BID.",
    poked([recipientBlock, (place('message 0 recipients data').bid ?? 0) + 2]),
  ),
  'pst-block-damaged': anomaly(
    "The recipient table's block lies outside the file.",
    poked([recipientBlock + 4, 0x7fffff00]),
  ),
  'pst-block-trailer': anomaly(
    "The recipient table's block has a wrong CRC.",
    withWrongChecksum('message 0 recipients data'),
  ),
  'pst-block-array': anomaly(
    "The body's XBLOCK counts 200 blocks, of which it has room for a few.",
    pokedAt(`${body} XBLOCK`, 2, 200, 2),
  ),
  'pst-data-size': anomaly("The body's XBLOCK states 9001 bytes.", pokedAt(`${body} XBLOCK`, 4, 9001)),
  'pst-block-shared': anomaly(
    'A mail of 2150 properties whose values are one block: 17 MB in a file of 75 kB.',
    storeOf({ messages: [sharing(2150)] }, true).bytes,
  ),
  'pst-sub-nodes': anomaly(
    "The mail's SLBLOCK counts 200 sub-nodes.",
    pokedAt('message 0 SLBLOCK', 2, 200, 2),
  ),
  'pst-heap': anomaly(
    "The recipient table's heap has no signature.",
    pokedAt('message 0 recipients HNHDR', 2, 0, 1),
  ),
  'pst-heap-tree': anomaly(
    "The recipient table's row index has bType 0.",
    pokedAt('message 0 recipients row index', 0, 0, 1),
  ),
  'pst-heap-tree-padding': anomaly(
    "The last record of the mail's property list is zeros.",
    poked([propertyRecord(0x6001), 0], [propertyRecord(0x6001) + 4, 0]),
  ),
  'pst-row-order': anomaly(
    'The row index has the second recipient before the first.',
    poked(
      ...[1, 0].flatMap((row, at): Poke[] => [
        [recipientIndex + at * 6, row],
        [recipientIndex + at * 6 + 4, row, 2],
      ]),
    ),
  ),
  'pst-rows-deleted': anomaly(
    "The recipient table's row index is empty, and the matrix has two rows.",
    pokedAt('message 0 recipients row index', 4, 0),
  ),
  'pst-rows-unnamed': anomaly(
    'The row index has the second recipient twice, and not the first.',
    poked([recipientIndex, 1], [recipientIndex + 4, 1, 2]),
  ),
  'pst-table': anomaly(
    "The recipient table's TCINFO has bType 0x7D.",
    pokedAt('message 0 recipients TCINFO', 0, 0x7d, 1),
  ),
  'pst-table-row': anomaly(
    'The second recipient is row 50 of two.',
    pokedAt('message 0 recipients row index level 0 item 0', 10, 50, 2),
  ),
  'pst-value-missing': anomaly(
    'The body is in a sub-node that does not exist.',
    poked([propertyRecord(0x1000) + 4, 0x80ff]),
  ),
  'pst-multiple-values': anomaly(
    'A property of two strings counts 1000.',
    pokedAt('message 0 value 6001101E', 0, 1000),
  ),
  'pst-named-property-map': anomaly(
    'The name of a property that the mail has stands outside the string stream.',
    withLostName(),
  ),
  'pst-name-unreadable': anomaly(
    'A name that no property uses stands outside the string stream.',
    pokedAt('name map value 00030102', 0, 1000),
  ),
  'pst-name-repeated': anomaly(
    'The second name is the first once more.',
    poked(
      [place('name map value 00030102').offset + 8, 0],
      [place('name map value 00030102').offset + 12, 0x00010005],
    ),
  ),
  'pst-folder-cycle': anomaly(
    'The IPM subtree is a folder of itself.',
    pokedAt('folder IPM subtree hierarchy row index level 0 item 0', 0, 0x8022),
  ),
  'pst-folder-name': anomaly(
    "The inbox's name has a byte that code page 1252 lacks.",
    storeOf({ messages: [mail], nameBytes: Uint8Array.of(0x49, 0x6e, 0x81) }).bytes,
  ),
  'pst-folder-count': anomaly(
    'The inbox states 7 mails and has one.',
    storeOf({ messages: [mail], statedCount: 7 }).bytes,
  ),
  'pst-item-orphan': anomaly(
    "The inbox's contents table is empty.",
    pokedAt('folder Inbox contents row index', 4, 0),
  ),
};
