import { describe, expect, test } from 'vitest';
import type { Attendee, Meeting } from '../../samples/build/meeting';
import { decodeMessage } from '../../src/index';
import type { Message, Recipient } from '../../src/index';
import { isExternal, isPrivateAppointment } from '../../src/message/meeting';
import { meetingItemOf } from '../../src/message/meeting-class';
import { copyOf } from '../../src/message/meeting-copy';
import { exceptionOf, external, internal, meeting, organizer } from '../support/meetings';
import { long, mail, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';

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
    [{ ...internal }, false],
    [{ ...internal, addressType: 'ex ' }, false],
    [{ ...external, addressType: '' }, undefined],
    [{ ...external, addressType: 'UNKNOWN' }, undefined],
    [{ ...external, addressType: 'MAPIPDL' }, undefined],
    [{ ...external, addressType: 'FAX' }, undefined],
    [{ ...external, addressType: 'X400' }, undefined],
    [{ ...external, addressType: 'NOTES' }, undefined],
  ])('%o', (attendee, expected) => {
    expect(isExternal(meeting([attendee]).recipients[1]!)).toBe(expected);
  });

  /** A row of an address type, with PR_DISPLAY_TYPE or PR_DISPLAY_TYPE_EX. */
  function rowOf(addressType: string, displayType: number | undefined, displayTypeEx?: number): Recipient {
    const types = [
      ...(displayType === undefined ? [] : [long(0x3900, displayType)]),
      ...(displayTypeEx === undefined ? [] : [long(0x3905, displayTypeEx)]),
    ];
    const written = [text(0x3001, 'Ann'), text(0x3002, addressType), ...types];
    return decodeMessage(writeMsg({ ...mail, recipients: [written] })).recipients[0]!;
  }

  test.each([
    ['a user of the organization', rowOf('EX', 0, 0x40000000), false],
    ['a remote user', rowOf('EX', 6), true],
    ['a remote user, by PR_DISPLAY_TYPE_EX alone', rowOf('EX', undefined, 6), true],
    ['a user of another forest, who may be shared with', rowOf('EX', undefined, 0x40000006), true],
    ['a list', rowOf('EX', 1), undefined],
    ['a public folder', rowOf('EX', 2), undefined],
    ['an organization', rowOf('EX', 4), undefined],
    ['a personal list', rowOf('EX', 5), undefined],
    ['a list that is on the Internet', rowOf('SMTP', 1), true],
  ])('%s', (_, recipient, expected) => {
    expect(isExternal(recipient)).toBe(expected);
  });
});

test('an appointment is private if it says so and invites nobody', () => {
  expect(isPrivateAppointment(meeting([], { stateFlags: 0, responseStatus: 0 }))).toBe(true);
  expect(isPrivateAppointment(meeting([external], { stateFlags: 0, responseStatus: 0 }))).toBe(false);
  expect(isPrivateAppointment(meeting([]))).toBe(false);
  const bySender = { ...organizer, flags: 1 };
  expect(isPrivateAppointment(meeting([], { stateFlags: 0, attendees: [bySender] }))).toBe(true);
});
