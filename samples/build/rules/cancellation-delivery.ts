import { error } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'Bob accepted, but the time of his answer is FILETIME 0.',
  but: sound.setCell(1, sound.time(0x5ffb, 0n)),
  finding: error('track-status-time-zero', 'recipients[1].trackStatusTime'),
};
