import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { attendeeStrings } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const list = (lid: number, value: string): sound.Change => sound.setTo(appointment(lid), value);
const many = Array.from({ length: 40 }, (_, index) =>
  sound.attendee(`Somebody Else ${index}`, `p${index}@partner.example`),
);
const manyNames = [
  'Olivia Organizer',
  'Bob Miller',
  ...many.map((_, index) => `Somebody Else ${index}`),
].join('; ');

testRule(attendeeStrings, {
  silent: [
    {
      title: 'no lists',
      changes: [sound.drop(appointment(0x8238)), sound.drop(appointment(0x823b)), sound.drop(0x0e04)],
    },
    {
      title: 'in another order, without blanks',
      changes: [list(0x8238, 'Nina Nowhere;Carla Stein;Bob Miller;')],
    },
    {
      title: 'the organizer, who has a row',
      changes: [list(0x823b, 'Olivia Organizer; Bob Miller; Nina Nowhere')],
    },
    { title: 'by address', changes: [list(0x823c, 'carla@partner.example')] },
    {
      title: 'a name with a semicolon',
      changes: [sound.setCell(2, sound.text(0x3001, 'Stein; Carla')), list(0x823c, 'Stein; Carla')],
    },
    {
      title: 'a list that the store cut',
      changes: [
        ...many.map((row) => sound.addRow(row)),
        sound.setTo(0x0e04, manyNames.slice(0, 255)),
        list(0x8238, `Bob Miller; Carla Stein; Nina Nowhere; ${manyNames.slice(30, 290)}`),
        sound.drop(appointment(0x823b)),
      ],
    },
    ...noMeetings,
  ],
  reports: [
    {
      title: 'somebody without a row',
      but: list(0x8238, 'Bob Miller; Carla Stein; Nina Nowhere; Zoe'),
      code: 'listed-without-row',
      severity: 'warning',
      paths: ['allAttendees'],
    },
    {
      title: 'a row that is not in the list',
      but: list(0x823c, ''),
      code: 'row-not-listed',
      severity: 'warning',
      paths: ['ccAttendees'],
    },
    {
      title: 'the display line, which the store makes',
      but: sound.setTo(0x0e04, 'Olivia Organizer'),
      code: 'row-not-listed',
      severity: 'info',
      paths: ['displayTo'],
    },
    {
      title: 'more than three',
      but: list(0x8238, 'Bob Miller; Carla Stein; Nina Nowhere; Z1; Z2; Z3; Z4'),
      code: 'listed-without-row',
      severity: 'warning',
      paths: ['allAttendees'],
    },
  ],
});
