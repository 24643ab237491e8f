import { info } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'Bob accepted, but nothing says when.',
  but: sound.dropCell(1, 0x5ffb),
  finding: info('response-without-time', 'recipients[1].trackStatus'),
};
