import { NameTable } from '../mapi/object/name-table';
import type { NamedPropertyMap, PropertyName } from '../mapi/values/named-property';
import { PS_MAPI, PS_PUBLIC_STRINGS } from '../mapi/values/property-sets';
import type { MsgReaderFields, MsgReaderName } from './msgreader';
import { isNamedId } from '../mapi/values/property-type';

/** QUIRK: msgreader 1.28 writes the two property sets that [MS-OXMSG] 2.2.3.1.2 gives by number with a misplaced digit. */
const misspelt: ReadonlyMap<string, string> = new Map([
  ['00020328-00000-0000-C000-00000000046', PS_MAPI],
  ['00020329-00000-0000-C000-00000000046', PS_PUBLIC_STRINGS],
]);
const guid = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/**
 * The names of the properties that a reader met. A property that is known by a number has its name whole; of one that is
 * known by a string, its property set is not told, so it stays without a name: which of two it is nobody can say.
 */
export class MsgReaderNames {
  readonly map: NamedPropertyMap;
  readonly #strings = new Set<number>();

  constructor(root: MsgReaderFields) {
    const table = new NameTable();
    for (const fields of objectsOf(root)) {
      for (const named of fields.rawProps ?? []) {
        const id = Number.parseInt(named.propertyTag?.slice(0, 4) ?? '', 16);
        if (!isNamedId(id)) continue;
        const name = numericName(named);
        if (name !== undefined && table.nameOf(id) === undefined) table.add(id, name);
        else if (named.propertyName !== undefined) this.#strings.add(id);
      }
    }
    this.map = table;
  }

  /** Why an identifier has no name: its set was not told, or nothing was. Undefined: it has one, or needs none. */
  lossOf(id: number): 'set' | 'name' | undefined {
    if (!isNamedId(id) || this.map.nameOf(id) !== undefined) return undefined;
    return this.#strings.has(id) ? 'set' : 'name';
  }
}

function numericName({ propertySet = '', propertyLid = '' }: MsgReaderName): PropertyName | undefined {
  const set = misspelt.get(propertySet) ?? propertySet.toUpperCase();
  return guid.test(set) && /^[0-9a-f]{8}$/i.test(propertyLid)
    ? { set, name: Number.parseInt(propertyLid, 16) }
    : undefined;
}

/** The message and all in it, in the order in which they are met; a file decides how deep they lie. */
export function objectsOf(root: MsgReaderFields): readonly MsgReaderFields[] {
  const all = [root];
  for (const { recipients, attachments, innerMsgContentFields } of all) {
    all.push(...(recipients ?? []), ...(attachments ?? []));
    if (innerMsgContentFields !== undefined) all.push(innerMsgContentFields);
  }
  return all;
}
