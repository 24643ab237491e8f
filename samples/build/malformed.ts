// One damaged file for each kind of damage, made from a sound message: what is wrong, and how the library reacts.

import { concat, writeCompoundFile } from '../../test/support/compound-file-writer';
import type {
  Layout,
  WrittenNode,
  WrittenStorage,
  WrittenStream,
} from '../../test/support/compound-file-writer';
import { writeEvt } from '../../test/support/evt-writer';
import { writeEvtx } from '../../test/support/evtx-writer';
import type { WriteBody } from '../../test/support/evtx-writer';
import { writeMessageXml, writeTableXml } from '../../test/support/mfcmapi-writer';
import { layOutMsg, msgNodes } from '../../test/support/msg-writer';
import type { WrittenMessage, WrittenProperty } from '../../test/support/msg-writer';
import { malformedStores } from './malformed-stores';
import { malformedTnef } from './malformed-tnef';

export interface MalformedSample {
  /** What is wrong with the file. */
  readonly shows: string;
  /** `error`: nothing can be read; `anomaly`: the rest comes back. */
  readonly outcome: 'error' | 'anomaly';
  readonly bytes: Uint8Array;
  /** The options that trip a guard on this file. */
  readonly options?: { readonly limits: Readonly<Record<string, number>> };
  /** How its name ends, where it is no message but evidence. Default `msg`. */
  readonly extension?: string;
  /** How its name ends, where it is a message or a store in another container than a .msg. */
  readonly container?: string;
}

const UNICODE = 0x001f;
const LONG = 0x0003;
const text = (id: number, value: string): WrittenProperty => ({ id, type: UNICODE, value });
const row = (name: string, ...more: WrittenProperty[]): WrittenProperty[] => [
  { id: 0x0c15, type: LONG, value: 1 },
  text(0x3001, name),
  ...more,
];

const mail: WrittenMessage = {
  properties: [text(0x001a, 'IPM.Note'), text(0x0037, 'Hello'), text(0x1000, 'x'.repeat(6000))],
  recipients: [row('Ann'), row('Bob'), row('Cid')],
};
const sound = layOutMsg(mail);
const exported = writeTableXml(mail, { dialect: '2012' });
const named: WrittenProperty = {
  id: ['00062002-0000-0000-C000-000000000046', 0x8217],
  type: LONG,
  value: 1,
};
const BOB = '__recip_version1.0_#00000001';

/** The sound file with 32-bit numbers written over it. */
function poked(...pokes: readonly (readonly [offset: number, value: number])[]): Uint8Array {
  const bytes = sound.bytes.slice();
  const view = new DataView(bytes.buffer);
  for (const [offset, value] of pokes) view.setUint32(offset, value, true);
  return bytes;
}

function entryAt(
  path: string,
  layout: Layout = sound,
): { readonly id: number; readonly offset: number; readonly start: number } {
  const entry = layout.entries.get(path);
  if (entry === undefined) throw new Error(`no entry ${path}`);
  return entry;
}

/** A message whose storages and streams are changed before they are written. */
function rebuilt(change: (nodes: WrittenNode[]) => WrittenNode[], message = mail): Uint8Array {
  return writeCompoundFile(change(msgNodes(message))).bytes;
}

function inStorage(name: string, change: (children: readonly WrittenNode[]) => WrittenNode[]) {
  return (nodes: WrittenNode[]): WrittenNode[] =>
    nodes.map((node) =>
      node.name === name ? { ...node, children: change((node as WrittenStorage).children) } : node,
    );
}

function withStream(name: string, change: (data: Uint8Array) => Uint8Array) {
  return (nodes: readonly WrittenNode[]): WrittenNode[] =>
    nodes.map((node) => (node.name === name ? { name, data: change((node as WrittenStream).data) } : node));
}

function renamed(from: string, to: string) {
  return (nodes: WrittenNode[]): WrittenNode[] =>
    nodes.map((node) => (node.name === from ? { ...node, name: to } : node));
}

function nested(depth: number): WrittenMessage {
  const attachments =
    depth === 0 ? [] : [{ properties: [{ id: 0x3705, type: LONG, value: 5 }], message: nested(depth - 1) }];
  return { ...mail, attachments };
}

