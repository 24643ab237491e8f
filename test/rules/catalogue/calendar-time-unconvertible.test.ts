import { ticks } from '../../../samples/build/meeting';
import * as sound from '../../../samples/build/sound-meeting';
import { appointment, common } from '../../../samples/build/sound-meeting';
import { calendarTimeUnconvertible } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const HOUR = 36_000_000_000n;
const reminder = common(0x8502);
const withReminder = sound.set(sound.time(reminder, ticks('2004-03-15T13:45')));
const proposed = (value: bigint): sound.Change => sound.setCell(1, sound.time(0x5fe3, value));
const report = (title: string, value: bigint) => ({
  title,
  given: [withReminder],
  but: sound.setTo(reminder, value),
  code: 'calendar-time-unconvertible',
  severity: 'warning' as const,
  paths: [''],
});

testRule(calendarTimeUnconvertible, {
  silent: [
    { title: 'a date', changes: [withReminder] },
    { title: '38 hours after 1601', changes: [sound.set(sound.time(reminder, 38n * HOUR))] },
    { title: '"no date", 4501-01-01', changes: [sound.set(sound.time(reminder, 0x0cb34557a3dd4000n))] },
    {
      title: 'the last moment of the year 9999',
      changes: [sound.set(sound.time(reminder, 2_650_467_743_999_999_999n))],
    },
    {
      title: 'the time of an answer, which others judge',
      changes: [sound.setCell(1, sound.time(0x5ffb, 0n))],
    },
    { title: 'the start, which another judges', changes: [sound.setTo(appointment(0x820d), 0n)] },
    {
      title: 'a request is no calendar item',
      changes: [sound.setTo(0x001a, 'IPM.Schedule.Meeting.Request'), sound.set(sound.time(reminder, 0n))],
      outcome: 'not-applicable',
      reason: 'not-a-calendar-item',
    },
    ...noMeetings,
  ],
  reports: [
    report('0', 0n),
    report('one tick', 1n),
    report('the year 10000', 2_650_467_744_000_000_000n),
    report('2^63', 2n ** 63n),
    {
      title: 'a property with a name here',
      given: [sound.set(sound.time(0x3008, ticks('2004-03-12T16:30')))],
      but: sound.setTo(0x3008, 0n),
      code: 'calendar-time-unconvertible',
      severity: 'warning',
      paths: ['lastModificationTime'],
    },
    {
      title: 'a row',
      given: [proposed(ticks('2004-03-15T13:45'))],
      but: proposed(0n),
      code: 'row-time-unconvertible',
      severity: 'warning',
      paths: ['recipients[1].proposedStartTime'],
    },
    {
      title: 'an exception',
      given: [sound.inException(withReminder)],
      but: sound.inException(sound.setTo(reminder, 0n)),
      code: 'calendar-time-unconvertible',
      severity: 'warning',
      paths: ['embedded[0]'],
    },
    {
      title: 'an attendee’s copy',
      given: [sound.setTo(appointment(0x8217), 3), sound.setTo(appointment(0x8218), 3), withReminder],
      but: sound.setTo(reminder, 0n),
      code: 'calendar-time-unconvertible',
      severity: 'warning',
      paths: [''],
    },
  ],
});
