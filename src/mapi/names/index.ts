/**
 * Names of properties, both ways, and labels of their values: data that is loaded by whoever asks for it. Once it is,
 * `message.get('PidTagBody')` knows every name in it.
 *
 * @module mapilint/names
 */

import { provideNames } from '../definitions/loaded-names';
import { PropertyNames } from './property-names';

export { PropertyNames } from './property-names';
export type { KnownNamedProperty, KnownProperty, KnownTag } from './known-property';
export type { NamedKey } from '../definitions/loaded-names';
export type { ValueLabels } from './value-labels';

/** Every name this library knows, both ways, and the labels of values. */
export const propertyNames: PropertyNames = new PropertyNames();

provideNames({
  keyOf: (name) => propertyNames.toKey(name),
  nearestTo: (name) => propertyNames.nearestTo(name),
  setOf: (name) => propertyNames.toSet(name),
});
