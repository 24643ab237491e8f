import { describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { decodeMessage, diagnose } from '../../src/index';
import type { Message } from '../../src/index';
import { concat } from '../support/compound-file-writer';
import { external, meetingOf } from '../support/meetings';
import { mail, text } from '../support/messages';
import type { WrittenMessage } from '../support/msg-writer';
import { number, propertyList } from '../support/tnef-properties';
import { attributesOf, writeStream, writeTnef } from '../support/tnef-writer';
import type { WrittenAttribute } from '../support/tnef-writer';

// Counts and lengths that say less, or more, than is there; zeros behind what they count.

const [ATTACHMENT, MSG_PROPS, RECIP_TABLE] = [0x00069005, 0x00069003, 0x00069004] as const;
const meeting: WrittenMessage = {
  ...describeMeeting(meetingOf([external, { ...external, name: 'Fay', address: 'fay@partner.example' }])),
  attachments: [{ properties: [text(0x3707, 'notes.txt'), text(0x3001, 'Notes')] }],
};
const rows = meeting.recipients ?? [];

const withData = (id: number, of: (data: Uint8Array) => Uint8Array, message = meeting): Uint8Array =>
  writeStream(
    attributesOf(message).map((attribute) =>
      attribute.id === id ? { ...attribute, data: of(attribute.data) } : attribute,
    ),
  );
const counting = (count: number) => {
  return (data: Uint8Array): Uint8Array => concat([number(4, count), data.subarray(4)]);
};
const padded = (tail: Uint8Array) => {
  return (data: Uint8Array): Uint8Array => concat([data, tail]);
};
const judge = (message: Message): string | undefined =>
  diagnose(message).results.find(({ rule }) => rule === 'cancellation-delivery')?.verdict;
const said = (bytes: Uint8Array): string[][] =>
  decodeMessage(bytes).anomalies.map(({ code, severity, loses, path }) => [code, severity, loses, path]);
const strictly = (bytes: Uint8Array) => (): unknown => decodeMessage(bytes, { strict: true }).anomalies;

test('the right counts say nothing', () => {
  const message = decodeMessage(writeTnef(meeting));
  expect(message.anomalies).toEqual([]);
  expect(judge(message)).toBe('unlikely');
});

describe('attRecipTable', () => {
  test.each([0, 1, 2])('that counts %i of its 3 rows is incomplete', (count) => {
    const bytes = withData(RECIP_TABLE, counting(count));
    const message = decodeMessage(bytes);
    expect(message.recipients).toHaveLength(count);
    expect(said(bytes)).toEqual([['tnef-rows-uncounted', 'error', 'object', 'recipients']]);
    expect(judge(message)).toBe('undetermined');
    expect(strictly(bytes)).toThrow(`counts ${count} rows`);
  });

  test('that counts a row more than it has has lost it', () => {
    const bytes = withData(RECIP_TABLE, counting(rows.length + 1));
    expect(said(bytes)).toEqual([['tnef-properties-lost', 'error', 'property', 'recipients[3]']]);
    expect(judge(decodeMessage(bytes))).toBe('undetermined');
    expect(strictly(bytes)).toThrow();
  });

  test('that counts many rows more says how many were found', () => {
    const bytes = withData(RECIP_TABLE, counting(99));
    expect(said(bytes)).toContainEqual(['tnef-recipient-table', 'error', 'object', 'recipients']);
  });

  test.each([0, 1, 2, 3])('of %i bytes cannot count its rows', (length) => {
    const bytes = withData(RECIP_TABLE, (data) => data.subarray(0, length));
    expect(said(bytes)).toEqual([['tnef-recipient-table', 'error', 'object', 'recipients']]);
    expect(judge(decodeMessage(bytes))).toBe('undetermined');
    expect(strictly(bytes)).toThrow('too few to count');
  });

  test('without rows is whole', () => {
    const bytes = withData(RECIP_TABLE, () => number(4, 0));
    expect(said(bytes)).toEqual([]);
  });

  const cells = rows[2]?.length ?? 0;
  test.each([0, 1, cells - 2, cells - 1])('whose last row counts %i of its properties', (count) => {
    const list = propertyList(rows[2] ?? [], { codePage: 1252 });
    const bytes = withData(RECIP_TABLE, (data) => {
      return concat([data.subarray(0, data.length - list.length), counting(count)(list)]);
    });
    expect(said(bytes)).toEqual([['tnef-rows-uncounted', 'error', 'object', 'recipients']]);
    expect(judge(decodeMessage(bytes))).toBe('undetermined');
  });

  test.each([0, 1, cells - 1, cells + 1])('whose first row counts %i properties', (count) => {
    const bytes = withData(RECIP_TABLE, (data) => {
      return concat([data.subarray(0, 4), number(4, count), data.subarray(8)]);
    });
    expect(decodeMessage(bytes).anomalies.some(({ severity }) => severity === 'error')).toBe(true);
    expect(judge(decodeMessage(bytes))).toBe('undetermined');
    expect(strictly(bytes)).toThrow();
  });
});

describe.each([
  ['attMsgProps', MSG_PROPS, meeting.properties.length, ''],
  ['attAttachment', ATTACHMENT, 2, 'attachments[0]'],
])('%s', (_, id, length, path) => {
  test.each([0, 1, length - 1])('that counts %i of its properties has more', (count) => {
    const bytes = withData(id, counting(count));
    expect(said(bytes)).toContainEqual(['tnef-properties-uncounted', 'error', 'property', path]);
    if (count < 2) expect(judge(decodeMessage(bytes))).not.toBe('unlikely');
    expect(strictly(bytes)).toThrow(`counts ${count} properties`);
  });

  test('that counts a property more than it has has lost it', () => {
    const bytes = withData(id, counting(length + 1));
    expect(said(bytes)).toEqual([['tnef-properties-lost', 'error', 'property', path]]);
  });
});

describe.each([
  ['attMsgProps', MSG_PROPS, ''],
  ['attRecipTable', RECIP_TABLE, 'recipients'],
  ['attAttachment', ATTACHMENT, 'attachments[0]'],
])('behind what %s counts', (_, id, path) => {
  const lengths = Array.from({ length: 40 }, (_each, index) => index + 1);

  test.each([...lengths, 70_000])('%i zeros cost nothing', (length) => {
    const bytes = withData(id, padded(new Uint8Array(length)));
    expect(said(bytes)).toEqual([['tnef-padding', 'info', 'nothing', path]]);
    expect(judge(decodeMessage(bytes))).toBe('unlikely');
    expect(strictly(bytes)).not.toThrow();
  });

  test.each([...lengths, 70_000])('%i bytes of which the last is none are an error', (length) => {
    const tail = new Uint8Array(length).fill(9, length - 1);
    const bytes = withData(id, padded(tail));
    const code = id === RECIP_TABLE ? 'tnef-rows-uncounted' : 'tnef-properties-uncounted';
    const loses = id === RECIP_TABLE ? 'object' : 'property';
    expect(said(bytes)).toEqual([[code, 'error', loses, path]]);
    if (id !== MSG_PROPS) expect(judge(decodeMessage(bytes))).toBe('undetermined');
    expect(strictly(bytes)).toThrow('bytes follow');
  });
});

test('in an embedded message too', () => {
  const inner = withData(RECIP_TABLE, counting(1), { ...mail, attachments: [] });
  const whole = writeTnef(mail);
  const outer = writeTnef({ ...mail, attachments: [{ properties: [], message: mail }] });
  const at = Buffer.from(outer).lastIndexOf(Buffer.from(whole));
  const bytes = outer.slice();
  bytes.set(inner, at);
  expect(inner).toHaveLength(whole.length);
  expect(said(bytes)).toContainEqual(['tnef-rows-uncounted', 'error', 'object', 'embedded[0].recipients']);
});

describe('the length of an attribute', () => {
  const legacy: readonly WrittenAttribute[] = [
    { level: 1, id: 0x00018004, data: new TextEncoder().encode('A subject\0') },
  ];
  const attributes = attributesOf(meeting, { legacy });
  const last: WrittenAttribute = { level: 2, id: 0x00018010, data: new TextEncoder().encode('notes.txt\0') };

  /** The stream in which the length of one attribute is other than its bytes. */
  function stating(list: readonly WrittenAttribute[], which: number, by: number): Uint8Array {
    const bytes = writeStream(list);
    const at = writeStream(list.slice(0, which)).length + 5;
    const view = new DataView(bytes.buffer);
    view.setUint32(at, view.getUint32(at, true) + by, true);
    return bytes;
  }
  const cases = [attributes, [...attributes, last]].flatMap((list) =>
    list.flatMap(({ id, data }, which) =>
      [-1, -2, -3, -4, -7, -8, -9]
        .filter((by) => data.length + by >= 0)
        .map((by) => [`0x${id.toString(16)}, ${which + 1} of ${list.length}`, by, list, which] as const),
    ),
  );

  test.each(cases)('of %s: %i bytes', (_, by, list, which) => {
    const bytes = stating(list, which, by);
    expect(decodeMessage(bytes).anomalies.filter(({ severity }) => severity === 'error')).not.toEqual([]);
    expect(strictly(bytes)).toThrow();
  });

  test.each([1, 5, 8, 9, 500])('%i zeros behind the last attribute are no attribute', (length) => {
    const bytes = concat([writeStream(attributes), new Uint8Array(length)]);
    expect(said(bytes)).toEqual([['tnef-trailing-bytes', 'warning', 'nothing', '']]);
    expect(judge(decodeMessage(bytes))).toBe('unlikely');
  });

  test.each([9, 500])('%i other bytes are an error', (length) => {
    const bytes = concat([writeStream(attributes), new Uint8Array(length).fill(3, length - 1)]);
    expect(said(bytes)).toEqual([['tnef-attribute-level', 'error', 'anything', '']]);
  });
});
