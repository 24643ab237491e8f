import { objectId } from '../blobs';
import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'The two identifiers are those of different meetings.',
  but: sound.setTo(sound.scheduling(0x0023), objectId({ seed: 1 })),
  finding: warning('identifiers-disagree', 'cleanGlobalObjectId'),
};
