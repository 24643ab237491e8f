import { ticks } from '../meeting';
import { error } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'The meeting ends an hour before it begins.',
  but: sound.setTo(sound.appointment(0x820e), ticks('2004-03-15T12:00')),
  finding: error('ends-before-start', 'appointmentEnd'),
};
