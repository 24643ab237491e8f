import { codeOf } from '../../mapi/enumeration';
import { TrackStatus } from '../../mapi/enums';
import { recipientProperties } from '../../mapi/recipient-properties';
import { isPrivateAppointment, meetingItemOf } from '../../message/meeting';
import type { Message } from '../../message/message';
import type { CheckResult, Observation, Outcome, Problem, Rule, Values, Verdict } from '../rule';
import { has, judgeItem, judgeTables, verdictOnDefect } from './item-verdict';
import type { JudgedRow, JudgedTable } from './item-verdict';
import { messages } from './wording';
import type { ItemCode } from './wording';

const outcomes: Readonly<Record<Verdict, Outcome>> = {
  confirmed: 'fail',
  likely: 'fail',
  possible: 'open',
  undetermined: 'open',
  unlikely: 'pass',
  'not-applicable': 'not-applicable',
};

/**
 * Finds the attendees because of whom Exchange 2003 cannot send an update or a cancellation of a meeting: the time
 * of their answer is FILETIME 0, which it cannot convert to MIME (KB 938650).
 */
export const cancellationDelivery: Rule = {
  meta: {
    id: 'cancellation-delivery',
    title: 'Updates and cancellations reach the external attendees',
    severity: 'error',
    reference: 'https://support.microsoft.com/kb/938650',
    aliases: [],
    messages,
  },
  check(message) {
    const excluded = exclusion(message);
    return excluded === undefined ? checkMeeting(message) : result('not-applicable', [excluded], []);
  },
};

/** Whether it cannot be told what the message is: its class is unreadable, or may be among what was lost. */
function isClassLost({ messageClass, anomalies }: Message): boolean {
  return (
    messageClass === undefined && anomalies.some(({ severity, path }) => severity === 'error' && path === '')
  );
}

/** Why an item is none of this rule's business. */
function exclusion(message: Message): Observation | undefined {
  const item = meetingItemOf(message.messageClass);
  const { messageClass } = message;
  if (item === undefined)
    return isClassLost(message) ? undefined : about('not-a-meeting', '', { messageClass });
  if (item === 'reply') return about('reply', '');
  return isPrivateAppointment(message) ? about('private-appointment', '') : undefined;
}

function checkMeeting(message: Message): CheckResult {
  if (isClassLost(message)) return result('undetermined', [about('class-lost', '')], []);
  const tables = judgeTables(message);
  const problems = tables.flatMap(problemsOf);
  const blamed = new Set(problems.map(({ path }) => path));
  const rows = tables.flatMap((table) => table.rows.map(rowReason)).filter(({ path }) => !blamed.has(path));
  return result(
    judgeItem(tables),
    [...tables.flatMap(tableReasons), ...statusNone(tables), ...rows],
    problems,
  );
}

function result(verdict: Verdict, reasons: Observation[], problems: Problem[]): CheckResult {
  return { outcome: outcomes[verdict], verdict, reasons, problems };
}

function about(code: ItemCode, path: string, values: Values = {}): Observation {
  return { code, path, values };
}

/** The rows that block delivery, or may. */
function problemsOf(table: JudgedTable): Problem[] {
  return table.rows.flatMap((judged): Problem[] => {
    if (judged.verdict !== 'defect' && judged.verdict !== 'suspect') return [];
    const isCertain = judged.verdict === 'defect' && verdictOnDefect(table) === 'likely';
    const { origin } = judged.row.properties.raw(recipientProperties.trackStatusTime) ?? {};
    return [{ ...rowReason(judged), severity: isCertain ? 'error' : 'warning', origin }];
  });
}

/** What is to be known about a table as a whole. */
function tableReasons(table: JudgedTable): Observation[] {
  const { path, copy, rows, externalRecipients, damage } = table;
  const reasons: Observation[] = [];
  if (copy.owner === 'attendee') reasons.push(about('attendee-copy', path));
  if (copy.signal === 'contradiction') reasons.push(about('copy-contradictory', path));
  if (copy.signal === 'silence') reasons.push(about('copy-unknown', path));
  if (rows.length === 0 && path === '') reasons.push(about('no-rows', path));
  if (damage[0] !== undefined) reasons.push(about('table-damaged', path, { damage: damage[0].message }));
  if (externalRecipients > 0) reasons.push(about('external-recipients', path, { count: externalRecipients }));
  else if (has(table, 'defect')) reasons.push(about('no-external-recipient', path));
  return reasons;
}

/** The answer to the procedure's last step: whose PR_RECIPIENT_TRACKSTATUS is 0, and that this alone means nothing. */
function statusNone(tables: readonly JudgedTable[]): Observation[] {
  const rows = tables
    .flatMap((table) => table.rows)
    .filter(({ verdict, row }) => verdict === 'unanswered' && row.trackStatus === 'none');
  const external = rows.filter((judged) => judged.external).length;
  return rows.length === 0 ? [] : [about('tracking-status-none', '', { count: rows.length, external })];
}

function rowReason({ code, path, row }: JudgedRow): Observation {
  const time =
    row.properties.state(recipientProperties.trackStatusTime) === 'absent' ? '' : '.trackStatusTime';
  const { displayName: name, trackStatus, trackStatusTime } = row;
  const status =
    trackStatus === undefined ? 'absent' : `${codeOf(TrackStatus, trackStatus)} (${trackStatus})`;
  const values = {
    name,
    address: row.smtpAddress ?? row.emailAddress,
    status,
    time: trackStatusTime?.toString(),
  };
  return { code, path: `${path}${time}`, values };
}
