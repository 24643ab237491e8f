import { describe, expect, test } from 'vitest';
import { objectId, recurrenceBlob } from '../../samples/build/blobs';
import type { WrittenRecurrence } from '../../samples/build/blobs';
import { ticks } from '../../samples/build/meeting';
import * as sound from '../../samples/build/sound-meeting';
import { appointment, meetingWith, series } from '../../samples/build/sound-meeting';
import { compareCopies, decodeMessage } from '../../src/index';
import type { Message } from '../../src/index';
import { differenceMessages, reasonMessages } from '../../src/rules/compare-copies/wording';
import { writeMsg } from '../support/msg-writer';
import { resolvePath } from '../support/rule-lists';

const BOB = sound.text(0x0076, 'BOB@partner.example');
const bobs = [sound.setTo(appointment(0x8217), 3), sound.setTo(appointment(0x8218), 3), sound.set(BOB)];

function message(...changes: readonly sound.Change[]): Message {
  return decodeMessage(writeMsg(meetingWith(...changes)));
}

const organizers = message();
const attendees = (...changes: readonly sound.Change[]): Message => message(...bobs, ...changes);

describe('two copies that agree', () => {
  test('are the same', () => {
    expect(compareCopies(organizers, attendees())).toEqual({ outcome: 'same', reasons: [], differences: [] });
  });

  test('where the attendee has not answered, and the organizer knows of no answer', () => {
    const unanswered = message(sound.setCell(1, sound.long(0x5fff, 0)));
    expect(compareCopies(unanswered, attendees(sound.setTo(appointment(0x8218), 5))).outcome).toBe('same');
  });

  test('by the one attendee there is', () => {
    const [one, other] = [message(sound.dropRow(2)), message(...bobs.slice(0, 2), sound.dropRow(2))];
    expect(compareCopies(one, other).outcome).toBe('same');
  });

  test('by the address that the caller names', () => {
    const other = attendees(sound.drop(0x0076));
    expect(compareCopies(organizers, other, { attendee: ' Bob@Partner.example' }).outcome).toBe('same');
    expect(compareCopies(organizers, other, { attendee: 'carla@partner.example' })).toMatchObject({
      outcome: 'different',
      differences: [{ code: 'answer-not-received', organizerPath: 'recipients[2].trackStatus' }],
    });
  });
});

const canceled = (copy: 1 | 3): sound.Change => sound.setTo(appointment(0x8217), copy | 4);
const moved = sound.setTo(appointment(0x8216), recurrenceBlob({ ...series, endDate: '2004-05-10' }));
const recurrence = (bytes: Uint8Array): sound.Change => sound.setTo(appointment(0x8216), bytes);
const pairs: readonly (readonly [
  code: string,
  severity: string,
  path: string,
  one: Message,
  other: Message,
])[] = [
  ['cancellation-not-received', 'error', 'appointmentStateFlags', message(canceled(1)), attendees()],
  ['canceled-for-attendee-only', 'warning', 'appointmentStateFlags', organizers, attendees(canceled(3))],
  ['update-not-received', 'warning', 'sequence', message(sound.setTo(appointment(0x8201), 1)), attendees()],
  ['attendee-ahead', 'info', 'sequence', organizers, attendees(sound.setTo(appointment(0x8201), 1))],
  [
    'start-differs',
    'warning',
    'appointmentStart',
    organizers,
    attendees(sound.setTo(appointment(0x820d), ticks('2004-03-15T12:00'))),
  ],
  [
    'end-differs',
    'warning',
    'appointmentEnd',
    organizers,
    attendees(sound.setTo(appointment(0x820e), ticks('2004-03-15T15:00'))),
  ],
  [
    'location-differs',
    'warning',
    'location',
    organizers,
    attendees(sound.setTo(appointment(0x8208), 'Room 14')),
  ],
  ['recurrence-differs', 'warning', 'appointmentRecurrence', organizers, attendees(moved)],
  [
    'exceptions-differ',
    'info',
    'appointmentRecurrence',
    organizers,
    attendees(
      sound.setTo(appointment(0x8216), recurrenceBlob({ ...series, deleted: ['2004-03-22', '2004-03-29'] })),
    ),
  ],
  [
    'answer-not-received',
    'warning',
    'recipients[1].trackStatus',
    message(sound.setCell(1, sound.long(0x5fff, 0))),
    attendees(),
  ],
  [
    'answer-not-given',
    'warning',
    'recipients[1].trackStatus',
    organizers,
    attendees(sound.setTo(appointment(0x8218), 5)),
  ],
];

