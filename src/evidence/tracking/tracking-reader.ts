import { checkArgument, checkOptions } from '../../arguments/check';
import { someBytes } from '../../bytes/is-bytes';
import { AnomalyLog } from '../../damage/anomaly';
import { defaultLimits } from '../../damage/errors';
import type { ReportDamage } from '../../damage/anomaly';
import { latin1Text } from '../../mapi/values/code-page';
import { FileTime } from '../../mapi/values/file-time';
import { eventOf, lastColumn, LineFields, namedColumns, timeOf, usualColumns } from './tracking-lines';
import type { Columns } from './tracking-lines';
import { trackingKinds } from './tracking-options';
import type { TrackingOptions } from './tracking-options';
import { byMessage, domainOf, isServerOf, normaliseMessageId } from './tracking-log';
import type { Handover, TrackedEvent, TrackingLog } from './tracking-log';

const NEWLINE = 10;
const RETURN = 13;
const HASH = 35;
const TRANSFERRED = 1031;
/** Bytes: a line that is longer is none, and what every event has takes more, as the names of its columns do. */
const LONGEST_REST = 1_048_576;
const SHORTEST_EVENT = 16;
const SHORTEST_HEADER = 40;
const TICKS_PER_MINUTE = 600_000_000n;

/**
 * Reads message tracking logs piece by piece, one file after the other: `begin` a file, `take` its bytes, `end` it.
 * `log` returns what was kept. Memory grows with the lines that are kept, not with those that are read.
 */
export class TrackingReader {
  readonly #anomalies: AnomalyLog;
  readonly #recipients: ReadonlySet<string> | undefined;
  readonly #domains: ReadonlySet<string> | undefined;
  readonly #events: TrackedEvent[] = [];
  readonly #handovers = new Map<string, Map<bigint, string[]>>();
  readonly #servers = new Set<string>();
  readonly #fields = new LineFields();
  #columns: Columns = usualColumns;
  #lastColumn = lastColumn(usualColumns);
  #rest = new Uint8Array(0);
  #file: string | undefined;
  /** Where what is taken next begins in the file. */
  #offset = 0;
  #isFirstLine = true;
  #lines = 0;
  #first: FileTime | undefined;
  #last: FileTime | undefined;
  #report: ReportDamage;

  constructor(options: TrackingOptions = {}) {
    checkOptions('TrackingReader', options, trackingKinds);
    const { recipients, strict = false } = options;
    this.#anomalies = new AnomalyLog(strict, defaultLimits.anomalies);
    this.#report = this.#anomalies.at('');
    this.#recipients = recipients;
    this.#domains = recipients && new Set([...recipients].flatMap((address) => domainOf(address) ?? []));
  }

  /** Begins the next file. Anomalies in it have its name as their path. */
  begin(name?: string): void {
    this.#columns = usualColumns;
    this.#lastColumn = lastColumn(usualColumns);
    this.#rest = new Uint8Array(0);
    this.#file = name;
    this.#offset = 0;
    this.#isFirstLine = true;
    this.#report = this.#anomalies.at(name ?? '');
  }

  /** Takes the next bytes of the file. */
  take(chunk: Uint8Array): void {
    checkArgument('TrackingReader.take', 'The bytes', chunk, someBytes);
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + chunk.length);
      bytes.set(this.#rest);
      bytes.set(chunk, this.#rest.length);
    }
    let start = 0;
    let last = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.#takeLine(bytes, start, end);
      last = start;
      start = end + 1;
    }
    if (start > 0) this.#noteTime(bytes, last, start - 1);
    this.#offset += start;
    this.#rest = bytes.slice(start);
    if (this.#rest.length > LONGEST_REST) this.#drop();
  }

  /** Ends the file. Its last line may lack a newline. */
  end(): void {
    if (this.#rest.length > 0) {
      this.#takeLine(this.#rest, 0, this.#rest.length);
      this.#noteTime(this.#rest, 0, this.#rest.length);
    }
    this.#rest = new Uint8Array(0);
  }

