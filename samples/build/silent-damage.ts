// Sound samples with one place damaged, so that a reader who trusts what it reads takes them for others: a row less, a time
// that is none, a map without names. Found by `npm run silence`; each says what is wrong with it.

import type { WrittenNode, WrittenStorage, WrittenStream } from '../../test/support/compound-file-writer';
import { writeCompoundFile } from '../../test/support/compound-file-writer';
import { layOutMsg, msgNodes } from '../../test/support/msg-writer';
import { containerSamples } from './containers';
import { evidenceFiles } from './evidence';
import { describe } from './meeting';
import { samples } from './meetings';
import { exportSamples } from './mfcmapi';

export interface SilentDamage {
  /** What is wrong with the file, and what it was taken for. */
  readonly shows: string;
  readonly extension: string;
  /** How that is said. */
  readonly code: string;
  readonly bytes: Uint8Array;
}

const defect = samples['textbook-defect'];
if (defect === undefined) throw new Error('no textbook defect');
const message = describe(defect.meeting);
const layout = layOutMsg(message);
const BOB = '/__recip_version1.0_#00000001';
const CARLA = '/__recip_version1.0_#00000002';
const PROPERTIES = '__properties_version1.0';
/** Fields of a directory entry. */
const START = 116;
const SIZE = 120;

function entryAt(path: string): number {
  const entry = layout.entries.get(path);
  if (entry === undefined) throw new Error(`no entry ${path}`);
  return entry.offset;
}

/** The sound .msg with some bytes of it written over. */
function over(offset: number, ...bytes: readonly number[]): Uint8Array {
  const copy = layout.bytes.slice();
  copy.set(bytes, offset);
  return copy;
}

/** One letter of the name of a directory entry. */
function letter(path: string, index: number, unit: string): Uint8Array {
  return over(entryAt(path) + index * 2, unit.charCodeAt(0));
}

/** The sound .msg without one entry of its root, or with another one. */
function rebuilt(change: (node: WrittenNode) => readonly WrittenNode[]): Uint8Array {
  return writeCompoundFile(msgNodes(message).flatMap(change)).bytes;
}

function withOtherNumber(node: WrittenNode): readonly WrittenNode[] {
  if (node.name !== '__nameid_version1.0') return [node];
  const children = (node as WrittenStorage).children.map((child) => {
    if (child.name !== '__substg1.0_00030102') return child;
    const { data } = child as WrittenStream;
    return { name: child.name, data: data.map((byte, at) => (at % 8 === 0 ? byte ^ 0x40 : byte)) };
  });
  return [{ name: node.name, children }];
}

/** A sound file with one piece of it written over. */
function replaced(sound: Uint8Array | undefined, from: readonly number[], to: readonly number[]): Uint8Array {
  const copy = Buffer.from(sound ?? []);
  const at = copy.indexOf(Buffer.from(from));
  if (at < 0) throw new Error('what should be damaged is not there');
  copy.set(to, at);
  return new Uint8Array(copy);
}

const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')];
const sharedStart = layout.bytes.slice(entryAt(`${CARLA}/${PROPERTIES}`) + START).subarray(0, 4);
const tnef = containerSamples['textbook-defect']?.bytes;
const xml = exportSamples['message-export']?.bytes;

/** By the name of the file. */
export const silentDamage: Readonly<Record<string, SilentDamage>> = {
  'property-stream-shorter': {
    shows: "Bob's property stream ends before the time of his answer: no defect.",
    extension: 'msg',
    code: 'cfb-stream-long',
    bytes: over(entryAt(`${BOB}/${PROPERTIES}`) + SIZE, 184),
  },
  'property-stream-of-another': {
    shows: "Bob's property stream begins where Carla's does: no defect.",
    extension: 'msg',
    code: 'cfb-sector-claimed-twice',
    bytes: over(entryAt(`${BOB}/${PROPERTIES}`) + START, ...sharedStart),
  },
  'recipient-without-number': {
    shows: "The last digit of Bob's storage is none: three recipients instead of four.",
    extension: 'msg',
    code: 'msg-storage-unknown',
    bytes: letter(BOB, 27, 'Z'),
  },
  'recipient-of-another-number': {
    shows: "The first digit of Bob's storage is 4: the rows stand in another order.",
    extension: 'msg',
    code: 'msg-object-number',
    bytes: letter(BOB, 20, '4'),
  },
  'recipient-gone': {
    shows: "Bob's storage is not there, and the header counts it: a count that lies.",
    extension: 'msg',
    code: 'msg-object-missing',
    bytes: rebuilt((node) => (`/${node.name}` === BOB ? [] : [node])),
  },
  'name-map-gone': {
    shows: 'The named-property map has another name: it is not known whose copy it is.',
    extension: 'msg',
    code: 'msg-named-property-map',
    bytes: letter('/__nameid_version1.0', 2, 'o'),
  },
  'names-of-others': {
    shows: 'The numbers of the named properties are others: it is not known whose copy it is.',
    extension: 'msg',
    code: 'msg-named-property-map',
    bytes: rebuilt(withOtherNumber),
  },
  'recipient-table-unknown': {
    shows: 'A bit in the identifier of the recipient table: nobody is invited.',
    extension: 'tnef',
    code: 'tnef-attribute-unknown',
    bytes: replaced(tnef, [0x04, 0x90, 0x06, 0x00], [0x04, 0x98, 0x06, 0x00]),
  },
  'properties-as-code-page': {
    shows: 'A bit in the identifier of the properties makes a second attOemCodepage of them: no meeting.',
    extension: 'tnef',
    code: 'tnef-attribute-repeated',
    bytes: replaced(tnef, [0x03, 0x90, 0x06, 0x00], [0x07, 0x90, 0x06, 0x00]),
  },
  'time-shown-otherwise': {
    shows: "The time of Bob's answer is shown as 1601, and as one of 2004 beside that: no defect.",
    extension: 'xml',
    code: 'mfcmapi-value',
    bytes: replaced(
      xml,
      utf16('Low: 0x00000000 High: 0x00000000'),
      utf16('Low: 0x5C480000 High: 0x01C4002C'),
    ),
  },
  'computer-in-source': {
    shows: 'The zero behind the source of an event is none: another program has logged it.',
    extension: 'evt',
    code: 'evt-record-field',
    bytes: replaced(
      evidenceFiles['event.evt'],
      [...utf16('MSExchangeTransport'), 0, 0],
      [...utf16('MSExchangeTransport'), 1, 0],
    ),
  },
};
