import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import { addressesOf, normaliseAddress } from '../../message/address';
import type { MeetingTable } from '../../message/meeting-tables';
import type { Recipient } from '../../message/recipient';
import { joinPath } from '../../damage/path';
import { checkTables, personOf } from '../check-rows';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';
import type { ProblemOf } from '../messages';

const messages = {
  'recipient-duplicate': (values: Person & { duplicate: string; first: number }) =>
    `${who(values)}: the address ${values.duplicate} is in row ${values.first} already; updates go out twice ` +
    'and an answer is noted in one of the rows only',
};

type Problem = ProblemOf<typeof messages>;

/** Finds people who have two rows in one recipient table, of the series or of an exception. */
export const recipientDuplicate = defineRule({
  meta: {
    id: 'recipient-duplicate',
    title: 'Nobody is in a recipient table twice',
    severity: 'warning',
    reference: 'docs/rules/recipient-duplicate.md',
    aliases: ['CalCheck 0054'],
    messages,
    kinds: { duplicate: 'address' },
  },
  appliesTo: 'meeting',
  check: (message) => checkTables(message, duplicates),
});

/** The rows with an address that an earlier row of the table has; rows removed from an exception do not count. */
function duplicates({ message, path }: MeetingTable): Problem[] {
  const seen = new Map<string, number>();
  return message.recipients.flatMap((row, index): Problem[] => {
    if (row.flags?.includes('exceptionalDeleted')) return [];
    const addresses = addressesOf(row);
    const duplicate = addresses.find((address) => seen.has(address));
    for (const address of addresses) if (!seen.has(address)) seen.set(address, index);
    if (duplicate === undefined) return [];
    const first = seen.get(duplicate) ?? 0;
    const values = { ...personOf(row), duplicate, first };
    return [{ ...problemAt(row, duplicate, joinPath(path, `recipients[${index}]`)), values }];
  });
}

function problemAt(row: Recipient, address: string, path: string): Omit<Problem, 'values'> {
  const isEmail = row.emailAddress !== undefined && normaliseAddress(row.emailAddress) === address;
  const cell = isEmail ? 'emailAddress' : 'smtpAddress';
  const { origin } = row.properties.raw(recipientProperties[cell]) ?? {};
  return {
    code: 'recipient-duplicate',
    severity: 'warning',
    path: `${path}.${cell}`,
    origin,
    person: personOf(row),
  };
}
