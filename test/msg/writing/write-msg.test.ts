import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inMemory } from '../../../src/bytes/random-access';
import { CompoundFile } from '../../../src/cfb/compound-file';
import { ROOT } from '../../../src/cfb/directory';
import { AnomalyLog } from '../../../src/damage/anomaly';
import { decodeMessage, readMessage } from '../../../src/index';
import type { LeftOut, Message } from '../../../src/index';
import { decodeCfb } from '../../../src/interop/index';
import { anyMessage, expectMessage } from '../../support/any-message';
import { expectBytes } from '../../support/bytes';
import { concat, writeCompoundFile } from '../../support/compound-file-writer';
import type { WrittenNode, WrittenStorage } from '../../support/compound-file-writer';
import { BINARY, long, mail, row, STRING8, text, UNICODE } from '../../support/messages';
import { msgNodes, writeMsg } from '../../support/msg-writer';
import type { WrittenMessage, WrittenProperty } from '../../support/msg-writer';
import { guidBytes } from '../../support/encoded-names';
import { mailboxFolders } from '../../support/pst-writer/written-folder';
import { writeStore } from '../../support/pst-writer/store';
import { openStore } from '../../../src/store';
import { writeTnef } from '../../support/tnef-writer';
import * as CFB from 'cfb';

const PSETID_Appointment = '00062002-0000-0000-C000-000000000046';
const PSETID_Common = '00062008-0000-0000-C000-000000000046';
const PS_INTERNET_HEADERS = '00020386-0000-0000-C000-000000000046';

/** All streams of a file by their paths, and the classes of its storages. */
function open(bytes: Uint8Array): { streams: Map<string, Uint8Array>; storages: Map<string, string> } {
  const report = new AnomalyLog(true, 0).at('');
  const file = new CompoundFile(inMemory(bytes), 256, report);
  const streams = new Map<string, Uint8Array>();
  const storages = new Map<string, string>();
  const pending = [ROOT];
  for (const storage of pending) {
    const { clsid, stateBits } = file.storageClass(storage);
    storages.set(file.path(storage), `${Buffer.from(clsid).toString('hex')} ${stateBits}`);
    for (const member of file.members(storage))
      if (file.isStorage(member)) pending.push(member);
      else streams.set(file.path(member), file.read(member, report).slice());
  }
  return { streams, storages };
}

async function refusal(work: Promise<unknown>): Promise<Record<string, unknown>> {
  return work.then(
    () => ({}),
    (error: unknown) => ({ ...(error as object), message: (error as Error).message }),
  );
}

async function leftOutOf(message: Message): Promise<{ left: LeftOut[]; again: Message }> {
  const left: LeftOut[] = [];
  const bytes = await message.toMsg({ leaveOut: (what) => left.push(what) });
  return { left, again: decodeMessage(bytes) };
}

function holding(message: WrittenMessage, ...properties: WrittenProperty[]): WrittenMessage {
  return {
    ...mail,
    properties: [...mail.properties, { id: [PSETID_Common, 0x8501], type: 3, value: 15 }, ...properties],
    attachments: [{ properties: [long(0x3705, 5)], message }],
  };
}

const invitation: WrittenMessage = {
  properties: [
    text(0x001a, 'IPM.Appointment'),
    text(0x0037, 'Planning'),
    { id: [PSETID_Appointment, 0x8208], type: UNICODE, value: 'Room 1' },
    { id: [PS_INTERNET_HEADERS, 'X-Mixed-Case'], type: UNICODE, value: 'yes' },
  ],
  recipients: [row('Dan', { id: [PSETID_Common, 'of a row'], type: 3, value: 1 })],
  attachments: [
    { properties: [text(0x3707, 'a.txt'), { id: 0x3701, type: BINARY, value: Uint8Array.of(1, 2) }] },
  ],
};

const IID_IStorage = '0000000B-0000-0000-C000-000000000046';

/** A message with an OLE object of these bytes. */
function withObject(bytes: Uint8Array): WrittenMessage {
  const object = { id: 0x3701, type: 0x000d, value: bytes };
  return { ...mail, attachments: [{ properties: [long(0x3705, 6), object] }] };
}

function throughTnef(bytes: Uint8Array): Uint8Array {
  return writeTnef(withObject(concat([guidBytes(IID_IStorage), bytes])));
}

async function throughStore(bytes: Uint8Array): Promise<Message> {
  const store = await openStore(
    writeStore({ folders: mailboxFolders({ inbox: [withObject(bytes)] }) }).bytes,
  );
  for await (const { message } of store.items()) if (message !== undefined) return message;
  throw new Error('The store lost its item');
}

