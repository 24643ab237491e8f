import { info } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: "Bob's flags have the bit 0x200.",
  but: sound.setCell(1, sound.long(0x5ffd, 0x201)),
  finding: info('recipient-flags-reserved', 'recipients[1].flags'),
};
