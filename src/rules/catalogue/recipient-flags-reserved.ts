import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import type { MeetingTable } from '../../message/meeting-tables';
import { joinPath } from '../../damage/path';
import { checkTables } from '../check-rows';
import { plural } from '../wording';
import { defineRule } from '../define-rule';
import type { ProblemOf } from '../messages';

const messages = {
  'recipient-flags-reserved': ({ bits, count }: { bits: string; count: number }) =>
    `PR_RECIPIENT_FLAGS has the undocumented bits ${bits} in ${plural(count, 'row')}; programs ignore them`,
};

type Problem = ProblemOf<typeof messages>;

/**
 * Finds bits of PR_RECIPIENT_FLAGS that no specification documents, once for each table and value.
 * QUIRK: [MS-OXOCAL] 2.2.4.10.1 has five bits and reserves the rest; one real calendar row in seven has others, such as
 * 0x200 (`Test_Meeting.msg` of Aspose). So the severity is only `info`.
 */
export const recipientFlagsReserved = defineRule({
  meta: {
    id: 'recipient-flags-reserved',
    title: 'Recipient flags are documented',
    severity: 'info',
    reference: 'docs/rules/recipient-flags-reserved.md',
    aliases: [],
    messages,
    kinds: { bits: 'term' },
  },
  appliesTo: 'meeting',
  check: (message) => checkTables(message, reserved),
});

interface ReservedBits {
  readonly first: number;
  count: number;
}

function reserved({ message, path }: MeetingTable): Problem[] {
  const found = new Map<string, ReservedBits>();
  message.recipients.forEach((row, index) => {
    const bits = row.flags?.at(-1);
    if (!bits?.startsWith('0x')) return;
    const entry = found.get(bits);
    if (entry === undefined) found.set(bits, { first: index, count: 1 });
    else entry.count += 1;
  });
  return Array.from(found, ([bits, { first, count }]) => ({
    code: 'recipient-flags-reserved',
    severity: 'info',
    path: joinPath(path, `recipients[${first}].flags`),
    values: { bits, count },
    origin: message.recipients[first]?.properties.raw(recipientProperties.flags)?.origin,
  }));
}
