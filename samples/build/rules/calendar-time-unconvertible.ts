import { ticks } from '../meeting';
import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

const reminder = sound.common(0x8502);

export const sample: RuleSample = {
  shows: 'The time of the reminder is FILETIME 0.',
  given: [sound.set(sound.time(reminder, ticks('2004-03-15T13:45')))],
  but: sound.setTo(reminder, 0n),
  finding: warning('calendar-time-unconvertible', ''),
};
