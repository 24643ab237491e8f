import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeEntryId,
  decodeGlobalObjectId,
  decodeRecurrence,
  decodeSearchKey,
  decodeTimeZoneDefinition,
  decodeTimeZoneStruct,
} from '../../../src/index';
import { decodeUtf7 } from '../../../src/mapi/values/utf7';
import { decodeUnsendableRecipients } from '../../../src/mapi/structures/unsendable-recipients';
import { concat } from '../../support/compound-file-writer';
import { utf16 } from '../../support/encoded-names';

const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const u16 = (...values: number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]));
const u32 = (...values: number[]): Uint8Array =>
  concat(values.map((value) => u16(value & 0xffff, value >>> 16)));

describe('GlobalObjectId', () => {
  const head = hex('040000008200E00074C5B7101A82E008');
  const created = hex('00 8C 2D 64 9E FF C3 01');

  test('of a series', () => {
    const id = decodeGlobalObjectId(
      concat([head, u32(0), created, new Uint8Array(8), u32(3), hex('01 02 03')]),
    );
    expect(id).toMatchObject({ exceptionDate: undefined, uid: undefined, data: Uint8Array.of(1, 2, 3) });
    expect(id?.creationTime.iso?.slice(0, 10)).toBe('2004-03-01');
  });

  test('of an exception, with the UID of an iCalendar meeting', () => {
    const data = concat([ascii('vCal-Uid'), u32(1), ascii('abc@example.net'), Uint8Array.of(0)]);
    const id = decodeGlobalObjectId(
      concat([head, Uint8Array.of(0x07, 0xd4, 3, 22), created, new Uint8Array(8), u32(data.length), data]),
    );
    expect(id).toMatchObject({ exceptionDate: '2004-03-22', uid: 'abc@example.net' });
  });

  test('is undefined if it is cut, lies about its size, or is something else', () => {
    const whole = concat([head, u32(0), created, new Uint8Array(8), u32(3), hex('01 02 03')]);
    for (let length = 0; length < whole.length; length++)
      expect(decodeGlobalObjectId(whole.subarray(0, length))).toBeUndefined();
    expect(decodeGlobalObjectId(new Uint8Array(56))).toBeUndefined();
  });
});

describe('entry ids', () => {
  const oneOff = hex('00000000 812B1FA4BEA310199D6E00DD010F5402');

  test('one-off, Unicode and 8-bit', () => {
    const texts = ['Zoë', 'SMTP', 'zoe@example.net'];
    const wide = concat([oneOff, u16(0, 0x9001), ...texts.map((text) => utf16(`${text}\0`))]);
    const expected = {
      kind: 'one-off',
      displayName: 'Zoë',
      addressType: 'SMTP',
      emailAddress: 'zoe@example.net',
    };
    expect(decodeEntryId(wide)).toEqual({ ...expected, isUnicode: true });
    const narrow = concat([oneOff, u16(0, 0x1001), hex('5A 6F EB 00'), ascii('SMTP\0zoe@example.net\0')]);
    expect(decodeEntryId(narrow, 1252)).toEqual({ ...expected, isUnicode: false });
    expect(decodeEntryId(narrow, 65001)).toBeUndefined(); // EB is no UTF-8
  });

  test('address book, contact, another provider', () => {
    const book = concat([
      hex('00000000 DCA740C8C042101AB4B908002B2FE182'),
      u32(1, 6),
      ascii('/o=Example/cn=bob\0'),
    ]);
    expect(decodeEntryId(book)).toEqual({
      kind: 'address-book',
      type: 6,
      distinguishedName: '/o=Example/cn=bob',
    });
    const contact = concat([hex('00000000 FE42AA0A18C71A10E8850B651C240000'), u32(3, 4, 1, 2), hex('AB CD')]);
    expect(decodeEntryId(contact)).toEqual({
      kind: 'contact',
      type: 4,
      index: 1,
      entryId: Uint8Array.of(0xab, 0xcd),
    });
    expect(decodeEntryId(new Uint8Array(24))).toEqual({ kind: 'other', provider: '0'.repeat(32) });
  });
});

