// The verdicts that docs/rules/cancellation-delivery.md asks for, worked out without the rule.

/** A time of a row in ticks; `damaged`: an error or another type stands in its place. */
type TimeCell = bigint | 'absent' | 'damaged';

export interface RowCase {
  /** PR_RECIPIENT_FLAGS; undefined: no such cell. */
  readonly flags: number | undefined;
  /** Whether the address is the item's PR_SENT_REPRESENTING or PR_SENDER. */
  readonly isSender?: boolean;
  readonly isResource?: boolean;
  /** PR_ADDRTYPE; `''`: nothing known. */
  readonly addressType: string;
  /** PR_DISPLAY_TYPE. */
  readonly displayType?: number;
  readonly status: number | 'absent' | 'damaged';
  readonly time: TimeCell;
  /** Whether a reply of this person is at hand, or the caller names them. */
  readonly hasReplied?: boolean;
  /** Whether the report at hand names this person. */
  readonly isReported?: boolean;
}

export interface TableCase {
  readonly stateFlags: number | undefined;
  readonly responseStatus: number | undefined;
  readonly rows: readonly RowCase[];
  /** Whether an anomaly of severity error lies in the table. */
  readonly isDamaged?: boolean;
}

/** An event of a log, seen from the item. */
export interface EventCase {
  readonly source: string;
  readonly category: string;
  readonly call: string;
  readonly code: number;
  /** Seconds from the moment by which the item is matched to the event; undefined: the event has no time. */
  readonly after: number | undefined;
  /** Whether it is known how far the event's time is from UTC. */
  readonly isZoneKnown: boolean;
  /** Whether MDB, FID and MID are those of the item, where the item's are known. */
  readonly ids: 'unknown' | 'same' | 'other';
  /** Which message failed; left out: always the same one. */
  readonly message?: string;
}

/** What tells when an item was last sent. `saved`: its times are those of the file; `none`: it has no time at all. */
export type SendingCase = 'submit' | 'critical' | 'modified' | 'saved' | 'none';

/** A non-delivery report, seen from the item. */
export interface ReportCase {
  readonly status: string;
  readonly action: 'failed' | 'delayed' | undefined;
  /** The subject of its message: the item's; behind a prefix of updates; behind another; another one; not told. */
  readonly subject: 'bare' | 'update' | 'reply' | 'other' | 'none';
  /** Whether it names whom the message did not reach. */
  readonly namesRecipient: boolean;
  /** Seconds from the moment by which the item is matched to that of its message; undefined: not told. */
  readonly sent: number | undefined;
}

export interface ItemCase extends TableCase {
  readonly messageClass: string;
  /** Whether any property that transport adds is there. */
  readonly isReceived: boolean;
  readonly exceptions: readonly TableCase[];
  readonly events: readonly EventCase[];
  /** Default `modified`. A submission counts on a request or a cancellation only. */
  readonly sending?: SendingCase;
  readonly report: ReportCase | undefined;
}

export type RowVerdict =
  'not-judged' | 'defect' | 'suspect' | 'healthy' | 'unanswered' | 'status-lost' | 'undetermined';
export type ItemVerdict =
  'confirmed' | 'likely' | 'possible' | 'undetermined' | 'unlikely' | 'not-applicable';

type Copy = 'organizer' | 'attendee' | 'unknown';
type Role = Copy | 'unstated';

const HOUR = 3600;
/** Seconds from the moment by which items are matched to their creation: eleven days before. */
const CREATED = -11 * 24 * HOUR;
const TICKS_PER_HOUR = 36_000_000_000n;
const NO_DATE = 0x0cb34557a3dd4000n;
const YEAR_10000 = 2_650_467_744_000_000_000n;
const E_FAIL = -2147467259;
const gravest: readonly ItemVerdict[] = ['confirmed', 'likely', 'possible', 'undetermined', 'unlikely'];

