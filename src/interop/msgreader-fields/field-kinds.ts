// How msgreader gives values: times as text, numbers without a sign, text up to its first NUL

import { binary, text, time } from '../../mapi/definitions/property';
import type { PropertyKind } from '../../mapi/definitions/property';
import { TICKS_PER_MILLISECOND, UNIX_EPOCH } from '../../mapi/values/file-time';
import type { FileTime } from '../../mapi/values/file-time';
import { toHex } from '../../mapi/values/guid';
import { PropertyType } from '../../mapi/values/property-type';

/** Text up to its first NUL. */
export const fieldText: PropertyKind<string> = {
  types: text.types,
  convert: (value) => {
    const [whole] = (value as string).split('\0', 1);
    return whole ?? '';
  },
};

/** A time as `Date.prototype.toUTCString` writes it, to the second; of one that no `Date` holds, `Invalid Date`. */
export const fieldTime: PropertyKind<string> = {
  types: time.types,
  convert: (value) => {
    const { ticks } = value as FileTime;
    return new Date(Number((ticks - UNIX_EPOCH) / TICKS_PER_MILLISECOND)).toUTCString();
  },
};

/** A number of 32 bits, unsigned. */
export const fieldNumber: PropertyKind<number> = {
  types: [PropertyType.integer32],
  convert: (value) => (value as number) >>> 0,
};

/** Bytes as hexadecimal text in upper case. */
export const fieldHex: PropertyKind<string> = {
  types: binary.types,
  convert: (value) => toHex(value as Uint8Array).toUpperCase(),
};

const recipientTypes = new Map([
  [1, 'to'],
  [2, 'cc'],
  [3, 'bcc'],
] as const);

/** The low four bits of PidTagRecipientType ([MS-OXOMSG] 2.2.3.1) as a word; none for an originator. */
export const fieldRecipientType: PropertyKind<'to' | 'cc' | 'bcc'> = {
  types: [PropertyType.integer32],
  convert: (value) => recipientTypes.get(((value as number) & 0xf) as 1) as 'to',
};
