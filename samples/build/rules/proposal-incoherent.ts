import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'The meeting says that somebody proposes another time, but nobody does.',
  but: sound.setTo(sound.appointment(0x8257), true),
  finding: warning('proposal-flag-without-row', 'counterProposal'),
};
