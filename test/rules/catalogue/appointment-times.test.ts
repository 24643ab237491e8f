import { ticks } from '../../../samples/build/meeting';
import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { appointmentTimes } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const [start, end] = [appointment(0x820d), appointment(0x820e)];
const NO_DATE = 0x0cb34557a3dd4000n;
const report = (title: string, code: string, but: sound.Change, ...paths: string[]) => ({
  title,
  but,
  code,
  severity: 'error' as const,
  paths,
});

testRule(appointmentTimes, {
  silent: [
    { title: 'no length', changes: [sound.setTo(end, ticks('2004-03-15T13:00'))] },
    { title: 'long ago', changes: [sound.setTo(start, ticks('1850-01-01T00:00'))] },
    { title: 'the last day of the calendar', changes: [sound.setTo(end, NO_DATE - 1n)] },
    {
      title: 'a template',
      changes: [sound.setTo(appointment(0x8229), false), sound.drop(start), sound.drop(end)],
      outcome: 'open',
      reason: 'never-sent',
    },
    { title: 'an exception that inherits', changes: [sound.inException(sound.drop(start), sound.drop(end))] },
    {
      title: 'a start of another type',
      changes: [sound.set(sound.long(start, 1))],
      outcome: 'open',
      reason: 'value-unreadable',
    },
    ...noMeetings,
  ],
  reports: [
    report('no start', 'time-missing', sound.drop(start), ''),
    report('no end', 'time-missing', sound.drop(end), ''),
    report('a start of 0', 'time-zero', sound.setTo(start, 0n), 'appointmentStart'),
    report('an end of 0', 'time-zero', sound.setTo(end, 0n), 'appointmentEnd'),
    report('"no date"', 'time-past-limit', sound.setTo(end, NO_DATE), 'appointmentEnd'),
    report(
      'a start that no calendar holds',
      'time-past-limit',
      sound.setTo(start, 2n ** 63n),
      'appointmentStart',
    ),
    report(
      'an end before the start',
      'ends-before-start',
      sound.setTo(end, ticks('2004-03-15T12:59')),
      'appointmentEnd',
    ),
    report(
      'an exception that ends before it begins',
      'ends-before-start',
      sound.inException(sound.setTo(end, ticks('2004-03-23T12:59'))),
      'embedded[0].appointmentEnd',
    ),
  ],
});
