import type { MeetingTable } from '../../message/meeting-tables';
import type { Recipient } from '../../message/recipient';
import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import { joinPath } from '../../damage/path';
import { valueProblem } from '../check-result';
import { checkTables, personOf } from '../check-rows';
import { plural, who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';
import type { ProblemOf } from '../messages';

const messages = {
  'proposal-without-time': (values: Person & { lacking: string }) =>
    `${who(values)}: proposes another time, but the row does not say ${values.lacking}; the organizer cannot accept it`,
  'proposal-ends-before-start': (values: Person & { start: string; end: string }) =>
    `${who(values)}: proposes ${values.start} to ${values.end}, which ends before it begins`,
  'proposal-flag-without-row': () =>
    'the meeting says that somebody proposes another time, but no row does; the organizer looks for a proposal that does not exist',
  'proposal-row-without-flag': ({ count }: { count: number }) =>
    `${plural(count, 'row')} with a proposal of another time, but the meeting says that there is none; the organizer does not see it`,
  'proposal-count': ({ counted, count }: { counted: number; count: number }) =>
    `the meeting counts ${plural(counted, 'proposal')} of another time, the rows hold ${count}`,
};

type Problem = ProblemOf<typeof messages>;

/** Finds proposals of another time that contradict themselves: [MS-OXOCAL] 2.2.4.1, 2.2.4.6, 2.2.4.10.4 to 2.2.4.10.6. */
export const proposalIncoherent = defineRule({
  meta: {
    id: 'proposal-incoherent',
    title: 'Proposals of another time are complete and counted',
    severity: 'warning',
    reference: 'docs/rules/proposal-incoherent.md',
    aliases: [],
    messages,
    kinds: { lacking: 'term', start: 'term', end: 'term' },
  },
  appliesTo: 'meeting',
  check: (message) => checkTables(message, judge, 'organizer'),
});

function judge(table: MeetingTable): Problem[] {
  const { message, path } = table;
  const proposing = message.recipients.flatMap((row, index) =>
    row.proposed === true ? [{ row, at: joinPath(path, `recipients[${index}]`) }] : [],
  );
  const count = proposing.length;
  const rows = proposing.flatMap(({ row, at }) => judgeRow(row, at));
  return [...rows, ...judgeCount(table, count)];
}

/** Whether the message says as many proposals as its rows hold. */
function judgeCount(table: MeetingTable, count: number): Problem[] {
  const { counterProposal, proposalNumber } = table.message;
  if (counterProposal === true && count === 0) {
    const problem = { code: 'proposal-flag-without-row', severity: 'warning' } as const;
    return [valueProblem(table, 'counterProposal', problem)];
  }
  if (counterProposal === false && count > 0) {
    const problem = { code: 'proposal-row-without-flag', severity: 'warning', values: { count } } as const;
    return [valueProblem(table, 'counterProposal', problem)];
  }
  if (proposalNumber === undefined || proposalNumber === count) return [];
  const values = { counted: proposalNumber, count };
  return [valueProblem(table, 'proposalNumber', { code: 'proposal-count', severity: 'info', values })];
}

function judgeRow(row: Recipient, at: string): Problem[] {
  const { proposedStartTime: start, proposedEndTime: end } = row;
  const lacking = [
    start?.kind === 'time' ? [] : ['when it begins'],
    end?.kind === 'time' ? [] : ['when it ends'],
  ].flat();
  const person = personOf(row);
  const problemAt = (cell: 'proposed' | 'proposedEndTime') =>
    ({
      severity: 'warning',
      path: `${at}.${cell}`,
      origin: row.properties.raw(recipientProperties[cell])?.origin,
      person,
    }) as const;
  if (start === undefined || end === undefined || lacking.length > 0) {
    const values = { ...person, lacking: lacking.join(' and ') };
    return [{ code: 'proposal-without-time', ...problemAt('proposed'), values }];
  }
  if (end.ticks >= start.ticks) return [];
  const values = { ...person, start: start.toString(), end: end.toString() };
  return [{ code: 'proposal-ends-before-start', ...problemAt('proposedEndTime'), values }];
}
