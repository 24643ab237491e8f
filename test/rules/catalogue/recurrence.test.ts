import { recurrenceBlob } from '../../../samples/build/blobs';
import type { WrittenRecurrence } from '../../../samples/build/blobs';
import * as sound from '../../../samples/build/sound-meeting';
import { appointment, series } from '../../../samples/build/sound-meeting';
import { recurrence } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const blob = (changes: Partial<WrittenRecurrence>): sound.Change =>
  sound.setTo(appointment(0x8216), recurrenceBlob({ ...series, ...changes }));
const bytes = (value: Uint8Array): sound.Change => sound.setTo(appointment(0x8216), value);
const written = recurrenceBlob(series);
/** From reserved block 1 to the end: ChangeHighlight, reserved block, times, `Moved`, and two more blocks. */
const secondAccount = 4 + 8 + 4 + 12 + 2 + 10 + 4 + 4;
const occurrence = series.exceptions[0];
const plain = { deleted: [], modified: [], exceptions: [] };
const report = (title: string, code: string, but: sound.Change, path = 'appointmentRecurrence') => ({
  title,
  but,
  code,
  severity: 'error' as const,
  paths: [path],
});

testRule(recurrence, {
  silent: [
    {
      title: 'a single meeting',
      changes: [
        sound.drop(appointment(0x8216)),
        sound.setTo(appointment(0x8223), false),
        sound.setTo(appointment(0x8231), 0),
      ],
      outcome: 'not-applicable',
      reason: 'not-recurring',
    },
    {
      title: 'a meeting of long ago',
      changes: [blob({ ...plain, startDate: '1850-01-07', endDate: '1850-03-04' })],
    },
    {
      title: 'a meeting of the far future',
      changes: [blob({ ...plain, startDate: '2999-01-07', endDate: '2999-03-04' })],
    },
    { title: 'an endless one', changes: [blob({ endDate: '4500-12-31' })] },
    { title: 'zeros behind it', changes: [bytes(Uint8Array.of(...written, 0, 0, 0))] },
    {
      title: 'one that ends before the second account of its changed occurrences',
      changes: [bytes(written.subarray(0, written.length - secondAccount))],
    },
    { title: 'one day only', changes: [blob({ ...plain, startDate: '2004-03-15', endDate: '2004-03-15' })] },
    { title: 'no type', changes: [sound.drop(appointment(0x8231))] },
    {
      title: 'a recurrence of another type',
      changes: [sound.set(sound.long(appointment(0x8216), 1))],
      outcome: 'open',
      reason: 'value-unreadable',
    },
    ...noMeetings,
  ],
  reports: [
    report(
      'recurring, but no recurrence',
      'recurrence-missing',
      sound.drop(appointment(0x8216)),
      'recurring',
    ),
    report('no bytes', 'recurrence-empty', bytes(new Uint8Array())),
    report('cut bytes', 'recurrence-undecodable', bytes(recurrenceBlob(series).subarray(0, 40))),
    report(
      'bytes cut in a changed occurrence',
      'recurrence-cut',
      bytes(written.subarray(0, written.length - secondAccount - 1)),
    ),
    {
      ...report(
        'bytes cut in the second account of it',
        'recurrence-texts-cut',
        bytes(written.subarray(0, written.length - secondAccount + 1)),
      ),
      severity: 'warning',
    },
    {
      ...report('bytes behind it', 'recurrence-bytes-unread', bytes(Uint8Array.of(...written, 0, 1))),
      severity: 'info',
    },
    report('no flag', 'recurring-flag-missing', sound.drop(appointment(0x8223))),
    report(
      'a flag that says no',
      'recurring-flag-disagrees',
      sound.setTo(appointment(0x8223), false),
      'recurring',
    ),
    report(
      'a type that says no',
      'recurring-flag-disagrees',
      sound.setTo(appointment(0x8231), 0),
      'recurring',
    ),
    report('a start of 0', 'recurrence-start-zero', blob({ startDate: '1601-01-01' })),
    report(
      'a start after the calendar',
      'recurrence-start-past-limit',
      blob({ ...plain, startDate: '4501-01-01' }),
    ),
    report('an end of 0', 'recurrence-end-zero', blob({ ...plain, endDate: '1601-01-01' })),
    report('an end after the calendar', 'recurrence-end-past-limit', blob({ endDate: '4501-01-01' })),
    report(
      'an end before the start',
      'recurrence-ends-before-start',
      blob({ ...plain, endDate: '2004-03-14' }),
    ),
    report(
      'an exception before the series',
      'exception-before-series',
      blob({ exceptions: [{ ...occurrence, originalStart: '2004-03-14T14:00' }] }),
    ),
    report(
      'an exception after the series',
      'exception-after-series',
      blob({ exceptions: [{ ...occurrence, originalStart: '2004-05-18T14:00' }] }),
    ),
    report(
      'two lengths that differ',
      'exception-lengths',
      blob({ exceptions: [{ ...occurrence, statedLength: 99 }] }),
    ),
    report(
      'a changed occurrence that is not described',
      'exception-count',
      blob({ modified: ['2004-03-23', '2004-04-06'] }),
    ),
  ],
});
