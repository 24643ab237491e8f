import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: "The start's time zone ends after three bytes.",
  but: sound.setTo(sound.appointment(0x825e), Uint8Array.of(2, 1, 6)),
  finding: warning('zone-undecodable', 'timeZoneDefinitionStart'),
};
