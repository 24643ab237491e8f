import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: "Bob's tracking status is 5, which only attendees' own copies have.",
  but: sound.setCell(1, sound.long(0x5fff, 5)),
  finding: warning('track-status-undocumented', 'recipients[1].trackStatus'),
};
