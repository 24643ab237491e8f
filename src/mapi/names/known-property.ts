import type { PropertyName } from '../values/named-property';

/** What a property is called. */
export interface KnownProperty {
  /** The preferred name first: MFCMAPI's for a tag, the specification's for a named property. */
  readonly names: readonly string[];
  /** The type it should have on the wire. */
  readonly type: number;
}

/** A property that has a tag of its own. */
export interface KnownTag extends KnownProperty {
  readonly tag: number;
}

/** A property that each store numbers for itself. */
export interface KnownNamedProperty extends KnownProperty, PropertyName {}
