import * as sound from '../../../samples/build/sound-meeting';
import { recipientFlagsReserved } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const flags = (row: number, value: number): sound.Change => sound.setCell(row, sound.long(0x5ffd, value));

testRule(recipientFlagsReserved, {
  silent: [
    { title: 'every documented bit', changes: [flags(1, 0x113), flags(2, 0x21)] },
    { title: 'no flags', changes: [sound.dropCell(1, 0x5ffd)] },
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
      title: 'an undocumented bit',
      but: flags(1, 0x201),
      code: 'recipient-flags-reserved',
      severity: 'info',
      paths: ['recipients[1].flags'],
    },
    {
      title: 'the same bit in several rows once, another again',
      given: [],
      but: (message) => sound.changed(message, flags(0, 0x203), flags(1, 0x201), flags(2, 0x41)),
      code: 'recipient-flags-reserved',
      severity: 'info',
      paths: ['recipients[0].flags', 'recipients[2].flags'],
    },
  ],
});
