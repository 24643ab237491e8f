// Every recurrence of the corpus as msgreader reads it, and its occurrences beside the count that it states.

import { join } from 'node:path';
import * as parser from '@kenjiuno/msgreader/lib/AppointmentRecurParser.js';
import * as stream from '@kenjiuno/msgreader/lib/DataStream.js';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  AppointmentStateFlags,
  BusyStatus,
  codeOf,
  decodeRecurrence,
  decodeTimeZoneStruct,
  FirstDayOfWeek,
  readMessage,
  RecurrenceCalendar,
  RecurrenceEnd,
  RecurrenceFrequency,
  RecurrencePatternType,
} from '../../src/index';
import type { Message, Recurrence, RecurrenceException } from '../../src/index';
import { occurrences, toRRule } from '../../src/interop/index';
import { minutesOf } from '../../src/mapi/structures/recurrence/recurrence-time';
import { fromFile } from '../../src/node';
import { openStore } from '../../src/store';
import { corpusFolder, corpusTitle, hasCorpus, readCorpusFile, readReadings } from '../support/corpus';

interface Found {
  readonly path: string;
  readonly message: Message;
  readonly bytes: Uint8Array;
  readonly recurrence: Recurrence;
}

const found: Found[] = [];
const paths = hasCorpus
  ? readReadings<{ path: string }>()
      .filter((reading) => /"recurBlob":\{/.test(JSON.stringify(reading)))
      .map(({ path }) => path)
  : [];

function collect(path: string, message: Message): void {
  const bytes = message.appointmentRecurrence;
  const recurrence = bytes && decodeRecurrence(bytes, message.properties.codePage);
  if (bytes !== undefined) {
    expect(recurrence, path).toBeDefined();
    if (recurrence !== undefined) found.push({ path, message, bytes, recurrence });
  }
  for (const embedded of message.embedded) collect(path, embedded);
}

async function collectStore(path: string): Promise<void> {
  const store = await openStore(fromFile(join(corpusFolder, path)));
  for await (const { message } of store.items()) if (message !== undefined) collect(path, message);
  await store.close();
}

/** What msgreader gives, in its shape. */
function asMsgReader(recurrence: Recurrence): object {
  const { patternType, patternTypeSpecific: specific, deletedDates, modifiedDates } = recurrence;
  const [one, two] = specific;
  return {
    recurrencePattern: {
      recurFrequency: codeOf(RecurrenceFrequency, recurrence.frequency),
      patternType: codeOf(RecurrencePatternType, patternType),
      calendarType: codeOf(RecurrenceCalendar, recurrence.calendarType),
      firstDateTime: recurrence.firstDateTime,
      period: recurrence.period,
      slidingFlag: recurrence.slidingFlag,
      endType: codeOf(RecurrenceEnd, recurrence.endType),
      occurrenceCount: recurrence.occurrenceCount,
      firstDOW: codeOf(FirstDayOfWeek, recurrence.firstDayOfWeek),
      deletedInstanceDates: deletedDates.map(minutesOf),
      modifiedInstanceDates: modifiedDates.map(minutesOf),
      startDate: minutesOf(recurrence.startDate),
      // the last minute of 4500, which we give by its day
      endDate: minutesOf(recurrence.endDate) + (recurrence.endType === 'never' ? 1439 : 0),
      ...(patternType === 'week' && { patternTypeWeek: { dayOfWeekBits: one } }),
      ...(patternType === 'month' && { patternTypeMonth: { day: one } }),
      ...(patternType === 'monthNth' && { patternTypeMonthNth: { dayOfWeekBits: one, n: two } }),
    },
    startTimeOffset: recurrence.startTime,
    endTimeOffset: recurrence.endTime,
    exceptionInfo: recurrence.exceptions.map(exceptionAsMsgReader),
  };
}

/** It leaves out numbers that are 0. */
function exceptionAsMsgReader(exception: RecurrenceException): object {
  const { appointmentStateFlags: state, busyStatus } = exception;
  const optional = {
    subject: exception.subject,
    location: exception.location,
    meetingType: state?.reduce((sum, flag) => sum | codeOf(AppointmentStateFlags, flag), 0),
    reminderDelta: exception.reminderDelta,
    reminderSet: Number(exception.reminderSet ?? 0),
    busyStatus: busyStatus && codeOf(BusyStatus, busyStatus),
    attachment: Number(exception.hasAttachments ?? 0),
    subType: Number(exception.allDay ?? 0),
    appointmentColor: exception.color,
  };
  return {
    startDateTime: minutesOf(exception.start),
    endDateTime: minutesOf(exception.end),
    originalStartTime: minutesOf(exception.originalStart),
    overrideFlags: exception.overrideFlags,
    changeHighlight: exception.extended?.changeHighlight,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => Boolean(value))),
  };
}

