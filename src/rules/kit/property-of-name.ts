import { noSuch } from '../../arguments/check';
import { nearestName } from '../../arguments/nearest-name';
import { PropertyNames } from '../../mapi/names/property-names';
import { checkedSet } from '../../mapi/definitions/property-key';
import type { NamedKey } from '../../mapi/definitions/loaded-names';

/** An index of its own: whoever asks messages by these names imports `mapilint/names`. */
const names = /* @__PURE__ */ new PropertyNames();

/** The property that a name of MAPI or [MS-OXPROPS] stands for. Throws a `TypeError`, with the nearest name, for one that nobody knows. */
export function propertyOfName(what: string, name: string, own: readonly string[]): NamedKey {
  const known = names.toKey(name);
  if (known !== undefined) return known;
  const near = nearestName(name, own) ?? names.nearestTo(name);
  throw noSuch(`property ${name} of ${what}`, name, near === undefined ? own : [near]);
}

/** A property set by its GUID or any name of it. */
export function setOfName(set: unknown): string {
  return (typeof set === 'string' ? names.toSet(set) : undefined) ?? checkedSet(set as string);
}
