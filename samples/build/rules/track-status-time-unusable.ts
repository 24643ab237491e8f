import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: "The time of Bob's answer is 0x7FFFFFFFFFFFFFFF.",
  but: sound.setCell(1, sound.time(0x5ffb, 0x7fffffffffffffffn)),
  finding: warning('track-status-time-unusable', 'recipients[1].trackStatusTime'),
};
