import { objectId } from '../../../samples/build/blobs';
import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { globalObjectId } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const [full, clean] = [sound.scheduling(0x0003), sound.scheduling(0x0023)];
const report = (title: string, code: string, path: string, but: sound.Change, ...given: sound.Change[]) => ({
  title,
  given,
  but,
  code,
  severity: 'warning' as const,
  paths: [path],
});

testRule(globalObjectId, {
  silent: [
    { title: 'one occurrence', changes: [sound.setTo(full, objectId({ date: '2004-03-22' }))] },
    {
      title: 'a draft without identifiers: sending makes them',
      changes: [sound.drop(full), sound.drop(clean), sound.setTo(appointment(0x8229), false)],
    },
    {
      title: 'an attendee’s copy without',
      changes: [
        ...[sound.setTo(appointment(0x8217), 3), sound.setTo(appointment(0x8218), 3)],
        sound.drop(full),
        sound.drop(clean),
      ],
      outcome: 'not-applicable',
      reason: 'attendee-copy',
    },
    {
      title: 'an appointment of one’s own',
      changes: [
        sound.withoutException,
        sound.setTo(appointment(0x8217), 0),
        sound.dropRow(2),
        sound.dropRow(1),
        sound.drop(full),
      ],
      outcome: 'not-applicable',
      reason: 'never-sent',
    },
    {
      title: 'an exception of the same series',
      changes: [sound.inException(sound.set(sound.binary(full, objectId({ date: '2004-03-22' }))))],
    },
    {
      title: 'an identifier of another type',
      changes: [sound.set(sound.long(full, 1))],
      outcome: 'open',
      reason: 'value-unreadable',
    },
    ...noMeetings,
  ],
  reports: [
    report(
      'neither, although it was sent',
      'identifiers-missing',
      '',
      sound.setTo(appointment(0x8229), true),
      sound.drop(full),
      sound.drop(clean),
      sound.setTo(appointment(0x8229), false),
    ),
    report('no full one', 'global-object-id-missing', '', sound.drop(full)),
    report('no clean one', 'clean-global-object-id-missing', '', sound.drop(clean)),
    report(
      'one that is none',
      'identifier-malformed',
      'globalObjectId',
      sound.setTo(full, Uint8Array.of(4, 0, 0)),
    ),
    report(
      'two meetings',
      'identifiers-disagree',
      'cleanGlobalObjectId',
      sound.setTo(full, objectId({ seed: 1 })),
    ),
    report(
      'a clean one with a date',
      'clean-identifier-dated',
      'cleanGlobalObjectId',
      sound.setTo(clean, objectId({ date: '2004-03-22' })),
    ),
    report(
      'an exception of another series',
      'exception-of-another',
      'embedded[0].globalObjectId',
      sound.inException(sound.set(sound.binary(full, objectId({ date: '2004-03-22', seed: 1 })))),
    ),
  ],
});
