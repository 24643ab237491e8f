import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import { wasSent } from '../../message/invitation';
import { hasAddress, isOrganizerRow, itemOf, sendersOf } from '../../message/meeting';
import { isOrganizerMail } from '../../message/meeting-class';
import type { MeetingTable } from '../../message/meeting-tables';
import { tableDamage } from '../../message/lost-properties';
import { columnsLeftOut } from '../../message/not-captured';
import { joinPath } from '../../damage/path';
import { notApplicable } from '../check-result';
import { checkTables, personOf } from '../check-rows';
import { plural, who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';
import type { ProblemOf } from '../messages';

const messages = {
  'organizer-row-missing': ({ count }: { count: number }) =>
    `none of ${plural(count, 'row')} is the organizer's, where one is expected; programs that look for the organizer ` +
    'in the table find nobody',
  'organizer-row-repeated': (values: Person) =>
    `${who(values)}: a further row of the organizer, where one is expected; attendees may see two organizers`,
};

type Problem = ProblemOf<typeof messages>;

/** Finds organizers' calendar items that have no row for the organizer, or several: [MS-OXOCAL] 2.2.4.10.1. */
export const organizerRow = defineRule({
  meta: {
    id: 'organizer-row',
    title: 'The recipient table has one row of the organizer',
    severity: 'warning',
    reference: 'docs/rules/organizer-row.md',
    aliases: [],
    messages,
  },
  appliesTo: 'meeting',
  check: (message) =>
    isOrganizerMail(itemOf(message))
      ? notApplicable('not-a-calendar-item')
      : checkTables(message, judge, 'organizer'),
});

function judge(table: MeetingTable): Problem[] {
  const { message, path } = table;
  const { recipients } = message;
  const rows = recipients.flatMap((row, index) => (isOrganizerRow(row) ? [{ row, index }] : []));
  if (rows.length === 0) return isMissing(table) ? [missing(table)] : [];
  return rows.slice(1).map(({ row, index }) => ({
    code: 'organizer-row-repeated',
    severity: 'warning',
    path: joinPath(path, `recipients[${index}].flags`),
    values: personOf(row),
    person: personOf(row),
    origin: row.properties.raw(recipientProperties.flags)?.origin,
  }));
}

/** Whether the series' table has rows, none of which can be the organizer's, and has lost none. */
function isMissing({ message, path }: MeetingTable): boolean {
  if (path !== '' || message.recipients.length === 0 || tableDamage(message).length > 0) return false;
  if (columnsLeftOut(message).includes('flags')) return false;
  const senders = sendersOf(message);
  return !message.recipients.some((row) => hasAddress(row, senders));
}

function missing({ message, path }: MeetingTable): Problem {
  return {
    code: 'organizer-row-missing',
    severity: wasSent(message) ? 'warning' : 'info',
    path: joinPath(path, 'recipients'),
    values: { count: message.recipients.length },
  };
}
