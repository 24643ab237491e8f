import * as sound from '../../../samples/build/sound-meeting';
import { recipientDuplicate } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const bob = sound.attendee('Robert', 'BOB@partner.example ');

testRule(recipientDuplicate, {
  silent: [
    { title: 'one name, two addresses', changes: [sound.setCell(2, sound.text(0x3001, 'Bob Miller'))] },
    { title: 'rows without address', changes: [sound.dropCell(1, 0x3003), sound.dropCell(2, 0x3003)] },
    {
      title: 'UNKNOWN is nobody’s address',
      changes: [1, 2].flatMap((row) => [
        sound.setCell(row, sound.text(0x3002, 'UNKNOWN')),
        sound.setCell(row, sound.text(0x3003, 'Unknown')),
      ]),
    },
    {
      title: 'removed from an exception and invited again',
      changes: [sound.inException(sound.addRow(bob), sound.setCell(1, sound.long(0x5ffd, 0x21)))],
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
      title: 'in other letters, with a blank',
      but: sound.addRow(bob),
      code: 'recipient-duplicate',
      severity: 'warning',
      paths: ['recipients[3].emailAddress'],
    },
    {
      title: 'the SMTP address of an Exchange row',
      but: sound.setCell(2, sound.text(0x3003, 'olivia@example.com')),
      code: 'recipient-duplicate',
      severity: 'warning',
      paths: ['recipients[2].emailAddress'],
    },
    {
      title: 'by the SMTP address alone',
      but: sound.setCell(2, sound.text(0x39fe, 'bob@partner.example')),
      code: 'recipient-duplicate',
      severity: 'warning',
      paths: ['recipients[2].smtpAddress'],
    },
    {
      title: 'in an exception',
      but: sound.inException(sound.addRow(bob)),
      code: 'recipient-duplicate',
      severity: 'warning',
      paths: ['embedded[0].recipients[3].emailAddress'],
    },
  ],
});
