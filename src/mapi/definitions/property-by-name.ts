import { elementType, isMultiValued } from '../values/property-type';
import type { PropertyValue } from '../values/property-value';
import { loadedNames } from './loaded-names';
import {
  binary,
  boolean,
  currency,
  floating,
  guid,
  integer,
  integer64,
  several,
  text,
  time,
  untyped,
} from './property';
import type { PropertyDefinition, PropertyKind } from './property';

const kinds: readonly PropertyKind<PropertyValue>[] = [
  text,
  integer,
  integer64,
  boolean,
  time,
  binary,
  guid,
  currency,
  floating,
];

/** The kind of the values of a wire type: text in both forms, integers in both sizes; of an unknown type, whatever is there. */
function kindOfType(type: number): PropertyKind<PropertyValue> {
  const kind = kinds.find(({ types }) => types.includes(elementType(type)));
  if (kind === undefined) return untyped;
  return isMultiValued(type) ? (several(kind) as PropertyKind<PropertyValue>) : kind;
}

/** The property that a name stands for. Throws a `TypeError` for a name that nobody knows, and if no names are loaded. */
export function definitionByName(name: string): PropertyDefinition<PropertyValue> {
  const names = loadedNames();
  if (names === undefined)
    throw new TypeError(
      `The name ${name} is not known yet: import 'mapilint/names', which has the names of properties`,
    );
  const known = names.keyOf(name);
  if (known !== undefined) return { key: known.key, ...kindOfType(known.type) };
  const near = names.nearestTo(name);
  const hint =
    near === undefined
      ? 'names are those of [MS-OXPROPS] and MAPI, such as PidTagBody, PR_BODY or PidLidReminderSet'
      : `did you mean ${near}?`;
  throw new TypeError(`mapilint knows no property ${name}; ${hint}`);
}
