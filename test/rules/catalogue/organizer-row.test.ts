import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { organizerRow } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const noFlag = sound.setCell(0, sound.long(0x5ffd, 1));
const otherSender = [
  sound.setTo(0x0065, '/o=Example/cn=oscar'),
  sound.setTo(0x0c1f, '/o=Example/cn=oscar'),
  sound.withoutException,
];

testRule(organizerRow, {
  silent: [
    { title: 'no flag, but the sender’s address', changes: [noFlag] },
    {
      title: 'the recipient type of an originator',
      changes: [noFlag, sound.setCell(0, sound.long(0x0c15, 0)), ...otherSender],
    },
    {
      title: 'an attendee’s copy',
      changes: [
        ...[sound.setTo(appointment(0x8217), 3), sound.setTo(appointment(0x8218), 3)],
        ...otherSender,
        noFlag,
      ],
      outcome: 'not-applicable',
      reason: 'attendee-copy',
    },
    {
      title: 'a request, which goes to attendees',
      changes: [sound.setTo(0x001a, 'IPM.Schedule.Meeting.Request'), ...otherSender, noFlag],
      outcome: 'not-applicable',
      reason: 'not-a-calendar-item',
    },
    {
      title: 'an empty table',
      changes: [sound.withoutException, sound.dropRow(2), sound.dropRow(1), sound.dropRow(0)],
      outcome: 'not-applicable',
      reason: 'no-rows',
    },
    ...noMeetings,
  ],
  reports: [
    {
      title: 'no row of the organizer on a meeting that was sent',
      given: otherSender,
      but: noFlag,
      code: 'organizer-row-missing',
      severity: 'warning',
      paths: ['recipients'],
    },
    {
      title: 'none on a draft',
      given: [...otherSender, sound.setTo(appointment(0x8229), false)],
      but: noFlag,
      code: 'organizer-row-missing',
      severity: 'info',
      paths: ['recipients'],
    },
    {
      title: 'a second one',
      but: sound.setCell(1, sound.long(0x5ffd, 3)),
      code: 'organizer-row-repeated',
      severity: 'warning',
      paths: ['recipients[1].flags'],
    },
    {
      title: 'a second one in an exception',
      but: sound.inException(sound.setCell(2, sound.long(0x5ffd, 2))),
      code: 'organizer-row-repeated',
      severity: 'warning',
      paths: ['embedded[0].recipients[2].flags'],
    },
  ],
});
