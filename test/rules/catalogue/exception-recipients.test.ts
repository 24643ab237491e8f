import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { exceptionRecipients } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const guest = sound.addRow(sound.attendee('Gus Guest', 'gus@partner.example'));
const declared = sound.setTo(appointment(0x822b), true);

testRule(exceptionRecipients, {
  silent: [
    { title: 'a series that says so', changes: [declared, sound.inException(guest, sound.dropRow(2))] },
    {
      title: 'somebody removed from the occurrence',
      changes: [sound.inException(sound.setCell(2, sound.long(0x5ffd, 0x21)))],
    },
    {
      title: 'an occurrence without a table, which inherits',
      changes: [sound.inException(sound.dropRow(2), sound.dropRow(1), sound.dropRow(0))],
      outcome: 'not-applicable',
      reason: 'no-exceptions',
    },
    {
      title: 'no occurrence changed',
      changes: [sound.withoutException],
      outcome: 'not-applicable',
      reason: 'no-exceptions',
    },
    {
      title: 'somebody who is in the series twice',
      changes: [sound.addRow(sound.attendee('Bob', 'BOB@partner.example'))],
    },
    { title: 'the organizer missing', changes: [sound.inException(sound.dropRow(0))] },
    {
      title: 'a row without address',
      changes: [sound.inException(sound.addRow([sound.text(0x3001, 'Gus')]))],
    },
    ...noMeetings,
  ],
  reports: [
    {
      title: 'somebody missing',
      but: sound.inException(sound.dropRow(2)),
      code: 'attendees-dropped',
      severity: 'warning',
      paths: ['embedded[0].recipients'],
    },
    {
      title: 'four missing',
      given: ['a', 'b', 'c', 'd'].flatMap((name) => {
        const row = sound.addRow(sound.attendee(name, `${name}@partner.example`));
        return [row, sound.inException(row)];
      }),
      but: sound.inException(...[6, 5, 4, 3].map(sound.dropRow)),
      code: 'attendees-dropped',
      severity: 'warning',
      paths: ['embedded[0].recipients'],
    },
    {
      title: 'somebody new',
      but: sound.inException(guest),
      code: 'attendees-added',
      severity: 'warning',
      paths: ['embedded[0].recipients'],
    },
    {
      title: 'somebody new, where the series says nothing of exceptions',
      given: [sound.drop(appointment(0x822b))],
      but: sound.inException(guest),
      code: 'attendees-added',
      severity: 'info',
      paths: ['embedded[0].recipients'],
    },
  ],
});
