import { ticks } from '../../../samples/build/meeting';
import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { trackStatusTimeUnusable } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const HOUR = 36_000_000_000n;
const at = (value: bigint): sound.Change => sound.setCell(1, sound.time(0x5ffb, value));
const report = (title: string, value: bigint) => ({
  title,
  but: at(value),
  code: 'track-status-time-unusable',
  severity: 'warning' as const,
  paths: ['recipients[1].trackStatusTime'],
});

testRule(trackStatusTimeUnusable, {
  silent: [
    { title: 'a time', changes: [at(ticks('2004-03-04T00:00'))] },
    { title: 'no time', changes: [sound.dropCell(1, 0x5ffb)] },
    { title: '0, which is cancellation-delivery’s', changes: [at(0n)] },
    { title: '"no date", 4501-01-01', changes: [at(0x0cb34557a3dd4000n)] },
    { title: '38 hours after 1601', changes: [at(38n * HOUR)] },
    { title: 'the last moment of the year 9999', changes: [at(2_650_467_743_999_999_999n)] },
    ...noMeetings,
  ],
  reports: [
    report('one tick', 1n),
    report('a tick less than 38 hours', 38n * HOUR - 1n),
    report('the year 10000', 2_650_467_744_000_000_000n),
    report('2^63', 2n ** 63n),
    {
      ...report('an attendee’s copy', 1n),
      given: [sound.setTo(appointment(0x8217), 3), sound.setTo(appointment(0x8218), 3)],
    },
  ],
});
