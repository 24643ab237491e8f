// Writes .msg files ([MS-OXMSG]) from plain descriptions of their properties.

import iconv from 'iconv-lite';
import { concat, writeCompoundFile } from './compound-file-writer';
import type { Layout, WrittenNode } from './compound-file-writer';
import { guidBytes, utf16 } from './encoded-names';
import type { SectorOrder } from './sector-placement';
import { writeNames } from './written-names';

/** A value to write: by its property's type. */
export type WrittenValue = number | bigint | boolean | string | Uint8Array | readonly WrittenValue[] | null;

export interface WrittenProperty {
  /** An identifier, or the set and name of a named property. */
  readonly id: number | readonly [set: string, name: number | string];
  /** The wire type, such as 0x001f. */
  readonly type: number;
  readonly value: WrittenValue;
  readonly flags?: number;
}

export interface WrittenAttachment {
  readonly properties: readonly WrittenProperty[];
  readonly message?: WrittenMessage;
}

export interface WrittenMessage {
  readonly properties: readonly WrittenProperty[];
  readonly recipients?: readonly (readonly WrittenProperty[])[];
  readonly attachments?: readonly WrittenAttachment[];
}

export interface WriteOptions {
  readonly version?: 3 | 4;
  /** The code page of 8-bit strings. Default 1252. */
  readonly codePage?: number;
  /** How the sectors are scattered. Default: not at all. */
  readonly order?: SectorOrder;
}

/** How many bytes a value takes, where a property stream holds it inline. */
export const inlineSizes: Readonly<Record<number, number>> = {
  0x0001: 0,
  0x0002: 2,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 2,
  0x0014: 8,
  0x0040: 8,
};

export function writeMsg(message: WrittenMessage, options: WriteOptions = {}): Uint8Array {
  return layOutMsg(message, options).bytes;
}

export function layOutMsg(message: WrittenMessage, options: WriteOptions = {}): Layout {
  return writeCompoundFile(msgNodes(message, options), options.version ?? 3, options.order);
}

/** The storages and streams of a message, for tests that change them before they are written. */
export function msgNodes(message: WrittenMessage, options: WriteOptions = {}): WrittenNode[] {
  const writer = new MsgWriter(options.codePage ?? 1252);
  const nodes = writer.message(message, 32);
  return [...nodes, writer.namedProperties()];
}

class MsgWriter {
  readonly #codePage: number;
  readonly #names: (readonly [set: string, name: number | string])[] = [];

  constructor(codePage: number) {
    this.#codePage = codePage;
  }

  message(
    { properties, recipients = [], attachments = [] }: WrittenMessage,
    headerLength: 32 | 24,
  ): WrittenNode[] {
    const header = new DataView(new ArrayBuffer(headerLength));
    header.setUint32(8, recipients.length, true);
    header.setUint32(12, attachments.length, true);
    header.setUint32(16, recipients.length, true);
    header.setUint32(20, attachments.length, true);
    return [
      ...this.#properties(properties, new Uint8Array(header.buffer)),
      ...recipients.map((row, index) => ({
        name: `__recip_version1.0_#${hex(index)}`,
        children: this.#properties(row, new Uint8Array(8)),
      })),
      ...attachments.map((attachment, index) => ({
        name: `__attach_version1.0_#${hex(index)}`,
        children: this.#attachment(attachment),
      })),
    ];
  }

  namedProperties(): WrittenNode {
    return writeNames(this.#names);
  }

  #attachment({ properties, message }: WrittenAttachment): WrittenNode[] {
    if (message === undefined) return this.#properties(properties, new Uint8Array(8));
    const object = { id: 0x3701, type: 0x000d, value: new Uint8Array(0) };
    const nodes = this.#properties([...properties, object], new Uint8Array(8));
    return [
      ...nodes.filter(({ name }) => name !== '__substg1.0_3701000D'),
      { name: '__substg1.0_3701000D', children: this.message(message, 24) },
    ];
  }

  #properties(properties: readonly WrittenProperty[], header: Uint8Array): WrittenNode[] {
    const entries: Uint8Array[] = [header];
    const streams: WrittenNode[] = [];
    for (const property of properties) {
      const tag = ((this.#idOf(property.id) << 16) | property.type) >>> 0;
      const { inline, size, nodes } = this.#encode(tag, property);
      const entry = new DataView(new ArrayBuffer(16));
      entry.setUint32(0, tag, true);
      entry.setUint32(4, property.flags ?? 6, true);
      if (inline === undefined) entry.setUint32(8, size, true);
      else new Uint8Array(entry.buffer).set(inline, 8);
      entries.push(new Uint8Array(entry.buffer));
      streams.push(...nodes);
    }
    return [{ name: '__properties_version1.0', data: concat(entries) }, ...streams];
  }

  #idOf(id: WrittenProperty['id']): number {
    if (typeof id === 'number') return id;
    const [set, name] = id;
    const known = this.#names.findIndex(([s, n]) => s === set && n === name);
    return 0x8000 + (known >= 0 ? known : this.#names.push(id) - 1);
  }

  #encode(
    tag: number,
    { type, value }: WrittenProperty,
  ): { inline?: Uint8Array; size: number; nodes: WrittenNode[] } {
    const name = `__substg1.0_${hex(tag)}`;
    if (inlineSizes[type] !== undefined)
      return { inline: encodeScalar(type, value, this.#codePage), size: 0, nodes: [] };
    if ((type & 0x1000) === 0) {
      const data = encodeScalar(type, value, this.#codePage);
      return { size: data.length + terminator(type), nodes: [{ name, data }] };
    }
    const element = type & ~0x1000;
    const items = (value as readonly WrittenValue[]).map((item) =>
      encodeScalar(element, item, this.#codePage),
    );
    if (inlineSizes[element] !== undefined || element === 0x0048) {
      const data = concat(items);
      return { size: data.length, nodes: [{ name, data }] };
    }
    const lengths = concat(
      items.map((item) => lengthEntry(item.length + terminator(element), element === 0x0102 ? 8 : 4)),
    );
    const streams = items.map((data, index) => ({ name: `${name}-${hex(index)}`, data }));
    return { size: lengths.length, nodes: [{ name, data: lengths }, ...streams] };
  }
}

/** The bytes of one value, without a terminator. */
export function encodeScalar(type: number, value: WrittenValue, codePage: number): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') return encodeText(type, value, codePage);
  const view = new DataView(new ArrayBuffer(inlineSizes[type] ?? 8));
  if (typeof value === 'bigint') view.setBigUint64(0, BigInt.asUintN(64, value), true);
  else if (type === 0x0004) view.setFloat32(0, Number(value), true);
  else if (type === 0x0005 || type === 0x0007) view.setFloat64(0, Number(value), true);
  else if (type === 0x0002 || type === 0x000b) view.setUint16(0, Number(value), true);
  else if (view.byteLength >= 4) view.setInt32(0, Number(value), true);
  return new Uint8Array(view.buffer);
}

function encodeText(type: number, value: string, codePage: number): Uint8Array {
  if (type === 0x0048) return guidBytes(value);
  if (type === 0x001e) return new Uint8Array(iconv.encode(value, `cp${codePage}`));
  return utf16(value);
}

function terminator(type: number): number {
  return type === 0x001f ? 2 : type === 0x001e ? 1 : 0;
}

function lengthEntry(length: number, size: 4 | 8): Uint8Array {
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, length, true);
  return bytes;
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(8, '0');
}
