import { codeOf } from '../../../mapi/definitions/enumeration';
import { TrackStatus } from '../../../mapi/definitions/recipient-enums';
import { recipientProperties } from '../../../mapi/definitions/recipient-properties';
import type { Message } from '../../../message/message';
import { outlookVersionOf } from '../../../message/outlook-version';
import type { Recipient } from '../../../message/recipient';
import { personOf } from '../../check-rows';
import type { Verdict } from '../../rule';
import { externalRows, has, isHandedOver, isSeenToFail, unplacedRows } from './item-verdict';
import type { JudgedRow, JudgedTable } from './item-verdict';
import type { RowCode } from './row-verdict';
import type { WeighedEvidence } from './weighed-evidence';
import type { DeliveryReason } from './wording';

export function isBlamed({ verdict }: JudgedRow): boolean {
  return verdict === 'defect' || verdict === 'suspect' || verdict === 'status-lost';
}

/** What is to be known of an item and its tables beside its rows. */
export function itemReasons(
  message: Message,
  verdict: Verdict,
  tables: readonly JudgedTable[],
  evidence: WeighedEvidence,
): DeliveryReason[] {
  return [
    ...(verdict === 'unlikely' ? answered(tables) : []),
    ...(verdict === 'unlikely' ? untracked(tables) : []),
    ...laterOutlook(message, tables),
    ...tables.flatMap(tableReasons),
    ...unsendable(message),
    ...unexplained(verdict, tables, evidence),
  ];
}

/** That the item cannot have been sent by Exchange 2003, where a row would block it. */
function laterOutlook(message: Message, tables: readonly JudgedTable[]): DeliveryReason[] {
  const isTold = tables.some((table) => table.isOfLaterOutlook && has(table, 'defect'));
  return isTold ? [{ code: 'later-outlook', path: '', values: { version: outlookVersionOf(message) } }] : [];
}

/** That no row of the item has any of the cells that would show an answer. */
function untracked(tables: readonly JudgedTable[]): DeliveryReason[] {
  const rows = tables.flatMap((table) => table.rows);
  const { flags, trackStatus, trackStatusTime } = recipientProperties;
  const isTracked = ({ row: { properties } }: JudgedRow): boolean =>
    [flags, trackStatus, trackStatusTime].some((column) => properties.state(column) !== 'absent');
  return rows.length === 0 || rows.some(isTracked) ? [] : [{ code: 'no-tracking-columns', path: '' }];
}

/** Attendees who stand in no table, since nothing can be sent to them: their status is for information only. */
function unsendable({ unsendableAttendees: attendees }: Message): DeliveryReason[] {
  if (attendees.length === 0) return [];
  const people = attendees.map(({ displayName, emailAddress, trackStatus }) => {
    const status = trackStatus && codeOf(TrackStatus, trackStatus);
    return { name: displayName, address: emailAddress, status };
  });
  const values = { count: attendees.length, people };
  return [{ code: 'unsendable-attendees', path: '', values }];
}

/** What is to be known about a table as a whole. */
function tableReasons(table: JudgedTable): DeliveryReason[] {
  const { path, copy, rows, damage } = table;
  const reasons: DeliveryReason[] = [];
  const signal = copy.owner === 'attendee' ? 'attendee-copy' : copyReasons[copy.signal];
  if (signal !== undefined) reasons.push({ code: signal, path });
  if (rows.length === 0 && path === '' && !table.missing.includes('recipients'))
    reasons.push({ code: 'no-rows', path });
  if (damage[0] !== undefined) reasons.push({ code: 'table-damaged', path, values: { damage: damage[0] } });
  if (has(table, 'defect') && isHandedOver(table))
    reasons.push({ code: isSeenToFail(table) ? 'evidence-contradicts' : 'handed-over', path });
  const count = externalRows(table).length;
  if (count > 0) reasons.push({ code: 'external-recipients', path, values: { count }, weight: 'quiet' });
  else if (rows.some(isBlamed)) reasons.push(nobodyExternal(table));
  return reasons;
}

type CopyCode = 'copy-contradictory' | 'copy-unknown' | 'copy-lost' | 'copy-not-captured';

const copyReasons: Partial<Record<JudgedTable['copy']['signal'], CopyCode>> = {
  contradiction: 'copy-contradictory',
  silence: 'copy-unknown',
  damage: 'copy-lost',
  'not-captured': 'copy-not-captured',
};

function nobodyExternal(table: JudgedTable): DeliveryReason {
  const { path } = table;
  const count = unplacedRows(table).length;
  return count === 0
    ? { code: 'no-external-recipient', path }
    : { code: 'address-type-unknown', path, values: { count } };
}

/** Failures that fit the item by what the evidence says of itself, while nothing in the item explains them. */
function unexplained(
  verdict: Verdict,
  tables: readonly JudgedTable[],
  { eventBy, reports }: WeighedEvidence,
): DeliveryReason[] {
  const isAttendees = verdict === 'undetermined' && tables.every(({ copy }) => copy.owner === 'attendee');
  if (verdict !== 'unlikely' && !isAttendees) return [];
  const why = isAttendees ? 'of-organizer' : 'unexplained';
  const reasons: DeliveryReason[] = [];
  if (eventBy !== undefined) reasons.push({ code: `event-${why}`, path: '' });
  if (reports.length > 0) reasons.push({ code: `report-${why}`, path: '' });
  return reasons;
}

/** The answer to the procedure's last step: whose PR_RECIPIENT_TRACKSTATUS is 0, and that this alone means nothing. */
export function statusNone(tables: readonly JudgedTable[]): DeliveryReason[] {
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
    people: none.map(({ row }) => personOf(row)),
  };
  return [{ code: 'tracking-status-none', path: '', values }];
}

function hasTime({ properties }: Recipient): boolean {
  const state = properties.state(recipientProperties.trackStatusTime);
  return state !== 'absent' && state !== 'not-captured';
}

/** Rows that are as they should be: for programs, and nothing to read. */
const quiet: ReadonlySet<RowCode> = new Set([
  'attendee-copy-row',
  'organizer-row',
  'sender-row',
  'deleted-from-exception',
  'answered',
  'unanswered',
]);

/** How many have answered, of an item on which all is well. */
function answered(tables: readonly JudgedTable[]): DeliveryReason[] {
  const rows = tables.flatMap((table) => table.rows);
  const count = rows.filter(({ code }) => code === 'answered' || code === 'response-without-time').length;
  return count === 0 ? [] : [{ code: 'answers', path: '', values: { count } }];
}

/** What is to be known of a row. */
export function rowReason({ code, path, row, occurrence }: JudgedRow): RowReason {
  const { trackStatusTime: time } = row;
  const { name, address } = personOf(row);
  const values = { name, address, status: statusOf(row), time: time?.toString(), occurrence };
  const weight = quiet.has(code) ? 'quiet' : undefined;
  return { code, path: time === undefined ? path : `${path}.trackStatusTime`, values, weight };
}

/** A reason that is a row's. */
export type RowReason = Extract<DeliveryReason, { readonly code: RowCode }>;

/** A row's status as people look for it: `3 (accepted)`. */
function statusOf(row: Recipient): string {
  if (row.trackStatus !== undefined) return `${codeOf(TrackStatus, row.trackStatus)} (${row.trackStatus})`;
  const state = row.properties.state(recipientProperties.trackStatus);
  if (state === 'not-captured') return 'not captured';
  return state === 'absent' ? 'absent' : 'unreadable';
}
