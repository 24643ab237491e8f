// Meetings for tests, row by row.

import { organizer } from '../../samples/build/meeting';
import type { Attendee, Meeting } from '../../samples/build/meeting';
import { describe as describeMeeting, ticks } from '../../samples/build/meeting';
import { decodeMessage } from '../../src/index';
import type { Message } from '../../src/index';
import { writeMsg } from './msg-writer';

export { organizer, ticks };

export const external: Attendee = {
  name: 'Eve',
  address: 'eve@partner.example',
  status: 3,
  time: ticks('2004-03-03T10:15'),
};
export const internal: Attendee = {
  ...external,
  name: 'Ian',
  address: '/o=Example/cn=ian',
  addressType: 'EX',
};

/** An organizer's calendar item with these attendees beside the organizer. */
export function meeting(attendees: readonly Attendee[], changes: Partial<Meeting> = {}): Message {
  return decodeMessage(writeMsg(describeMeeting(meetingOf(attendees, changes))));
}

export function meetingOf(attendees: readonly Attendee[], changes: Partial<Meeting> = {}): Meeting {
  return {
    subject: 'Meeting',
    stateFlags: 1,
    responseStatus: 1,
    start: ticks('2004-03-15T14:00'),
    end: ticks('2004-03-15T15:00'),
    attendees: [organizer, ...attendees],
    ...changes,
  };
}

export const exceptionClass = 'IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}';

/** An exception to a meeting, with a table of its own. */
export function exceptionOf(
  attendees: readonly Attendee[],
  changes: Partial<Meeting> = {},
): Meeting & { replaces: bigint } {
  const own = meetingOf(attendees, {
    messageClass: exceptionClass,
    stateFlags: undefined,
    responseStatus: undefined,
    ...changes,
  });
  return { ...own, replaces: ticks('2004-03-22T14:00') };
}
