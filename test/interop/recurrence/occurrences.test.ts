import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { recurrenceBlob, timeZoneDefinition, timeZoneStruct } from '../../../samples/build/blobs';
import type { WrittenRecurrence } from '../../../samples/build/blobs';
import { decodeRecurrence, decodeTimeZoneDefinition, decodeTimeZoneStruct } from '../../../src/index';
import type { Recurrence, TimeZoneDefinition, TimeZoneRule } from '../../../src/index';
import { occurrences, toRRule } from '../../../src/interop/index';
import type { Occurrence, RecurrenceRule } from '../../../src/interop/index';

const range = { startDate: '2004-03-15', endDate: '2004-05-17' };
const DAY = 1440;
const EPOCH = Date.UTC(1601, 0, 1);
const dateAt = (days: number): string => new Date(EPOCH + days * 86_400_000).toISOString().slice(0, 10);
const minutesAt = (date: string): number => (Date.parse(date) - EPOCH) / 60_000;

function recurrenceOf(written: Partial<WrittenRecurrence>): Recurrence {
  return decodeRecurrence(recurrenceBlob({ ...range, ...written }))!;
}

async function take(
  recurrence: Recurrence,
  limit = 50,
  zone: Parameters<typeof occurrences>[1] = 'UTC',
): Promise<Occurrence[]> {
  const found: Occurrence[] = [];
  for await (const each of occurrences(recurrence, zone)) if (found.push(each) >= limit) break;
  return found;
}
const starts = async (written: Partial<WrittenRecurrence>, limit?: number): Promise<string[]> =>
  (await take(recurrenceOf(written), limit)).map(({ start }) => start.slice(0, 10));

describe('days', () => {
  const monthly = { frequency: 0x200c, endType: 0x2022 };

  test('to a date', async () => {
    expect(await starts({ endDate: '2004-04-04' })).toEqual(['2004-03-15', '2004-03-22', '2004-03-29']);
  });

  test('the 31st is the last day of shorter months', async () => {
    const written = { ...monthly, patternType: 2, specific: [31], count: 4, startDate: '2004-01-31' };
    expect(await starts(written)).toEqual(['2004-01-31', '2004-02-29', '2004-03-31', '2004-04-30']);
  });

  test('the 30th of February', async () => {
    const written = { ...monthly, patternType: 2, specific: [30], count: 3, startDate: '2005-01-30' };
    expect(await starts(written)).toEqual(['2005-01-30', '2005-02-28', '2005-03-30']);
  });

  test('the last weekday', async () => {
    const written = { ...monthly, patternType: 3, specific: [0x3e, 5], count: 3, startDate: '2004-01-30' };
    expect(await starts(written)).toEqual(['2004-01-30', '2004-02-27', '2004-03-31']);
  });

  test('weeks that begin on Sunday or on Monday', async () => {
    // RFC 5545 3.8.5.3: the same rule from Tuesday, 5 August 1997, differs by WKST
    const written = { specific: [0x5], period: 2, endType: 0x2022, count: 4, startDate: '1997-08-05' };
    const phase = (firstDayOfWeek: 0 | 1) => {
      const week = minutesAt(firstDayOfWeek === 0 ? '1997-08-03' : '1997-08-04');
      return { firstDayOfWeek, firstDateTime: week % (2 * 7 * DAY) };
    };
    expect(await starts({ ...written, ...phase(1) })).toEqual([
      '1997-08-05',
      '1997-08-10',
      '1997-08-19',
      '1997-08-24',
    ]);
    expect(await starts({ ...written, ...phase(0) })).toEqual([
      '1997-08-05',
      '1997-08-17',
      '1997-08-19',
      '1997-08-31',
    ]);
  });

  test('an endless one ends with the calendar of Outlook', async () => {
    const endless = { endType: 0x2023, endDate: '4500-12-31' };
    expect(await starts(endless, 3)).toEqual(['2004-03-15', '2004-03-22', '2004-03-29']);
    expect(await starts({ ...endless, startDate: '4500-12-20' })).toEqual(['4500-12-20', '4500-12-27']);
  });
});

