import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: "Bob's row has no address.",
  but: sound.dropCell(1, 0x3003),
  finding: warning('address-missing', 'recipients[1]'),
};
