import type { Guid } from '../values/guid';
import type { PropertyName } from '../values/named-property';

/** The property that a name of MAPI or [MS-OXPROPS] stands for. */
export interface NamedKey {
  readonly key: number | PropertyName;
  /** The wire type that its values should have; 0 if unknown. */
  readonly type: number;
}

/** What finds properties and property sets by their names. */
export interface NameIndex {
  /** The property that a name such as `PidTagBody` stands for; undefined for a name that nobody knows. */
  keyOf(name: string): NamedKey | undefined;
  /** The known name that is nearest to one that nobody knows. */
  nearestTo(name: string): string | undefined;
  /** The property set that a name such as `PSETID_Task` stands for. */
  setOf(name: string): Guid | undefined;
}

/** The names are much data, which only `mapilint/names` carries: it says here that it is loaded. */
let loaded: NameIndex | undefined;

/** @internal What `mapilint/names` does when it is loaded. */
export function provideNames(index: NameIndex): void {
  loaded = index;
}

/** The names, if they are loaded. */
export function loadedNames(): NameIndex | undefined {
  return loaded;
}
