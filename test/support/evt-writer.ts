// Writes .evt logs as Windows 2003 does: a ring of records behind a header of 48 bytes.

export interface WrittenEvent {
  readonly number: number;
  /** Unix seconds. */
  readonly time: number;
  readonly id?: number;
  readonly type?: number;
  readonly category?: number;
  readonly source?: string;
  readonly computer?: string;
  readonly strings?: readonly string[];
  readonly data?: Uint8Array;
}

export interface WrittenLog {
  readonly events: readonly WrittenEvent[];
  /** The size of the file; the records wrap where they do not fit. Default: as much as they need. */
  readonly size?: number;
  /** Where the oldest record begins. Default 48. */
  readonly start?: number;
  /** Whether the log was left open: the header then says what it said when the log was empty. */
  readonly dirty?: boolean;
}

const HEADER = 48;
const FIXED = 56;
const END = 40;

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  for (let index = 0; index < text.length; index++) {
    bytes[index * 2] = text.charCodeAt(index) & 0xff;
    bytes[index * 2 + 1] = text.charCodeAt(index) >> 8;
  }
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** One record. */
export function writeEvtRecord(event: WrittenEvent): Uint8Array {
  const {
    source = 'MSExchangeTransport',
    computer = 'MAIL1',
    strings = [],
    data = new Uint8Array(0),
  } = event;
  const names = join([utf16(source), utf16(computer)]);
  const padded = new Uint8Array(Math.ceil(names.length / 4) * 4);
  padded.set(names);
  const texts = join(strings.map(utf16));
  const stringOffset = FIXED + padded.length;
  const dataOffset = stringOffset + texts.length;
  const length = Math.ceil((dataOffset + data.length) / 4) * 4 + 4;
  const record = new Uint8Array(length);
  const view = new DataView(record.buffer);
  view.setUint32(0, length, true);
  view.setUint32(4, 0x654c664c, true);
  view.setUint32(8, event.number, true);
  view.setUint32(12, event.time, true);
  view.setUint32(16, event.time, true);
  view.setUint32(20, 0x80040000 + (event.id ?? 327), true);
  view.setUint16(24, event.type ?? 2, true);
  view.setUint16(26, strings.length, true);
  view.setUint16(28, event.category ?? 5, true);
  view.setUint32(36, stringOffset, true);
  view.setUint32(44, stringOffset, true); // of the SID, which has 0 bytes
  view.setUint32(48, data.length, true);
  view.setUint32(52, dataOffset, true);
  record.set(padded, FIXED);
  record.set(texts, stringOffset);
  record.set(data, dataOffset);
  view.setUint32(length - 4, length, true);
  return record;
}

/** Writes a whole log. */
export function writeEvt({ events, size, start = HEADER, dirty = false }: WrittenLog): Uint8Array {
  const records = events.map(writeEvtRecord);
  const needed = start + records.reduce((sum, { length }) => sum + length, 0) + END;
  const bytes = new Uint8Array(size ?? needed);
  let at = start;
  const position = { wrapped: false };
  const put = (part: Uint8Array, fixed: number): number => {
    if (at + fixed > bytes.length) {
      for (; at + 4 <= bytes.length; at += 4) new DataView(bytes.buffer).setUint32(at, 0x27, true);
      at = HEADER;
      position.wrapped = true;
    }
    const offset = at;
    const fitting = Math.min(part.length, bytes.length - at);
    bytes.set(part.subarray(0, fitting), at);
    at += fitting;
    if (fitting < part.length) {
      bytes.set(part.subarray(fitting), HEADER);
      at = HEADER + part.length - fitting;
      position.wrapped = true;
    }
    return offset;
  };
  for (const record of records) put(record, FIXED);
  const next = (events.at(-1)?.number ?? 0) + 1;
  const oldest = events[0]?.number ?? 0;
  const endRecord = new Uint8Array(END);
  const end = put(endRecord, END);
  const fields = [0x28, 0x11111111, 0x22222222, 0x33333333, 0x44444444, start, end, next, oldest, 0x28];
  writeNumbers(bytes, end, fields);
  const flags = (dirty ? 1 : 0) | (position.wrapped ? 2 : 0);
  const place = dirty ? [HEADER, HEADER, 1, 0] : [start, end, next, oldest];
  writeNumbers(bytes, 0, [HEADER, 0x654c664c, 1, 1, ...place, bytes.length, flags, 0, HEADER]);
  return bytes;
}

function writeNumbers(bytes: Uint8Array, offset: number, numbers: readonly number[]): void {
  const view = new DataView(bytes.buffer, offset);
  numbers.forEach((value, index) => {
    view.setUint32(index * 4, value, true);
  });
}