test('any message is what it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyMessage, async (any) => {
      const message = { ...any, properties: [...any.properties, { ...long(0x340d, 0x40000), flags: 6 }] };
      const bytes = await decodeMessage(writeMsg(message)).toMsg();
      expectMessage(decodeMessage(bytes, { strict: true }), message);
      expectBytes(await decodeMessage(bytes).toMsg(), bytes);
    }),
    { numRuns: 25 },
  );
});

describe('an embedded message', () => {
  const holder = decodeMessage(writeMsg(holding(invitation)));
  const [attachment] = holder.attachments;

  test('is a file of its own: header, counts, names and class of the root', async () => {
    const { streams, storages } = open((await attachment?.toMsg()) as Uint8Array);
    const properties = streams.get('/__properties_version1.0') as Uint8Array;
    expect((properties.length - 32) % 16).toBe(0);
    expect([...new Uint32Array(properties.slice(0, 32).buffer)]).toEqual([0, 0, 1, 1, 1, 1, 0, 0]);
    expect(storages.get('/')).toBe('0b0d020000000000c000000000000046 0');
    const entries = streams.get('/__nameid_version1.0/__substg1.0_00030102');
    expect(entries).toHaveLength(3 * 8); // PidLidReminderDelta is the holder's
  });

  test('has its values, recipients and attachments', async () => {
    const message = await readMessage((await attachment?.toMsg()) as Uint8Array, { strict: true });
    expect(message.messageClass).toBe('IPM.Appointment');
    expect(message.recipients.map(({ displayName }) => displayName)).toEqual(['Dan']);
    expect(await message.attachments[0]?.read()).toEqual(Uint8Array.of(1, 2));
    const names = [...message.properties].map(({ tag }) => message.properties.nameOf(tag >>> 16)?.name);
    expect(names.filter((name) => name !== undefined)).toEqual([0x8208, 'x-mixed-case']);
  });

  test('undefined where an attachment has none', async () => {
    expect(await holder.embedded[0]?.attachments[0]?.toMsg()).toBeUndefined();
  });

  test('and what it is embedded in says how a .msg names it', async () => {
    const { streams } = open(await holder.toMsg());
    const entries = new DataView(
      (streams.get('/__attach_version1.0_#00000000/__properties_version1.0') as Uint8Array).slice().buffer,
    );
    const at = 8 + 16; // the second entry
    expect([0, 8, 12].map((word) => entries.getUint32(at + word, true))).toEqual([0x3701000d, 0xffffffff, 1]);
    const inner = streams.get('/__attach_version1.0_#00000000/__substg1.0_3701000D/__properties_version1.0');
    expect(((inner as Uint8Array).length - 24) % 16).toBe(0);
  });

  test('what an attached file holds is written, too; the file stays a file', async () => {
    const file = writeTnef(mail);
    const attached = { properties: [text(0x3707, 'winmail.dat'), { id: 0x3701, type: BINARY, value: file }] };
    const message = decodeMessage(writeMsg({ ...mail, attachments: [attached] }));
    const bytes = await message.attachments[0]?.toMsg();
    expect(decodeMessage(bytes as Uint8Array, { strict: true }).recipients).toHaveLength(3);
    const again = decodeMessage(await message.toMsg(), { strict: true });
    expectBytes(await again.attachments[0]?.read(), file);
  });
});

describe('the code page of 8-bit text', () => {
  const greek: WrittenProperty = { id: 0x0037, type: STRING8, value: 'Καλημέρα' };
  const subjectOf = async (message: Message | undefined): Promise<[unknown, unknown]> => {
    const again = decodeMessage((await message?.toMsg()) as Uint8Array, { strict: true });
    const property = [...again.properties].find(({ tag }) => tag === 0x0037001e);
    return [property && again.properties.valueOf(property), again.codePageDecision.by];
  };

  test('that of the message around it is stated', async () => {
    const inner = { properties: [text(0x001a, 'IPM.Note'), greek] };
    const holder = decodeMessage(writeMsg(holding(inner, long(0x3ffd, 1253)), { codePage: 1253 }));
    expect(await subjectOf(holder.embedded[0])).toEqual(['Καλημέρα', 'messageCodePage']);
  });

  test.each([
    ['codePage', 1253, undefined],
    ['codePageOverride', 1253, 1252],
  ] as const)('that of the option %s is stated', async (option, codePage, stated) => {
    const own = stated === undefined ? [] : [long(0x3ffd, stated)];
    const bytes = writeMsg({ properties: [text(0x001a, 'IPM.Note'), greek, ...own] }, { codePage });
    expect(await subjectOf(decodeMessage(bytes, { [option]: codePage }))).toEqual([
      'Καλημέρα',
      'messageCodePage',
    ]);
  });

  test('what the message itself says is not said again', async () => {
    const bytes = writeMsg(
      { properties: [text(0x001a, 'IPM.Note'), greek, long(0x3ff1, 0x0408)] },
      { codePage: 1253 },
    );
    expect(await subjectOf(decodeMessage(bytes))).toEqual(['Καλημέρα', 'messageLocaleId']);
  });
});