/** Section 5, the first table, behind its gates. */
export function rowVerdict(row: RowCase, copy: Copy): RowVerdict {
  if (copy === 'attendee' || isGated(row)) return 'not-judged';
  const { time, status } = row;
  if (time === 'damaged') return 'undetermined';
  if (time === 'absent') return verdictWithoutTime(status, row.hasReplied === true);
  if (time === 0n) return 'defect';
  if (time === NO_DATE) return 'healthy';
  return time < 38n * TICKS_PER_HOUR || time >= YEAR_10000 ? 'suspect' : 'healthy';
}

/** The table names no status that cannot be read; it is not one of those that make a row healthy or unanswered. */
function verdictWithoutTime(status: RowCase['status'], hasReplied: boolean): RowVerdict {
  if (status === 'damaged') return 'undetermined';
  if (status !== 'absent' && status !== 0) return 'healthy';
  return hasReplied ? 'status-lost' : 'unanswered';
}

/** The organizer, the sender, and whoever was removed from the exception. */
function isGated({ flags = 0, isSender = false }: RowCase): boolean {
  return isSender || (flags & 0x22) !== 0;
}

function isExternal(row: RowCase): boolean {
  if (isGated(row)) return false;
  return row.displayType === 6 || row.addressType === 'SMTP';
}

/** Whose copy the state flags and the response status say it is: a contradiction is an unknown copy. */
function statedCopy({ stateFlags, responseStatus }: TableCase): Role {
  const said = new Set<Role>();
  if (stateFlags === 1 || stateFlags === 5) said.add('organizer');
  if (stateFlags === 3 || stateFlags === 7) said.add('attendee');
  if (responseStatus === 1) said.add('organizer');
  if (responseStatus !== undefined && responseStatus >= 2) said.add('attendee');
  const [role = 'unstated'] = said;
  return said.size > 1 ? 'unknown' : role;
}

/** On calendar items and exceptions: what is stated, else a resource, else what the series says. */
function calendarCopy(table: TableCase, inherited: Copy): Copy {
  const stated = statedCopy(table);
  if (stated !== 'unstated') return stated;
  return table.rows.some(({ isResource }) => isResource === true) ? 'organizer' : inherited;
}

function kindOf(messageClass: string): 'calendar' | 'message' | undefined {
  const name = messageClass.trimEnd().toLowerCase();
  const begins = (...prefixes: readonly string[]): boolean =>
    prefixes.some((prefix) => name.startsWith(prefix));
  if (begins('ipm.appointment', 'ipm.ole.class.{00061055-0000-0000-c000-000000000046}')) return 'calendar';
  return begins('ipm.schedule.meeting.request', 'ipm.schedule.meeting.canceled') ? 'message' : undefined;
}

/** Section 6 of the facts on the defect: this call and code, by source and category. */
function isOfDefect({ source, category, call, code }: EventCase): boolean {
  if (source !== 'MSExchangeTransport' || category !== 'Exchange Store Driver') return false;
  return call === 'EcGetMime' && code === E_FAIL;
}

/** The facts on delivery evidence, section 2: what the item is matched by. */
function sendingOf({ sending = 'modified', messageClass }: ItemCase): SendingCase {
  return sending === 'submit' && kindOf(messageClass) !== 'message' ? 'modified' : sending;
}

/** Section 2: within 72 hours after that; the 14 hours of a zone that is not known make nothing surer. */
function isInWindow(item: ItemCase, { after, isZoneKnown, ids }: EventCase): boolean {
  if (ids !== 'unknown') return ids === 'same';
  if (['saved', 'none'].includes(sendingOf(item)) || after === undefined) return false;
  return isZoneKnown && after >= 0 && after <= 72 * HOUR;
}

/** Section 3: by the numbers; or the first failure of one message, alone in the two minutes after a submission. */
function isProvenByEvent(item: ItemCase, events: readonly EventCase[]): boolean {
  if (events.some(({ ids }) => ids !== 'unknown')) return events.some(({ ids }) => ids === 'same');
  if (sendingOf(item) !== 'submit') return false;
  const timed = events.flatMap(({ after, isZoneKnown, message = '' }) =>
    after !== undefined && isZoneKnown ? [{ after, message }] : [],
  );
  const within = timed.filter(({ after }) => after >= 0 && after <= 120);
  const messages = new Set(within.map(({ message }) => message));
  return messages.size === 1 && timed.every(({ after, message }) => after >= 0 || !messages.has(message));
}

