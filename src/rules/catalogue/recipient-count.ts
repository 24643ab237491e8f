import type { Message } from '../../message/message';
import { judged } from '../check-result';
import { defineRule } from '../define-rule';
import type { ProblemOf } from '../messages';

const messages = {
  'recipients-missing': ({ counted, found }: { counted: number; found: number }) =>
    `the header counts ${counted} recipients, the file has ${found}; rows may have been lost`,
  'recipients-uncounted': ({ counted, found }: { counted: number; found: number }) =>
    `the header counts ${counted} recipients, the file has ${found}; programs that trust the header miss some`,
};

type Problem = ProblemOf<typeof messages>;

/**
 * Finds messages whose header states a different number of recipients than there are: [MS-OXMSG] 2.4.1. The count can
 * be wrong, so mapilint reads the rows that are there. Only the count shows whether there were more.
 */
export const recipientCount = defineRule({
  meta: {
    id: 'recipient-count',
    title: 'The header counts as many recipients as there are',
    severity: 'warning',
    reference: 'docs/rules/recipient-count.md',
    aliases: [],
    messages,
  },
  check: (message) => judged('the number of recipients', problemsOf(message.recipientCount)),
});

function problemsOf(count: Message['recipientCount']): Problem[] {
  if (count === undefined || count.stated === count.found) return [];
  const { stated: counted, found } = count;
  const code = counted > found ? 'recipients-missing' : 'recipients-uncounted';
  return [{ code, severity: 'warning', path: 'recipients', values: { counted, found } }];
}
