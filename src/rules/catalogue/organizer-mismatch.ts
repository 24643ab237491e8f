import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import { addressesOf, representedAddresses } from '../../message/address';
import { isOrganizerRow } from '../../message/meeting';
import type { Message } from '../../message/message';
import { judged, notApplicable } from '../check-result';
import { doubtsOf, personOf } from '../check-rows';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';
import type { CheckResultOf } from '../define-rule';
import type { ProblemOf, ObservationOf } from '../messages';

/** The organizer of the table, and the addresses of whom the message names. */
type Represented = Person & { readonly represented: readonly string[] };

const messages = {
  'no-organizer-row': () => 'no row says that it is the organizer, so there is nothing to compare',
  'no-represented-address': () =>
    'the message has no address of the organizer, so there is nothing to compare',
  'addresses-of-different-kinds': (values: Represented) =>
    `${who(values)} in the table, ${values.represented.join(', ')} in the message: an SMTP and an Exchange address cannot be ` +
    'compared; the address book would settle it',
  'organizer-mismatch': (values: Represented) =>
    `${who(values)} is the organizer in the table, but PR_SENT_REPRESENTING is ${values.represented.join(', ')}; answers and ` +
    'updates may come from, or go to, the wrong one',
};

type Problem = ProblemOf<typeof messages>;
type CheckResult = CheckResultOf<typeof messages>;

/** Finds meetings whose organizer is one person in the recipient table and another in PR_SENT_REPRESENTING. */
export const organizerMismatch = defineRule({
  meta: {
    id: 'organizer-mismatch',
    title: 'The organizer is the same in the table and in the message',
    severity: 'warning',
    reference: 'docs/rules/organizer-mismatch.md',
    aliases: ['CalCheck 0041'],
    messages,
    kinds: { represented: 'address' },
  },
  appliesTo: 'meeting',
  check(message) {
    const index = message.recipients.findIndex(isOrganizerRow);
    const doubts = doubtsOf(message, [{ message, path: '' }]);
    if (index === -1) return doubts.length > 0 ? judged('', [], doubts) : notApplicable('no-organizer-row');
    const represented = representedAddresses(message);
    return represented.length === 0
      ? notApplicable('no-represented-address')
      : compare(message, index, represented);
  },
});

function compare(message: Message, index: number, represented: readonly string[]): CheckResult {
  const row = message.recipients[index];
  const addresses = row === undefined ? [] : addressesOf(row);
  if (row === undefined || addresses.length === 0) return notApplicable('no-organizer-row');
  if (addresses.some((address) => represented.includes(address))) return judged('the organizer', []);
  const values = { ...personOf(row), represented };
  const kinds = new Set(represented.map(isSmtp));
  const path = `recipients[${index}]`;
  if (!addresses.some((address) => kinds.has(isSmtp(address)))) {
    const doubt: ObservationOf<typeof messages> = { code: 'addresses-of-different-kinds', path, values };
    return judged('the organizer', [], [doubt]);
  }
  const { origin } = row.properties.raw(recipientProperties.emailAddress) ?? {};
  const person = personOf(row);
  const problem: Problem = {
    code: 'organizer-mismatch',
    severity: 'warning',
    path,
    values,
    origin,
    person,
  };
  return judged('the organizer', [problem]);
}

function isSmtp(address: string): boolean {
  return address.includes('@');
}