describe('an OLE object', () => {
  const contents = Uint8Array.from({ length: 5000 }, (_, index) => index);
  const object: WrittenStorage = {
    name: '__substg1.0_3701000D',
    clsid: Uint8Array.from({ length: 16 }, (_, index) => index + 1),
    stateBits: 7,
    times: new Uint8Array(16).fill(9),
    children: [
      { name: '\u0001Ole', data: Uint8Array.of(1) },
      {
        name: 'Embedded',
        children: [{ name: 'CONTENTS', data: contents }],
        clsid: new Uint8Array(16).fill(3),
      },
    ],
  };
  const attachment = {
    properties: [long(0x3705, 6), { id: 0x3701, type: 0x000d, value: new Uint8Array(0) }],
  };
  const nodes = msgNodes({ ...mail, attachments: [attachment] }).map((node): WrittenNode => {
    if (!('children' in node) || !node.name.startsWith('__attach')) return node;
    return { ...node, children: [...node.children.filter(({ name }) => name !== object.name), object] };
  });
  const source = writeCompoundFile(nodes).bytes;
  const within = (path: string): boolean => path.includes('3701000D');

  test('of a .msg is copied with its classes', async () => {
    const original = open(source);
    const copy = open(await decodeMessage(source, { strict: true }).toMsg());
    const paths = [...original.streams.keys()].filter(within);
    expect(paths).toHaveLength(2);
    for (const path of paths) expectBytes(copy.streams.get(path), original.streams.get(path) as Uint8Array);
    const storages = [...original.storages].filter(([path]) => within(path));
    expect(storages).toHaveLength(2);
    expect([...copy.storages].filter(([path]) => within(path))).toEqual(storages);
    decodeMessage(await decodeMessage(source).toMsg(), { strict: true });
  });

  test('that cfb has read is copied, too', async () => {
    const container = CFB.read(Buffer.from(source), { type: 'buffer' });
    const copy = open(await decodeCfb(container).toMsg());
    expect([...copy.storages].filter(([path]) => within(path))).toEqual(
      [...open(source).storages].filter(([path]) => within(path)),
    );
    expectBytes(
      copy.streams.get('/__attach_version1.0_#00000000/__substg1.0_3701000D/Embedded/CONTENTS'),
      contents,
    );
  });

  describe.each([
    ['TNEF', (bytes: Uint8Array) => Promise.resolve(decodeMessage(throughTnef(bytes)))],
    ['a store', throughStore],
  ])('of %s', (_, read) => {
    test('that is a compound file becomes a storage', async () => {
      const file = writeCompoundFile(object.children).bytes;
      const copy = open(await (await read(file)).toMsg());
      const path = '/__attach_version1.0_#00000000/__substg1.0_3701000D/Embedded/CONTENTS';
      expectBytes(copy.streams.get(path), contents);
    });

    test('that is something else stays what it is', async () => {
      const stream = new Uint8Array(9000).fill(3);
      const copy = open(await (await read(stream)).toMsg());
      expectBytes(copy.streams.get('/__attach_version1.0_#00000000/__substg1.0_3701000D'), stream);
    });
  });

  test('that is damaged is told', async () => {
    const damaged = writeCompoundFile(nodes);
    const entry = damaged.entries.get(
      '/__attach_version1.0_#00000000/__substg1.0_3701000D/Embedded/CONTENTS',
    );
    new DataView(damaged.bytes.buffer).setUint32((entry?.offset ?? 0) + 120, 500_000, true);
    const message = decodeMessage(damaged.bytes);
    const { left, again } = await leftOutOf(message);
    expect(left).toEqual([
      {
        path: 'attachments[0]',
        tag: '3701000D',
        reason: 'damaged',
        message: expect.stringContaining('500000') as string,
      },
    ]);
    expect(again.attachments).toHaveLength(1);
    expect(await refusal(message.toMsg())).toMatchObject({ code: 'unsupported', feature: 'msg-incomplete' });
  });
});