describe('one value apart', () => {
  test.each(pairs)('%s', (code, severity, organizerPath, one, other) => {
    const { outcome, differences } = compareCopies(one, other);
    expect(outcome).toBe('different');
    expect(differences).toMatchObject([{ code, severity, organizerPath }]);
    const [{ message: words, attendeePath } = { message: '', attendeePath: '' }] = differences;
    expect(words).toContain('bob@partner.example');
    expect(words).not.toMatch(/undefined/);
    expect(resolvePath(one, organizerPath)).toBeDefined();
    expect(resolvePath(other, attendeePath)).toBeDefined();
  });

  test('covers every difference there are words for', () => {
    expect(pairs.map(([code]) => code).sort()).toEqual(Object.keys(differenceMessages).sort());
  });

  test('a cancellation that was sent stands for the cancelled meeting', () => {
    const sent = message(sound.setTo(0x001a, 'IPM.Schedule.Meeting.Canceled'));
    expect(compareCopies(sent, attendees()).differences).toMatchObject([
      { code: 'cancellation-not-received' },
    ]);
  });
});

describe('all that tells one series from another is compared', () => {
  const copies = (one: Partial<WrittenRecurrence>, other: Partial<WrittenRecurrence>) =>
    compareCopies(
      message(recurrence(recurrenceBlob({ ...series, ...one }))),
      attendees(recurrence(recurrenceBlob({ ...series, ...other }))),
    );
  const days = (count: number) => ({
    frequency: 0x200a,
    patternType: 0,
    specific: [],
    period: count * 1440,
  });
  const nth = { frequency: 0x200c, patternType: 3, specific: [0x4, 2] };
  const yearly = { frequency: 0x200d, patternType: 2, specific: [25], period: 12 };
  const fortnight = { period: 2, firstDateTime: 6 * 1440 };
  const patterns: readonly (readonly [
    own: string,
    theirs: string,
    one: Partial<WrittenRecurrence>,
    other: Partial<WrittenRecurrence>,
  ])[] = [
    [
      'weekly: every week on monday from 14:00 to 15:00, beginning 2004-03-15 until 2004-05-17',
      'weekly: every week on monday, wednesday, friday from 14:00 to 15:00, beginning 2004-03-15 until 2004-05-17',
      {},
      { specific: [0x2a] },
    ],
    ['every week on monday', 'every week on tuesday', {}, { specific: [0x4] }],
    ['weekly: every week', 'daily: every week', {}, { frequency: 0x200a }],
    ['every week', 'every 2 weeks on monday', {}, { period: 2 }],
    ['in weeks from sunday', 'in weeks from monday', fortnight, { ...fortnight, firstDayOfWeek: 1 }],
    [
      'counted from minute 8640',
      'counted from minute 18720',
      fortnight,
      { ...fortnight, firstDateTime: 13 * 1440 },
    ],
    ['every 2 days', 'every 3 days', days(2), days(3)],
    ['from 14:00 to 15:00', 'from 14:30 to 15:00', {}, { startTime: 870 }],
    ['from 14:00 to 15:00', 'from 14:00 to 25:30', {}, { endTime: 1530 }],
    ['beginning 2004-03-15', 'beginning 2004-03-08', {}, { startDate: '2004-03-08' }],
    ['until 2004-05-17', 'until 2004-05-10', {}, { endDate: '2004-05-10' }],
    ['until 2004-05-17', '10 times until 2004-05-17', {}, { endType: 0x2022 }],
    ['10 times', '9 times', { endType: 0x2022 }, { endType: 0x2022, count: 9 }],
    ['until 2004-05-17', 'without end', {}, { endType: 0x2023 }],
    ['the second of tuesday', 'the last of tuesday', nth, { ...nth, specific: [0x4, 5] }],
    ['the second of tuesday', 'the second of tuesday, friday', nth, { ...nth, specific: [0x24, 2] }],
    ['on day 25', 'on day 24', yearly, { ...yearly, specific: [24] }],
    ['on day 25', 'on the last day', yearly, { ...yearly, patternType: 4 }],
    ['in month 1', 'in month 2', yearly, { ...yearly, firstDateTime: 31 * 1440 }],
    ['on day 25', 'in the calendar hebrew', yearly, { ...yearly, calendarType: 8 }],
    ['every 12 months', 'every 12 hijriMonths on 25', yearly, { ...yearly, patternType: 0xa }],
    ['until 2004-05-17', 'again when the last one is done', {}, { slidingFlag: 1 }],
  ];
  test.each(patterns)('%s / %s', (own, theirs, one, other) => {
    const { outcome, differences } = copies(one, other);
    expect(outcome).toBe('different');
    expect(differences).toMatchObject([{ code: 'recurrence-differs' }]);
    expect(differences[0]?.organizer).toContain(own);
    expect(differences[0]?.attendee).toContain(theirs);
    expect(differences[0]?.attendee).not.toMatch(/undefined|NaN/);
    expect(copies(one, one).outcome).toBe('same');
    expect(copies(other, other).outcome).toBe('same');
  });

  const [moved] = series.exceptions;
  const changed = (changes: object): Partial<WrittenRecurrence> => ({
    exceptions: [{ ...moved, ...changes }],
  });
  const exceptions: readonly (readonly [words: string, other: Partial<WrittenRecurrence>])[] = [
    ['2004-03-22T14:00 now 2004-03-23T15:00 to', changed({ start: '2004-03-23T15:00' })],
    ['now 2004-03-23T14:00 to 2004-03-23T16:00', changed({ end: '2004-03-23T16:00' })],
    ['2004-03-29T14:00 now', changed({ originalStart: '2004-03-29T14:00' })],
    ['called "Other"', changed({ subject: 'Other' })],
    ['called "Moved" at "Room 9"', changed({ location: 'Room 9' })],
    ['called "Moved" canceled', changed({ more: [0x2, 5] })],
    ['called "Moved" for whole days', changed({ more: [0x80, 1] })],
    ['called "Moved" by the hour', changed({ more: [0x80, 0] })],
    ['2004-03-29 deleted', { deleted: ['2004-03-22', '2004-03-29'] }],
    ['2004-03-30 changed', { modified: ['2004-03-23', '2004-03-30'] }],
  ];
  test.each(exceptions)('%s', (words, other) => {
    const { differences } = copies({}, other);
    expect(differences).toMatchObject([{ code: 'exceptions-differ' }]);
    expect(differences[0]?.organizer).toBe(
      '2004-03-22T14:00 now 2004-03-23T14:00 to 2004-03-23T15:00 called "Moved"',
    );
    expect(differences[0]?.attendee).toContain(words);
  });

  test("what is each one's own is not: busy status, reminder, color", () => {
    expect(copies({}, changed({ more: [0x12c, 30, 1, 2, 4] })).outcome).toBe('same');
  });

  test('a cut one is compared as far as it goes, and said to be cut', () => {
    const whole = recurrenceBlob(series);
    const cut = attendees(recurrence(whole.subarray(0, whole.length - 60)));
    const result = compareCopies(organizers, cut);
    expect(result.reasons.map(({ code }) => code)).toEqual(['recurrence-unreadable']);
    expect(result.differences).toMatchObject([
      { code: 'exceptions-differ', attendee: expect.stringContaining('the rest is cut') as string },
    ]);
  });
});