/** How many occurrences the rule gives, deleted ones too. */
async function countOf(recurrence: Recurrence): Promise<number> {
  let count = 0;
  const whole = { ...recurrence, deletedDates: [], exceptions: [] };
  for await (const { start } of occurrences(whole, 'UTC')) if (start !== '') count++;
  return count;
}

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  beforeAll(async () => {
    for (const path of paths) {
      if (path.startsWith('pst/')) await collectStore(path);
      else collect(path, await readMessage(readCorpusFile(path)));
    }
  }, 120_000);

  test('has recurrences of every container', () => {
    expect(found.length).toBeGreaterThanOrEqual(27);
    for (const folder of ['msg/', 'tnef/', 'pst/'])
      expect(found.filter(({ path }) => path.startsWith(folder)).length, folder).toBeGreaterThan(0);
  });

  test('every field is as msgreader reads it, and no byte is left', () => {
    for (const { path, bytes, recurrence } of found) {
      const DataStream = (stream as unknown as { default: { default?: unknown } }).default;
      const Reader = (DataStream.default ?? DataStream) as typeof stream.default;
      const theirs = parser.parse(new Reader(new Uint8Array(bytes).buffer, 0, true), 'windows-1252');
      expect(asMsgReader(recurrence), path).toEqual(theirs);
      expect(recurrence, path).toMatchObject({
        readerVersion: 0x3004,
        writerVersion: 0x3004,
        readerVersion2: 0x3006,
        cutIn: undefined,
        unread: new Uint8Array(),
      });
    }
  });

  test('Unicode texts are the 8-bit ones, and the times stand there twice', () => {
    const texts = found
      .flatMap(({ recurrence }) => recurrence.exceptions)
      .filter((each) => each.extended?.start);
    expect(texts.length).toBe(2);
    for (const { start, end, originalStart, subject, subject8, location, location8, extended } of texts) {
      expect(extended).toMatchObject({ start, end, originalStart });
      expect([subject, location]).toEqual([subject8, location8]);
      expect([extended?.subject, extended?.location]).toEqual([subject8, location8]);
    }
  });

  test('the first occurrence is at the start of the item, in the zone of the item', async () => {
    const compared: string[] = [];
    for (const { path, message, recurrence } of found) {
      const zone = message.timeZoneStruct && decodeTimeZoneStruct(message.timeZoneStruct);
      if (zone === undefined) continue;
      const plain = { ...recurrence, deletedDates: [], exceptions: [] };
      const { value } = await occurrences(plain, zone).next();
      expect(value && Date.parse(value.startUtc), path).toBe(message.appointmentStart?.toDate()?.getTime());
      compared.push(path);
    }
    expect(compared.length).toBeGreaterThan(20);
  });

  test('there are as many occurrences as it states', async () => {
    const ended = found.filter(({ recurrence }) => recurrence.endType !== 'never');
    expect(ended.length).toBeGreaterThanOrEqual(9);
    for (const { path, recurrence } of ended)
      expect(await countOf(recurrence), path).toBe(recurrence.occurrenceCount);
  });

  test('the last occurrence is on the day that it states, but for a date on which to end and a count that differs', async () => {
    const differing: string[] = [];
    for (const { path, recurrence } of found) {
      if (recurrence.endType === 'never') continue;
      let last = '';
      const whole = { ...recurrence, deletedDates: [], exceptions: [] };
      for await (const { start } of occurrences(whole, 'UTC')) last = start.slice(0, 10);
      if (last !== recurrence.endDate)
        differing.push(`${path.split('__').at(-1) ?? ''}: ${last} ${recurrence.endDate}`);
    }
    expect(differing.sort()).toEqual([
      'Lanch_time_every_friday_in_2023_chgs1.msg: 2023-12-29 2023-12-31',
      'Lanch_time_every_friday_in_2023_chgs2.msg: 2023-12-29 2023-12-31',
      'Lanch_time_every_friday_in_2023_org.msg: 2023-12-29 2023-12-31',
      'draftAppointment.msg: 2012-11-15 2012-12-01',
    ]);
  });

  test('all of them can be said as RFC 5545 says it', () => {
    for (const { path, recurrence } of found) expect(toRRule(recurrence).rrule, path).toBeDefined();
    const weekly = found.find(({ path }) => path.endsWith('chgs2.msg'));
    expect(weekly && toRRule(weekly.recurrence)).toMatchObject({
      rrule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20231231T120000',
      exdates: ['20230106T120000', '20230113T120000'],
      rdates: ['20230112T120000'],
    });
  });
});
