// Writes .evtx logs as Windows 2008 and later do: chunks of 64 KiB, binary XML whose names and templates the records share.

import { crc32 } from 'node:zlib';

const CHUNK = 0x10000;
const FIRST_RECORD = 0x200;

/** Writes what a record, a template or a value holds. */
export type WriteBody = (xml: BinaryXmlWriter) => void;

/** The value of a gap of a template. */
interface WrittenValue {
  readonly type: number;
  readonly content: Uint8Array | WriteBody;
}

export interface WrittenEvtxEvent {
  readonly number: number;
  /** Ticks of a FILETIME. */
  readonly time: bigint;
  readonly id?: number;
  readonly source?: string;
  readonly strings?: readonly string[];
  /** In the place of all of it: what the record holds. */
  readonly body?: WriteBody;
}

export interface WrittenEvtx {
  /** The events of each chunk. */
  readonly chunks: readonly (readonly WrittenEvtxEvent[])[];
  /** Flags of the header: 1 not closed, 4 without checksums. Default 0. */
  readonly flags?: number;
}

/** Tokens of binary XML, one after the other, at their places in a chunk. */
class BinaryXmlWriter {
  readonly #bytes = new Uint8Array(CHUNK);
  readonly #view = new DataView(this.#bytes.buffer);
  readonly #names = new Map<string, number>();
  /** Where the sizes of open elements are. */
  readonly #open: number[] = [];
  readonly #templates = new Map<string, number>();
  at = FIRST_RECORD;

  get chunk(): Uint8Array {
    return this.#bytes;
  }

  number(value: number | bigint, size: 1 | 2 | 4 | 8): this {
    if (size === 8) this.#view.setBigUint64(this.at, BigInt(value), true);
    else if (size === 4) this.#view.setUint32(this.at, Number(value), true);
    else if (size === 2) this.#view.setUint16(this.at, Number(value), true);
    else this.#view.setUint8(this.at, Number(value));
    this.at += size;
    return this;
  }

  bytes(bytes: Uint8Array): this {
    this.#bytes.set(bytes, this.at);
    this.at += bytes.length;
    return this;
  }

  header(): this {
    return this.bytes(Uint8Array.of(0x0f, 1, 1, 0));
  }

  /** An opened start tag with its attributes; in a template it says that it depends on no gap. */
  open(name: string, attributes: Readonly<Record<string, string | number>> = {}, inTemplate = true): this {
    const entries = Object.entries(attributes);
    this.number(entries.length > 0 ? 0x41 : 1, 1);
    if (inTemplate) this.number(0xffff, 2);
    this.#open.push(this.at);
    this.number(0, 4).name(name);
    const attributesAt = this.at;
    if (entries.length > 0) this.number(0, 4);
    for (const [attribute, value] of entries) {
      this.number(6, 1).name(attribute);
      if (typeof value === 'string') this.text(value);
      else this.gap(value);
    }
    if (entries.length > 0) this.#size(attributesAt);
    return this.number(2, 1);
  }

  close(): this {
    this.number(4, 1);
    const opened = this.#open.pop();
    if (opened !== undefined) this.#size(opened);
    return this;
  }

  /** Writes how many bytes follow the number at a place. */
  #size(at: number): void {
    this.#view.setUint32(at, this.at - at - 4, true);
  }

  end(): this {
    return this.number(0, 1);
  }

  text(text: string): this {
    return this.number(5, 1).number(1, 1).number(text.length, 2).bytes(utf16(text));
  }

  gap(index: number): this {
    return this.number(0x0d, 1).number(index, 2).number(1, 1);
  }

  element(name: string, content: string | number): this {
    this.open(name);
    return (typeof content === 'string' ? this.text(content) : this.gap(content)).close();
  }

  /** A template, which the first that uses it carries, and its values. */
  instance(name: string, content: WriteBody, values: readonly WrittenValue[]): this {
    this.number(0x0c, 1).number(1, 1).number(7, 4);
    const known = this.#templates.get(name);
    this.number(known ?? this.at + 4, 4);
    if (known === undefined) {
      this.#templates.set(name, this.at);
      this.bytes(new Uint8Array(20));
      const size = this.at;
      this.number(0, 4).header();
      content(this);
      this.end();
      this.#size(size);
    }
    this.number(values.length, 4);
    const sizes = this.at;
    for (const { type } of values) this.number(0, 2).number(type, 1).number(0, 1);
    values.forEach(({ content }, index) => {
      const start = this.at;
      if (typeof content === 'function') content(this);
      else this.bytes(content);
      this.#view.setUint16(sizes + index * 4, this.at - start, true);
    });
    return this;
  }

  name(name: string): this {
    const known = this.#names.get(name);
    if (known !== undefined) return this.number(known, 4);
    this.#names.set(name, this.at + 4);
    return this.number(this.at + 4, 4)
      .number(0, 4)
      .number(0, 2)
      .number(name.length, 2)
      .bytes(utf16(name))
      .number(0, 2);
  }

  record({ number, time, body }: Required<Pick<WrittenEvtxEvent, 'number' | 'time' | 'body'>>): void {
    const start = this.at;
    this.number(0x2a2a, 4).number(0, 4).number(number, 8).number(time, 8);
    body(this);
    this.at = Math.ceil(this.at / 8) * 8 + 4;
    this.number(this.at + 4 - start, 4);
    this.#view.setUint32(start + 4, this.at - start, true);
  }
}