  /** Returns what was kept of all files. */
  log(): TrackingLog {
    const handovers = new Map<string, Handover[]>();
    for (const [domain, minutes] of this.#handovers)
      handovers.set(
        domain,
        [...minutes].map(([minute, messageIds]) => ({
          time: new FileTime(minute * TICKS_PER_MINUTE),
          messageIds,
        })),
      );
    const events = [...this.#events].sort((one, other) => compare(one.time, other.time));
    return {
      kind: 'tracking-log',
      events,
      byMessage: byMessage(events),
      handovers,
      servers: this.#servers,
      first: this.#first,
      last: this.#last,
      lines: this.#lines,
      anomalies: this.#anomalies.anomalies,
      suppressedAnomalies: this.#anomalies.suppressed,
    };
  }

  #drop(): void {
    const what = `A line of more than ${LONGEST_REST} bytes was left out`;
    this.#report('tracking-line', what, { offset: this.#offset });
    this.#offset += this.#rest.length;
    this.#rest = new Uint8Array(0);
  }

  #takeLine(bytes: Uint8Array, start: number, newline: number): void {
    const end = newline > start && bytes[newline - 1] === RETURN ? newline - 1 : newline;
    if (end === start) return;
    if (bytes[start] !== HASH) this.#takeEvent(bytes, start, end);
    else if (end - start >= SHORTEST_HEADER) this.#takeHeader(bytes.subarray(start, end));
  }

  #takeHeader(bytes: Uint8Array): void {
    this.#columns = namedColumns(latin1Text(bytes)) ?? this.#columns;
    this.#lastColumn = lastColumn(this.#columns);
  }

  #takeEvent(bytes: Uint8Array, start: number, end: number): void {
    this.#lines += 1;
    if (this.#isFirstLine) this.#noteTime(bytes, start, end);
    this.#isFirstLine = false;
    if (end - start < SHORTEST_EVENT) {
      if (this.#recipients === undefined) this.#leaveOut(this.#offset + start);
      return;
    }
    const fields = this.#fields.of(bytes.subarray(start, end), this.#lastColumn);
    const recipient = fields.text(this.#columns['recipient-address'])?.toLowerCase();
    const isKept = isAmong(this.#recipients, recipient);
    const domain = domainOf(recipient);
    const isOfDomain = isAmong(this.#domains, domain);
    if (!isKept && !isOfDomain) return;
    const offset = this.#offset + start;
    const event = eventOf(fields, this.#columns, { file: this.#file, offset });
    if (event === undefined) this.#leaveOut(offset);
    else this.#keep(event, isKept, isOfDomain ? domain : undefined);
  }

  #keep(event: TrackedEvent, isKept: boolean, domain: string | undefined): void {
    if (isKept) this.#events.push(event);
    if (event.server !== undefined) this.#servers.add(event.server.toLowerCase());
    if (domain === undefined || event.event !== TRANSFERRED) return;
    if (isServerOf(event.partner, event.recipient?.toLowerCase())) this.#noteHandover(domain, event);
  }

  #leaveOut(offset: number): void {
    this.#report('tracking-line', 'A line lacks its time, its event or its MSGID', { offset });
  }

  /** The first and the last time: lines stand in the order of time, so the first and the last of what comes will do. */
  #noteTime(bytes: Uint8Array, start: number, end: number): void {
    if (bytes[start] === HASH) return;
    const { date, time: clock } = this.#columns;
    const fields = this.#fields.of(bytes.subarray(start, end), Math.max(date, clock));
    const time = timeOf(fields.text(date), fields.text(clock));
    if (time === undefined) return;
    if (this.#first === undefined || time.ticks < this.#first.ticks) this.#first = time;
    if (this.#last === undefined || time.ticks > this.#last.ticks) this.#last = time;
  }

  #noteHandover(domain: string, { time, messageId }: TrackedEvent): void {
    const minutes = this.#handovers.get(domain) ?? new Map<bigint, string[]>();
    this.#handovers.set(domain, minutes);
    const minute = time.ticks / TICKS_PER_MINUTE;
    const ids = minutes.get(minute) ?? [];
    minutes.set(minute, ids);
    const id = normaliseMessageId(messageId);
    if (ids.length < 2 && !ids.includes(id)) ids.push(id);
  }
}

/** Whether a value is one of those that are asked for; if nothing is asked for, all are. */
function isAmong(wanted: ReadonlySet<string> | undefined, value: string | undefined): boolean {
  return wanted === undefined || (value !== undefined && wanted.has(value));
}

function compare(one: FileTime, other: FileTime): number {
  return one.ticks < other.ticks ? -1 : one.ticks > other.ticks ? 1 : 0;
}