function storages(depth: number): WrittenNode {
  return { name: 's', children: depth === 0 ? [] : [storages(depth - 1)] };
}

/** A log of three attempts to send one message. */
const attempts = [1, 2, 3].map((number) => ({
  number,
  time: Date.UTC(2012, 2, 5, 14, 10) / 1000 + number * 600,
  strings: ['EcGetMime', '-2147467259', '3F2504E0-4F89-11D3-9A0C-0305E82C3301', '1-2A', '1-3F', ''],
}));
const soundLog = writeEvt({ events: attempts });
const recordLength = new DataView(soundLog.buffer).getUint32(48, true);

/** The sound log with 32-bit numbers written over it. */
function pokedLog(...pokes: readonly (readonly [offset: number, value: number])[]): Uint8Array {
  const bytes = soundLog.slice();
  for (const [offset, value] of pokes) new DataView(bytes.buffer).setUint32(offset, value, true);
  return bytes;
}

const utf8 = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));

/** An .evtx log with one event, its bytes changed at some places. */
function evtxLog(
  changes: readonly (readonly [offset: number, value: number])[],
  body?: WriteBody,
): Uint8Array {
  const event = { number: 1, time: 129754302330000000n, strings: ['EcGetMime', '-2147467259'] };
  const bytes = writeEvtx({ chunks: [[body === undefined ? event : { ...event, body }]] });
  for (const [offset, value] of changes) bytes[offset] = value;
  return bytes;
}

const description =
  'The following call : EcGetMime to the store failed. Error code : -2147467259. MDB : a. FID : b. MID : c. File : .';
const replyLines = (...inside: readonly string[]): string[] => [
  'BEGIN:VCALENDAR',
  'METHOD:REPLY',
  'BEGIN:VEVENT',
  ...inside,
  'END:VEVENT',
];

const body = entryAt('/__substg1.0_1000001F');
const subject = entryAt('/__substg1.0_0037001F');
const bob = entryAt(`/${BOB}`);

