import { describe, expect, test } from 'vitest';
import { objectId, recurrenceBlob } from '../../samples/build/blobs';
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