test('search keys, with and without their NUL', () => {
  const expected = { addressType: 'SMTP', emailAddress: 'BOB@EXAMPLE.NET' };
  expect(decodeSearchKey(ascii('SMTP:BOB@EXAMPLE.NET\0'))).toEqual(expected);
  expect(decodeSearchKey(ascii('SMTP:BOB@EXAMPLE.NET'))).toEqual(expected);
  expect(decodeSearchKey(ascii('no colon\0'))).toBeUndefined();
  expect(decodeSearchKey(new Uint8Array(16))).toBeUndefined();
});

describe('recurrence', () => {
  const minutes = (moment: string): number => (Date.parse(`${moment}Z`) + 11_644_473_600_000) / 60_000;
  const exception = concat([
    u32(minutes('2004-03-23T14:00'), minutes('2004-03-23T15:00'), minutes('2004-03-22T14:00')),
    u16(0x11, 6, 5),
    ascii('moved'),
    u16(8, 7),
    ascii('Room 12'),
  ]);
  const blob = concat([
    u16(0x3004, 0x3004, 0x200b, 1, 0),
    u32(0, 1, 0, 0x02, 0x2022, 10, 1),
    u32(1, minutes('2004-03-22T00:00')),
    u32(1, minutes('2004-03-23T00:00')),
    u32(minutes('2004-03-15T00:00'), minutes('2004-05-17T00:00')),
    u32(0x3006, 0x3009, 840, 900),
    u16(1),
    exception,
    u32(0, 4, 0, 0, minutes('2004-03-23T14:00'), minutes('2004-03-23T15:00'), minutes('2004-03-22T14:00')),
    u16(5),
    utf16('moved'),
    u16(7),
    utf16('Room 12'),
    u32(0, 0),
  ]);

  test('weekly, ten times, one moved', () => {
    const times = { start: '2004-03-23T14:00', end: '2004-03-23T15:00', originalStart: '2004-03-22T14:00' };
    const none = new Uint8Array();
    expect(decodeRecurrence(blob)).toEqual({
      readerVersion: 0x3004,
      writerVersion: 0x3004,
      frequency: 'weekly',
      patternType: 'week',
      calendarType: 'default',
      firstDateTime: 0,
      period: 1,
      slidingFlag: 0,
      daysOfWeek: ['monday'],
      dayOfMonth: undefined,
      nth: undefined,
      month: undefined,
      patternTypeSpecific: [2],
      endType: 'count',
      occurrenceCount: 10,
      firstDayOfWeek: 'monday',
      startDate: '2004-03-15',
      endDate: '2004-05-17',
      deletedDates: ['2004-03-22'],
      modifiedDates: ['2004-03-23'],
      readerVersion2: 0x3006,
      writerVersion2: 0x3009,
      startTime: 840,
      endTime: 900,
      exceptionCount: 1,
      exceptions: [
        {
          ...times,
          overrideFlags: 0x11,
          subject8: 'moved',
          location8: 'Room 12',
          appointmentStateFlags: undefined,
          reminderDelta: undefined,
          reminderSet: undefined,
          busyStatus: undefined,
          hasAttachments: undefined,
          allDay: undefined,
          color: undefined,
          areLengthsSound: true,
          subject: 'moved',
          location: 'Room 12',
          extended: {
            changeHighlight: 0,
            changeHighlightReserved: none,
            reservedBlock1: none,
            ...times,
            subject: 'moved',
            location: 'Room 12',
            reservedBlock2: none,
          },
        },
      ],
      reservedBlock1: none,
      reservedBlock2: none,
      cutIn: undefined,
      unread: none,
    });
  });

  test('counts that lie allocate nothing', () => {
    const bytes = blob.slice();
    new DataView(bytes.buffer).setUint32(38, 0xffffffff, true); // DeletedInstanceCount
    expect(decodeRecurrence(bytes)).toBeUndefined();
  });
});

