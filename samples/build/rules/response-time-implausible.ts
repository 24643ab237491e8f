import { ticks } from '../meeting';
import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'Bob answered a month before the meeting was made.',
  but: sound.setCell(1, sound.time(0x5ffb, ticks('2004-02-01T10:15'))),
  finding: warning('response-before-item', 'recipients[1].trackStatusTime'),
};
