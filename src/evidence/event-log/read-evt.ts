import type { AnomalyLog, ReportDamage } from '../../damage/anomaly';
import { decodeEndRecord, decodeEvtHeader, findEndRecord, EVT_HEADER_LENGTH } from './evt-header';
import type { LogExtent } from './evt-header';
import { decodeEvtRecord, recordNumberOf } from './evt-record';
import type { LoggedEvent } from './logged-event';
import { RecordRing } from './record-ring';
import type { FoundRecord } from './record-ring';

/** Reads the events of an .evt log, the oldest first. Damage is recorded and every intact record comes back. */
export function readEvt(bytes: Uint8Array, log: AnomalyLog): LoggedEvent[] {
  const report = log.at('');
  const extent = extentOf(bytes, report);
  const records = extent === undefined ? sweep(bytes) : recordsOf(bytes, extent, report);
  return records.map(({ bytes: record, offset }, index) =>
    decodeEvtRecord(record, offset, log.at(`events[${index}]`)),
  );
}

/** Where the records lie: by the header, or by the end record where the header cannot be trusted. */
function extentOf(bytes: Uint8Array, report: ReportDamage): LogExtent | undefined {
  const header = decodeEvtHeader(bytes);
  if (header === undefined) {
    report(
      'evt-header-short',
      `The file has ${bytes.length} bytes, the header alone has ${EVT_HEADER_LENGTH}`,
    );
    return undefined;
  }
  if (header.wrongField !== undefined)
    report('evt-header-field', `The header has ${header.wrongField}`, { offset: 0 });
  if (header.isDirty) report('evt-dirty', 'The log was not closed', { offset: 36 });
  const isSound = header.wrongField === undefined && !header.isDirty;
  if (isSound && decodeEndRecord(bytes, header.end) !== undefined) return header;
  const found = findEndRecord(bytes);
  if (found === undefined) {
    const isCut = header.wrongField === undefined && Math.max(header.start, header.end) >= bytes.length;
    if (isCut) report('evt-file-cut', `The file ends at ${bytes.length}, but its log at ${header.end}`);
    else report('evt-end-record-missing', 'The file has no end record');
    return undefined;
  }
  if (isSound) report('evt-header-field', `The end record is at ${found.end}, expected at ${header.end}`);
  return found;
}

/** The records from the oldest to the end record; the whole file is searched if some of them are missing. */
function recordsOf(bytes: Uint8Array, extent: LogExtent, report: ReportDamage): FoundRecord[] {
  const expected = extent.oldestNumber === 0 ? 0 : (extent.nextNumber - extent.oldestNumber) >>> 0;
  const records = walk(bytes, extent, report);
  if (records.length === expected) {
    checkNumbers(records, extent, report);
    return records;
  }
  const others = sweep(bytes).filter(({ bytes: record }) => isWithin(recordNumberOf(record), extent));
  const all = merged(records, others);
  if (all.length !== expected) {
    const found = `${all.length} records were found`;
    report('evt-record-count', `The log counts ${expected} records; ${found}`);
  }
  return all;
}

/** Each record has the number that follows that of the one before. */
function checkNumbers(
  records: readonly FoundRecord[],
  { oldestNumber }: LogExtent,
  report: ReportDamage,
): void {
  records.forEach(({ bytes: record, offset }, index) => {
    const number = recordNumberOf(record);
    const expected = (oldestNumber + index) >>> 0;
    if (number === expected) return;
    report('evt-record-field', `Record ${number} is where record ${expected} should be`, { offset });
  });
}

function isWithin(number: number, { oldestNumber, nextNumber }: LogExtent): boolean {
  return number >= oldestNumber && number < nextNumber;
}

/** Both lists without what is in both, by number. */
function merged(records: readonly FoundRecord[], others: readonly FoundRecord[]): FoundRecord[] {
  const offsets = new Set(records.map(({ offset }) => offset));
  const all = [...records, ...others.filter(({ offset }) => !offsets.has(offset))];
  return all
    .map((record) => ({ record, number: recordNumberOf(record.bytes) }))
    .sort((left, right) => left.number - right.number)
    .map(({ record }) => record);
}

/** Follows the records from the start; where one is damaged, the next is looked for four bytes on. */
function walk(bytes: Uint8Array, { start, end }: LogExtent, report: ReportDamage): FoundRecord[] {
  const ring = new RecordRing(bytes);
  const records: FoundRecord[] = [];
  let hasWrapped = start <= end;
  let damagedFrom: number | undefined;
  let offset = start;
  const isAtEnd = (): boolean => hasWrapped && offset >= end;
  while (!isAtEnd()) {
    const settled = hasWrapped ? offset : ring.settle(offset);
    const isBehindFile = hasWrapped && offset >= bytes.length;
    if (isBehindFile) break;
    if (settled < offset) {
      hasWrapped = true;
      offset = settled;
      continue;
    }
    const record = ring.recordAt(offset, !hasWrapped);
    if (record === undefined) {
      damagedFrom ??= offset;
      offset += 4;
      continue;
    }
    if (damagedFrom !== undefined) reportDamage(damagedFrom, offset, report);
    damagedFrom = undefined;
    records.push(record);
    if (record.next < offset) hasWrapped = true;
    offset = record.next;
  }
  if (damagedFrom !== undefined) reportDamage(damagedFrom, offset, report);
  return records;
}

function reportDamage(from: number, to: number, report: ReportDamage): void {
  report('evt-record-damaged', `No record between ${from} and ${to}`, { offset: from });
}

/** Every whole record in the file by its signature, wherever the log begins and ends; by number. */
function sweep(bytes: Uint8Array): FoundRecord[] {
  const ring = new RecordRing(bytes);
  const records: FoundRecord[] = [];
  let offset = EVT_HEADER_LENGTH;
  while (offset < bytes.length) {
    const record = ring.recordAt(offset, true);
    const isSplit = record !== undefined && record.next < offset;
    // the rest of a split record lies before every other record
    if (record !== undefined && (!isSplit || record.next <= (records[0]?.offset ?? offset)))
      records.push(record);
    offset = record === undefined || isSplit ? offset + 4 : record.next;
  }
  return merged(records, []);
}
