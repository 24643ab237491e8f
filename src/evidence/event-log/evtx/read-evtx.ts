import { EndOfBytes } from '../../../bytes/byte-reader';
import type { AnomalyLog } from '../../../damage/anomaly';
import { enumeration, nameOf } from '../../../mapi/definitions/enumeration';
import { FileTime } from '../../../mapi/values/file-time';
import type { LoggedEvent } from '../logged-event';
import { failureOfStrings, isStoreCall, noStoreFailure } from '../store-failure';
import { EvtxChunk, UnreadableRecord } from './evtx-chunk';
import { ChunkEvents } from './evtx-event';
import type { SaidOfEvent } from './evtx-event';
import { chunksOf, recordsOf } from './evtx-records';
import type { ChunkPlace } from './evtx-records';

const RECORD_HEADER = 24;
/** At the end of a record, its length again. */
const RECORD_TRAILER = 4;

const Level = enumeration({
  logAlways: [0, 'LogAlways'],
  critical: [1, 'Critical'],
  error: [2, 'Error'],
  warning: [3, 'Warning'],
  information: [4, 'Informational'],
  verbose: [5, 'Verbose'],
});

/** Reads the events of an .evtx log. Records that cannot be read are reported, the others are there. */
export function readEvtx(bytes: Uint8Array, log: AnomalyLog): LoggedEvent[] {
  const report = log.at('');
  const events: LoggedEvent[] = [];
  for (const { start, end } of chunksOf(bytes, report)) {
    const chunk = bytes.subarray(start, end);
    const counted = new EvtxChunk(chunk);
    const reader = new ChunkEvents(counted);
    for (const record of recordsOf(chunk, start, report)) {
      const said = counted.isSpent ? undefined : saidBy(reader, record);
      const offset = start + record.start;
      if (said === undefined) report('evtx-record-damaged', 'The record cannot be read', { offset });
      else events.push(toEvent(said, bytes, offset));
    }
  }
  return events;
}

function saidBy(reader: ChunkEvents, { start, end }: ChunkPlace): SaidOfEvent | undefined {
  try {
    return reader.read(start + RECORD_HEADER, end - RECORD_TRAILER);
  } catch (error) {
    if (error instanceof EndOfBytes || error instanceof UnreadableRecord) return undefined;
    throw error;
  }
}

function toEvent(said: SaidOfEvent, bytes: Uint8Array, offset: number): LoggedEvent {
  const { source, computer, data } = said;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, RECORD_HEADER);
  const level = numberIn(said.level);
  return {
    ...(isStoreCall(data[0]?.trim()) ? failureOfStrings(data) : noStoreFailure),
    time: { time: new FileTime(view.getBigUint64(16, true)), alternative: undefined, zone: 'utc' },
    source,
    category: numberIn(said.task),
    id: numberIn(said.id),
    type: level === undefined ? undefined : nameOf(Level, level),
    computer,
    recordNumber: Number(view.getBigUint64(8, true)),
    strings: data,
    text: undefined,
    origin: { offset },
  };
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
