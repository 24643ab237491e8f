// Writes TNEF streams ([MS-OXTNEF]) from the descriptions that the writer of .msg files takes.

import { concat } from './compound-file-writer';
import type { WrittenAttachment, WrittenMessage } from './msg-writer';
import { number, object, propertyList } from './tnef-properties';

export interface WrittenAttribute {
  /** 1 message, 2 attachment. */
  readonly level: number;
  readonly id: number;
  readonly data: Uint8Array;
  /** How much is added to the right checksum. Default 0. */
  readonly wrongBy?: number;
}

export interface TnefOptions {
  /** The code page of 8-bit strings, stated in attOemCodepage; null: none is stated, and 1252 is written. Default 1252. */
  readonly codePage?: number | null;
  /** Attributes of Microsoft Mail to write before the properties. */
  readonly legacy?: readonly WrittenAttribute[];
  /** Attributes of Microsoft Mail to write in each attachment. */
  readonly attachmentLegacy?: readonly WrittenAttribute[];
  /** Whether there is an attRecipTable. Default true. */
  readonly hasRecipientTable?: boolean;
  /** The identifier that all named properties have, as Exchange writes them. Default: one after the other. */
  readonly namedId?: number;
}

const IID_IMessage = '00020307-0000-0000-C000-000000000046';

export function writeTnef(message: WrittenMessage, options: TnefOptions = {}): Uint8Array {
  return writeStream(attributesOf(message, options));
}

/** The attributes of a message, for tests that change them before they are written. */
export function attributesOf(message: WrittenMessage, options: TnefOptions = {}): WrittenAttribute[] {
  const { properties, recipients = [], attachments = [] } = message;
  const { codePage = 1252, legacy = [], hasRecipientTable = true } = options;
  const written = { codePage: codePage ?? 1252, namedId: options.namedId };
  const table = [number(4, recipients.length), ...recipients.map((row) => propertyList(row, written))];
  return [
    { level: 1, id: 0x00089006, data: number(4, 0x00010000) },
    ...(codePage === null
      ? []
      : [{ level: 1, id: 0x00069007, data: concat([number(4, codePage), number(4, 0)]) }]),
    ...legacy,
    { level: 1, id: 0x00069003, data: propertyList(properties, written) },
    ...(hasRecipientTable ? [{ level: 1, id: 0x00069004, data: concat(table) }] : []),
    ...attachments.flatMap((attachment) => attachmentAttributes(attachment, options)),
  ];
}

/** A stream of attributes. */
export function writeStream(attributes: readonly WrittenAttribute[]): Uint8Array {
  return concat([number(4, 0x223e9f78), number(2, 1), ...attributes.map(writeAttribute)]);
}

function writeAttribute({ level, id, data, wrongBy = 0 }: WrittenAttribute): Uint8Array {
  const sum = data.reduce((all, byte) => all + byte, wrongBy) & 0xffff;
  return concat([number(1, level), number(4, id), number(4, data.length), data, number(2, sum)]);
}

function attachmentAttributes(
  { properties, message }: WrittenAttachment,
  options: TnefOptions,
): WrittenAttribute[] {
  const written = { codePage: options.codePage ?? 1252, namedId: options.namedId };
  const content = properties.find(({ id, type }) => id === 0x3701 && type === 0x0102);
  const rest = properties.filter((property) => property !== content);
  const inner = message === undefined ? [] : [object(0x3701, IID_IMessage, writeTnef(message, options))];
  return [
    { level: 2, id: 0x00069002, data: concat([number(2, 1), number(4, 0xffffffff), new Uint8Array(8)]) },
    ...(options.attachmentLegacy ?? []),
    ...(content === undefined ? [] : [{ level: 2, id: 0x0006800f, data: content.value as Uint8Array }]),
    { level: 2, id: 0x00069005, data: propertyList(rest, written, inner) },
  ];
}
