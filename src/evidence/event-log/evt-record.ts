import type { ReportDamage } from '../../damage/anomaly';
import { ByteReader } from '../../bytes/byte-reader';
import { enumeration, labelOf, nameOf } from '../../mapi/definitions/enumeration';
import { FileTime } from '../../mapi/values/file-time';
import { decodeUtf16 } from '../../mapi/values/utf16';
import type { LoggedEvent } from './logged-event';
import { failureOfStrings, isStoreCall, noStoreFailure } from './store-failure';

// A record of an .evt log (EVENTLOGRECORD)

export const FIXED_LENGTH = 56;
/** The fixed part and the length that is repeated at the end. */
export const SHORTEST_RECORD = FIXED_LENGTH + 4;

const EVENT_CODE = 0xffff;

/** How grave an event is. */
const EventType = enumeration({
  success: [0x0, 'EVENTLOG_SUCCESS'],
  error: [0x1, 'EVENTLOG_ERROR_TYPE'],
  warning: [0x2, 'EVENTLOG_WARNING_TYPE'],
  information: [0x4, 'EVENTLOG_INFORMATION_TYPE'],
  auditSuccess: [0x8, 'EVENTLOG_AUDIT_SUCCESS'],
  auditFailure: [0x10, 'EVENTLOG_AUDIT_FAILURE'],
});

interface FixedPart {
  readonly recordNumber: number;
  readonly generated: number;
  readonly identifier: number;
  readonly type: number;
  readonly stringCount: number;
  readonly category: number;
  readonly stringOffset: number;
  readonly sid: ByteRange;
  readonly data: ByteRange;
}

/** Decodes a whole record, from its length to its repeated length; `offset` is its place in the file. */
export function decodeEvtRecord(record: Uint8Array, offset: number, report: ReportDamage): LoggedEvent {
  const fixed = decodeFixedPart(record);
  const { texts: names, end: namesEnd } = readTexts(record, FIXED_LENGTH, 2);
  const { texts: strings, end: stringsEnd } = readTexts(record, fixed.stringOffset, fixed.stringCount);
  if (names.length < 2) report('evt-record-field', 'Source and computer name have no end', { offset });
  const type = nameOf(EventType, fixed.type);
  if (labelOf(EventType, type) === undefined)
    report('evt-record-field', `Record ${fixed.recordNumber} has the type ${type}, which no event has`, {
      offset,
    });
  if (strings.length < fixed.stringCount) {
    report(
      'evt-record-field',
      `Record ${fixed.recordNumber} states ${fixed.stringCount} strings, but has ${strings.length}`,
      { offset },
    );
  }
  const read = [
    { start: 0, end: namesEnd },
    { start: fixed.stringOffset, end: stringsEnd },
    fixed.sid,
    fixed.data,
  ];
  reportUnread(record, read, fixed.recordNumber, (what) => {
    report('evt-record-field', what, { offset });
  });
  return {
    ...(isStoreCall(strings[0]?.trim()) ? failureOfStrings(strings) : noStoreFailure),
    time: { time: fromUnixSeconds(fixed.generated), alternative: undefined, zone: 'utc' },
    source: names[0],
    category: fixed.category,
    id: fixed.identifier & EVENT_CODE,
    type,
    computer: names[1],
    recordNumber: fixed.recordNumber,
    strings,
    text: undefined,
    origin: { offset },
  };
}

/** Where the bytes of a record that a field holds begin, and where they end. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Says what of a record lies outside it, and what no field holds, unless that is zeros, which fill it up. */
function reportUnread(
  record: Uint8Array,
  ranges: readonly ByteRange[],
  recordNumber: number,
  report: (what: string) => void,
): void {
  const limit = record.length - 4; // before the length that is repeated
  const held = ranges.filter(({ start, end }) => end > start);
  if (held.some(({ end }) => end > limit))
    report(`Record ${recordNumber} has ${limit} bytes before its end, but one of its fields ends after them`);
  let unread = 0;
  let overlaps = false;
  let at = 0;
  for (const { start, end } of [...held, { start: limit, end: limit }].sort((a, b) => a.start - b.start)) {
    if (start > at) unread += record.subarray(at, Math.min(start, limit)).filter((byte) => byte !== 0).length;
    overlaps ||= start < Math.min(at, limit);
    at = Math.max(at, end);
  }
  if (overlaps) report(`Record ${recordNumber} has fields that overlap`);
  if (unread > 0)
    report(`Record ${recordNumber} has ${unread} bytes other than 0 that belong to none of its fields`);
}

/** The number of a record, which tells the order in which they were written. */
export function recordNumberOf(record: Uint8Array): number {
  return new ByteReader(record, 8).u32();
}

function decodeFixedPart(record: Uint8Array): FixedPart {
  const reader = new ByteReader(record, 8); // behind length and signature
  const recordNumber = reader.u32();
  const generated = reader.u32();
  reader.skip(4); // time written
  const identifier = reader.u32();
  const type = reader.u16();
  const stringCount = reader.u16();
  const category = reader.u16();
  reader.skip(2); // reserved flags
  reader.skip(4); // closing record number
  const stringOffset = reader.u32();
  const sid = rangeIn(reader);
  const data = rangeIn(reader);
  return { recordNumber, generated, identifier, type, stringCount, category, stringOffset, sid, data };
}

/** A size and an offset; an offset may point anywhere where the size is 0. */
function rangeIn(reader: ByteReader): ByteRange {
  const size = reader.u32();
  const start = reader.u32();
  return { start, end: start + size };
}

function fromUnixSeconds(seconds: number): FileTime {
  return FileTime.fromDate(new Date(seconds * 1000));
}

/** Up to `count` texts of UTF-16 that each end with a zero, from a place on; fewer where the record ends before. */
function readTexts(record: Uint8Array, start: number, count: number): { texts: string[]; end: number } {
  const limit = record.length - 4;
  const texts: string[] = [];
  let from = start;
  while (texts.length < count && from >= FIXED_LENGTH && from < limit) {
    let end = from;
    while (end + 1 < limit && (record[end] !== 0 || record[end + 1] !== 0)) end += 2;
    if (end + 1 >= limit) break;
    texts.push(decodeUtf16(record.subarray(from, end)) ?? '');
    from = end + 2;
  }
  return { texts, end: from };
}
