import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'The list of all attendees leaves Carla out.',
  but: sound.setTo(sound.appointment(0x8238), 'Bob Miller; Nina Nowhere'),
  finding: warning('row-not-listed', 'allAttendees'),
};
