import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'The table of unsendable attendees ends after three bytes.',
  but: sound.setTo(sound.appointment(0x825d), Uint8Array.of(1, 0, 0)),
  finding: warning('unsendable-undecodable', 'unsendableRecipients'),
};