/** The days of a recurrence by its own words, day after day: another way than by RRULE and ical.js. */
function daysInTurn(written: WrittenRecurrence & { specific: readonly number[] }, limit: number): string[] {
  const { patternType = 1, period = 1, specific, firstDayOfWeek = 0 } = written;
  const [one = 0, nth = 0] = specific;
  const first = minutesAt(written.startDate) / DAY;
  const found: string[] = [];
  const isDay = (mask: number, date: Date): boolean => ((mask >> date.getUTCDay()) & 1) === 1;
  for (let day = first; found.length < limit; day++) {
    const date = new Date(dateAt(day));
    const [begin, month] = [new Date(dateAt(first)), date.getUTCMonth()];
    const passed = (date.getUTCFullYear() - begin.getUTCFullYear()) * 12 + month - begin.getUTCMonth();
    const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
    const weekOf = (of: number): number => of - ((new Date(dateAt(of)).getUTCDay() - firstDayOfWeek + 7) % 7);
    const isHit = ((): boolean => {
      if (patternType === 0) return (day - first) % (period / DAY) === 0;
      if (patternType === 1) return ((weekOf(day) - weekOf(first)) / 7) % period === 0 && isDay(one, date);
      if (passed % period !== 0) return false;
      if (patternType === 2) return date.getUTCDate() === Math.min(one, last);
      if (patternType === 4) return date.getUTCDate() === last;
      const all = Array.from({ length: last }, (_, at) => at + 1).filter((at) =>
        isDay(one, new Date(Date.UTC(date.getUTCFullYear(), month, at))),
      );
      return date.getUTCDate() === (nth === 5 ? all.at(-1) : all[nth - 1]);
    })();
    if (isHit) found.push(dateAt(day));
  }
  return found;
}

/** FirstDateTime by the four recipes of [MS-OXOCAL] 2.2.1.44.1. */
function firstDateTime(
  startDate: string,
  patternType: number,
  period: number,
  firstDayOfWeek: number,
): number {
  const minutes = minutesAt(startDate);
  if (patternType === 0) return minutes % period;
  const date = new Date(startDate);
  const back = (date.getUTCDay() - firstDayOfWeek + 7) % 7;
  if (patternType === 1) return (minutes - back * DAY) % (period * 7 * DAY);
  const months = (date.getUTCFullYear() - 1601) * 12 + date.getUTCMonth();
  return (Date.UTC(1601, months % period, 1) - EPOCH) / 60_000;
}

const mask = fc.integer({ min: 1, max: 0x7f });
const pattern = fc.oneof(
  fc.record({
    frequency: fc.constant(0x200a),
    patternType: fc.constant(0),
    period: fc.integer({ min: 1, max: 40 }).map((days) => days * DAY),
    specific: fc.constant([]),
  }),
  fc.record({
    frequency: fc.constantFrom(0x200a, 0x200b),
    patternType: fc.constant(1),
    period: fc.integer({ min: 1, max: 6 }),
    specific: mask.map((days) => [days]),
  }),
  fc.record({
    frequency: fc.constantFrom(0x200c, 0x200d),
    patternType: fc.constantFrom(2, 4),
    period: fc.constantFrom(1, 2, 5, 12, 24),
    specific: fc.integer({ min: 1, max: 31 }).map((day) => [day]),
  }),
  fc.record({
    frequency: fc.constantFrom(0x200c, 0x200d),
    patternType: fc.constant(3),
    period: fc.constantFrom(1, 3, 12, 24),
    specific: fc.tuple(mask, fc.integer({ min: 1, max: 5 })),
  }),
);

/** A series of six, and its days. */
const anySeries = fc
  .tuple(pattern, fc.integer({ min: 146_000, max: 150_000 }).map(dateAt), fc.integer({ min: 0, max: 6 }))
  .map(([of, startDate, firstDayOfWeek]) => {
    const phase = firstDateTime(startDate, of.patternType, of.period, firstDayOfWeek);
    const written = { ...of, startDate, endDate: '2030-01-01', firstDayOfWeek, firstDateTime: phase };
    return { series: { ...written, endType: 0x2022, count: 6 }, days: daysInTurn(written, 6) };
  });

test('occurrences are on the days that the specification names', async () => {
  await fc.assert(
    fc.asyncProperty(anySeries, async ({ series, days }) => {
      expect(await starts(series)).toEqual(days);
    }),
    { numRuns: 400 },
  );
});

test('the RRULE by itself gives the same days', () => {
  fc.assert(
    fc.property(anySeries, ({ series, days }) => {
      const { rrule, dtstart } = toRRule(recurrenceOf(series)) as RecurrenceRule;
      fc.pre(!/BYMONTHDAY.*BYSETPOS/.test(rrule)); // which ical.js does not read as RFC 5545 says
      const start = ICAL.Time.fromDateString(dtstart.replace(/^(....)(..)(..).*/, '$1-$2-$3'));
      const iterator = ICAL.Recur.fromString(rrule).iterator(start);
      expect(days.map(() => String(iterator.next()))).toEqual(days);
      expect(iterator.next()).toBeNull();
    }),
    { numRuns: 400 },
  );
});

