import { ofId, ofName } from './property';
import type { PropertyDefinition, PropertyKind } from './property';
import { checkedId, checkedName, checkedSet } from './property-key';

/**
 * The property with an identifier or a tag, such as `tagged(0x3001, text)` or `tagged(0x3001001F, text)`. Throws a
 * `TypeError` for what is neither, and if the type in the tag is none that the kind takes.
 */
/* @__NO_SIDE_EFFECTS__ */
export function tagged<T>(idOrTag: number, kind: PropertyKind<T>): PropertyDefinition<T> {
  return ofId(checkedId(idOrTag, kind.types), kind);
}

/**
 * The property with a name, such as `named(PSETID_Meeting, 0x0001, time)`. The set is a GUID, with or without braces, or the
 * name of one: `'PSETID_Common'` and the five others of this library, all of them where `mapilint/names` is loaded.
 * Throws a `TypeError` for what is none, and for a name that is neither a LID nor a text.
 */
/* @__NO_SIDE_EFFECTS__ */
export function named<T>(set: string, name: number | string, kind: PropertyKind<T>): PropertyDefinition<T> {
  return ofName(checkedSet(set), checkedName(name), kind);
}
