import type { PropertyName } from '../values/named-property';

/** The names of a property. */
export interface KnownProperty {
  /** All names, the preferred one first: MFCMAPI's for a tag, the specification's for a named property. */
  readonly names: readonly string[];
  /** The wire type that its values should have. */
  readonly type: number;
}

/** A property that has a tag of its own. */
export interface KnownTag extends KnownProperty {
  readonly tag: number;
}

/** A named property, whose identifier differs from file to file. */
export interface KnownNamedProperty extends KnownProperty, PropertyName {}
