import { textDecoder } from '../../bytes/text-codec';
import { FileTime } from '../../mapi/values/file-time';
import { decodeString8 } from '../../mapi/values/code-page';
import type { TrackedEvent } from './tracking-log';

// KB 246965: a text of columns parted by tabs, whose names a line of the header tells

const TAB = 9;
/** Bytes: what is longer is no line of a log. */
const LONGEST_LINE = 65_536;
const WINDOWS_1252 = 1252;

/** Where each column stands that is read. */
export type Columns = Readonly<Record<ColumnName, number>>;
type ColumnName = (typeof columnNames)[number];

const columnNames = [
  'date',
  'time',
  'partner-name',
  'server-hostname',
  'recipient-address',
  'event-id',
  'msgid',
  'message-subject',
  'sender-address',
] as const;

/** How the columns stand where no header names them. */
export const usualColumns: Columns = {
  date: 0,
  time: 1,
  'partner-name': 4,
  'server-hostname': 5,
  'recipient-address': 7,
  'event-id': 8,
  msgid: 9,
  'message-subject': 18,
  'sender-address': 19,
};
const USUAL_COUNT = 20;

/** The last of the columns that are read. */
export function lastColumn(columns: Columns): number {
  return Math.max(...Object.values(columns));
}

/** Those without which a line says nothing. */
const decisive = ['date', 'time', 'recipient-address', 'event-id', 'msgid'] as const;

/** The columns as a line of the header names them; undefined: it is another line. */
export function namedColumns(header: string): Columns | undefined {
  const names = header
    .replace(/^#\s*/, '')
    .split('\t')
    .map((name) => name.trim().toLowerCase());
  if (names.length < decisive.length) return undefined;
  const places = columnNames.map((name) => [name, names.indexOf(name)] as const);
  const isNamed = (wanted: ColumnName): boolean => places.some(([name, at]) => name === wanted && at >= 0);
  return decisive.every(isNamed) ? (Object.fromEntries(places) as Columns) : undefined;
}

/** Whether a line without a header before it is one of a tracking log: twenty columns, and a number in the ninth. */
export function isBareLine(line: string): boolean {
  const fields = line.slice(0, LONGEST_LINE).split('\t');
  const isDated = /^\d{4}-\d{1,2}-\d{1,2}$/.test(fields[0] ?? '');
  return fields.length === USUAL_COUNT && isDated && /^\d{1,5}$/.test(fields[usualColumns['event-id']] ?? '');
}

/** Finds the fields of a line in bytes, so that a line of which nothing is wanted is never decoded. */
export class LineFields {
  readonly #tabs: number[] = [];
  #line: Uint8Array = new Uint8Array(0);

  /** Looks at a line as far as a column. */
  of(line: Uint8Array, lastColumn: number): this {
    this.#line = line;
    this.#tabs.length = 0;
    for (let tab = line.indexOf(TAB); tab >= 0; tab = line.indexOf(TAB, tab + 1)) {
      this.#tabs.push(tab);
      if (this.#tabs.length > lastColumn) break;
    }
    return this;
  }

  /** The text of a column; undefined: there is none, or it is `-`, which stands for an empty field. */
  text(column: number): string | undefined {
    if (column < 0 || column > this.#tabs.length) return undefined;
    const from = column === 0 ? 0 : (this.#tabs[column - 1] ?? this.#line.length) + 1;
    const to = this.#tabs[column] ?? this.#line.length;
    if (to <= from) return undefined;
    const text = decoded(this.#line.subarray(from, to)).trim();
    return text === '' || text === '-' ? undefined : text;
  }
}

const utf8 = /* @__PURE__ */ textDecoder();

/** UTF-8, else the code page of Western Europe. An exception for each field would take longer than all else. */
function decoded(bytes: Uint8Array): string {
  const text = utf8.decode(bytes);
  return text.includes('\ufffd') ? (decodeString8(bytes, WINDOWS_1252) ?? text) : text;
}

/** The time of a line: `2008-8-20` and `11:44:5 GMT`, padded or not. */
export function timeOf(date = '', time = ''): FileTime | undefined {
  const day = numbersOf(/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date));
  const clock = numbersOf(/^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:\s*(?:GMT|UTC|Z))?$/i.exec(time));
  if (day === undefined || clock === undefined) return undefined;
  const [year, month, dayOfMonth] = day;
  const [hour, minute, second] = clock;
  const moment = new Date(Date.UTC(year, month - 1, dayOfMonth, hour, minute, second));
  // what a calendar does not have comes out as another moment
  const isReal = moment.getUTCDate() === dayOfMonth && moment.getUTCHours() === hour && year >= 1601;
  return isReal && minute < 60 && second < 60 ? FileTime.fromDate(moment) : undefined;
}

function numbersOf(match: RegExpExecArray | null): [number, number, number] | undefined {
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** The event of a line; undefined: it lacks what every event has. */
export function eventOf(
  fields: LineFields,
  columns: Columns,
  place: Pick<TrackedEvent, 'file' | 'offset'>,
): TrackedEvent | undefined {
  const time = timeOf(fields.text(columns.date), fields.text(columns.time));
  const event = fields.text(columns['event-id']) ?? '';
  const messageId = fields.text(columns.msgid);
  if (time === undefined || messageId === undefined || !/^\d{1,5}$/.test(event)) return undefined;
  return {
    time,
    event: Number(event),
    messageId,
    recipient: fields.text(columns['recipient-address']),
    sender: fields.text(columns['sender-address']),
    subject: fields.text(columns['message-subject']),
    partner: fields.text(columns['partner-name']),
    server: fields.text(columns['server-hostname']),
    ...place,
  };
}
