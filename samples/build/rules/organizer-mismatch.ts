import { warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'The message was sent for somebody who is not the organizer in the table.',
  but: sound.setTo(0x0065, '/o=Example/ou=First Administrative Group/cn=Recipients/cn=oscar'),
  finding: warning('organizer-mismatch', 'recipients[0]'),
};