/** Section 3: 4.4.7 that is no warning, for this subject; section 2: its time. Whether for a recipient, the rows say. */
function isReportOfUpdate(item: ItemCase): boolean {
  const { report } = item;
  if (report?.status !== '4.4.7' || report.action === 'delayed' || !report.namesRecipient) return false;
  if (report.subject !== 'bare' && report.subject !== 'update') return false;
  if (report.sent === undefined) return true;
  if (sendingOf(item) === 'submit') return Math.abs(Math.floor(report.sent / 60)) <= 1;
  return report.sent > CREATED;
}

interface Proof {
  readonly hasEvent: boolean;
  readonly isProven: boolean;
  readonly isReported: boolean;
}

/** Section 5, the second table, for the series or one exception. */
function tableVerdict(table: TableCase, copy: Copy, proof: Proof): ItemVerdict {
  if (copy === 'attendee') return 'undetermined';
  const verdicts = new Set(table.rows.map((row) => rowVerdict(row, copy)));
  if (verdicts.has('defect') && copy === 'organizer' && table.rows.some(isExternal))
    return proof.isProven || isReportedOf(table, proof) ? 'confirmed' : 'likely';
  if (isPossible(verdicts, proof) || table.rows.some(isUnjudgedZero)) return 'possible';
  const isOpen = table.isDamaged === true || verdicts.has('undetermined') || copy === 'unknown';
  return isOpen ? 'undetermined' : 'unlikely';
}

function isReportedOf({ rows }: TableCase, { isReported }: Proof): boolean {
  return isReported && rows.some((row) => row.isReported === true);
}

/** Section 4: a zero in a row that is not judged is still a value that cannot be converted. */
function isUnjudgedZero(row: RowCase): boolean {
  return isGated(row) && row.time === 0n;
}

function isPossible(verdicts: ReadonlySet<RowVerdict>, { hasEvent }: Proof): boolean {
  const worst: readonly RowVerdict[] = ['defect', 'suspect', 'status-lost'];
  return worst.some((verdict) => verdicts.has(verdict)) || (verdicts.has('undetermined') && hasEvent);
}

/** Not a meeting: asfMeeting is not set, and nobody but the organizer lists the page at table. */
function isOwnAppointment({ messageClass, stateFlags, rows, exceptions }: ItemCase): boolean {
  if (!messageClass.toLowerCase().startsWith('ipm.appointment')) return false;
  return stateFlags === 0 && rows.every(isGated) && exceptions.length === 0;
}

/** The copy of the item itself. */
export function itemCopy(item: ItemCase): Copy {
  if (kindOf(item.messageClass) === 'message') return item.isReceived ? 'attendee' : 'organizer';
  return calendarCopy(item, 'unknown');
}

/** The copy of an exception. Its own flags tell on calendar items only. */
function exceptionCopy(item: ItemCase, exception: TableCase): Copy {
  const copy = itemCopy(item);
  return kindOf(item.messageClass) === 'message' ? copy : calendarCopy(exception, copy);
}

/** The verdict on an item: of the series and of every exception the gravest. */
export function itemVerdict(item: ItemCase): ItemVerdict {
  const kind = kindOf(item.messageClass);
  if (kind === undefined || isOwnAppointment(item)) return 'not-applicable';
  const events = item.events.filter(isOfDefect);
  const proof = {
    hasEvent: events.some((event) => isInWindow(item, event)) || isProvenByEvent(item, events),
    isProven: isProvenByEvent(item, events),
    isReported: isReportOfUpdate(item),
  };
  if ([item, ...item.exceptions].every(({ rows }) => rows.length === 0)) return 'undetermined';
  const own = tableVerdict(item, itemCopy(item), proof);
  const others = item.exceptions.map((table) => tableVerdict(table, exceptionCopy(item, table), proof));
  return gravest.find((verdict) => [own, ...others].includes(verdict)) ?? 'undetermined';
}