describe('times', () => {
  const cet = { start: '2004-03-22T13:00:00.000Z', summer: '2004-03-29T12:00:00.000Z' };

  test.each<[string, string | TimeZoneRule | TimeZoneDefinition]>([
    ['by its name', 'Europe/Berlin'],
    ['by the definition of the item', decodeTimeZoneDefinition(timeZoneDefinition())!],
    ['by the older structure', decodeTimeZoneStruct(timeZoneStruct())!],
  ])('in a zone %s', async (_, zone) => {
    const found = await take(recurrenceOf({}), 3, zone);
    expect(found.map(({ start }) => start)).toEqual([
      '2004-03-15T14:00',
      '2004-03-22T14:00',
      '2004-03-29T14:00',
    ]);
    expect(found.slice(1).map(({ startUtc }) => startUtc)).toEqual([cet.start, cet.summer]);
    expect(found[2]).toMatchObject({ end: '2004-03-29T15:00', endUtc: '2004-03-29T13:00:00.000Z' });
  });

  test('that the clocks leave out, or show twice', async () => {
    for (const zone of ['Europe/Berlin', decodeTimeZoneStruct(timeZoneStruct())!]) {
      const sundays = { specific: [1], startTime: 150, endTime: 150, endDate: '2004-12-31' };
      const [out] = await take(recurrenceOf({ ...sundays, startDate: '2004-03-28' }), 1, zone);
      expect(out?.startUtc).toBe('2004-03-28T01:30:00.000Z');
      const [twice] = await take(recurrenceOf({ ...sundays, startDate: '2004-10-31' }), 1, zone);
      expect(twice?.startUtc).toBe('2004-10-31T00:30:00.000Z');
    }
  });

  test('in the southern half, by the rule of the year, and without summer', async () => {
    const still = { year: 0, month: 0, dayOfWeek: 0, day: 0, hour: 0, minute: 0 };
    const rule = {
      isEffective: true,
      isRecurrences: true,
      bias: -600,
      standardBias: 0,
      daylightBias: -60,
      standardStart: { ...still, month: 4, day: 1, hour: 3 },
      daylightStart: { ...still, month: 10, day: 1, hour: 2 },
    };
    const sydney = { keyName: 'AUS Eastern Standard Time', rules: [{ ...rule, year: 2001 }] };
    const first = async (date: string, zone: TimeZoneDefinition): Promise<string | undefined> =>
      (await take(recurrenceOf({ specific: [0x7f], startDate: date, endDate: '2030-01-01' }), 1, zone))[0]
        ?.startUtc;
    expect(await first('2004-01-15', sydney)).toBe('2004-01-15T03:00:00.000Z');
    expect(await first('2004-07-15', sydney)).toBe('2004-07-15T04:00:00.000Z');
    expect(await first('2004-12-15', sydney)).toBe('2004-12-15T03:00:00.000Z');
    const flat = { ...rule, year: 2005, standardStart: still, daylightStart: still };
    const later = { ...sydney, rules: [...sydney.rules, flat] };
    expect(await first('2004-12-15', later)).toBe('2004-12-15T03:00:00.000Z');
    expect(await first('2005-12-15', later)).toBe('2005-12-15T04:00:00.000Z');
    expect(await first('1999-12-15', later)).toBe('1999-12-15T03:00:00.000Z');
    const once = { ...flat, daylightStart: { ...still, year: 2006, month: 3, day: 2 } };
    const single = { ...once, standardStart: { ...still, year: 2006, month: 3, day: 9 } };
    const onceOnly = { keyName: 'Once', rules: [single] };
    expect(await first('2006-03-05', onceOnly)).toBe('2006-03-05T03:00:00.000Z');
    expect(await first('2007-03-05', onceOnly)).toBe('2007-03-05T04:00:00.000Z');
  });

  test('in no zone that there is', async () => {
    await expect(take(recurrenceOf({}), 1, 'Europe/Atlantis')).rejects.toThrow(TypeError);
    await expect(take(recurrenceOf({}), 1, { keyName: 'Empty', rules: [] })).rejects.toThrow(/Empty/);
  });
});

