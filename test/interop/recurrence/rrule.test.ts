import { describe, expect, test } from 'vitest';
import { recurrenceBlob } from '../../../samples/build/blobs';
import type { WrittenRecurrence } from '../../../samples/build/blobs';
import { decodeRecurrence, decodeTimeZoneDefinition } from '../../../src/index';
import type { Recurrence } from '../../../src/index';
import { timeZoneDefinition } from '../../../samples/build/blobs';
import { toRRule } from '../../../src/interop/index';

const range = { startDate: '2004-03-15', endDate: '2004-05-17' };
const DAY = 1440;

function recurrenceOf(written: Partial<WrittenRecurrence>): Recurrence {
  return decodeRecurrence(recurrenceBlob({ ...range, ...written }))!;
}
const rule = (written: Partial<WrittenRecurrence>) => toRRule(recurrenceOf(written));

/** 0x200d in months of 1601 and 1602, as FirstDateTime counts them. */
const months = (count: number): number => (Date.UTC(1601, count, 1) - Date.UTC(1601, 0, 1)) / 60_000;
const never = { endType: 0x2023, endDate: '4500-12-31' };
const daily = { ...never, frequency: 0x200a };
const weekly = { ...never, frequency: 0x200b };
const monthly = { ...never, frequency: 0x200c, firstDateTime: 0 };
const yearly = { ...never, frequency: 0x200d, period: 12 };