describe('what cannot be written', () => {
  test('the first rejects; with leaveOut each is told, by its place', async () => {
    const bytes = readFileSync(
      new URL('../../../samples/malformed/msg-value-stream-missing.msg', import.meta.url),
    );
    const message = decodeMessage(bytes);
    const { left, again } = await leftOutOf(message);
    expect(left.map(({ reason, tag }) => [reason, tag])).toEqual([['damaged', left[0]?.tag]]);
    expect(await refusal(message.toMsg())).toMatchObject({
      feature: 'msg-incomplete',
      message: left[0]?.message,
    });
    expect(left[0]?.path).toBe('recipients[1]');
    expect(again.recipients[1]?.properties.size).toBe((message.recipients[1]?.properties.size ?? 0) - 1);
    expect(again.anomalies).toEqual([]);
  });

  test('a partial export says what is not known of the message', async () => {
    const file = new URL('../../../samples/containers/recipient-table-2012.xml', import.meta.url);
    const { left, again } = await leftOutOf(decodeMessage(readFileSync(file)));
    expect(new Set(left.map(({ reason }) => reason))).toEqual(new Set(['not-captured']));
    expect(left.map(({ path }) => path)).toContain('attachments');
    expect(again.recipients.length).toBeGreaterThan(0);
  });

  test('a message that is embedded too deep', async () => {
    const limits = { embeddedDepth: 0 };
    const { left } = await leftOutOf(decodeMessage(writeMsg(holding(invitation)), { limits }));
    expect(left.map(({ path, tag, reason }) => [path, tag, reason])).toEqual([
      ['attachments[0]', '3701000D', 'unread'],
    ]);
  });

  test('errors of the source are its own', async () => {
    let isGone = false;
    const bytes = writeMsg(invitation);
    const source = {
      open: () =>
        isGone
          ? Promise.reject(new Error('the disk is gone'))
          : Promise.resolve({
              byteLength: bytes.length,
              slice: (start: number, end: number) => Promise.resolve(bytes.slice(start, end)),
              close: () => Promise.resolve(),
            }),
    };
    const message = await readMessage(source);
    isGone = true;
    expect(await refusal(message.toMsg({ leaveOut: () => undefined }))).toMatchObject({
      message: 'the disk is gone',
    });
  });

  test('leaveOut that is no function is a TypeError', async () => {
    const work = decodeMessage(writeMsg(mail)).toMsg({ leaveOut: 'all' as never });
    await expect(work).rejects.toThrow(
      new TypeError('The option leaveOut of toMsg must be a function, not "all"'),
    );
  });
});

test('what a value has and no type explains comes back', async () => {
  const odd = [
    { id: 0x6701, type: 0x0099, value: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) },
    { id: 0x6702, type: 0x0099, value: Uint8Array.of(1, 2, 3) },
    { id: 0x6703, type: 0x0098, value: new Uint8Array(5000).fill(1) },
  ];
  const message = decodeMessage(writeMsg({ ...mail, properties: [...mail.properties, ...odd] }));
  const again = decodeMessage(await message.toMsg());
  for (const { id, type, value } of odd) {
    const property = [...again.properties].find(({ tag }) => tag === ((id << 16) | type) >>> 0);
    expectBytes(property?.bytes, value);
  }
});

test('what no entry lists comes back as that, of whatever type', async () => {
  const orphans = [
    { name: '__substg1.0_6701001F', data: Uint8Array.of(65, 0) },
    { name: '__substg1.0_67020003', data: Uint8Array.of(1, 0, 0, 0) },
    { name: '__substg1.0_67030014', data: Uint8Array.of(9) },
  ];
  const message = decodeMessage(writeCompoundFile([...msgNodes(mail), ...orphans]).bytes);
  const again = decodeMessage(await message.toMsg());
  const unlisted = [...again.properties].filter(({ isUnlisted }) => isUnlisted);
  expect(unlisted.map(({ tag, bytes }) => [tag, ...bytes])).toEqual([
    [0x6701001f, 65, 0],
    [0x67020003, 1, 0, 0, 0],
    [0x67030014, 9],
  ]);
});

test('a .msg in a mail keeps its flags, whatever the mail has', async () => {
  const flagged = { properties: [text(0x001a, 'IPM.Note'), { ...text(0x0037, 'Flags'), flags: 3 }] };
  const part = [
    '--b',
    'Content-Type: application/vnd.ms-outlook; name="a.msg"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(writeMsg(flagged)).toString('base64'),
  ];
  const head = [
    'From: ann@example.net',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
  ];
  const lines = [...head, ...part, ...part, '--b--', ''];
  const mailed = decodeMessage(new TextEncoder().encode(lines.join('\r\n')));
  expect(mailed.embedded).toHaveLength(2);
  const again = decodeMessage(await mailed.toMsg(), { strict: true });
  expect([...again.properties].map(({ flags }) => flags)).toContain(6);
  for (const { properties } of again.embedded)
    expect([...properties].map(({ flags }) => flags)).toEqual([6, 3]);
});

test('a store and TNEF have no flags: what is written is readable and writable, texts as a .msg has them', async () => {
  const message = decodeMessage(writeTnef(mail));
  const again = decodeMessage(await message.toMsg(), { strict: true });
  for (const { properties } of [again, ...again.recipients])
    expect(new Set([...properties].map(({ flags }) => flags))).toEqual(new Set([6]));
  const subject = [...again.properties].find(({ tag }) => tag >>> 16 === 0x0037);
  expect(Buffer.from(subject?.bytes ?? []).toString('utf16le')).toBe('Hello');
});
