import { timeZoneDefinition as definition } from '../../../samples/build/blobs';
import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { timeZoneDefinition } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const [struct, start, recurrence] = [0x8233, 0x825e, 0x8260].map(appointment) as [
  sound.Id,
  sound.Id,
  sound.Id,
];
const report = (
  title: string,
  code: string,
  severity: 'warning' | 'info',
  path: string,
  but: sound.Change,
  ...given: sound.Change[]
) => ({
  title,
  given,
  but,
  code,
  severity,
  paths: [path],
});

testRule(timeZoneDefinition, {
  silent: [
    { title: 'a series with the older form only', changes: [sound.drop(recurrence)] },
    { title: 'a series with the newer form only', changes: [sound.drop(struct)] },
    { title: 'no start, so no zone of it', changes: [sound.drop(appointment(0x820d)), sound.drop(start)] },
    {
      title: 'a zone of another type',
      changes: [sound.set(sound.long(start, 1))],
      outcome: 'open',
      reason: 'value-unreadable',
    },
    ...noMeetings,
  ],
  reports: [
    report('no zone of the start', 'start-zone-missing', 'info', '', sound.drop(start)),
    report(
      'a series without any',
      'recurrence-zone-missing',
      'warning',
      '',
      sound.drop(recurrence),
      sound.drop(struct),
    ),
    report(
      'cut bytes',
      'zone-undecodable',
      'warning',
      'timeZoneDefinitionStart',
      sound.setTo(start, definition().subarray(0, 60)),
    ),
    report(
      'cut bytes of the older form',
      'zone-undecodable',
      'warning',
      'timeZoneStruct',
      sound.setTo(struct, Uint8Array.of(1, 2)),
    ),
    report(
      'no rule',
      'zone-without-rules',
      'warning',
      'timeZoneDefinitionStart',
      sound.setTo(start, definition({ rules: 0 })),
    ),
  ],
});
