import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recurrenceBlob } from '../../../samples/build/blobs';
import type { WrittenRecurrence } from '../../../samples/build/blobs';
import { decodeRecurrence } from '../../../src/index';
import { concat } from '../../support/compound-file-writer';

const range = { startDate: '2004-03-15', endDate: '2004-05-17' };
const decode = (written: Partial<WrittenRecurrence>) =>
  decodeRecurrence(recurrenceBlob({ ...range, ...written }));

/** Bytes as somebody reads them off the specification, not from the writer that the other tests use. */
const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.replaceAll(/\s/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe('PatternTypeSpecific', () => {
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  const cases: readonly (readonly [title: string, written: Partial<WrittenRecurrence>, read: object])[] = [
    [
      'every third day',
      { frequency: 0x200a, patternType: 0, period: 3 * 1440, specific: [] },
      { frequency: 'daily', patternType: 'day', daysOfWeek: [], dayOfMonth: undefined, nth: undefined },
    ],
    [
      'every weekday',
      { frequency: 0x200a, specific: [0x3e] },
      { frequency: 'daily', patternType: 'week', daysOfWeek: weekdays },
    ],
    [
      'Sunday and Saturday, and a bit that is no day',
      { specific: [0xc1] },
      { daysOfWeek: ['sunday', 'saturday', '0x80'] },
    ],
    [
      'the 31st',
      { frequency: 0x200c, patternType: 2, specific: [31] },
      { patternType: 'month', dayOfMonth: 31, daysOfWeek: [], month: undefined },
    ],
    [
      'the last day of the month',
      { frequency: 0x200c, patternType: 4, specific: [31] },
      { patternType: 'monthEnd', dayOfMonth: 31 },
    ],
    [
      'the last weekday of the month',
      { frequency: 0x200c, patternType: 3, specific: [0x3e, 5] },
      { patternType: 'monthNth', daysOfWeek: weekdays, nth: 'last', dayOfMonth: undefined },
    ],
    [
      'a fifth day of the month that nobody documents',
      { frequency: 0x200c, patternType: 3, specific: [0x2, 6] },
      { daysOfWeek: ['monday'], nth: '0x6', patternTypeSpecific: [2, 6] },
    ],
    [
      'the second Friday in November, by its FirstDateTime',
      { frequency: 0x200d, patternType: 3, specific: [0x20, 2], period: 12, firstDateTime: 304 * 1440 },
      { nth: 'second', daysOfWeek: ['friday'], month: 11, firstDateTime: 304 * 1440 },
    ],
    [
      'every second year in January of the odd ones behind 1601',
      { frequency: 0x200d, patternType: 2, specific: [1], period: 24, firstDateTime: 365 * 1440 },
      { month: 1, period: 24 },
    ],
    [
      'a month of another calendar is not guessed',
      { frequency: 0x200d, patternType: 2, specific: [1], period: 12, calendarType: 8 },
      { month: undefined, calendarType: 'hebrew', dayOfMonth: 1 },
    ],
    [
      'Hijri patterns',
      { frequency: 0x200d, patternType: 0xb, specific: [0x10, 4], period: 12 },
      { patternType: 'hijriMonthNth', daysOfWeek: ['thursday'], nth: 'fourth', month: undefined },
    ],
    [
      'calendar, first day of the week, sliding',
      { calendarType: 0x17, firstDayOfWeek: 6, slidingFlag: 1 },
      { calendarType: 'ummAlQura', firstDayOfWeek: 'saturday', slidingFlag: 1 },
    ],
    [
      'what nobody documents',
      { calendarType: 0xd, firstDayOfWeek: 7, patternType: 9, specific: [5], endType: 1 },
      {
        calendarType: '0xd',
        firstDayOfWeek: '0x7',
        patternType: '0x9',
        patternTypeSpecific: [5],
        endType: '0x1',
      },
    ],
    ['no end', { endType: 0x2023 }, { endType: 'never' }],
    ['no end, in the other way', { endType: 0xffffffff }, { endType: 'never' }],
  ];
  test.each(cases)('%s', (_, written, read) => {
    expect(decode(written)).toMatchObject({ ...read, cutIn: undefined, startTime: 840, endTime: 900 });
  });
});

describe('changed occurrences', () => {
  const moved = {
    start: '2004-03-23T16:00',
    end: '2004-03-23T17:30',
    originalStart: '2004-03-22T14:00',
    subject: '\u3053\u3093', // which no 8-bit text of code page 1252 can be
    subject8: '??',
    location: 'Room 14',
  };
  const only = { start: '2004-03-29T14:00', end: '2004-03-29T15:00', originalStart: '2004-03-29T14:00' };

  test('Unicode texts stand before 8-bit ones, and what follows is read for the right one', () => {
    const series = { exceptions: [only, moved], deleted: ['2004-03-22', '2004-03-29'] };
    const decoded = decode(series);
    expect(decoded?.exceptions).toMatchObject([
      { ...only, subject: undefined, extended: { subject: undefined, start: undefined, changeHighlight: 0 } },
      {
        start: '2004-03-23T16:00',
        end: '2004-03-23T17:30',
        originalStart: '2004-03-22T14:00',
        overrideFlags: 0x11,
        subject8: '??',
        subject: '\u3053\u3093',
        location: 'Room 14',
        extended: { start: '2004-03-23T16:00', end: '2004-03-23T17:30', originalStart: '2004-03-22T14:00' },
      },
    ]);
    expect(decoded).toMatchObject({ cutIn: undefined, unread: new Uint8Array() });
  });

  test('every field of ExceptionInfo', () => {
    const more = [0x1ee, 5, 30, 1, 3, 1, 1, 7] as const;
    const [exception] = decode({ exceptions: [{ ...only, more }] })?.exceptions ?? [];
    expect(exception).toMatchObject({
      overrideFlags: 0x1ee,
      appointmentStateFlags: ['meeting', 'canceled'],
      reminderDelta: 30,
      reminderSet: true,
      busyStatus: 'outOfOffice',
      hasAttachments: true,
      allDay: true,
      color: 7,
    });
    const [plain] = decode({ exceptions: [only] })?.exceptions ?? [];
    for (const name of ['reminderDelta', 'reminderSet', 'busyStatus', 'hasAttachments', 'allDay', 'color'])
      expect(plain?.[name as 'color'], name).toBeUndefined();
    const [none] = decode({ exceptions: [{ ...only, more: [0xc8, 0, 0, 0] }] })?.exceptions ?? [];
    expect(none).toMatchObject({ reminderSet: false, hasAttachments: false, allDay: false });
  });

  test('before version 0x3009 there is no ChangeHighlight', () => {
    const decoded = decode({ writerVersion2: 0x3008, exceptions: [moved] });
    expect(decoded).toMatchObject({
      writerVersion2: 0x3008,
      cutIn: undefined,
      unread: new Uint8Array(),
      exceptions: [{ subject: moved.subject, extended: { changeHighlight: undefined } }],
    });
  });

  test('a ChangeHighlight that is longer than its value, and reserved blocks that are not empty', () => {
    const whole = recurrenceBlob({ ...range, exceptions: [only] });
    const info = whole.subarray(0, whole.length - 4 * 5);
    const behind = hex('02000000 aabb  06000000 09000000 cdef  01000000 77  03000000 010203');
    expect(decodeRecurrence(concat([info, behind]))).toMatchObject({
      cutIn: undefined,
      unread: new Uint8Array(),
      reservedBlock1: hex('aabb'),
      reservedBlock2: hex('010203'),
      exceptions: [
        {
          extended: {
            changeHighlight: 9,
            changeHighlightReserved: hex('cdef'),
            reservedBlock1: hex('77'),
            reservedBlock2: new Uint8Array(),
          },
        },
      ],
    });
    const short = hex('00000000 02000000 abcd 00000000 00000000');
    expect(decodeRecurrence(concat([info, short]))?.exceptions).toMatchObject([
      { extended: { changeHighlight: undefined, changeHighlightReserved: hex('abcd') } },
    ]);
  });

  test('cut anywhere, it gives what is whole and says what is not', () => {
    const whole = recurrenceBlob({ ...range, exceptions: [moved, moved] });
    const infoLength = 14 + 4 + 2 + 4 + 7;
    const extendedLength = 8 + 4 + 12 + 2 + 4 + 2 + 14 + 4;
    const infosAt = whole.length - 2 * (infoLength + extendedLength) - 8;
    for (let length = 0; length < whole.length; length++) {
      const decoded = decodeRecurrence(whole.subarray(0, length));
      if (length < infosAt) {
        expect(decoded, `${length}`).toBeUndefined();
        continue;
      }
      const infos = Math.min(2, Math.floor((length - infosAt) / infoLength));
      const behind = length - infosAt - 2 * infoLength;
      const extended = Math.min(2, Math.max(0, Math.floor((behind - 4) / extendedLength)));
      const cutIn = infos < 2 ? 'exceptions' : behind === 0 ? undefined : 'extendedExceptions';
      expect(decoded, `${length}`).toMatchObject({ cutIn, startDate: '2004-03-15', exceptionCount: 2 });
      expect(decoded?.exceptions.length, `${length}`).toBe(infos);
      expect(decoded?.exceptions.filter((each) => each.extended !== undefined).length).toBe(extended);
      if (extended === 0) for (const each of decoded?.exceptions ?? []) expect(each.subject).toBe('??');
    }
  });

  test('bytes behind it are kept', () => {
    const trailing = concat([recurrenceBlob(range), Uint8Array.of(0, 0, 7)]);
    expect(decodeRecurrence(trailing)).toMatchObject({
      cutIn: undefined,
      unread: Uint8Array.of(0, 0, 7),
    });
  });

  test('a count that lies allocates nothing, and the pattern stays', () => {
    const bytes = recurrenceBlob(range);
    new DataView(bytes.buffer).setUint16(bytes.length - 10, 0xffff, true);
    expect(decodeRecurrence(bytes)).toMatchObject({
      exceptionCount: 0xffff,
      exceptions: [],
      cutIn: 'exceptions',
      unread: new Uint8Array(8),
      daysOfWeek: ['monday'],
    });
  });
});

test('every byte is in what is read or in what is not', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (tail) => {
      const whole = recurrenceBlob(range);
      const decoded = decodeRecurrence(concat([whole, tail]));
      expect(decoded?.unread).toEqual(tail);
      expect(decoded?.cutIn).toBeUndefined();
    }),
  );
});
