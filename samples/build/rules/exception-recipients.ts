import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'The moved occurrence is without Carla, and the series does not say so.',
  but: sound.inException(sound.dropRow(2)),
  finding: warning('attendees-dropped', 'embedded[0].recipients'),
};
