import { describe, expect, test } from 'vitest';
import { binary, boolean, integer, text, time } from '../../src/mapi/definitions/property';
import { decodeMessage, readMessage, tagged } from '../../src/index';
import type { Message, PropertyDefinition } from '../../src/index';
import { concat } from '../support/compound-file-writer';
import { expectBytes } from '../support/bytes';
import { writeEml } from '../support/eml-writer';
import { mail, row, text as string } from '../support/messages';
import { countingSource } from '../support/sources';
import { number, propertyList } from '../support/tnef-properties';
import { attributesOf, writeStream, writeTnef } from '../support/tnef-writer';
import type { WrittenAttribute } from '../support/tnef-writer';

const ascii = (value: string): Uint8Array => new TextEncoder().encode(`${value}\0`);
const own = (id: number, data: Uint8Array): WrittenAttribute => ({ level: 1, id, data });
const dtr = (...numbers: readonly number[]): Uint8Array => concat(numbers.map((each) => number(2, each)));
const counted = (name: string, address: string): Uint8Array =>
  concat([name, address].flatMap((each) => [number(2, each.length + 1), ascii(each)]));
const oneOff = (name: string, address: string): Uint8Array => {
  const [first, second] = [ascii(name), ascii(address)];
  const lengths = [4, 16 + first.length + second.length, first.length, second.length];
  return concat([...lengths.map((each) => number(2, each)), first, second, new Uint8Array(8)]);
};

const attSubject = 0x00018004;
const attMessageClass = 0x00078008;

function withLegacy(...legacy: readonly WrittenAttribute[]): Message {
  return decodeMessage(writeTnef({ properties: [] }, { legacy }));
}

function codes({ anomalies }: Message): string[] {
  return anomalies.map(({ code, path }) => (path === '' ? code : `${path} ${code}`));
}

