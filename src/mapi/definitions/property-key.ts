import type { Guid } from '../values/guid';
import { idOf, typeOf } from '../values/property-type';
import {
  PS_INTERNET_HEADERS,
  PS_MAPI,
  PS_PUBLIC_STRINGS,
  PSETID_Appointment,
  PSETID_Common,
  PSETID_Meeting,
} from '../values/property-sets';
import { loadedNames } from './loaded-names';

const sets: Readonly<Record<string, Guid>> = {
  PS_INTERNET_HEADERS,
  PS_MAPI,
  PS_PUBLIC_STRINGS,
  PSETID_Appointment,
  PSETID_Common,
  PSETID_Meeting,
};

const GUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/** The identifier in an identifier or a tag; a tag's type has to be one of `types`, if there are any. */
export function checkedId(idOrTag: number, types: readonly number[]): number {
  const isNumber = Number.isInteger(idOrTag) && idOrTag > 0 && idOrTag <= 0xffffffff;
  if (!isNumber)
    throw new TypeError(
      `${String(idOrTag)} is neither a property's identifier, such as 0x3001, nor a tag, such as 0x3001001F`,
    );
  if (idOrTag <= 0xffff) return idOrTag;
  const type = typeOf(idOrTag);
  if (types.length === 0 || types.includes(type)) return idOf(idOrTag);
  throw new TypeError(
    `The tag ${hex(idOrTag, 8)} is of the type ${hex(type, 4)}, and values of this kind are of ${types.map((each) => hex(each, 4)).join(' or ')}`,
  );
}

/** A property set by its GUID, with or without braces, or by its name. */
export function checkedSet(set: string): Guid {
  const known = typeof set === 'string' ? setOf(set) : undefined;
  if (known !== undefined) return known;
  throw new TypeError(
    `${JSON.stringify(set)} is not a property set: expected a GUID such as ${PSETID_Common}, or one of ${Object.keys(sets).join(', ')}; ` +
      "import 'mapilint/names' for the names of all others",
  );
}

function setOf(set: string): Guid | undefined {
  const bare = set.replace(/^\{(.*)\}$/, '$1').toUpperCase();
  if (GUID.test(bare)) return bare;
  return Object.hasOwn(sets, set) ? sets[set] : loadedNames()?.setOf(set);
}

/** The name of a property in its set: a LID of 32 bits, or a text. */
export function checkedName(name: number | string): number | string {
  const isLid = typeof name === 'number' && Number.isInteger(name) && name >= 0 && name <= 0xffffffff;
  if (isLid || (typeof name === 'string' && name !== '')) return name;
  throw new TypeError(
    `${JSON.stringify(name)} is not the name of a property in its set: expected a number such as 0x8503, or a text`,
  );
}

function hex(number: number, digits: number): string {
  return `0x${number.toString(16).toUpperCase().padStart(digits, '0')}`;
}
