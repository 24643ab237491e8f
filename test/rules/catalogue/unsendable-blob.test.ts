import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { unsendableBlob } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const nobody = [0x8536, 0x8543].map((lid) => sound.drop(sound.common(lid)));

testRule(unsendableBlob, {
  silent: [
    { title: 'no bytes at all', changes: [sound.setTo(appointment(0x825d), new Uint8Array())] },
    {
      title: 'nobody named',
      changes: [...nobody, sound.drop(appointment(0x825d))],
      outcome: 'not-applicable',
      reason: 'no-unsendable',
    },
    { title: 'names without statuses', changes: [sound.drop(sound.common(0x8543))] },
    {
      title: 'an empty list without a status',
      changes: [sound.setTo(sound.common(0x8536), ''), sound.setTo(sound.common(0x8543), [])],
    },
    { title: 'an empty list with a status', changes: [sound.setTo(sound.common(0x8536), '')] },
    {
      title: 'a table of another type',
      changes: [sound.set(sound.long(appointment(0x825d), 1))],
      outcome: 'open',
      reason: 'value-unreadable',
    },
    ...noMeetings,
  ],
  reports: [
    {
      title: 'a table that is cut',
      but: sound.setTo(appointment(0x825d), Uint8Array.of(1, 0, 0, 0, 1, 0, 0)),
      code: 'unsendable-undecodable',
      severity: 'warning',
      paths: ['unsendableRecipients'],
    },
    {
      title: 'two statuses for one name',
      but: sound.setTo(sound.common(0x8543), [0, 0]),
      code: 'unsendable-statuses',
      severity: 'warning',
      paths: ['nonSendToTrackStatus'],
    },
  ],
});
