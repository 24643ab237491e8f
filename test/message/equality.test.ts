// Whoever compares two messages compares what is in them, whatever helper they use.

import { equals, iterableEquality } from '@jest/expect-utils';
import fastDeepEqual from 'fast-deep-equal';
import isEqual from 'lodash/isEqual.js';
import { isDeepStrictEqual } from 'node:util';
import { deepStrictEqual } from 'node:assert';
import { describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { decodeMessage, FileTime } from '../../src/index';
import type { Message } from '../../src/index';
import { exceptionOf, external, internal, meetingOf } from '../support/meetings';
import { BINARY, long, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import type { WrittenMessage, WrittenProperty, WrittenValue } from '../support/msg-writer';

const helpers: Readonly<Record<string, (one: unknown, other: unknown) => boolean>> = {
  'node:assert': (one, other) => {
    try {
      deepStrictEqual(one, other);
      return true;
    } catch {
      return false;
    }
  },
  'node:util': isDeepStrictEqual,
  Jest: (one, other) => equals(one, other, [iterableEquality]),
  Vitest: (one, other) => {
    try {
      expect(one).toEqual(other);
      return true;
    } catch {
      return false;
    }
  },
  lodash: isEqual,
  'fast-deep-equal': fastDeepEqual,
};

const written: WrittenMessage = {
  ...describeMeeting(meetingOf([external, internal], { exceptions: [exceptionOf([external])] })),
};
const sample: WrittenMessage = {
  ...written,
  properties: [
    ...written.properties,
    long(0x0017, 1),
    text(0x1000, 'The body'),
    { id: 0x6601, type: 0x1003, value: [1, 2, 3] },
    { id: 0x6602, type: 0x0014, value: 12345678901234n },
    { id: 0x6603, type: 0x0005, value: 0.5 },
    { id: 0x6604, type: 0x0048, value: Uint8Array.from({ length: 16 }, (_, index) => index) },
    { id: ['00062008-0000-0000-C000-000000000046', 0x8503], type: 0x000b, value: true },
    { id: ['00020386-0000-0000-C000-000000000046', 'x-mailer'], type: 0x001f, value: 'A mailer' },
  ],
  attachments: [
    ...(written.attachments ?? []),
    {
      properties: [
        long(0x3705, 1),
        text(0x3707, 'agenda.txt'),
        { id: 0x3701, type: BINARY, value: Uint8Array.of(1, 2, 3) },
      ],
    },
  ],
};

/** A value of the same type and size that is another. */
function other(value: WrittenValue): WrittenValue {
  if (typeof value === 'number') return Number.isInteger(value) ? value ^ 1 : value + 1;
  if (typeof value === 'bigint') return value ^ 1n;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('#') ? '!' : '#'}`;
  if (value instanceof Uint8Array) return value.map((byte, index) => (index === 0 ? byte ^ 1 : byte));
  return value === null ? null : value.map(other);
}

function replaced<T>(list: readonly T[], index: number, value: T): T[] {
  return list.map((each, at) => (at === index ? value : each));
}

type Change = readonly [where: string, message: WrittenMessage];

/** Every property with another value, one at a time. */
function* changedProperties(
  where: string,
  properties: readonly WrittenProperty[],
): Generator<readonly [where: string, properties: readonly WrittenProperty[]]> {
  for (const [index, property] of properties.entries()) {
    const { id, type, value } = property;
    if (value === null || (value instanceof Uint8Array && value.length === 0)) continue;
    const name = `${where}${typeof id === 'number' ? id.toString(16) : id.join(' ')}:${type.toString(16)}`;
    yield [name, replaced(properties, index, { ...property, value: other(value) })];
  }
}

function* changesOf(message: WrittenMessage, where = ''): Generator<Change> {
  for (const [name, properties] of changedProperties(where, message.properties))
    yield [name, { ...message, properties }];
  const { recipients = [], attachments = [] } = message;
  for (const [index, recipient] of recipients.entries())
    for (const [name, row] of changedProperties(`${where}recipients[${index}] `, recipient))
      yield [name, { ...message, recipients: replaced(recipients, index, row) }];
  for (const [index, attachment] of attachments.entries()) {
    const place = `${where}attachments[${index}] `;
    for (const [name, properties] of changedProperties(place, attachment.properties))
      yield [name, { ...message, attachments: replaced(attachments, index, { ...attachment, properties }) }];
    if (attachment.message === undefined) continue;
    for (const [name, changed] of changesOf(attachment.message, place))
      yield [
        name,
        { ...message, attachments: replaced(attachments, index, { ...attachment, message: changed }) },
      ];
  }
}

const read = (message: WrittenMessage): Message => decodeMessage(writeMsg(message));
const changes = [...changesOf(sample)];

describe.each(Object.entries(helpers))('%s', (_, areEqual) => {
  test('messages of the same bytes are equal, and so are their parts', () => {
    const [one, another] = [read(sample), read(sample)];
    expect(areEqual(one, another)).toBe(true);
    expect(areEqual(one.recipients, another.recipients)).toBe(true);
    expect(areEqual(one.attachments, another.attachments)).toBe(true);
  });

  test(`messages that differ in one of ${changes.length} values are not`, () => {
    const one = read(sample);
    expect(changes.length).toBeGreaterThan(100);
    expect(changes.filter(([, changed]) => areEqual(one, read(changed))).map(([where]) => where)).toEqual([]);
  });

  test('recipients that differ in a named value are not', () => {
    const { recipients } = read(sample);
    const rows = recipients.flatMap((one) => recipients.map((another) => [one, another] as const));
    expect(rows.filter(([one, another]) => areEqual(one, another) !== (one === another))).toEqual([]);
  });
});

describe('what was copied', () => {
  const message = read(sample);

  test('a time that was cloned is still a time', () => {
    const { trackStatusTime } = message.recipients[1]!;
    expect(FileTime.from(structuredClone(trackStatusTime)!)).toEqual(trackStatusTime);
    expect(FileTime.from(JSON.parse(JSON.stringify(trackStatusTime)) as { ticks: string })).toEqual(
      trackStatusTime,
    );
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['no ticks', {}],
    ['a number', { ticks: 5 }],
    ['a negative text', { ticks: '-1' }],
    ['65 bits', { ticks: '18446744073709551616' }],
    ['less than none', { ticks: -1n }],
  ])('%s never was a time', (_, copy) => {
    expect(() => FileTime.from(copy as never)).toThrow(TypeError);
  });

  test('a message is what its type says: its values', () => {
    const copy = { ...message };
    expect(Object.keys(copy)).toEqual(['values']);
    expect(copy.values.recipients[1]).toMatchObject({ displayName: 'Eve', trackStatus: 'accepted' });
    // @ts-expect-error -- what is no key of the copy is none of its type
    expect(copy.subject).toBeUndefined();
    // @ts-expect-error -- nor are methods
    expect(copy.inherited).toBeUndefined();
  });

  test('a recipient is its values', () => {
    const copy = { ...message.recipients[1]! };
    expect(Object.keys(copy)).toContain('trackStatus');
    // @ts-expect-error -- the store is none of them
    expect(copy.properties).toBeUndefined();
    expect(Object.keys(copy)).not.toContain('proposed');
  });

  test('a worker gets all of it', () => {
    expect(structuredClone(message)).toEqual({ values: structuredClone(message.values) });
    const { attachments } = structuredClone(message).values;
    expect(attachments[0]?.embedded?.recipients[1]).toMatchObject({ displayName: 'Eve' });
  });

  test('values are made when they are asked for, and once', () => {
    expect(message.values).toBe(message.values);
  });

  test('properties without a name here are there by tag, set and name', () => {
    expect(message.values.otherProperties).toMatchObject({
      '0x1000001F': 'The body',
      '0x66011003': [1, 2, 3],
      '00062008-0000-0000-C000-000000000046:0x8503:000B': true,
      '00020386-0000-0000-C000-000000000046:x-mailer:001F': 'A mailer',
    });
    expect(message.values.attachments.at(-1)?.otherProperties).toMatchObject({ '0x37010102': {} });
  });
});
