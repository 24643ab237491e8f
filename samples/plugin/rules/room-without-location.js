import { defineRule, judged, notApplicable, unreadable } from 'mapilint/rules/kit';

export const roomWithoutLocation = defineRule({
  meta: {
    id: 'room-without-location',
    title: 'A meeting with a room says where it is',
    severity: 'info',
    messages: {
      'no-room': () => 'no room is booked',
      /** @param {{ rooms: number }} values */
      'room-without-location': ({ rooms }) => `${rooms} rooms are booked, and the location is empty`,
    },
  },
  appliesTo: 'meeting',
  check(message) {
    const rooms = message.recipients.filter((row) => row.attendeeRole === 'resource').length;
    if (rooms === 0) return notApplicable('no-room');
    const doubts = unreadable({ message, path: '' }, 'location', 'the location');
    const isEmpty = doubts.length === 0 && (message.location ?? '').trim() === '';
    return judged(
      'the location',
      isEmpty
        ? [{ code: 'room-without-location', severity: 'info', path: 'location', values: { rooms } }]
        : [],
      doubts,
    );
  },
});
