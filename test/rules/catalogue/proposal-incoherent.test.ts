import { ticks } from '../../../samples/build/meeting';
import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { proposalIncoherent } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const start = sound.time(0x5fe3, ticks('2004-03-15T15:00'));
const end = sound.time(0x5fe4, ticks('2004-03-15T16:00'));
const proposes = sound.setCell(1, sound.boolean(0x5fe1, true));
const flag = sound.setTo(appointment(0x8257), true);
const count = sound.setTo(appointment(0x8259), 1);
const complete = [proposes, sound.setCell(1, start), sound.setCell(1, end), flag, count];

testRule(proposalIncoherent, {
  silent: [
    { title: 'a proposal, complete and counted', changes: complete },
    {
      title: 'times of a proposal that was turned down',
      changes: [sound.setCell(1, start), sound.setCell(1, end)],
    },
    {
      title: 'a proposal and no word of it in the meeting',
      changes: [...complete, sound.drop(appointment(0x8257))],
    },
    {
      title: 'an attendee’s copy',
      changes: [...[sound.setTo(appointment(0x8217), 3), sound.setTo(appointment(0x8218), 3)], flag],
      outcome: 'not-applicable',
      reason: 'attendee-copy',
    },
    ...noMeetings,
  ],
  reports: [
    {
      title: 'no start',
      given: complete,
      but: sound.dropCell(1, 0x5fe3),
      code: 'proposal-without-time',
      severity: 'warning',
      paths: ['recipients[1].proposed'],
    },
    {
      title: 'an end of 0',
      given: complete,
      but: sound.setCell(1, sound.time(0x5fe4, 0n)),
      code: 'proposal-without-time',
      severity: 'warning',
      paths: ['recipients[1].proposed'],
    },
    {
      title: 'an end before its start',
      given: complete,
      but: sound.setCell(1, sound.time(0x5fe4, ticks('2004-03-15T14:59'))),
      code: 'proposal-ends-before-start',
      severity: 'warning',
      paths: ['recipients[1].proposedEndTime'],
    },
    {
      title: 'the meeting says there is one',
      but: flag,
      code: 'proposal-flag-without-row',
      severity: 'warning',
      paths: ['counterProposal'],
    },
    {
      title: 'the meeting says there is none',
      given: complete,
      but: sound.setTo(appointment(0x8257), false),
      code: 'proposal-row-without-flag',
      severity: 'warning',
      paths: ['counterProposal'],
    },
    {
      title: 'the meeting counts two',
      given: complete,
      but: sound.setTo(appointment(0x8259), 2),
      code: 'proposal-count',
      severity: 'info',
      paths: ['proposalNumber'],
    },
  ],
});
