import { codeOf } from '../../mapi/enumeration';
import { TrackStatus } from '../../mapi/enums';
import { recipientProperties } from '../../mapi/recipient-properties';
import { isClassLost } from '../../message/lost-properties';
import { isClassNotCaptured } from '../../message/not-captured';
import { isPrivateAppointment, itemOf } from '../../message/meeting';
import type { Message } from '../../message/message';
import type { Recipient } from '../../message/recipient';
import type { CheckResult, Observation, Outcome, Problem, Rule, Values, Verdict } from '../rule';
import { who } from '../wording';
import { explain } from './explanation';
import {
  externalRows,
  isUnreadableButFailing,
  judgeItem,
  judgeTables,
  RECIPIENT_TABLE,
  verdictOnTable,
} from './item-verdict';
import type { JudgedRow, JudgedTable } from './item-verdict';
import { weighEvidence } from './weighed-evidence';
import type { WeighedEvidence } from './weighed-evidence';
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
  check(message, context) {
    const excluded = exclusion(message);
    if (excluded !== undefined) return result('not-applicable', [], [excluded], []);
    const evidence = weighEvidence(message, context);
    return { ...checkMeeting(message, evidence), evidence: evidence.testimonies };
  },
};

/** Why an item is none of this rule's business. */
function exclusion(message: Message): Observation | undefined {
  const item = itemOf(message);
  const { messageClass } = message;
  if (item === undefined)
    return isClassLost(message) ? undefined : about('not-a-meeting', '', { messageClass });
  if (item === 'reply') return about('reply', '');
  return isPrivateAppointment(message) ? about('private-appointment', '') : undefined;
}

function checkMeeting(message: Message, evidence: WeighedEvidence): CheckResult {
  const tables = judgeTables(message, evidence);
  const isUnknown = itemOf(message) === undefined;
  if (isUnknown && !isClassNotCaptured(message))
    return result('undetermined', tables, [about('class-lost', '')], []);
  const problems = tables.flatMap(problemsOf);
  const blamed = new Set(problems.map(({ path }) => path));
  const rows = tables.flatMap((table) => table.rows.map(rowReason)).filter(({ path }) => !blamed.has(path));
  const item = [...tables.flatMap(tableReasons), ...statusNone(tables), ...unsendable(message)];
  // of an item of unknown kind it goes without saying that nothing tells whose copy it is
  const reasons = isUnknown
    ? [about('class-not-captured', ''), ...item.filter(({ code }) => code !== 'copy-not-captured'), ...rows]
    : [...item, ...rows];
  return result(judgeItem(tables), tables, reasons, problems);
}

function result(
  verdict: Verdict,
  tables: readonly JudgedTable[],
  reasons: readonly Observation[],
  problems: readonly Problem[],
): CheckResult {
  return { outcome: outcomes[verdict], verdict, explanation: explain(verdict, tables), reasons, problems };
}

function about(code: ItemCode, path: string, values: Values = {}): Observation {
  return { code, path, values };
}

/** The rows that block delivery, or may. */
function problemsOf(table: JudgedTable): Problem[] {
  const verdict = verdictOnTable(table);
  const severity = verdict === 'likely' || verdict === 'confirmed' ? 'error' : 'warning';
  const ofRows = table.rows.flatMap((judged): Problem[] => {
    if (!isBlamed(judged)) return [];
    const { origin } = judged.row.properties.raw(recipientProperties.trackStatusTime) ?? {};
    return [{ ...rowReason(judged), severity: judged.verdict === 'defect' ? severity : 'warning', origin }];
  });
  if (ofRows.length > 0 || !isUnreadableButFailing(table)) return ofRows;
  const count = table.rows.filter((row) => row.verdict === 'undetermined').length;
  return [{ ...about('store-failure', table.path, { count }), severity: 'warning' }];
}

function isBlamed({ verdict }: JudgedRow): boolean {
  return verdict === 'defect' || verdict === 'suspect' || verdict === 'status-lost';
}