describe('changed occurrences', () => {
  const moved = {
    start: '2004-03-30T16:00',
    end: '2004-03-30T18:00',
    originalStart: '2004-03-22T14:00',
    subject: 'Moved',
  };

  test('stand where they were moved to', async () => {
    const series = recurrenceOf({
      endDate: '2004-04-12',
      deleted: ['2004-03-22', '2004-04-05'],
      modified: ['2004-03-30'],
      exceptions: [moved],
    });
    const found = await take(series);
    expect(found.map(({ start, exception }) => [start, exception?.subject])).toEqual([
      ['2004-03-15T14:00', undefined],
      ['2004-03-29T14:00', undefined],
      ['2004-03-30T16:00', 'Moved'],
      ['2004-04-12T14:00', undefined],
    ]);
    expect(found[2]).toMatchObject({
      originalStart: moved.originalStart,
      end: '2004-03-30T18:00',
      endUtc: '2004-03-30T18:00:00.000Z',
    });
    expect(found[2]?.exception).toBe(series.exceptions[0]);
    expect(found[3]).toMatchObject({ originalStart: '2004-04-12T14:00', end: '2004-04-12T15:00' });
  });

  test('before the first and behind the last', async () => {
    const before = { ...moved, start: '2004-03-01T09:00', end: '2004-03-01T10:00' };
    const behind = { ...before, originalStart: '2004-03-29T14:00', start: '2004-06-01T09:00' };
    const series = { endDate: '2004-03-29', exceptions: [behind, before] };
    expect(await starts(series)).toEqual(['2004-03-01', '2004-03-15', '2004-06-01']);
  });

  test('the set of RRULE, EXDATE and RDATE has the same starts', async () => {
    const series = recurrenceOf({ endDate: '2004-04-12', deleted: ['2004-03-22'], exceptions: [moved] });
    const { rrule, exdates, rdates } = toRRule(series) as RecurrenceRule;
    expect(rrule).toContain('UNTIL=20040412T140000');
    const all = [
      '20040315T140000',
      '20040322T140000',
      '20040329T140000',
      '20040405T140000',
      '20040412T140000',
    ];
    const set = [...all.filter((each) => !exdates.includes(each)), ...rdates].sort();
    const found = (await take(series)).map(({ start }) => `${start.replaceAll(/[-:]/g, '')}00`);
    expect(found).toEqual(set);
  });
});

/** A number that is likely to be one that means something, or any. */
const number = (size: 2 | 4, ...likely: number[]) =>
  fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom(...likely) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: size === 2 ? 0xffff : 0xffffffff }) },
  );

test('no numbers make it throw anything but a typed error, or go on for long', async () => {
  const numbers = fc.record({
    frequency: number(2, 0x200a, 0x200b, 0x200c, 0x200d),
    patternType: fc.constantFrom(0, 1, 2, 3, 4, 9, 10),
    calendarType: number(2, 0, 1, 8),
    firstDateTime: number(4, 0, 1440, 44_640),
    period: number(4, 1, 2, 12, 24, 1440, 2880, 99, 1188),
    specific: fc.tuple(number(4, 1, 0x3e, 31), number(4, 1, 5)),
    slidingFlag: number(4, 0),
    endType: number(4, 0x2021, 0x2022, 0x2023),
    count: number(4, 0, 10),
    firstDayOfWeek: number(4, 0, 1),
    startTime: number(4, 0, 840),
    endTime: number(4, 900, 1440),
    start: number(4, 0, 212_000_640, 1_524_000_960),
    end: number(4, 0, 212_100_480, 1_524_960_000),
  });
  let said = 0;
  await fc.assert(
    fc.asyncProperty(numbers, async ({ start, end, specific, ...of }) => {
      const length = of.patternType === 0 ? 0 : of.patternType === 3 ? 2 : 1;
      const dates = [start, end].map((minutes) => dateAt(Math.floor(minutes / DAY)));
      const [startDate = '', endDate = ''] = dates;
      const recurrence = recurrenceOf({ ...of, specific: specific.slice(0, length), startDate, endDate });
      const rule = toRRule(recurrence);
      if (rule.rrule === undefined) {
        await expect(take(recurrence, 3)).rejects.toMatchObject({ feature: 'recurrence' });
        return;
      }
      said++;
      for (const each of await take(recurrence, 3)) expect(each.start >= startDate).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(said).toBeGreaterThan(20);
}, 60_000);

test('what RFC 5545 cannot say is a typed error', async () => {
  await expect(take(recurrenceOf({ slidingFlag: 1 }))).rejects.toMatchObject({
    name: 'UnsupportedError',
    feature: 'recurrence',
    message: expect.stringContaining('when the last one is done') as string,
  });
});
