import { codeOf } from '../../../mapi/definitions/enumeration';
import { TrackStatus } from '../../../mapi/definitions/enums';
import { recipientProperties } from '../../../mapi/definitions/recipient-properties';
import type { Message } from '../../../message/message';
import type { Recipient } from '../../../message/recipient';
import type { Observation, Values, Verdict } from '../../rule';
import { who } from '../../wording';
import type { EvidenceCode } from './evidence-wording';
import { externalRows, RECIPIENT_TABLE } from './item-verdict';
import type { JudgedRow, JudgedTable } from './item-verdict';
import type { WeighedEvidence } from './weighed-evidence';
import type { ItemCode } from './wording';

export function about(code: ItemCode | EvidenceCode, path: string, values: Values = {}): Observation {
  return { code, path, values };
}

export function isBlamed({ verdict }: JudgedRow): boolean {
  return verdict === 'defect' || verdict === 'suspect' || verdict === 'status-lost';
}

/** What is to be known of an item and its tables beside its rows. */
export function itemReasons(
  message: Message,
  verdict: Verdict,
  tables: readonly JudgedTable[],
  evidence: WeighedEvidence,
): Observation[] {
  return [
    ...tables.flatMap(tableReasons),
    ...statusNone(tables),
    ...unsendable(message),
    ...unexplained(verdict, tables, evidence),
  ];
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

/** Failures that fit the item by what the evidence says of itself, while nothing in the item explains them. */
function unexplained(
  verdict: Verdict,
  tables: readonly JudgedTable[],
  { eventBy, hasReport }: WeighedEvidence,
): Observation[] {
  const isAttendees = verdict === 'undetermined' && tables.every(({ copy }) => copy.owner === 'attendee');
  if (verdict !== 'unlikely' && !isAttendees) return [];
  const why = isAttendees ? 'of-organizer' : 'unexplained';
  return [
    ...(eventBy === undefined ? [] : [about(`event-${why}`, '')]),
    ...(hasReport ? [about(`report-${why}`, '')] : []),
  ];
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

/** What is to be known of a row. */
export function rowReason({ code, path, row }: JudgedRow): Observation {
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
