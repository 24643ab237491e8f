import { countingRecipients, warning } from '../rule-sample';
import type { RuleSample } from '../rule-sample';

export const sample: RuleSample = {
  shows: 'The header counts five recipients, there are three.',
  write: countingRecipients(5),
  finding: warning('recipients-missing', 'recipients'),
};
