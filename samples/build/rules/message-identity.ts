import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'Nothing says who sent the meeting.',
  but: sound.drop(0x0c1a),
  finding: warning('sender-name-missing', ''),
};
