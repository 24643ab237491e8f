import { describe, expect, test } from 'vitest';
import { describe as describeMeeting, ticks } from '../../../samples/build/meeting';
import type { Attendee, Meeting } from '../../../samples/build/meeting';
import { trackingLog } from '../../../samples/build/scenario';
import { decodeEvidence, readTrackingLog } from '../../../src/evidence/index';
import { decodeMessage, diagnose } from '../../../src/index';
import type { Diagnosis, Message } from '../../../src/index';
import { writeEvt } from '../../support/evt-writer';
import { external, meeting, meetingOf, organizer } from '../../support/meetings';
import { writeMsg } from '../../support/msg-writer';

// what a log shows of a cancellation that was submitted on 2004-03-12 at 16:30 UTC

const ZERO: Attendee = { ...external, time: 0n };
const EVE = external.address;
const BOB: Attendee = { ...external, name: 'Bob', address: 'bob@other.example' };
const SUBMITTED = ticks('2004-03-12T16:30');

type Line = Parameters<typeof trackingLog>[0][number];
const at = (event: number, time: string, more: Partial<Line> = {}): Line => ({
  event,
  at: `2004-03-12T${time}`,
  recipient: EVE,
  ...more,
});
const submitted = at(1027, '16:30:10');
const queued = at(1034, '16:30:12');
const outside = { partner: 'mx.partner.example' };
/** Another message to the same domain that went out. */
const another = at(1031, '18:00:00', {
  ...outside,
  id: '<other@example.com>',
  recipient: 'sales@partner.example',
});

const sentCopy = (attendees = [ZERO], changes: Partial<Meeting> = {}): Message =>
  meeting(attendees, {
    messageClass: 'IPM.Schedule.Meeting.Canceled',
    subject: 'Canceled: Meeting',
    submitted: SUBMITTED,
    stateFlags: 7,
    responseStatus: 5,
    ...changes,
  });
const calendarItem = (attendees = [ZERO]): Message => meeting(attendees, { criticalChange: SUBMITTED });

const judge = (message: Message, ...lines: readonly Line[]): Diagnosis =>
  diagnose(message, { evidence: [readTrackingLog(trackingLog(lines))] });
const codesOf = ({ results }: Diagnosis): string[] =>
  results.flatMap(({ evidence }) => evidence.map(({ code }) => code));

