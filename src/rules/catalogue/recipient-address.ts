import { addressOf } from '../../message/address';
import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import { isOrganizerRow } from '../../message/meeting';
import type { Recipient } from '../../message/recipient';
import { checkRows } from '../check-rows';
import type { RowProblemOf } from '../check-rows';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';
import { optionsBySchema } from '../option-schema';

const messages = {
  'address-missing': (values: Person) =>
    `${who(values)}: no e-mail address in the row; nothing can be sent to this attendee`,
  'organizer-address-missing': (values: Person) =>
    `${who(values)}: the organizer's row has no e-mail address; attendees' answers may find nobody`,
  'address-type-missing': (values: Person) =>
    `${who(values)}: no PR_ADDRTYPE beside the address; nobody can tell how to send to it`,
  'address-type-unusual': (values: Person & { type: string }) =>
    `${who(values)}: PR_ADDRTYPE is ${values.type}, neither EX nor SMTP; ordinary mail does not reach it`,
  'name-missing': (values: Person) => `${who(values)}: no display name in the row`,
};

const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    addressTypes: {
      description:
        'The address types that your servers deliver to, besides EX and SMTP, such as FAX or NOTES; in any case.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
    },
  },
} as const;

type RowProblem = RowProblemOf<typeof messages>;

/** Finds rows that lack an address, its type or a name. */
export const recipientAddress = defineRule({
  meta: {
    id: 'recipient-address',
    title: 'Every row has an address, its type and a name',
    severity: 'warning',
    reference: 'docs/rules/recipient-address.md',
    aliases: ['CalCheck 0050', 'CalCheck 0051', 'CalCheck 0052', 'CalCheck 0053', 'CalCheck 0058'],
    messages,
    kinds: { type: 'address-type' },
    schema,
    defaultOptions: { addressTypes: [] as readonly string[] },
  },
  checkOptions: optionsBySchema('recipient-address', schema),
  appliesTo: 'meeting',
  check(message, { options }) {
    const delivered = new Set(['EX', 'SMTP', ...options.addressTypes.map(normalisedType)]);
    return checkRows(message, (row) => judge(row, delivered));
  },
});

type Cell = 'addressType' | 'emailAddress' | 'smtpAddress' | 'displayName' | 'recipientDisplayName';

function normalisedType(type: string): string {
  return type.trim().toUpperCase();
}

function judge(row: Recipient, delivered: ReadonlySet<string>): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  const address = judgeAddress(row, delivered);
  if (address !== undefined) problems.push(address);
  if (isMissing(row, 'displayName') && isMissing(row, 'recipientDisplayName')) {
    problems.push({ code: 'name-missing', severity: 'info' });
  }
  return problems;
}

function judgeAddress(row: Recipient, delivered: ReadonlySet<string>): RowProblem | undefined {
  if (isMissing(row, 'emailAddress') && isMissing(row, 'smtpAddress')) {
    if (isPersonalList(row) || hasOneOffAddress(row)) return undefined;
    const code = isOrganizerRow(row) ? 'organizer-address-missing' : 'address-missing';
    return { code, severity: 'warning' };
  }
  if (isMissing(row, 'addressType')) return { code: 'address-type-missing', severity: 'warning' };
  const type = row.addressType === undefined ? undefined : normalisedType(row.addressType);
  if (type === undefined || delivered.has(type) || isPersonalList(row)) return undefined;
  return { code: 'address-type-unusual', severity: 'info', cell: 'addressType', values: { type } };
}

/** Whether mail can be sent by the entry id, though no cell has an address. */
function hasOneOffAddress(row: Recipient): boolean {
  return (addressOf(row).emailAddress ?? '').trim() !== '';
}

/** A list in somebody's contacts, which has members but no address. */
function isPersonalList({ addressType }: Recipient): boolean {
  return addressType?.trim().toUpperCase() === 'MAPIPDL';
}

/** Absent or blank. A cell that cannot be read is neither. */
function isMissing(row: Recipient, cell: Cell): boolean {
  const text = row[cell];
  if (text !== undefined) return text.trim() === '';
  return row.properties.state(recipientProperties[cell]) === 'absent';
}
