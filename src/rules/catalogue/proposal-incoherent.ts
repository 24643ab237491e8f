import type { MessageValues } from '../../message/message';
import type { MeetingTable } from '../../message/meeting-tables';
import type { Recipient } from '../../message/recipient';
import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import { joinPath } from '../../damage/path';
import { valueProblem } from '../check-result';
import { checkTables, personOf } from '../check-rows';
import type { Problem, Rule } from '../rule';
import { plural, who } from '../wording';

/** Finds proposals of another time that contradict themselves: [MS-OXOCAL] 2.2.4.1, 2.2.4.6, 2.2.4.10.4 to 2.2.4.10.6. */
export const proposalIncoherent: Rule = {
  meta: {
    id: 'proposal-incoherent',
    title: 'Proposals of another time are complete and counted',
    severity: 'warning',
    reference: 'docs/rules/proposal-incoherent.md',
    aliases: [],
    messages: {
      'proposal-without-time': (values) =>
        `${who(values)}: proposes another time, but the row does not say ${values['lacking']}; the organizer cannot accept it`,
      'proposal-ends-before-start': (values) =>
        `${who(values)}: proposes ${values['start']} to ${values['end']}, which ends before it begins`,
      'proposal-flag-without-row': () =>
        'the meeting says that somebody proposes another time, but no row does; the organizer looks for nobody',
      'proposal-row-without-flag': ({ count }) =>
        `${plural(count, 'row')} with a proposal of another time, but the meeting says that there is none; the organizer is not told`,
      'proposal-count': ({ counted, count }) =>
        `the meeting counts ${plural(counted, 'proposal')} of another time, the rows hold ${count}`,
    },
  },
  check: (message) => checkTables(message, judge, 'organizer'),
};

function judge(table: MeetingTable): Problem[] {
  const { message, path } = table;
  const proposing = message.recipients.flatMap((row, index) =>
    row.proposed === true ? [{ row, at: joinPath(path, `recipients[${index}]`) }] : [],
  );
  const count = proposing.length;
  const rows = proposing.flatMap(({ row, at }) => judgeRow(row, at));
  const about = (
    name: keyof MessageValues,
    code: string,
    values = {},
    severity: Problem['severity'] = 'warning',
  ) => [...rows, valueProblem(table, name, { code, severity, values })];
  const { counterProposal, proposalNumber } = message;
  if (counterProposal === true && count === 0) return about('counterProposal', 'proposal-flag-without-row');
  if (counterProposal === false && count > 0)
    return about('counterProposal', 'proposal-row-without-flag', { count });
  if (proposalNumber !== undefined && proposalNumber !== count)
    return about('proposalNumber', 'proposal-count', { counted: proposalNumber, count }, 'info');
  return rows;
}

function judgeRow(row: Recipient, at: string): Problem[] {
  const { proposedStartTime: start, proposedEndTime: end } = row;
  const lacking = [
    start?.kind === 'time' ? [] : ['when it begins'],
    end?.kind === 'time' ? [] : ['when it ends'],
  ].flat();
  const problem = (
    code: string,
    cell: 'proposed' | 'proposedEndTime',
    values: Problem['values'],
  ): Problem[] => {
    const { origin } = row.properties.raw(recipientProperties[cell]) ?? {};
    return [
      { code, severity: 'warning', path: `${at}.${cell}`, values: { ...personOf(row), ...values }, origin },
    ];
  };
  if (start === undefined || end === undefined || lacking.length > 0)
    return problem('proposal-without-time', 'proposed', { lacking: lacking.join(' and ') });
  if (end.ticks >= start.ticks) return [];
  return problem('proposal-ends-before-start', 'proposedEndTime', {
    start: start.toString(),
    end: end.toString(),
  });
}
