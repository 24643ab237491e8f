import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: "Bob's row says that he is the organizer, too.",
  but: sound.setCell(1, sound.long(0x5ffd, 3)),
  finding: warning('organizer-row-repeated', 'recipients[1].flags'),
};