describe('what the log shows for a message and an external attendee', () => {
  const reported = (time: string): Line => ({ ...at(1030, '00:00:00'), at: time });
  test.each<[what: string, lines: readonly Line[], code: string, verdict: string]>([
    [
      'kept for hours, while another went out',
      [another, reported('2004-03-13T04:30:00')],
      'tracking-kept',
      'confirmed',
    ],
    ['kept for four hours', [another, at(1030, '20:30:12')], 'tracking-kept', 'confirmed'],
    ['kept for less', [another, at(1030, '20:30:11')], 'tracking-refused', 'likely'],
    ['sent back at once: refused', [another, at(1030, '16:30:20')], 'tracking-refused', 'likely'],
    ['kept while nothing went out', [reported('2004-03-13T04:30:00')], 'tracking-kept-alone', 'likely'],
    [
      'kept, another went out before only',
      [{ ...another, at: '2004-03-12T16:00:00' }, reported('2004-03-13T04:30:00')],
      'tracking-kept-alone',
      'likely',
    ],
    ['1017 alone counts for nothing', [another, at(1017, '23:00:00')], 'tracking-queued', 'likely'],
    ['queued until the end', [another], 'tracking-queued', 'likely'],
    ['handed over', [at(1031, '16:30:20', outside)], 'tracking-handed-over', 'unlikely'],
    [
      'to a server of the organization',
      [at(1031, '16:30:20', { partner: 'MAIL2' })],
      'tracking-passed-on',
      'likely',
    ],
    [
      'to one by its domain',
      [at(1031, '16:30:20', { partner: 'mail2.example.com' })],
      'tracking-passed-on',
      'likely',
    ],
    ['to itself', [at(1031, '16:30:20', { partner: 'mail1' })], 'tracking-passed-on', 'likely'],
    [
      'to another domain of Windows',
      [at(1031, '16:30:20', { partner: 'mail2.corp.local' })],
      'tracking-passed-on',
      'likely',
    ],
    [
      'to an address of the network',
      [at(1031, '16:30:20', { partner: '192.168.1.5' })],
      'tracking-passed-on',
      'likely',
    ],
    [
      'passed on inside, and kept there',
      [at(1031, '16:30:20', { partner: 'MAIL2' }), another, at(1030, '23:00:00')],
      'tracking-kept',
      'confirmed',
    ],
    [
      'kept, while others went to a server inside only',
      [{ ...another, partner: 'MAIL2' }, at(1030, '23:00:00')],
      'tracking-kept-alone',
      'likely',
    ],
  ])('%s', (_, lines, code, verdict) => {
    const diagnosis = judge(sentCopy(), submitted, queued, ...lines);
    expect(codesOf(diagnosis)).toEqual([code]);
    expect(diagnosis.verdict).toBe(verdict);
    const [statement] = diagnosis.results.flatMap(({ evidence }) => evidence);
    expect(statement?.message).not.toMatch(/undefined|NaN/);
    expect(statement?.values).toMatchObject({ address: EVE, offset: expect.any(Number) as number });
  });

  test('handed over to some only: the others decide', () => {
    const lines = [submitted, queued, at(1031, '16:30:20', outside)];
    expect(judge(sentCopy([ZERO, BOB]), ...lines).verdict).toBe('likely');
    const bobs = [
      at(1027, '16:30:10', { recipient: BOB.address }),
      at(1031, '16:30:21', { recipient: BOB.address, partner: 'mx.other.example' }),
    ];
    expect(judge(sentCopy([ZERO, BOB]), ...lines, ...bobs).verdict).toBe('unlikely');
  });

  test('handed over to one, kept from the other: the other is told of', () => {
    const bobs = [1027, 1034].map((event) => at(event, '16:30:10', { recipient: BOB.address }));
    const message = sentCopy([ZERO, BOB]);
    const diagnosis = judge(
      message,
      submitted,
      queued,
      another,
      at(1030, '23:00:00'),
      ...bobs,
      at(1031, '16:30:21', { recipient: BOB.address, partner: 'mx.other.example' }),
    );
    expect(diagnosis.verdict).toBe('confirmed');
    expect(diagnosis.unreached.map(({ attendees }) => attendees)).toMatchObject([[{ address: EVE }]]);
    expect(diagnosis.explanation?.summary).toContain('1 external attendee');
  });

  test('an event of the window and a message that waits are two pieces about one message', async () => {
    const strings = ['EcGetMime', '-2147467259', 'a', '1-2A', '1-3F', ''];
    const time = Date.parse('2004-03-12T16:40:00Z') / 1000;
    const events = await decodeEvidence(writeEvt({ events: [{ number: 1, time, strings }] }));
    const log = readTrackingLog(trackingLog([submitted, queued]));
    expect(diagnose(sentCopy(), { evidence: [events] }).verdict).toBe('likely');
    expect(diagnose(sentCopy(), { evidence: [events, log] }).verdict).toBe('confirmed');
  });

  test('refuted, nothing is found, and it is said what the log does not say', () => {
    const diagnosis = judge(sentCopy(), submitted, queued, at(1031, '16:30:20', outside));
    expect(diagnosis.findings).toEqual([]);
    expect(diagnosis.unreached).toEqual([]);
    const reasons = diagnosis.results.flatMap(({ reasons: all }) => all);
    expect(reasons.find(({ code }) => code === 'handed-over')?.message).toContain(
      'the log does not say that it arrived',
    );
    expect(diagnosis.explanation?.summary).not.toBe('nothing in the item blocks delivery');
  });

  test('a log that says that it left and an event that says that it did not: both cannot be', async () => {
    const strings = ['EcGetMime', '-2147467259', 'a', '1-2A', '1-3F', ''];
    const time = Date.parse('2004-03-12T16:30:30Z') / 1000;
    const events = await decodeEvidence(writeEvt({ events: [{ number: 1, time, strings }] }));
    const log = readTrackingLog(trackingLog([submitted, queued, at(1031, '16:30:20', outside)]));
    const diagnosis = diagnose(sentCopy(), { evidence: [events, log] });
    expect(diagnosis.verdict).toBe('likely');
    const codes = diagnosis.results.flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes).toContain('evidence-contradicts');
    expect(codes).not.toContain('handed-over');
  });

  test('of a calendar item an update that left refutes nothing', () => {
    const diagnosis = judge(calendarItem(), submitted, queued, at(1031, '16:30:20', outside));
    expect(codesOf(diagnosis)).toEqual(['tracking-handed-over-earlier']);
    expect(diagnosis.verdict).toBe('likely');
    expect(judge(calendarItem(), submitted, queued, another, at(1030, '23:00:00')).verdict).toBe('confirmed');
  });

  test('a healthy item stays healthy, whatever the log shows', () => {
    expect(judge(sentCopy([external]), submitted, queued, another, at(1030, '23:00:00')).verdict).toBe(
      'unlikely',
    );
  });
});

