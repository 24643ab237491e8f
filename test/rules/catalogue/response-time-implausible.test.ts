import { expect, test } from 'vitest';
import { ticks } from '../../../samples/build/meeting';
import * as sound from '../../../samples/build/sound-meeting';
import { decodeMessage, diagnose } from '../../../src/index';
import { responseTimeImplausible } from '../../../src/rules/index';
import { writeMsg } from '../../support/msg-writer';
import { noMeetings, testRule } from '../../support/rule-lists';

const at = (value: bigint): sound.Change => sound.setCell(1, sound.time(0x5ffb, value));

testRule(responseTimeImplausible, {
  silent: [
    {
      title: 'an answer a day before the first sign of the meeting: clocks differ',
      changes: [at(ticks('2004-02-29T15:05'))],
    },
    { title: 'an answer within a day of now', changes: [at(ticks('2005-01-01T23:00'))] },
    { title: 'a time of 0', changes: [at(0n)] },
    { title: '"no date"', changes: [at(0x0cb34557a3dd4000n)] },
    { title: 'a time that is none', changes: [at(1n)] },
    { title: 'an item saved long after', changes: [sound.setTo(0x3007, ticks('2004-06-01T00:00'))] },
    {
      title: 'an item without any time',
      changes: [
        sound.drop(sound.scheduling(0x0003)),
        sound.drop(0x3007),
        sound.drop(0x0e06),
        sound.drop(0x0039),
        at(ticks('1999-01-01T00:00')),
      ],
    },
    ...noMeetings,
  ],
  reports: [
    {
      title: 'an answer before the meeting existed',
      but: at(ticks('2004-02-29T00:00')),
      code: 'response-before-item',
      severity: 'warning',
      paths: ['recipients[1].trackStatusTime'],
    },
    {
      title: 'an answer in the future',
      but: at(ticks('2005-01-02T00:01')),
      code: 'response-in-future',
      severity: 'warning',
      paths: ['recipients[1].trackStatusTime'],
    },
  ],
});

test('without the present nothing is in the future', () => {
  const message = decodeMessage(writeMsg(sound.meetingWith(at(ticks('2900-01-01T00:00')))));
  expect(diagnose(message, { rules: [responseTimeImplausible] }).findings).toEqual([]);
});
