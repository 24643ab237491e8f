import { hasCompoundFileSignature } from '../cfb/header';
import { ATTACH_DATA_OBJECT } from '../mapi/object/attachment-content';
import type { FileTime } from '../mapi/values/file-time';
import type { Message } from '../message/message';
import { enclosingAttributes, writeChecksums } from '../tnef/enclosing-attributes';
import type { SummedRange } from '../tnef/enclosing-attributes';
import { hasTnefSignature } from '../tnef/signature';
import { refuse } from './doubts';
import type { BadTime } from './zero-time';

const TIME_LENGTH = 8;

/** A time, and what it becomes. */
export interface Replacement extends BadTime {
  readonly after: FileTime;
}

/** A copy of a file with other times: eight bytes each, and in TNEF the checksums of the attributes that these lie in. */
export function repairedBytes(file: Uint8Array, replacements: readonly Replacement[]): Uint8Array {
  const isTnef = hasTnefSignature(file);
  if (!isTnef && !hasCompoundFileSignature(file))
    refuse(
      'only a .msg or a TNEF file can be: save the winmail.dat of a mail, or export the item of a store',
    );
  const copy = file.slice();
  for (const replacement of replacements) {
    const offset = placeOf(file, replacement);
    const around = isTnef ? attributesAround(file, replacement, offset) : [];
    viewOf(copy).setBigUint64(offset, replacement.after.ticks, true);
    writeChecksums(copy, around);
  }
  return copy;
}

function placeOf(file: Uint8Array, { path, origin }: BadTime): number {
  const { offset, part } = origin;
  if (part !== undefined) refuse(`${path} lies in ${part}: save that, and repair it`);
  if (offset === undefined || offset + TIME_LENGTH > file.length) refuse(`where ${path} lies is not known`);
  if (viewOf(file).getBigUint64(offset, true) !== 0n) refuse(`${path} is not eight zero bytes in the file`);
  return offset;
}

function attributesAround(file: Uint8Array, { path, table }: BadTime, offset: number): SummedRange[] {
  const ranges = enclosingAttributes(file, [0, ...streamsTo(table.message)], offset);
  return ranges ?? refuse(`the checksum of the attribute that contains ${path} is wrong`);
}

/** Where the streams begin in which a message lies that another carries. */
function streamsTo(message: Message): number[] {
  const { parent } = message;
  if (parent === undefined) return [];
  const holder = parent.attachments.find(({ embedded }) => embedded === message);
  const object = holder && Array.from(holder.properties).find(({ tag }) => tag === ATTACH_DATA_OBJECT);
  const start = object?.origin.offset;
  return [...streamsTo(parent), ...(start === undefined ? [] : [start])];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