describe('attributes of Microsoft Mail', () => {
  const at = new Date('2004-03-15T14:05:06Z');
  const moment = dtr(2004, 3, 15, 14, 5, 6, 1);
  const cases: readonly (readonly [string, number, Uint8Array, PropertyDefinition<unknown>, unknown])[] = [
    ['attSubject', attSubject, ascii('Hello'), tagged(0x0037, text), 'Hello'],
    ['attBody', 0x0002800c, ascii('Text'), tagged(0x1000, text), 'Text'],
    ['attMessageClass', attMessageClass, ascii('IPM.Appointment'), tagged(0x001a, text), 'IPM.Appointment'],
    [
      'attOriginalMessageClass',
      0x00070600,
      ascii('IPM.Microsoft Mail.Note'),
      tagged(0x004b, text),
      'IPM.Note',
    ],
    ['attPriority, high', 0x0004800d, number(2, 1), tagged(0x0017, integer), 2],
    ['attPriority, normal', 0x0004800d, number(4, 2), tagged(0x0017, integer), 1],
    ['attPriority, low', 0x0004800d, number(2, 3), tagged(0x0017, integer), 0],
    ['attMessageStatus', 0x00068007, number(1, 0xa5), tagged(0x0e07, integer), 0x15],
    ['attMessageStatus, none', 0x00068007, number(1, 0), tagged(0x0e07, integer), 2],
    ['attMessageID', 0x00018009, ascii('0AFF'), tagged(0x300b, binary), Uint8Array.of(0x0a, 0xff)],
    ['attParentID', 0x0001800a, ascii('01'), tagged(0x0025, binary), Uint8Array.of(1)],
    ['attConversationID', 0x0001800b, ascii('02'), tagged(0x000b, binary), Uint8Array.of(2)],
    ['attAidOwner', 0x00050008, number(4, 0xffffffff), tagged(0x0062, integer), -1],
    ['attRequestRes', 0x00040009, number(2, 1), tagged(0x0063, boolean), true],
    ['attDelegate', 0x00060002, Uint8Array.of(1, 2), tagged(0x0043, binary), Uint8Array.of(1, 2)],
    ['attFrom, name', 0x00008000, oneOff('Ann', 'SMTP:a@b.example'), tagged(0x0c1a, text), 'Ann'],
    ['attFrom, type', 0x00008000, oneOff('Ann', 'SMTP:a@b.example'), tagged(0x0c1e, text), 'SMTP'],
    ['attFrom, address', 0x00008000, oneOff('Ann', 'SMTP:a@b.example'), tagged(0x0c1f, text), 'a@b.example'],
    ['attSentFor', 0x00060001, counted('Ann', 'EX:/o=A'), tagged(0x0065, text), '/o=A'],
    ['attOwner', 0x00060000, counted('Ann', 'EX:/o=A'), tagged(0x0042, text), 'Ann'],
  ];
  test.each(cases)('%s', (name, id, data, definition, expected) => {
    const message = withLegacy(own(id, data));
    expect(message.properties.get(definition)).toEqual(expected);
    expect(message.properties.raw(definition)?.origin.storage).toBe(name.split(',')[0]);
  });

  test.each([
    ['attDateSent', 0x00038005, 0x0039],
    ['attDateRecd', 0x00038006, 0x0e06],
    ['attDateModified', 0x00038020, 0x3008],
    ['attDateStart', 0x00030006, 0x0060],
    ['attDateEnd', 0x00030007, 0x0061],
  ])('%s', (_name, id, property) => {
    expect(withLegacy(own(id, moment)).properties.get(tagged(property, time))?.toDate()).toEqual(at);
  });

  test.each([
    ['Schedule.MtgReq', 'IPM.Schedule.Meeting.Request'],
    ['Schedule.MtgCncl', 'IPM.Schedule.Meeting.Canceled'],
    ['Schedule.MtgRespP', 'IPM.Schedule.Meeting.Resp.Pos'],
    ['Schedule.MtgRespN', 'IPM.Schedule.Meeting.Resp.Neg'],
    ['Schedule.MtgRespA', 'IPM.Schedule.Meeting.Resp.Tent'],
    ['Mail.Note', 'IPM.Note'],
    ['Mail.Read Receipt', 'Report.IPM.Note.IPNRN'],
    ['Mail.Non-Delivery', 'Report.IPM.Note.NDR'],
  ])('the class IPM.Microsoft %s is %s today', (legacy, today) => {
    for (const prefix of ['', 'Microsoft Mail v3.0 ']) {
      const message = withLegacy(own(attMessageClass, ascii(`${prefix}IPM.Microsoft ${legacy}`)));
      expect(message.messageClass).toBe(today);
      expect(codes(message)).toEqual([]);
    }
  });

  test('attOwner of a reply is whom the organizer is represented by', () => {
    const reply = withLegacy(
      own(attMessageClass, ascii('IPM.Microsoft Schedule.MtgRespP')),
      own(0x00060000, counted('Olivia', 'SMTP:o@example.com')),
    );
    expect(reply.properties.get(tagged(0x0044, text))).toBe('Olivia');
    expect(reply.properties.get(tagged(0x0042, text))).toBeUndefined();
  });

  test('what attMsgProps says counts, of whatever type it is', () => {
    const properties = [string(0x0037, 'Unicode'), string(0x001a, 'IPM.Appointment')];
    const legacy = [own(attSubject, ascii('8-bit')), own(attMessageClass, ascii('IPM.Microsoft Mail.Note'))];
    const message = decodeMessage(writeTnef({ properties }, { legacy }));
    expect(message).toMatchObject({ subject: 'Unicode', messageClass: 'IPM.Appointment' });
    expect([...message.properties]).toHaveLength(2);
    expect(message.properties.raw(tagged(0x0037, text))?.origin.storage).toBe('attMsgProps');
  });

  test.each([
    ['a date of month 13', 0x00038005, dtr(2004, 13, 1, 0, 0, 0, 0)],
    ['a date cut short', 0x00038005, dtr(2004, 3)],
    ['an address without type', 0x00060001, counted('Ann', 'nobody')],
    ['an address longer than its attribute', 0x00060001, number(2, 0xffff)],
    ['a sender of another kind', 0x00008000, dtr(5, 0, 0, 0)],
    ['a priority of 9', 0x0004800d, number(2, 9)],
    ['an identifier that is not hexadecimal', 0x00018009, ascii('xyz')],
  ])('%s is left out and recorded', (_what, id, data) => {
    const message = withLegacy(own(id, data));
    expect([...message.properties]).toEqual([]);
    expect(codes(message)).toEqual(['tnef-attribute-value']);
  });
});

