// .msg files ([MS-OXMSG]) from plain descriptions of their properties, with values that no writer would give.

import iconv from 'iconv-lite';
import { formatTag } from '../../src/mapi/values/property-type';
import { nameMapStorage } from '../../src/msg/writing/name-map-storage';
import { messageHeader, objectNodes } from '../../src/msg/writing/object-nodes';
import type { EncodedProperty } from '../../src/msg/writing/object-nodes';
import { concat, writeCompoundFile } from './compound-file-writer';
import type { Layout, WrittenNode } from './compound-file-writer';
import { guidBytes, utf16 } from './encoded-names';
import { inOrder } from './sector-placement';
import type { SectorOrder } from './sector-placement';

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
  const { version = 3, order } = options;
  return writeCompoundFile(msgNodes(message, options), version, order && inOrder(order));
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
    return [
      ...this.#properties(properties, messageHeader(headerLength, recipients.length, attachments.length)),
      ...recipients.map((row, index) => ({
        name: `__recip_version1.0_#${formatTag(index)}`,
        children: this.#properties(row, new Uint8Array(8)),
      })),
      ...attachments.map((attachment, index) => ({
        name: `__attach_version1.0_#${formatTag(index)}`,
        children: this.#attachment(attachment),
      })),
    ];
  }

  namedProperties(): WrittenNode {
    return nameMapStorage(this.#names.map(([set, name]) => ({ set, name })));
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
    return objectNodes(
      header,
      properties.map((property) => this.#encode(property)),
    );
  }

  #idOf(id: WrittenProperty['id']): number {
    if (typeof id === 'number') return id;
    const [set, name] = id;
    const known = this.#names.findIndex(([s, n]) => s === set && n === name);
    return 0x8000 + (known >= 0 ? known : this.#names.push(id) - 1);
  }

  #encode({ id, type, flags = 6, value }: WrittenProperty): EncodedProperty {
    const tag = ((this.#idOf(id) << 16) | type) >>> 0;
    const encode = (of: number, each: WrittenValue): Uint8Array => encodeScalar(of, each, this.#codePage);
    if (inlineSizes[type] !== undefined || (type & 0x1000) === 0)
      return { tag, flags, value: encode(type, value) };
    const element = type & ~0x1000;
    const items = (value as readonly WrittenValue[]).map((item) => encode(element, item));
    const isOneStream = inlineSizes[element] !== undefined || element === 0x0048;
    return { tag, flags, value: isOneStream ? concat(items) : items };
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
