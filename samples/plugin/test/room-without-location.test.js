import { test } from 'node:test';
import { ofType, testRule } from 'mapilint/rules/kit';
import { roomWithoutLocation } from '../rules/room-without-location.js';

/** @type {import('mapilint/rules/kit').MessageDescription} */
const meeting = {
  messageClass: 'IPM.Appointment',
  recipients: [{ displayName: 'Room 12', attendeeRole: 'resource' }],
};

testRule(
  roomWithoutLocation,
  {
    valid: [
      { name: 'a room and a location', message: { ...meeting, location: 'Second floor' } },
      {
        name: 'no room',
        message: { ...meeting, recipients: [{ displayName: 'Bob', attendeeRole: 'required' }] },
        outcome: 'not-applicable',
        reasons: ['no-room'],
      },
      {
        name: 'a location that cannot be read',
        message: { ...meeting, location: ofType('string', Uint8Array.of(0x41)) },
        outcome: 'open',
        reasons: ['value-unreadable'],
      },
    ],
    invalid: [
      {
        name: 'no location',
        message: meeting,
        findings: [
          { code: 'room-without-location', severity: 'info', path: 'location', values: { rooms: 1 } },
        ],
      },
      {
        name: 'a blank',
        message: { ...meeting, location: ' ' },
        findings: ['room-without-location'],
      },
    ],
  },
  test,
);