/** Attendees who stand in no table, since nothing can be sent to them: their status is for information only. */
function unsendable({ unsendableAttendees: attendees }: Message): Observation[] {
  if (attendees.length === 0) return [];
  const names = attendees.map(({ displayName, emailAddress, trackStatus }) => {
    const status = trackStatus === undefined ? '' : ` (tracking status ${codeOf(TrackStatus, trackStatus)})`;
    return `${who({ name: displayName, address: emailAddress })}${status}`;
  });
  const values = { count: attendees.length, names: [...new Set(names)].join('; ') };
  return [about('unsendable-attendees', '', values)];
}

/** What is to be known about a table as a whole. */
function tableReasons(table: JudgedTable): Observation[] {
  const { path, copy, rows, damage } = table;
  const reasons: Observation[] = [];
  const signal = copy.owner === 'attendee' ? 'attendee-copy' : copyReasons[copy.signal];
  if (signal !== undefined) reasons.push(about(signal, path));
  if (rows.length === 0 && path === '' && !table.missing.includes(RECIPIENT_TABLE))
    reasons.push(about('no-rows', path));
  if (damage[0] !== undefined) reasons.push(about('table-damaged', path, { damage: damage[0] }));
  const count = externalRows(table).length;
  if (count > 0) reasons.push(about('external-recipients', path, { count }));
  else if (rows.some(isBlamed)) reasons.push(nobodyExternal(table));
  return reasons;
}

const copyReasons: Partial<Record<JudgedTable['copy']['signal'], ItemCode>> = {
  contradiction: 'copy-contradictory',
  silence: 'copy-unknown',
  damage: 'copy-lost',
  'not-captured': 'copy-not-captured',
};

function nobodyExternal({ path, rows }: JudgedTable): Observation {
  const count = rows.filter(
    ({ external, verdict }) => external === undefined && verdict !== 'not-judged',
  ).length;
  return count === 0 ? about('no-external-recipient', path) : about('address-type-unknown', path, { count });
}

/** The answer to the procedure's last step: whose PR_RECIPIENT_TRACKSTATUS is 0, and that this alone means nothing. */
function statusNone(tables: readonly JudgedTable[]): Observation[] {
  const attendees = tables
    .flatMap(({ rows }) => rows)
    .filter(({ code }) => code !== 'organizer-row' && code !== 'sender-row');
  const none = attendees.filter(
    ({ row }) => row.trackStatus === 'none' && row.flags?.includes('organizer') !== true,
  );
  if (none.length === 0) return [];
  const values = {
    count: none.length,
    external: none.filter(({ external }) => external === true).length,
    timed: none.filter(({ row }) => hasTime(row)).length,
    names: none.map(({ row }) => who(namesOf(row))).join('; '),
  };
  return [about('tracking-status-none', '', values)];
}

function hasTime({ properties }: Recipient): boolean {
  const state = properties.state(recipientProperties.trackStatusTime);
  return state !== 'absent' && state !== 'not-captured';
}

function namesOf(row: Recipient): Values {
  return { name: row.displayName, address: row.smtpAddress ?? row.emailAddress };
}

function rowReason({ code, path, row }: JudgedRow): Observation {
  const { trackStatusTime: time } = row;
  const { name, address } = namesOf(row);
  const values = { name, address, status: statusOf(row), time: time?.toString() };
  return { code, path: time === undefined ? path : `${path}.trackStatusTime`, values };
}

/** A row's status as people look for it: `3 (accepted)`. */
function statusOf(row: Recipient): string {
  if (row.trackStatus !== undefined) return `${codeOf(TrackStatus, row.trackStatus)} (${row.trackStatus})`;
  const state = row.properties.state(recipientProperties.trackStatus);
  if (state === 'not-captured') return 'not captured';
  return state === 'absent' ? 'absent' : 'unreadable';
}
