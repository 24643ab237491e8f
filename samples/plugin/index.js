import { externalAttendee } from './rules/external-attendee.js';
import { roomWithoutLocation } from './rules/room-without-location.js';

/** @type {import('mapilint/rules/kit').Plugin} */
const plugin = {
  meta: { name: 'mapilint-plugin-house-rules', version: '1.0.0' },
  rules: {
    'external-attendee': externalAttendee,
    'room-without-location': roomWithoutLocation,
  },
};

export default plugin;