describe('attachments', () => {
  const content = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
  const attachments = [
    { properties: [{ id: 0x3701, type: 0x0102, value: content }, string(0x3707, 'notes.bin')] },
    {
      properties: [{ id: 0x3705, type: 3, value: 5 }],
      message: { ...mail, attachments: [{ properties: [], message: mail }] },
    },
  ];
  const bytes = writeTnef({ ...mail, attachments });

  test('a content stays in the file until it is read', async () => {
    const [first] = decodeMessage(bytes).attachments;
    expect(first).toMatchObject({ name: 'notes.bin', contentSize: content.length });
    expect(first?.properties.state(tagged(0x3701, binary))).toBe('not-loaded');
    expectBytes(await first?.read(), content);
    const { offset = 0 } = first?.properties.raw(tagged(0x3701, binary))?.origin ?? {};
    expectBytes(bytes.subarray(offset, offset + content.length), content);
  });

  test('embedded messages are read at any depth, and say where they lie', () => {
    const inner = decodeMessage(bytes).embedded[0]?.embedded[0];
    expect(inner?.recipients.map(({ displayName }) => displayName)).toEqual(['Ann', 'Bob', 'Cid']);
    const { storage, offset = 0 } = inner!.properties.raw(tagged(0x0037, text))!.origin;
    expect(storage).toBe('attAttachment/attAttachment/attMsgProps');
    expect(new TextDecoder('utf-16le').decode(bytes.subarray(offset, offset + 10))).toBe('Hello');
  });

  test('attributes of Microsoft Mail stand in where attAttachment has nothing', () => {
    const legacy: WrittenAttribute[] = [
      { level: 2, id: 0x00018010, data: ascii('A~1.TXT') },
      { level: 2, id: 0x00069001, data: ascii('transport') },
      { level: 2, id: 0x00038012, data: dtr(2004, 3, 15, 14, 0, 0, 1) },
      { level: 2, id: 0x00068011, data: Uint8Array.of(1, 2, 3) },
    ];
    const one = { ...mail, attachments: [{ properties: [] }] };
    const [attachment] = decodeMessage(writeTnef(one, { attachmentLegacy: legacy })).attachments;
    const { properties } = attachment!;
    expect(attachment?.name).toBe('A~1.TXT');
    expect(properties.get(tagged(0x3705, integer))).toBe(1);
    expect(properties.get(tagged(0x370c, text))).toBe('transport');
    expect(properties.get(tagged(0x3709, binary))).toEqual(Uint8Array.of(1, 2, 3));
    expect(properties.get(tagged(0x370b, integer))).toBe(-1);
    expect(properties.get(tagged(0x3007, time))?.toDate()).toEqual(new Date('2004-03-15T14:00:00Z'));
  });

  test('an embedded stream that does not state its code page has that of the message around it', () => {
    const inner = writeTnef(
      { properties: [{ id: 0x0037, type: 0x001e, value: Uint8Array.of(0xcf, 0xf0) }] },
      { codePage: null },
    );
    const iid = Uint8Array.of(7, 3, 2, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46);
    const object = { id: 0x3701, type: 0x000d, value: concat([iid, inner]) };
    const outer = { properties: [], attachments: [{ properties: [object] }] };
    expect(decodeMessage(writeTnef(outer, { codePage: 1251 })).embedded[0]?.subject).toBe('Пр');
    expect(decodeMessage(writeTnef(outer, { codePage: 1251 }), { codePage: 1252 }).embedded[0]?.subject).toBe(
      'Ïð',
    );
  });

  test('nothing of a large content is fetched that nobody asked for', async () => {
    const large = { id: 0x3701, type: 0x0102, value: new Uint8Array(8_000_000) };
    const { source, counter } = countingSource(
      writeTnef({ ...mail, attachments: [{ properties: [large] }] }),
    );
    const message = await readMessage(source);
    expect(message.attachments[0]?.contentSize).toBe(8_000_000);
    expect(codes(message)).toEqual([]);
    expect(counter.bytes).toBeLessThan(500_000);
    expect(counter.closed).toBe(counter.opened);
    expect((await message.attachments[0]?.read())?.length).toBe(8_000_000);
  });
});