describe('what cannot be compared is said', () => {
  const full = sound.scheduling(0x0003);
  const clean = sound.scheduling(0x0023);
  const dated = sound.setTo(full, objectId({ date: '2004-03-22' }));
  const cases: readonly (readonly [
    code: string,
    outcome: string,
    one: Message,
    other: Message,
    attendee?: string,
  ])[] = [
    ['not-a-meeting', 'not-comparable', organizers, attendees(sound.setTo(0x001a, 'IPM.Note'))],
    ['not-the-organizers-copy', 'not-comparable', attendees(), attendees()],
    ['not-an-attendees-copy', 'not-comparable', organizers, organizers],
    [
      'different-meetings',
      'not-comparable',
      organizers,
      attendees(sound.setTo(clean, objectId({ seed: 1 }))),
    ],
    ['identity-unknown', 'open', organizers, attendees(sound.drop(full), sound.drop(clean))],
    [
      'occurrence-only',
      'open',
      organizers,
      attendees(dated, sound.setTo(appointment(0x820d), ticks('2004-03-22T13:00'))),
    ],
    ['attendee-unknown', 'open', organizers, attendees(sound.drop(0x0076))],
    ['recurrence-unreadable', 'open', organizers, attendees(recurrence(new Uint8Array(40)))],
    ['attendee-not-in-table', 'open', organizers, attendees(), 'nobody@partner.example'],
  ];
  for (const [code, outcome, one, other, attendee] of cases) {
    test(code, () => {
      const result = compareCopies(one, other, { attendee });
      expect(result).toMatchObject({ outcome, differences: [] });
      expect(result.reasons.map((reason) => reason.code)).toEqual([code]);
      expect(result.reasons[0]?.message).toMatch(/\w+ \w+/);
    });
  }

  test('covers every reason there are words for', () => {
    expect(cases.map(([code]) => code).sort()).toEqual(Object.keys(reasonMessages).sort());
  });
});
