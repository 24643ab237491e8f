import { describe, expect, test } from 'vitest';
import type { Attendee, Meeting } from '../../samples/build/meeting';
import type { Message } from '../../src/index';
import { isExternal, isPrivateAppointment } from '../../src/message/meeting';
import { meetingItemOf } from '../../src/message/meeting-class';
import { copyOf } from '../../src/message/meeting-copy';
import { exceptionOf, external, internal, meeting, organizer } from '../support/meetings';

describe('what a message class means for meetings', () => {
  test.each([
    ['IPM.Appointment', 'appointment'],
    ['ipm.appointment ', 'appointment'],
    ['IPM.Appointment.Custom', 'appointment'],
    ['IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}', 'exception'],
    ['IPM.Schedule.Meeting.Request', 'request'],
    ['IPM.Schedule.Meeting.Canceled', 'cancellation'],
    ['IPM.Schedule.Meeting.Resp.Pos', 'reply'],
    ['IPM.Schedule.Meeting.Resp.Tent', 'reply'],
    ['IPM.Note', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (messageClass, item) => {
    expect(meetingItemOf(messageClass)).toBe(item);
  });
});

describe('whose copy it is', () => {
  const resource: Attendee = { ...internal, role: 3 };
  const table: readonly [
    what: string,
    changes: Partial<Meeting>,
    attendees: Attendee[],
    owner: string,
    signal: string,
  ][] = [
    ['the organizer’s by its flags', { stateFlags: 1 }, [external], 'organizer', 'appointmentStateFlags'],
    ['the organizer’s, cancelled', { stateFlags: 5 }, [external], 'organizer', 'appointmentStateFlags'],
    [
      'an attendee’s by its flags',
      { stateFlags: 3, responseStatus: 3 },
      [external],
      'attendee',
      'appointmentStateFlags',
    ],
    [
      'an attendee’s, cancelled',
      { stateFlags: 7, responseStatus: 5 },
      [external],
      'attendee',
      'appointmentStateFlags',
    ],
    [
      'flags and response status disagree',
      { stateFlags: 1, responseStatus: 3 },
      [external],
      'unknown',
      'contradiction',
    ],
    [
      'they disagree the other way',
      { stateFlags: 3, responseStatus: 1 },
      [external],
      'unknown',
      'contradiction',
    ],
    [
      'a response status of 0 says nothing',
      { stateFlags: 1, responseStatus: 0 },
      [external],
      'organizer',
      'appointmentStateFlags',
    ],
  ];
  test.each(table)('%s', (_, changes, attendees, owner, signal) => {
    expect(copyOf(meeting(attendees, changes))).toEqual({ owner, signal });
  });

  function withoutFlags(responseStatus: number | undefined, attendees: Attendee[] = [external]): Message {
    return meeting(attendees, { stateFlags: undefined, responseStatus });
  }

  test('without flags the response status tells', () => {
    expect(copyOf(withoutFlags(1))).toEqual({ owner: 'organizer', signal: 'responseStatus' });
    expect(copyOf(withoutFlags(5))).toEqual({ owner: 'attendee', signal: 'responseStatus' });
  });

  test('without both a resource tells, and without that nothing does', () => {
    expect(copyOf(withoutFlags(undefined, [external, resource]))).toEqual({
      owner: 'organizer',
      signal: 'resource-row',
    });
    expect(copyOf(withoutFlags(undefined))).toEqual({ owner: 'unknown', signal: 'silence' });
  });

  test('a sent request carries no trace of transport, whatever its flags say', () => {
    const sent = { messageClass: 'IPM.Schedule.Meeting.Request', stateFlags: 3, responseStatus: 5 };
    expect(copyOf(meeting([external], sent))).toEqual({ owner: 'organizer', signal: 'no-transport' });
    expect(copyOf(meeting([external], { ...sent, receivedBy: 'Eve' }))).toEqual({
      owner: 'attendee',
      signal: 'transport',
    });
  });

  test('an exception inherits what it does not say', () => {
    const series = meeting([external], {
      stateFlags: 3,
      responseStatus: 3,
      exceptions: [exceptionOf([external])],
    });
    expect(series.embedded[0]?.kind).toBe('exception');
    expect(series.embedded[0]?.parent).toBe(series);
    expect(copyOf(series.embedded[0]!)).toEqual({ owner: 'attendee', signal: 'appointmentStateFlags' });
  });
});

describe('who is external', () => {
  test.each([
    [{ ...external }, true],
    [{ ...external, addressType: 'smtp' }, true],
    [{ ...external, addressType: 'FAX' }, true],
    [{ ...internal }, false],
    [{ ...internal, addressType: 'ex ' }, false],
    [{ ...external, addressType: '' }, undefined],
  ])('%o', (attendee, expected) => {
    expect(isExternal(meeting([attendee]).recipients[1]!)).toBe(expected);
  });
});

test('an appointment is private if it says so and invites nobody', () => {
  expect(isPrivateAppointment(meeting([], { stateFlags: 0, responseStatus: 0 }))).toBe(true);
  expect(isPrivateAppointment(meeting([external], { stateFlags: 0, responseStatus: 0 }))).toBe(false);
  expect(isPrivateAppointment(meeting([]))).toBe(false);
  const bySender = { ...organizer, flags: 1 };
  expect(isPrivateAppointment(meeting([], { stateFlags: 0, attendees: [bySender] }))).toBe(true);
});
