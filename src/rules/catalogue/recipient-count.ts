import type { Anomaly } from '../../damage/anomaly';
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
 * Finds messages whose header counts other recipients than there are: [MS-OXMSG] 2.4.1. Counts lie, so the rows that are
 * there were read; whether more were there once, only the count tells.
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
  check: (message) =>
    judged(
      'the number of recipients',
      message.anomalies.flatMap((anomaly) => problemOf(message, anomaly)),
    ),
});

/** A container counts attachments, too, which are not this rule's. */
function problemOf(message: Message, { code, path, values, storage, offset }: Anomaly): Problem[] {
  const counted =
    code === 'msg-object-count' && values?.['what'] === 'recipients' ? values['counted'] : undefined;
  if (path !== '' || typeof counted !== 'number') return [];
  const found = message.recipients.length;
  return [
    {
      code: counted > found ? 'recipients-missing' : 'recipients-uncounted',
      severity: 'warning',
      path: 'recipients',
      values: { counted, found },
      origin: storage === undefined ? undefined : { storage, offset },
    },
  ];
}
