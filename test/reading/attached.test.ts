// Messages that are attached as files: every container, every way of embedding.

import { describe as group, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { samples } from '../../samples/build/meetings';
import { decodeMessage, diagnose, readMessage, UnsupportedError } from '../../src/index';
import { messageIdentity } from '../../src/rules/index';
import type { Message } from '../../src/index';
import { openStore } from '../../src/store';
import { writeEml } from '../support/eml-writer';
import { BINARY, long, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import type { WrittenMessage } from '../support/msg-writer';
import { writeStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';
import { writeTnef } from '../support/tnef-writer';

const defect = describeMeeting(samples['textbook-defect']!.meeting);

/** A mail with a file attached. */
function holding(content: Uint8Array, name: string, base?: WrittenMessage): WrittenMessage {
  const note = { properties: [text(0x001a, 'IPM.Note'), text(0x0037, 'FW: see attached')] };
  const attachment = {
    properties: [long(0x3705, 1), text(0x3707, name), { id: 0x3701, type: BINARY, value: content }],
  };
  return { ...(base ?? note), attachments: [attachment] };
}

async function inStore(message: WrittenMessage): Promise<Message> {
  const store = await openStore(writeStore({ folders: mailboxFolders({ calendar: [message] }) }).bytes);
  for await (const { message: read, error } of store.items({ folders: 'calendar' })) {
    if (error !== undefined) throw error;
    return read;
  }
  throw new Error('The store lost its item');
}

const containers: Readonly<Record<string, (message: WrittenMessage) => Promise<Message>>> = {
  '.msg in memory': (message) => Promise.resolve(decodeMessage(writeMsg(message))),
  '.msg': (message) => readMessage(writeMsg(message)),
  '.msg of a slow source': (message) => {
    const bytes = writeMsg({
      ...message,
      properties: [...message.properties, { id: 0x6600, type: BINARY, value: new Uint8Array(3 << 20) }],
    });
    return readMessage(new Blob([Uint8Array.from(bytes)]));
  },
  TNEF: (message) => Promise.resolve(decodeMessage(writeTnef(message))),
  'a store': inStore,
};

const msg = writeMsg(defect);
const tnef = writeTnef(defect);
/** Files by their names, and where in them the message is. */
const files: Readonly<Record<string, readonly [content: Uint8Array, path: string]>> = {
  'Quarterly review.msg': [msg, 'embedded[0]'],
  'Quarterly review.oft': [msg, 'embedded[0]'],
  'no name that says it': [msg, 'embedded[0]'],
  'winmail.dat': [tnef, 'embedded[0]'],
  'mail.eml': [writeEml(tnef), 'embedded[0]'],
  'with.msg.eml': [writeEml(msg, { type: 'application/octet-stream', name: 'a.msg' }), 'embedded[0]'],
  'twice.msg': [writeMsg(holding(msg, 'inner.msg')), 'embedded[0].embedded[0]'],
};

group.each(Object.entries(containers))('attached to %s', (_, read) => {
  test.each(Object.entries(files))('%s', async (name, [content, path]) => {
    const message = await read(holding(content, name));
    const { verdict, findings } = diagnose(message);
    expect(verdict).toBe('likely');
    expect(findings.map((finding) => finding.path)).toEqual([`${path}.recipients[1].trackStatusTime`]);
    expect(findings[0]?.origin?.part).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')}`));
    expect(message.anomalies.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [outer] = message.embedded;
    expect(outer?.kind).toBe('attached');
    expect(message.attachments[0]?.embedded).toBe(outer);
    expect(await message.attachments[0]?.read()).toEqual(content);
    for (const attachment of outer?.attachments ?? []) expect(await attachment.read()).toBeDefined();
  });

  test.each([
    ['cut.msg', msg.subarray(0, 700)],
    ['winmail.dat', tnef.subarray(0, 9)],
    ['empty.msg', new Uint8Array(0)],
    ['zeros.oft', new Uint8Array(5000)],
    ['text.msg', new TextEncoder().encode('see you there')],
    ['cut.bin', msg.subarray(0, 2000)],
    ['cut without an ending', msg.subarray(0, 2000)],
    ['archive.pst', Uint8Array.from([0x21, 0x42, 0x44, 0x4e, ...new Uint8Array(600)])],
  ])('%s cannot be read, which is said', async (name, content) => {
    const message = await read(holding(content, name));
    expect(message.anomalies).toMatchObject([{ code: 'attached-file-unread', path: 'attachments[0]' }]);
    const { verdict, explanation } = diagnose(message);
    expect(verdict).toBe('undetermined');
    expect(explanation?.settle).toContain('saved as a file of its own');
  });

  test.each([
    ['table.doc', msg.subarray(0, 700)],
    ['note.txt', new TextEncoder().encode('Dear Bob:\nsee you there')],
    ['mail.eml', writeEml(undefined)],
  ])('%s is no message, and nothing to speak of', async (name, content) => {
    const message = await read(holding(content, name));
    expect(message.embedded).toEqual([]);
    expect(message.anomalies.filter(({ code }) => code === 'attached-file-unread')).toEqual([]);
    expect(diagnose(message).verdict).toBe('not-applicable');
  });

  test('a damaged file says nothing about what holds it', async () => {
    const damaged = msg.slice(0, msg.length - 600); // its last sectors are lost
    const healthy = describeMeeting(samples['healthy-answered']!.meeting);
    const message = await read(holding(damaged, 'damaged.msg', healthy));
    expect(message.anomalies.some(({ severity }) => severity === 'error')).toBe(true);
    expect(diagnose(message).results[0]?.verdict).toBe('unlikely');
  });
});

test('deeper than is allowed is said, and not read', () => {
  let inner = msg;
  for (let level = 0; level < 4; level++) inner = writeMsg(holding(inner, `${level}.msg`));
  const limits = { embeddedDepth: 2 };
  const message = decodeMessage(inner, { limits });
  expect(message.anomalies).toMatchObject([
    { code: 'limit-embedded-depth', path: 'embedded[0].embedded[0].attachments[0]', part: '3.msg/2.msg' },
  ]);
  expect(diagnose(message).verdict).toBe('undetermined');
  expect(() => decodeMessage(inner, { limits, strict: true })).toThrow('embedded deeper than');
});

const NESTED = 'From: a@b.example\nTo: c@d.example\nContent-Type: a/b; name=a.eml\n\n';

test.each([3, 500, 5000])('%d mails in one another: a sentence, and in time', (count) => {
  const bytes = new TextEncoder().encode(NESTED.repeat(count));
  if (count > 32) {
    const message = decodeMessage(bytes);
    expect(message.anomalies.map(({ code }) => code)).toContain('limit-embedded-depth');
    expect(diagnose(message).verdict).toBe('undetermined');
  } else expect(() => decodeMessage(bytes)).toThrow(UnsupportedError);
});

test.each([
  'X-MS-Exchange-Organization-Network-Message-Id: 1',
  'X400-Received: by a',
  'X_Foo: 1',
  'Received : by a',
  '',
  '>From a@b.example Fri Mar 12 16:30:30 2004',
])('an attached mail that begins with %j is one', async (line) => {
  const inner = new TextEncoder().encode(`${line}\r\n${new TextDecoder('latin1').decode(writeEml(tnef))}`);
  for (const read of Object.values(containers)) {
    const { verdict } = diagnose(await read(holding(inner, 'a.eml')));
    expect(verdict).toBe('likely');
  }
});

group('several messages in one mail', () => {
  const two = (first: Uint8Array, second: Uint8Array): Uint8Array => {
    const part = (bytes: Uint8Array, name: string): string =>
      `--b\r\nContent-Type: application/ms-tnef; name=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n`;
    return new TextEncoder().encode(
      `From: =?iso-8859-1?Q?J=FCrgen?= <j@example.com>\r\nSubject: Two\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${part(first, 'one.dat')}${part(second, 'two.dat')}--b--\r\n`,
    );
  };

  test('each is judged, and the mail is what holds them', async () => {
    const bytes = two(writeTnef(defect, { hasRecipientTable: false }), tnef);
    const message = await readMessage(bytes);
    expect(message).toMatchObject({
      messageClass: 'IPM.Note',
      subject: 'Two',
      sentRepresentingName: 'Jürgen',
      sentRepresentingEmailAddress: 'j@example.com',
    });
    expect(message.embedded).toHaveLength(2);
    const { verdict, findings } = diagnose(message);
    expect(verdict).toBe('likely');
    expect(findings[0]?.path).toBe('embedded[1].recipients[1].trackStatusTime');
    expect(message.note).toContain(
      '"one.dat" (application/ms-tnef) and "two.dat" (application/ms-tnef) of the mail were read',
    );
    expect(decodeMessage(bytes).toJSON()).toEqual(message.toJSON());
  });

  test('one that cannot be read leaves the other, and the question open', async () => {
    const message = await readMessage(two(tnef.subarray(0, 9), writeTnef(defect)));
    expect(message.anomalies.some(({ code }) => code === 'attached-file-unread')).toBe(true);
    expect(diagnose(message).verdict).toBe('likely');
  });

  test('a part that is declared as TNEF and is none is said, alone or beside another', async () => {
    const broken = tnef.slice();
    broken[0] = 0;
    const beside = await readMessage(two(tnef, broken));
    expect(beside.anomalies.map(({ code, severity }) => [code, severity])).toContainEqual([
      'attached-file-unread',
      'error',
    ]);
    const alone = await readMessage(writeEml(broken));
    expect(alone.anomalies.map(({ code }) => code)).toContain('attached-file-unread');
    expect(diagnose(alone).verdict).toBe('undetermined');
    await expect(readMessage(writeEml(broken), { strict: true })).rejects.toMatchObject({
      code: 'attached-file-unread',
    });
  });
});

test('who sent a TNEF that does not say is who sent the mail', () => {
  const sender = new Set<unknown>([0x42, 0x64, 0x65, 0xc1a, 0xc1e, 0xc1f]);
  const { properties, ...rest } = defect;
  const bare = {
    ...rest,
    properties: properties.filter(({ id }) => !sender.has(id)),
  };
  expect(decodeMessage(writeTnef(bare)).sentRepresentingEmailAddress).toBeUndefined();
  expect(decodeMessage(writeEml(writeTnef(bare)))).toMatchObject({
    sentRepresentingName: 'Olivia Organizer',
    sentRepresentingAddressType: 'SMTP',
    sentRepresentingEmailAddress: 'olivia@example.com',
  });
});

test('a TNEF without a sender is not called one that lacks it: a mail’s header has that', () => {
  const sender = new Set<unknown>([0x42, 0x64, 0x65, 0xc1a, 0xc1e, 0xc1f]);
  const { properties, ...rest } = defect;
  const bare = { ...rest, properties: properties.filter(({ id }) => !sender.has(id)) };
  const found = (bytes: Uint8Array): string[] =>
    diagnose(decodeMessage(bytes), { rules: [messageIdentity] }).findings.map(({ code }) => code);
  expect(found(writeMsg(bare))).toContain('organizer-address-missing');
  expect(found(writeTnef(bare))).toEqual([]);
  expect(found(writeEml(writeTnef(bare)))).toEqual([]);
});