/** By the code that reading the file gives. */
export const malformed: Readonly<Record<string, MalformedSample>> = {
  'file-empty': {
    shows: 'A file of no bytes.',
    outcome: 'error',
    bytes: new Uint8Array(0),
  },
  'message-unrecognized': {
    shows: 'Text that is called .msg.',
    outcome: 'error',
    bytes: new TextEncoder().encode('The review was canceled. This is not a .msg.\r\n'),
  },
  'cfb-header-short': {
    shows: 'The file ends inside its header.',
    outcome: 'error',
    bytes: sound.bytes.slice(0, 300),
  },
  'cfb-sector-shift': { shows: 'Sectors of 2^31 bytes.', outcome: 'error', bytes: poked([28, 0x001ffffe]) },
  'cfb-header-field': {
    shows: 'A byte order mark of 0xFFFF.',
    outcome: 'anomaly',
    bytes: poked([28, 0x0009ffff]),
  },
  'cfb-fat-count': {
    shows: 'The header counts 2^31 FAT sectors.',
    outcome: 'anomaly',
    bytes: poked([44, 0x80000000]),
  },
  'cfb-fat-short': {
    shows: 'The DIFAT locates no FAT sector.',
    outcome: 'anomaly',
    bytes: poked([76, 0xffffffff]),
  },
  'cfb-sector-out-of-file': {
    shows: "The subject's stream begins at mini sector 16,777,215.",
    outcome: 'anomaly',
    bytes: poked([subject.offset + 116, 0x00ffffff]),
  },
  'cfb-sector-claimed-twice': {
    shows: "The body's chain leads back to its beginning.",
    outcome: 'anomaly',
    bytes: poked([sound.offsetOfFatEntry(body.start + 1), body.start]),
  },
  'cfb-stream-short': {
    shows: 'The body says that it has 2 GB.',
    outcome: 'anomaly',
    bytes: poked([body.offset + 120, 0x7fffffff]),
  },
  'cfb-stream-long': {
    shows: 'The body says that it has 11,000 bytes, its sectors are enough for 12,000.',
    outcome: 'anomaly',
    bytes: poked([body.offset + 120, 11_000]),
  },
  'cfb-directory-missing': {
    shows: 'The directory lies outside the file.',
    outcome: 'error',
    bytes: poked([48, 0x7fffffff]),
  },
  'cfb-directory-cycle': {
    shows: "Bob's storage is its own sibling.",
    outcome: 'anomaly',
    bytes: poked([bob.offset + 72, bob.id]),
  },
  'cfb-directory-entry': {
    shows: "Bob's storage links to an entry that does not exist.",
    outcome: 'anomaly',
    bytes: poked([bob.offset + 76, 5000]),
  },
  'cfb-directory-orphans': {
    shows: "Bob's storage has lost the link to what it holds.",
    outcome: 'anomaly',
    bytes: poked([bob.offset + 76, 0xffffffff]),
  },

  'msg-property-stream-missing': {
    shows: 'Bob has no property stream.',
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(BOB, (children) => children.filter(({ name }) => name !== '__properties_version1.0')),
    ),
  },
  'msg-property-stream-cut': {
    shows: "Bob's property stream ends inside its last entry.",
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(
        BOB,
        withStream('__properties_version1.0', (data) => data.subarray(0, data.length - 5)),
      ),
    ),
  },
  'msg-object-count': {
    shows: 'The header counts 2 recipients, there are 3.',
    outcome: 'anomaly',
    bytes: rebuilt(
      withStream('__properties_version1.0', (data) => data.map((byte, at) => (at === 16 ? 2 : byte))),
    ),
  },
  'msg-object-missing': {
    shows: 'The header counts 3 recipients, there are 2.',
    outcome: 'anomaly',
    bytes: rebuilt((nodes) => nodes.filter(({ name }) => name !== BOB)),
  },
  'msg-object-number': {
    shows: 'Bob has the number 17, but the next recipient would get number 3.',
    outcome: 'anomaly',
    bytes: rebuilt(renamed(BOB, '__recip_version1.0_#00000011')),
  },
  'msg-storage-unknown': {
    shows: 'The number in the name of a storage is none; its content is that of a recipient.',
    outcome: 'anomaly',
    bytes: rebuilt(renamed(BOB, '__recip_version1.0_#0000000G')),
  },
  'msg-duplicate-storage': {
    shows: 'Bob stands there twice.',
    outcome: 'anomaly',
    bytes: rebuilt((nodes) => [...nodes, ...nodes.filter(({ name }) => name === BOB)]),
  },
  'msg-property-stream-padding': {
    shows: "Four zero bytes follow Bob's properties.",
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(
        BOB,
        withStream('__properties_version1.0', (data) => concat([data, new Uint8Array(4)])),
      ),
    ),
  },
  'msg-property-zeroed': {
    shows: "The entry of Bob's recipient type is zeros.",
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(
        BOB,
        withStream('__properties_version1.0', (data) => data.map((byte, at) => (at < 24 ? 0 : byte))),
      ),
    ),
  },
  'msg-duplicate-property': {
    shows: 'Bob has two recipient types.',
    outcome: 'anomaly',
    bytes: layOutMsg({ ...mail, recipients: [row('Ann'), row('Bob', { id: 0x0c15, type: LONG, value: 2 })] })
      .bytes,
  },
  'msg-value-stream-missing': {
    shows: "The stream of Bob's name is gone.",
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(BOB, (children) => children.filter(({ name }) => name !== '__substg1.0_3001001F')),
    ),
  },
  'msg-value-stream-orphan': {
    shows: "Bob's property stream has lost its last entry, whose value is still there.",
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(
        BOB,
        withStream('__properties_version1.0', (data) => data.subarray(0, data.length - 16)),
      ),
    ),
  },
  'msg-value-size': {
    shows: "Bob's name states a size of 2^32 - 1 bytes.",
    outcome: 'anomaly',
    bytes: rebuilt(inStorage(BOB, withStream('__properties_version1.0', statingHugeName))),
  },
  'msg-named-property-map': {
    shows: 'The name of a property that the message has points outside the GUID stream.',
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(
        '__nameid_version1.0',
        withStream('__substg1.0_00030102', () => Uint8Array.of(1, 0, 0, 0, 0x20, 0, 0, 0)),
      ),
      { ...mail, properties: [...mail.properties, named] },
    ),
  },
  'msg-name-unused': {
    shows: 'A name that no property uses points outside the GUID stream.',
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(
        '__nameid_version1.0',
        withStream('__substg1.0_00030102', () => Uint8Array.of(1, 0, 0, 0, 0x20, 0, 0, 0)),
      ),
    ),
  },
  'msg-name-repeated': {
    shows: 'Two identifiers have one name.',
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(
        '__nameid_version1.0',
        withStream('__substg1.0_00030102', (data) =>
          concat([data, data.subarray(0, 6), Uint8Array.of(9, 0)]),
        ),
      ),
      { ...mail, properties: [...mail.properties, named] },
    ),
  },

  'mapi-value-malformed': {
    shows: "Bob's name has an odd number of bytes, which UTF-16 cannot have.",
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(
        BOB,
        withStream('__substg1.0_3001001F', (data) => data.subarray(0, data.length - 1)),
      ),
    ),
  },
  'mapi-type-unknown': {
    shows: 'A property of the type 0999, which does not exist.',
    outcome: 'anomaly',
    bytes: layOutMsg({
      ...mail,
      recipients: [row('Ann', { id: 0x6010, type: 0x0999, value: Uint8Array.of(7) })],
    }).bytes,
  },
  'mapi-rtf-header': {
    shows: 'A compressed body of 20 bytes that says it becomes 4 GB.',
    outcome: 'anomaly',
    bytes: layOutMsg({
      ...mail,
      properties: [...mail.properties, { id: 0x1009, type: 0x0102, value: rtfBomb() }],
    }).bytes,
  },
  'mapi-unsendable-recipients': {
    shows: 'A table of unsendable recipients that is cut after three bytes.',
    outcome: 'anomaly',
    bytes: layOutMsg({
      ...mail,
      properties: [
        ...mail.properties,
        { id: ['00062002-0000-0000-C000-000000000046', 0x825d], type: 0x0102, value: Uint8Array.of(1, 0, 0) },
      ],
    }).bytes,
  },
  'mapi-text-undecodable': {
    shows: "Bob's name is 8-bit text that is no UTF-8, which the message says it is.",
    outcome: 'anomaly',
    bytes: layOutMsg({
      properties: [...mail.properties, { id: 0x3ffd, type: LONG, value: 65001 }],
      recipients: [[{ id: 0x3001, type: 0x001e, value: Uint8Array.of(0x42, 0xff, 0x62) }]],
    }).bytes,
  },

  'mapi-text-tail': {
    shows: "Bob's name has a zero byte behind its last character.",
    outcome: 'anomaly',
    bytes: rebuilt(
      inStorage(
        BOB,
        withStream('__substg1.0_3001001F', (data) => Uint8Array.of(...data, 0)),
      ),
    ),
  },
  'mapi-text-twice': {
    shows: "Bob's name stands as PtypString8 before the PtypString.",
    outcome: 'anomaly',
    bytes: layOutMsg({
      ...mail,
      recipients: [[{ id: 0x3001, type: 0x001e, value: 'Robert' }, ...row('Bob')]],
    }).bytes,
  },

  'evidence-unrecognized': {
    shows: 'A note that says nothing of an event, a report or a reply.',
    outcome: 'error',
    extension: 'txt',
    bytes: utf8('The meeting was moved to Friday.'),
  },
  'evidence-text-encoding': {
    shows: 'A byte that windows-1252 does not have, and that is no UTF-8.',
    outcome: 'anomaly',
    extension: 'txt',
    bytes: Uint8Array.of(0x81, 0x0a, ...utf8(description)),
  },
  'evidence-too-many': {
    shows: 'A calendar of more components than are read.',
    outcome: 'anomaly',
    extension: 'ics',
    bytes: utf8('BEGIN:VCALENDAR', 'METHOD:REPLY', ...Array.from({ length: 2000 }, () => 'BEGIN:')),
  },
  'evt-header-short': {
    shows: 'The file ends inside its header.',
    outcome: 'anomaly',
    extension: 'evt',
    bytes: soundLog.slice(0, 40),
  },
  'evt-header-field': {
    shows: 'The header says that the log ends at an odd place.',
    outcome: 'anomaly',
    extension: 'evt',
    bytes: pokedLog([20, 0x7fffffff]),
  },
  'evt-dirty': {
    shows: 'A log that was copied while it was open.',
    outcome: 'anomaly',
    extension: 'evt',
    bytes: writeEvt({ events: attempts, dirty: true }),
  },
  'evt-end-record-missing': {
    shows: 'The end record was overwritten.',
    outcome: 'anomaly',
    extension: 'evt',
    bytes: pokedLog([soundLog.length - 40, 0]),
  },
  'evt-file-cut': {
    shows: 'The file ends inside the third record.',
    outcome: 'anomaly',
    extension: 'evt',
    bytes: soundLog.slice(0, 48 + 2 * recordLength + 60),
  },
  'evt-record-damaged': {
    shows: 'The second record has lost its signature.',
    outcome: 'anomaly',
    extension: 'evt',
    bytes: pokedLog([48 + recordLength + 4, 0]),
  },
  'evt-record-field': {
    shows: "The first record's strings lie outside it.",
    outcome: 'anomaly',
    extension: 'evt',
    bytes: pokedLog([48 + 36, 0x7fffffff]),
  },
  'evt-record-count': {
    shows: 'The log counts a record more than it has.',
    outcome: 'anomaly',
    extension: 'evt',
    bytes: pokedLog([24, 5], [soundLog.length - 40 + 28, 5]),
  },
  'evtx-header': {
    shows: 'A byte of the header was changed.',
    outcome: 'anomaly',
    extension: 'evtx',
    bytes: evtxLog([[0x18, 9]]),
  },
  'evtx-record-damaged': {
    shows: 'A record without content.',
    outcome: 'anomaly',
    extension: 'evtx',
    bytes: evtxLog([], (xml) => xml.bytes(new Uint8Array(36))),
  },
  'evtx-checksum': {
    shows: 'The checksum of the records was changed.',
    outcome: 'anomaly',
    extension: 'evtx',
    bytes: evtxLog([[0x1034, 0]]),
  },
  'event-quote-open': {
    shows: 'The last cell begins with a quote that never ends.',
    outcome: 'anomaly',
    extension: 'csv',
    bytes: utf8(
      'Level,Date and Time,Source,Event ID,Task Category',
      `Warning,3/5/2012 2:10:33 PM,MSExchangeTransport,327,Exchange Store Driver,"${description}`,
    ),
  },
  'tracking-line': {
    shows: 'A line of a tracking log that ends behind its recipient.',
    outcome: 'anomaly',
    extension: 'log',
    bytes: utf8(
      '# Message Tracking Log File',
      '2008-8-20\t11:44:5 GMT\t-\t-\t-\tMAIL1\t-\tnora@partner.example',
    ),
  },
  'event-object': {
    shows: 'The second of two events as JSON is cut off.',
    outcome: 'anomaly',
    extension: 'txt',
    bytes: utf8(
      `[{"EventID":327,"Source":"MSExchangeTransport","Message":"${description}"},`,
      '{"EventID":327,"Source":"MSExchangeTransport","Message":"The following call',
    ),
  },
  'event-layout': {
    shows: 'A time before a description, as no known program writes it.',
    outcome: 'anomaly',
    extension: 'txt',
    bytes: utf8(`2012-03-05 14:10:33 MAIL1 ${description}`),
  },
  'event-field': {
    shows: 'The event happened on February 30.',
    outcome: 'anomaly',
    extension: 'txt',
    bytes: utf8(
      'Event Type: Warning',
      'Event Source: MSExchangeTransport',
      'Event ID: 327',
      'Date: 2/30/2012',
      'Time: 2:10:33 PM',
      'Description:',
      description,
    ),
  },
  'mime-malformed': {
    shows: 'A mail of parts within parts, deeper than any mail.',
    outcome: 'error',
    extension: 'eml',
    bytes: utf8(
      'From: bob@example.net',
      'Subject: Accepted',
      ...Array.from({ length: 80 }, (_, depth) => [
        `Content-Type: multipart/mixed; boundary="b${depth}"`,
        '',
        `--b${depth}`,
      ]).flat(),
    ),
  },
  'ics-line-malformed': {
    shows: "The attendee's name has a quote that never ends.",
    outcome: 'anomaly',
    extension: 'ics',
    bytes: utf8(...replyLines('UID:1', 'ATTENDEE;CN="Bob:mailto:bob@example.net'), 'END:VCALENDAR'),
  },
  'ics-structure': {
    shows: 'The calendar is not ended.',
    outcome: 'anomaly',
    extension: 'ics',
    bytes: utf8(...replyLines('UID:1', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.net')),
  },
  'mfcmapi-export-cut': {
    shows: 'A recipient table that was exported to a full disk.',
    outcome: 'anomaly',
    container: 'xml',
    bytes: exported.slice(0, 3000),
  },
  'mfcmapi-structure': {
    shows: 'A row of the recipient table has lost its end tag.',
    outcome: 'anomaly',
    container: 'xml',
    bytes: inExport('</row>\r\n<row', '<row'),
  },
  'mfcmapi-row-index': {
    shows: 'The second row has the number of the third.',
    outcome: 'anomaly',
    container: 'xml',
    bytes: inExport('index = "0x00000001"', 'index = "0x00000002"'),
  },
  'mfcmapi-tag': {
    shows: 'A property whose tag is a name.',
    outcome: 'anomaly',
    container: 'xml',
    bytes: inExport('tag = "0x3001001F"', 'tag = "PR_DISPLAY_NAME"'),
  },
  'mfcmapi-duplicate-property': {
    shows: 'Two properties of one tag in one row.',
    outcome: 'anomaly',
    container: 'xml',
    bytes: inExport('tag = "0x5FFD000A"', 'tag = "0x0C150003"'),
  },
  'mfcmapi-value': {
    shows: 'A number whose two forms differ.',
    outcome: 'anomaly',
    container: 'xml',
    bytes: inExport('<AltValue>0x1</AltValue>', '<AltValue>0x2</AltValue>'),
  },
  'mfcmapi-value-cut': {
    shows: "A name of six bytes, of which one character's are there.",
    outcome: 'anomaly',
    container: 'xml',
    bytes: inExport('cb: 6 lpb: 41006E006E00', 'cb: 6 lpb: 4100'),
  },
  'mfcmapi-named-property': {
    shows: 'A named property whose property set is no GUID.',
    outcome: 'anomaly',
    container: 'xml',
    bytes: replaced(
      writeMessageXml({ properties: [...mail.properties, named] }, { dialect: '2012' }),
      '{00062002-',
      '{PSETID_',
    ),
  },
  'limit-storage-depth': {
    shows: 'Storages nested five deep, where three are allowed.',
    outcome: 'anomaly',
    bytes: rebuilt((nodes) => [...nodes, storages(5)]),
    options: { limits: { storageDepth: 3 } },
  },
  'limit-embedded-depth': {
    shows: 'Messages embedded three deep, where two are allowed.',
    outcome: 'anomaly',
    bytes: layOutMsg(nested(3)).bytes,
    options: { limits: { embeddedDepth: 2 } },
  },
  'limit-recipients': {
    shows: 'Three recipients, where two are allowed.',
    outcome: 'anomaly',
    bytes: sound.bytes.slice(),
    options: { limits: { recipients: 2 } },
  },
  'attached-file-unread': {
    shows: 'A mail with a file attached that is called meeting.msg and ends behind its first sector.',
    outcome: 'anomaly',
    bytes: layOutMsg({
      ...mail,
      attachments: [
        {
          properties: [
            { id: 0x3705, type: 0x0003, value: 1 },
            { id: 0x3707, type: 0x001f, value: 'meeting.msg' },
            { id: 0x3701, type: 0x0102, value: sound.bytes.slice(0, 700) },
          ],
        },
      ],
    }).bytes,
  },
  ...malformedTnef(mail),
  ...malformedStores,
};

/** The recipient table of the mail with something in it replaced, once. */
function inExport(found: string, replacement: string): Uint8Array {
  return replaced(exported, found, replacement);
}

function replaced(bytes: Uint8Array, found: string, replacement: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.includes(found)) throw new Error(`Nothing to replace: ${found}`);
  return new Uint8Array(Buffer.from(text.replace(found, replacement), 'latin1'));
}

function statingHugeName(data: Uint8Array): Uint8Array {
  const bytes = data.slice();
  new DataView(bytes.buffer).setUint32(8 + 16 + 8, 0xffffffff, true); // the second entry's size
  return bytes;
}

function rtfBomb(): Uint8Array {
  const bytes = new Uint8Array(20);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 16, true);
  view.setUint32(4, 0xffffffff, true);
  view.setUint32(8, 0x75465a4c, true);
  return bytes;
}
