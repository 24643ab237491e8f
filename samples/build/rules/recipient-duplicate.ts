import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: "Carla's address is Bob's, in other letters.",
  given: [sound.withoutException],
  but: sound.setCell(2, sound.text(0x3003, 'BOB@partner.example')),
  finding: warning('recipient-duplicate', 'recipients[2].emailAddress'),
};