describe('which message of the log it is', () => {
  const kept = [queued, another, at(1030, '23:00:00')];

  test('by its minute, sender, recipient and, where it is logged, its subject', () => {
    const verdict = (change: Partial<Line>) =>
      judge(sentCopy(), { ...submitted, ...change }, ...kept).verdict;
    expect(verdict({})).toBe('confirmed');
    expect(verdict({ at: '2004-03-12T16:32:00' })).toBe('likely');
    expect(verdict({ recipient: 'zoe@partner.example' })).toBe('likely');
    expect(verdict({ subject: 'Canceled: Meeting' })).toBe('confirmed');
    expect(verdict({ subject: 'Meeting' })).toBe('confirmed');
    expect(verdict({ subject: 'Lunch' })).toBe('likely');
    expect(verdict({ sender: 'walter@example.com' })).toBe('likely');
    expect(verdict({ sender: organizer.address })).toBe('confirmed'); // as an X.500 name
  });

  test('two of one minute are not told apart', () => {
    const diagnosis = judge(sentCopy(), submitted, { ...submitted, id: '<2>' }, ...kept);
    expect(codesOf(diagnosis)).toEqual(['tracking-ambiguous']);
    expect(diagnosis.verdict).toBe('likely');
  });

  test('a log that does not have it, and one of another time', () => {
    const early = at(1027, '08:00:00', { id: '<1>' });
    const late = at(1027, '23:00:00', { id: '<2>' });
    expect(codesOf(judge(sentCopy(), early, late))).toEqual(['tracking-not-there']);
    expect(codesOf(judge(sentCopy(), early))).toEqual(['tracking-elsewhen']);
    expect(codesOf(judge(sentCopy()))).toEqual(['tracking-empty']);
  });

  test('one of whose way the log tells nothing', () => {
    expect(codesOf(judge(sentCopy(), submitted, at(1024, '16:30:11')))).toEqual(['tracking-unfinished']);
  });

  test('by its MSGID, whatever the times', () => {
    const named = (id: string): Message => {
      const written = describeMeeting(meetingOf([ZERO], { messageClass: 'IPM.Schedule.Meeting.Canceled' }));
      const properties = [...written.properties, { id: 0x1035, type: 0x001f, value: id }];
      return decodeMessage(writeMsg({ ...written, properties }));
    };
    const id = '<0A1B2C3D4E5F@mail1.example.com>';
    expect(judge(named(id), queued, ...kept).verdict).toBe('confirmed');
    expect(judge(named(id.slice(1, -1).toLowerCase()), queued, ...kept).verdict).toBe('confirmed');
    expect(codesOf(judge(named('<other>'), queued, ...kept))).toEqual(['tracking-elsewhen']);
  });

  test('an item that does not say when it was sent cannot be matched', () => {
    expect(codesOf(judge(meeting([ZERO]), submitted, ...kept))).toEqual(['tracking-unmatched']);
  });
});