describe('damage', () => {
  const sound = writeTnef(mail);

  test('every cut gives a message, or a FormatError before the first attribute', () => {
    for (let length = 0; length < sound.length; length += length < 400 ? 1 : 61) {
      const cut = sound.subarray(0, length);
      if (length < 15)
        expect(() => decodeMessage(cut), String(length)).toThrow(/signature|begins with|empty/);
      else if (decodeMessage(cut).recipients.length < 3)
        expect(codes(decodeMessage(cut)).length).toBeGreaterThan(0);
    }
  });

  test('rows before a damaged one come back, and the rest is missed', () => {
    const rows = mail.recipients!.map((each) => propertyList(each, { codePage: 1252 }));
    const table = concat([number(4, 3), rows[0]!, rows[1]!.subarray(0, 40)]);
    const attributes = attributesOf(mail).map((each) =>
      each.id === 0x00069004 ? { ...each, data: table } : each,
    );
    const message = decodeMessage(writeStream(attributes));
    expect(message.recipients.map(({ displayName, emailAddress }) => [displayName, emailAddress])).toEqual([
      ['Ann', 'ann@example.net'],
      ['Bob', undefined],
    ]);
    expect(codes(message)).toEqual(['recipients[1] tnef-properties-lost', 'recipients tnef-recipient-table']);
  });

  test('a count of 2³² rows or properties costs nothing', () => {
    const huge = number(4, 0xffffffff);
    const stream = writeStream([
      own(0x00069004, concat([huge, huge])),
      own(0x00069003, concat([huge, number(4, 0x0037101f), huge])),
    ]);
    expect(codes(decodeMessage(stream)).sort()).toEqual([
      'recipients tnef-recipient-table',
      'recipients[0] tnef-properties-lost',
      'tnef-properties-lost',
    ]);
  });

  test('a limit of recipients is kept', () => {
    const message = decodeMessage(writeTnef(mail), { limits: { recipients: 2 } });
    expect(message.recipients).toHaveLength(2);
    expect(codes(message)).toEqual(['recipients limit-recipients']);
  });

  test('wrong checksums are said, that of the class too, and change nothing', () => {
    const wrong = writeStream(attributesOf(mail).map((each) => ({ ...each, wrongBy: 1 })));
    const message = decodeMessage(wrong);
    expect(message.recipients).toHaveLength(3);
    expect(codes(message).map((code) => code.replace(/^recipients /, ''))).toEqual(
      attributesOf(mail).map(() => 'tnef-checksum'),
    );
    const strict = decodeMessage(wrong, { strict: true });
    expect(strict.subject).toBe('Hello');
  });

  test('strict throws the first error', () => {
    expect(() => decodeMessage(sound.subarray(0, -5), { strict: true })).toThrow(/the file ends/);
  });

  test('a stream without recipient table says so', () => {
    const message = decodeMessage(
      writeTnef({ ...mail, recipients: [row('Ann')] }, { hasRecipientTable: false }),
    );
    expect(message.recipients).toEqual([]);
    expect(message.anomalies).toMatchObject([
      { code: 'tnef-recipient-table-absent', severity: 'info', path: 'recipients' },
    ]);
  });
});

test('a strict error in a mail says in which part its offset counts', async () => {
  const sound = writeTnef({ properties: [{ id: 0x001a, type: 0x001f, value: 'IPM.Note' }] });
  const letter = writeEml(sound.slice(0, -3));
  const damaged = (await readMessage(letter)).anomalies.find(({ severity }) => severity === 'error');
  expect(damaged?.part).toBe('winmail.dat');
  await expect(readMessage(letter, { strict: true })).rejects.toMatchObject({
    code: damaged?.code,
    part: 'winmail.dat',
    offset: damaged?.offset,
  });
});