describe('time zones', () => {
  const transition = (month: number, week: number): Uint8Array => u16(0, month, 0, week, 3, 0, 0, 0);
  const rule = concat([
    Uint8Array.of(2, 1),
    u16(0x3e, 0x2, 2004),
    new Uint8Array(14),
    u32(-60, 0, -60),
    transition(10, 5),
    transition(3, 5),
  ]);
  const autumn = { year: 0, month: 10, dayOfWeek: 0, day: 5, hour: 3, minute: 0 };

  test('a definition by its name in Windows', () => {
    const name = 'W. Europe Standard Time';
    const bytes = concat([Uint8Array.of(2, 1), u16(0, 2, name.length), utf16(name), u16(1), rule]);
    expect(decodeTimeZoneDefinition(bytes)).toMatchObject({
      keyName: name,
      rules: [
        {
          year: 2004,
          isEffective: true,
          isRecurrences: false,
          bias: -60,
          standardBias: 0,
          daylightBias: -60,
          standardStart: autumn,
        },
      ],
    });
    expect(decodeTimeZoneDefinition(bytes.subarray(0, bytes.length - 1))).toBeUndefined();
  });

  test('the older structure', () => {
    const bytes = concat([u32(-60, 0, -60), u16(0), transition(10, 5), u16(0), transition(3, 5)]);
    expect(decodeTimeZoneStruct(bytes)).toMatchObject({
      bias: -60,
      daylightBias: -60,
      standardStart: autumn,
    });
  });
});

describe('unsendable recipients', () => {
  const text = (value: string): Uint8Array => concat([u16((value.length + 1) * 2), utf16(`${value}\0`)]);
  const entry = concat([
    u32(3, 0),
    u16(0x001f, 0x3001),
    text('Eve'),
    u16(0x0003, 0x0c15),
    u32(2),
    u16(0x0003, 0x5fff),
    u32(3),
  ]);

  test('as ADRENTRYs', () => {
    const rows = decodeUnsendableRecipients(concat([u32(1, 1), entry]));
    expect(rows?.map((row) => [...row])).toEqual([
      [
        [0x3001001f, 'Eve'],
        [0x0c150003, 2],
        [0x5fff0003, 3],
      ],
    ]);
  });

  test('as RecipientRows', () => {
    const row = concat([
      u16(0x0218 | 0x3),
      utf16('eve@partner.example\0'),
      utf16('Eve\0'),
      u16(0),
      Uint8Array.of(0),
    ]);
    const rows = decodeUnsendableRecipients(concat([u32(1, 2), row, row]));
    expect(rows).toHaveLength(2);
    expect([...rows![1]!]).toEqual([
      [0x3002001f, 'SMTP'],
      [0x3003001f, 'eve@partner.example'],
      [0x3001001f, 'Eve'],
    ]);
  });

  test('empty, cut, or of neither form', () => {
    expect(decodeUnsendableRecipients(new Uint8Array(0))).toEqual([]);
    expect(decodeUnsendableRecipients(u32(1, 0))).toEqual([]);
    expect(decodeUnsendableRecipients(u32(1, 0xffffffff))).toBeUndefined();
    expect(decodeUnsendableRecipients(concat([u32(1, 1), entry.subarray(0, 20)]))).toBeUndefined();
  });
});

test('UTF-7', () => {
  expect(decodeUtf7(ascii('Hi Mom +Jjo--!'))).toBe('Hi Mom ☺-!');
  expect(decodeUtf7(ascii('1 +- 1 = +ZeVnLIqe-'))).toBe('1 + 1 = 日本語');
  expect(decodeUtf7(ascii('+AGEA'))).toBeUndefined();
  expect(decodeUtf7(Uint8Array.of(0x41, 0x80))).toBeUndefined();
});

test('no decoder throws on any bytes', () => {
  const decoders = [
    decodeGlobalObjectId,
    decodeEntryId,
    decodeSearchKey,
    decodeRecurrence,
    decodeTimeZoneDefinition,
    decodeTimeZoneStruct,
    decodeUnsendableRecipients,
    decodeUtf7,
  ];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      for (const decode of decoders) decode(bytes);
    }),
    { numRuns: 2000 },
  );
});
