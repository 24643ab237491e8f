import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { responseWithoutTime } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const report = (title: string, status: number) => ({
  title,
  given: [sound.dropCell(1, 0x5ffb), sound.setCell(1, sound.long(0x5fff, 0))],
  but: sound.setCell(1, sound.long(0x5fff, status)),
  code: 'response-without-time',
  severity: 'info' as const,
  paths: ['recipients[1].trackStatus'],
});

testRule(responseWithoutTime, {
  silent: [
    {
      title: 'no answer and no time',
      changes: [sound.dropCell(1, 0x5ffb), sound.setCell(1, sound.long(0x5fff, 0))],
    },
    {
      title: 'an odd status without time',
      changes: [sound.dropCell(1, 0x5ffb), sound.setCell(1, sound.long(0x5fff, 5))],
    },
    { title: 'a time of 0, which is there', changes: [sound.setCell(1, sound.time(0x5ffb, 0n))] },
    { title: 'the organizer’s own row', changes: [sound.setCell(0, sound.long(0x5fff, 3))] },
    {
      title: 'an attendee’s copy',
      changes: [
        ...[sound.setTo(appointment(0x8217), 3), sound.setTo(appointment(0x8218), 3)],
        sound.dropCell(1, 0x5ffb),
      ],
      outcome: 'not-applicable',
      reason: 'attendee-copy',
    },
    ...noMeetings,
  ],
  reports: [report('tentative', 2), report('accepted', 3), report('declined', 4)],
});
