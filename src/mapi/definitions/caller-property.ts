import { ofId, ofName } from './property';
import type { PropertyDefinition, PropertyKind } from './property';
import { checkedId, checkedName, checkedSet } from './property-key';

/**
 * The property with an identifier or a tag, such as `tagged(0x3001, text)` or `tagged(0x3001001F, text)`. Throws a
 * `TypeError` if the number is neither, or if the kind does not accept the type in the tag.
 */
/* @__NO_SIDE_EFFECTS__ */
export function tagged<T>(idOrTag: number, kind: PropertyKind<T>): PropertyDefinition<T> {
  return ofId(checkedId(idOrTag, kind.types), kind);
}

/**
 * The named property of a property set, such as `named(PSETID_Meeting, 0x0001, time)`. The set is a GUID, with or
 * without braces, or the name of a set: `'PSETID_Common'` or one of the five others of this library, and any known name
 * if `mapilint/names` is loaded. Throws a `TypeError` if the set is none of these, or if the name is neither a LID nor
 * a string.
 */
/* @__NO_SIDE_EFFECTS__ */
export function named<T>(set: string, name: number | string, kind: PropertyKind<T>): PropertyDefinition<T> {
  return ofName(checkedSet(set), checkedName(name), kind);
}