export function writeEvtx({ chunks, flags = 0 }: WrittenEvtx): Uint8Array {
  const bytes = new Uint8Array(0x1000 + CHUNK * chunks.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('ElfFile\0'));
  view.setBigUint64(0x10, BigInt(chunks.length - 1), true);
  view.setBigUint64(0x18, 1n + BigInt(chunks.flat().length), true);
  view.setUint32(0x20, 0x80, true);
  view.setUint16(0x24, 1, true);
  view.setUint16(0x26, 3, true);
  view.setUint16(0x28, 0x1000, true);
  view.setUint16(0x2a, chunks.length, true);
  view.setUint32(0x78, flags, true);
  view.setUint32(0x7c, crc32(bytes.subarray(0, 0x78)), true);
  chunks.forEach((events, index) => {
    bytes.set(chunkOf(events), 0x1000 + index * CHUNK);
  });
  return bytes;
}

/** The checksums of a chunk written anew, after something in it was changed. */
export function sumChunk(chunk: Uint8Array): void {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  view.setUint32(0x34, crc32(chunk.subarray(FIRST_RECORD, view.getUint32(0x30, true))), true);
  view.setUint32(0x7c, crc32(chunk.subarray(0x80, FIRST_RECORD), crc32(chunk.subarray(0, 0x78))), true);
}

function chunkOf(events: readonly WrittenEvtxEvent[]): Uint8Array {
  const xml = new BinaryXmlWriter();
  let last = xml.at;
  for (const event of events) {
    last = xml.at;
    xml.record({ ...event, body: event.body ?? bodyOf(event) });
  }
  const { chunk } = xml;
  const view = new DataView(chunk.buffer);
  chunk.set(new TextEncoder().encode('ElfChnk\0'));
  const numbers = [events[0]?.number ?? 0, events.at(-1)?.number ?? 0];
  [...numbers, ...numbers].forEach((number, index) => {
    view.setBigUint64(8 + index * 8, BigInt(number), true);
  });
  view.setUint32(0x28, 0x80, true);
  view.setUint32(0x2c, last, true);
  view.setUint32(0x30, xml.at, true);
  sumChunk(chunk);
  return chunk;
}

/** An event of a classic source: its strings are one value, an array. */
function bodyOf({
  number,
  time,
  id = 327,
  source = 'MSExchangeTransport',
  strings,
}: WrittenEvtxEvent): WriteBody {
  const data = utf16((strings ?? []).map((text) => `${text}\0`).join(''));
  const eventData: WriteBody = (xml) =>
    xml
      .header()
      .instance('data', (inner) => inner.open('EventData').element('Data', 0).close(), [
        { type: 0x81, content: data },
      ])
      .end();
  return (xml) =>
    xml
      .header()
      .instance('event', systemTemplate, [
        { type: 1, content: utf16(source) },
        { type: 6, content: ofNumber(id, 2) },
        { type: 4, content: ofNumber(3, 1) },
        { type: 6, content: ofNumber(4, 2) },
        { type: 0x11, content: ofNumber(time, 8) },
        { type: 0x0a, content: ofNumber(number, 8) },
        { type: 1, content: utf16('MAIL1') },
        { type: 0x21, content: eventData },
      ])
      .end();
}

function systemTemplate(xml: BinaryXmlWriter): void {
  xml.open('Event').open('System').open('Provider', { Name: 0 }).close();
  xml.element('EventID', 1).element('Level', 2).element('Task', 3);
  xml.open('TimeCreated', { SystemTime: 4 }).close();
  xml.element('EventRecordID', 5).element('Computer', 6).close();
  xml.gap(7).close();
}

export function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

export function ofNumber(value: number | bigint, size: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes.subarray(0, size);
}
