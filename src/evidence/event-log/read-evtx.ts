import type * as Evtx from '@ts-evtx/core';
import type { AnomalyLog, ReportDamage } from '../../damage/anomaly';
import { enumeration, nameOf } from '../../mapi/definitions/enumeration';
import { FileTime } from '../../mapi/values/file-time';
import { classicStrings } from './evtx-strings';
import { readRenderedEvent } from './evtx-xml';
import type { LoggedEvent } from './logged-event';
import { failureOfStrings, isStoreCall, noStoreFailure } from './store-failure';
import { missingPackage } from '../../damage/missing-package';

// .evtx logs, by way of @ts-evtx/core: it takes records apart, this file finds them.

const SIGNATURE = [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0x00];
/** The first half of `ElfChnk`. */
const CHUNK_SIGNATURE = 0x43666c45;
const FIRST_CHUNK = 0x1000;
const CHUNK_LENGTH = 0x10000;
const FIRST_RECORD = 0x200;
const SHORTEST_RECORD = 28;
const RECORD_SIGNATURE = 0x2a2a;

const Level = enumeration({
  logAlways: [0, 'LogAlways'],
  critical: [1, 'Critical'],
  error: [2, 'Error'],
  warning: [3, 'Warning'],
  information: [4, 'Informational'],
  verbose: [5, 'Verbose'],
});

/** Whether bytes begin as an .evtx log does. */
export function hasEvtxSignature(head: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => head[index] === byte);
}

/** Reads the events of an .evtx log. Rejects with an `UnsupportedError` where @ts-evtx/core is not installed. */
export async function readEvtx(bytes: Uint8Array, log: AnomalyLog): Promise<LoggedEvent[]> {
  const core = await loadLibrary();
  const report = log.at('');
  reportHeader(core, bytes, report);
  const events: LoggedEvent[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let chunk = FIRST_CHUNK; chunk + FIRST_RECORD < bytes.length; chunk += CHUNK_LENGTH) {
    if (view.getBigUint64(chunk, true) === 0n) continue; // a chunk that was never used
    const reader = new core.BinaryReader(bytes);
    const header = new core.ChunkHeader(reader, chunk);
    for (const offset of recordOffsets(view, chunk, report)) {
      const event = readRecord(() => new core.Record(reader, offset, header), offset);
      if (event === undefined)
        report('evtx-record-damaged', '@ts-evtx/core cannot read the record', { offset });
      else events.push(event);
    }
  }
  return events;
}

async function loadLibrary(): Promise<typeof Evtx> {
  try {
    return await import('@ts-evtx/core');
  } catch {
    const otherwise = ' (on Node); or save the log from Event Viewer as text or CSV';
    throw missingPackage('evtx', '.evtx', '@ts-evtx/core@1.1.1', otherwise);
  }
}

function reportHeader(core: typeof Evtx, bytes: Uint8Array, report: ReportDamage): void {
  const isSound =
    bytes.length >= FIRST_CHUNK && new core.FileHeader(new core.BinaryReader(bytes), 0).verify();
  if (!isSound) report('evtx-header', 'The header of the log does not verify', { offset: 0 });
}

/** Where the records of a chunk begin: one behind the other; damage between them is skipped and reported. */
function recordOffsets(view: DataView, chunk: number, report: ReportDamage): number[] {
  if (view.getUint32(chunk, true) !== CHUNK_SIGNATURE) {
    report('evtx-record-damaged', 'A chunk does not begin as one', { offset: chunk });
    return [];
  }
  const free = view.getUint32(chunk + 0x30, true);
  const end = chunk + Math.min(free < FIRST_RECORD ? CHUNK_LENGTH : free, CHUNK_LENGTH);
  if (end > view.byteLength) report('evtx-record-damaged', 'The file ends in a chunk', { offset: chunk });
  const offsets: number[] = [];
  let damagedFrom: number | undefined;
  for (let offset = chunk + FIRST_RECORD; offset + SHORTEST_RECORD <= Math.min(end, view.byteLength);) {
    const length = recordLength(view, offset, end);
    if (length === undefined) {
      damagedFrom ??= offset;
      offset += 8;
      continue;
    }
    offsets.push(offset);
    offset += length;
  }
  if (damagedFrom !== undefined)
    report('evtx-record-damaged', 'What should be a record is none', { offset: damagedFrom });
  return offsets;
}

/** The length of the record at an offset, which is repeated at its end; undefined if there is none. */
function recordLength(view: DataView, offset: number, end: number): number | undefined {
  if (view.getUint32(offset, true) !== RECORD_SIGNATURE) return undefined;
  const length = view.getUint32(offset + 4, true);
  if (length < SHORTEST_RECORD || offset + length > Math.min(end, view.byteLength)) return undefined;
  return view.getUint32(offset + length - 4, true) === length ? length : undefined;
}

function readRecord(open: () => Evtx.Record, offset: number): LoggedEvent | undefined {
  try {
    return decodeRecord(open(), offset);
  } catch {
    return undefined; // whatever the library throws: the record is reported, the others are read
  }
}

function decodeRecord(record: Evtx.Record, offset: number): LoggedEvent | undefined {
  const rendered = readRenderedEvent(record.renderXml());
  if (rendered === undefined) return undefined;
  const strings = stringsOf(record) ?? rendered.data;
  return {
    ...(isStoreCall(strings[0]?.trim()) ? failureOfStrings(strings) : noStoreFailure),
    time: { time: new FileTime(record.timestamp()), alternative: undefined, zone: 'utc' },
    source: rendered.source,
    category: rendered.task,
    id: rendered.id,
    type: rendered.level === undefined ? undefined : nameOf(Level, rendered.level),
    computer: rendered.computer,
    recordNumber: Number(record.recordNum()),
    strings,
    text: undefined,
    origin: { offset },
  };
}

/** A value of a record that is binary XML of its own. */
interface Fragment {
  readonly bxmlData: Uint8Array;
  readonly baseOffset: number;
}

/** QUIRK: the rendered text joins an array of strings with commas, so the array itself is read. */
function stringsOf(record: Evtx.Record): string[] | undefined {
  const { substitutions } = record.root() as unknown as { readonly substitutions: readonly unknown[] };
  const fragment = substitutions.find(
    (value) => typeof value === 'object' && value !== null && 'bxmlData' in value,
  );
  if (fragment === undefined) return undefined;
  const { bxmlData, baseOffset } = fragment as Fragment;
  return classicStrings(bxmlData, baseOffset);
}
