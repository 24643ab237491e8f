import * as sound from '../../samples/build/sound-meeting';
import { recipientFlagsReserved } from '../../src/index';
import { testRule } from '../support/rule-lists';

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
    {
      title: 'mail with the same cells',
      changes: [sound.setTo(0x001a, 'IPM.Note')],
      outcome: 'not-applicable',
      reason: 'not-a-meeting',
    },
    {
      title: 'a reply',
      changes: [sound.setTo(0x001a, 'IPM.Schedule.Meeting.Resp.Pos')],
      outcome: 'not-applicable',
      reason: 'reply',
    },
    {
      title: 'a meeting whose class is unreadable',
      changes: [sound.set({ id: 0x001a, type: 0x0003, value: 1 })],
      outcome: 'open',
      reason: 'class-lost',
    },
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
