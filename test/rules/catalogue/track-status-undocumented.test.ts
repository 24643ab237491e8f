import * as sound from '../../../samples/build/sound-meeting';
import { trackStatusUndocumented } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

testRule(trackStatusUndocumented, {
  silent: [
    ...[0, 2, 3, 4].map((status) => ({
      title: `status ${status}`,
      changes: [sound.setCell(1, sound.long(0x5fff, status))],
    })),
    { title: 'no status', changes: [sound.dropCell(1, 0x5fff)] },
    { title: 'a status of another type', changes: [sound.setCell(1, sound.text(0x5fff, '5'))] },
    {
      title: 'an empty table',
      changes: [sound.withoutException, sound.dropRow(2), sound.dropRow(1), sound.dropRow(0)],
      outcome: 'not-applicable',
      reason: 'no-rows',
    },
    ...noMeetings,
  ],
  reports: [
    ...[1, 5, 6, -1].map((status) => ({
      title: `status ${status}`,
      but: sound.setCell(1, sound.long(0x5fff, status)),
      code: 'track-status-undocumented',
      severity: 'warning' as const,
      paths: ['recipients[1].trackStatus'],
    })),
    {
      title: 'an exception’s row',
      but: sound.inException(sound.setCell(2, sound.long(0x5fff, 5))),
      code: 'track-status-undocumented',
      severity: 'warning',
      paths: ['embedded[0].recipients[2].trackStatus'],
    },
  ],
});
