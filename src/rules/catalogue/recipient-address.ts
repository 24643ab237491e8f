import { addressOf } from '../../message/address';
import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import { isOrganizerRow } from '../../message/meeting';
import type { Recipient } from '../../message/recipient';
import { checkRows } from '../check-rows';
import type { RowProblemOf } from '../check-rows';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';

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
  },
  appliesTo: 'meeting',
  check: (message) => checkRows(message, judge),
});

type Cell = 'addressType' | 'emailAddress' | 'smtpAddress' | 'displayName' | 'recipientDisplayName';

function judge(row: Recipient): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  const address = judgeAddress(row);
  if (address !== undefined) problems.push(address);
  if (isMissing(row, 'displayName') && isMissing(row, 'recipientDisplayName')) {
    problems.push({ code: 'name-missing', severity: 'info' });
  }
  return problems;
}

function judgeAddress(row: Recipient): RowProblem | undefined {
  if (isMissing(row, 'emailAddress') && isMissing(row, 'smtpAddress')) {
    if (isPersonalList(row) || hasOneOffAddress(row)) return undefined;
    const code = isOrganizerRow(row) ? 'organizer-address-missing' : 'address-missing';
    return { code, severity: 'warning' };
  }
  if (isMissing(row, 'addressType')) return { code: 'address-type-missing', severity: 'warning' };
  const type = row.addressType?.trim().toUpperCase();
  if (type === undefined || type === 'EX' || type === 'SMTP' || isPersonalList(row)) return undefined;
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