describe('says every pattern', () => {
  const cases: readonly (readonly [title: string, written: Partial<WrittenRecurrence>, rrule: string])[] = [
    ['each day', { ...daily, patternType: 0, period: DAY, specific: [] }, 'FREQ=DAILY'],
    [
      'each third day',
      {
        ...daily,
        patternType: 0,
        period: 3 * DAY,
        firstDateTime: DAY,
        specific: [],
        startDate: '1601-01-02',
      },
      'FREQ=DAILY;INTERVAL=3',
    ],
    ['each weekday', { ...daily, specific: [0x3e] }, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['Mondays, Wednesdays, Fridays', { ...weekly, specific: [0x2a] }, 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    [
      'each second week, which begins on Sunday',
      { ...weekly, specific: [0x3], period: 2, startDate: '1601-01-14', firstDateTime: 13 * DAY },
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
    ],
    ['the 12th', { ...monthly, patternType: 2, specific: [12] }, 'FREQ=MONTHLY;BYMONTHDAY=12'],
    ['the 29th', { ...monthly, patternType: 2, specific: [29] }, 'FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1'],
    [
      'the 30th',
      { ...monthly, patternType: 2, specific: [30] },
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    ],
    ['the 31st', { ...monthly, patternType: 2, specific: [31] }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['the last day', { ...monthly, patternType: 4, specific: [31] }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    [
      'the second Tuesday of each third month',
      { ...monthly, patternType: 3, specific: [0x4, 2], period: 3, firstDateTime: months(2) },
      'FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU',
    ],
    ['the last Friday', { ...monthly, patternType: 3, specific: [0x20, 5] }, 'FREQ=MONTHLY;BYDAY=-1FR'],
    [
      'the last weekday',
      { ...monthly, patternType: 3, specific: [0x3e, 5] },
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    ],
    [
      'the first day of a weekend',
      { ...monthly, patternType: 3, specific: [0x41, 1] },
      'FREQ=MONTHLY;BYDAY=SU,SA;BYSETPOS=1',
    ],
    [
      'each 25th of December',
      { ...yearly, patternType: 2, specific: [25], firstDateTime: months(11), startDate: '2004-12-25' },
      'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25',
    ],
    [
      'the 31st of April, which is the 30th',
      { ...yearly, patternType: 2, specific: [31], firstDateTime: months(3), startDate: '2004-04-30' },
      'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30',
    ],
    [
      'the 29th of February, which is the 28th in most years',
      { ...yearly, patternType: 2, specific: [29], firstDateTime: months(1), startDate: '2004-02-29' },
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
    ],
    [
      'the last day of January in every second year, which ical.js would not find by BYMONTHDAY=-1',
      { ...yearly, patternType: 4, specific: [31], period: 24, firstDateTime: 0, startDate: '2003-01-31' },
      'FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=31',
    ],
    [
      'the fourth Thursday of November in every second year',
      {
        ...yearly,
        patternType: 3,
        specific: [0x10, 4],
        period: 24,
        firstDateTime: months(22),
        startDate: '2004-11-25',
      },
      'FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=4TH',
    ],
    [
      'a yearly one whose period is no whole year',
      {
        ...yearly,
        patternType: 2,
        specific: [1],
        period: 18,
        firstDateTime: months(0),
        startDate: '1602-07-01',
      },
      'FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=1',
    ],
  ];
  test.each(cases)('%s', (_, written, rrule) => {
    expect(rule(written)).toMatchObject({ rrule, exdates: [], rdates: [], otherEnds: [] });
  });

  test.each([0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12])('calendar %i has the Gregorian months', (calendarType) => {
    expect(rule({ ...monthly, patternType: 2, specific: [12], calendarType }).rrule).toBe(
      'FREQ=MONTHLY;BYMONTHDAY=12',
    );
  });

  test('weeks are the same in all calendars', () => {
    expect(rule({ ...weekly, calendarType: 8 }).rrule).toBe('FREQ=WEEKLY;BYDAY=MO');
  });
});

describe('says where it begins and ends', () => {
  test('a date, locally or in UTC', () => {
    const recurrence = recurrenceOf({});
    expect(toRRule(recurrence)).toEqual({
      dtstart: '20040315T140000',
      dtend: '20040315T150000',
      rrule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20040517T140000',
      exdates: [],
      rdates: [],
      otherEnds: [],
    });
    const until = 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20040517T120000Z'; // daylight saving time, two hours
    const zone = decodeTimeZoneDefinition(timeZoneDefinition())!;
    expect(toRRule(recurrence, { zone }).rrule).toBe(until);
    expect(toRRule(recurrence, { zone: 'Europe/Berlin' }).rrule).toBe(until);
    expect(() => toRRule(recurrence, { zone: 'Europe/Atlantis' })).toThrow(TypeError);
  });

  test('a count, whatever date stands beside it', () => {
    expect(rule({ endType: 0x2022, count: 3, endDate: '2005-01-01' }).rrule).toBe(
      'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
    );
  });

  test('from the first day that the pattern names, past midnight', () => {
    expect(rule({ startDate: '2004-03-16', startTime: 1380, endTime: 1500 })).toMatchObject({
      dtstart: '20040322T230000',
      dtend: '20040323T010000',
    });
  });
});

describe('changed occurrences', () => {
  const at = (start: string, end: string, originalStart: string) => ({ start, end, originalStart });

  test('that were moved are taken out and put in again, deleted ones taken out', () => {
    const moved = at('2004-03-23T16:00', '2004-03-23T17:00', '2004-03-22T14:00');
    const changes = { deleted: ['2004-04-05', '2004-03-22'], exceptions: [moved] };
    expect(rule(changes)).toMatchObject({
      exdates: ['20040322T140000', '20040405T140000'],
      rdates: ['20040323T160000'],
      otherEnds: [],
    });
    expect(rule({ ...changes, deleted: [] })).toMatchObject({ exdates: ['20040322T140000'] });
  });

  test('that stay where they are would be lost if they were taken out', () => {
    const longer = at('2004-03-22T14:00', '2004-03-22T16:00', '2004-03-22T14:00');
    const named = { ...at('2004-03-29T14:00', '2004-03-29T15:00', '2004-03-29T14:00'), subject: 'Other' };
    expect(rule({ deleted: ['2004-03-22', '2004-03-29'], exceptions: [longer, named] })).toMatchObject({
      exdates: [],
      rdates: [],
      otherEnds: ['20040322T140000'],
    });
  });

  test('that take the place of a deleted one', () => {
    const next = at('2004-03-22T14:00', '2004-03-22T15:00', '2004-03-29T14:00');
    expect(rule({ deleted: ['2004-03-22', '2004-03-29'], exceptions: [next] })).toMatchObject({
      exdates: ['20040329T140000'],
      rdates: [],
    });
  });

  test('at a deleted time that the pattern does not have', () => {
    const next = at('2004-03-23T14:00', '2004-03-23T15:00', '2004-03-29T14:00');
    expect(rule({ deleted: ['2004-03-23', '2004-03-29'], exceptions: [next] })).toMatchObject({
      exdates: ['20040329T140000'],
      rdates: ['20040323T140000'],
    });
  });
});

describe('says what RFC 5545 cannot say', () => {
  const twelfth = { ...monthly, patternType: 2, specific: [12] };
  const cases: readonly (readonly [reason: string, written: Partial<WrittenRecurrence>, words: RegExp])[] = [
    ['calendar', { ...twelfth, calendarType: 6 }, /calendar .*\(hijri, month\)/],
    ['calendar', { ...twelfth, calendarType: 8 }, /hebrew/],
    ['calendar', { ...twelfth, calendarType: 0xd }, /0xd/],
    ['calendar', { ...twelfth, patternType: 0xa }, /default, hijriMonth/],
    ['calendar', { ...twelfth, patternType: 0xc }, /hijriMonthEnd/],
    ['calendar', { ...yearly, patternType: 0xb, specific: [2, 1] }, /hijriMonthNth/],
    ['regenerating', { slidingFlag: 1 }, /when the last one is done/],
    ['pattern', { patternType: 9 }, /0x9/],
    ['days', { specific: [0] }, /no existing day \(0\)/],
    ['days', { specific: [0x82] }, /130/],
    ['days', { ...twelfth, specific: [0] }, /\(0\)/],
    ['days', { ...twelfth, specific: [32] }, /\(32\)/],
    ['days', { ...monthly, patternType: 3, specific: [2, 6] }, /\(2, 6\)/],
    ['days', { ...monthly, patternType: 3, specific: [0, 1] }, /\(0, 1\)/],
    ['week', { period: 2, firstDayOfWeek: 7 }, /0x7/],
    ['period', { period: 0 }, /period of 0/],
    ['period', { period: 100 }, /100/],
    ['period', { ...daily, patternType: 0, specific: [], period: 1000 }, /1000/],
    ['period', { ...daily, patternType: 0, specific: [], period: 1000 * DAY }, /1440000/],
    ['period', { ...twelfth, period: 1189 }, /1189/],
    ['phase', { period: 2, startDate: '2004-03-22', firstDateTime: DAY }, /2004-03-22/],
    ['phase', { ...yearly, patternType: 2, specific: [12], firstDateTime: months(5) }, /contradict/],
    ['end', { endType: 0x2020 }, /0x2020/],
    ['times', { endTime: 60 }, /minute 840 to minute 60/],
    ['times', { startTime: 1440, endTime: 1500 }, /1440/],
    ['times', { endTime: 0xffffffff }, /4294967295/],
    ['no-occurrence', { endDate: '2004-03-14' }, /2004-03-14/],
    ['no-occurrence', { startDate: '2004-03-16', endDate: '2004-03-21' }, /2004-03-16 to 2004-03-21/],
    ['no-occurrence', { endType: 0x2022, count: 0 }, /no occurrence/],
  ];
  test.each(cases)('%s', (reason, written, words) => {
    expect(rule(written)).toEqual({
      rrule: undefined,
      reason,
      message: expect.stringMatching(words) as string,
    });
  });
});
