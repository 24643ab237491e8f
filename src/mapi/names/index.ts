/**
 * Names of properties, both ways, and labels of their values. The data is large, so it is loaded only if you import
 * this module. After that, `message.get('PidTagBody')` knows all these names.
 *
 * @module mapilint/names
 */

import { provideNames } from '../definitions/loaded-names';
import { PropertyNames } from './property-names';

export { PropertyNames } from './property-names';
export type { KnownNamedProperty, KnownProperty, KnownTag } from './known-property';
export type { NamedKey } from '../definitions/loaded-names';
export type { ValueLabels } from './value-labels';

/** All names that this library knows, both ways, and the labels of values. */
export const propertyNames: PropertyNames = new PropertyNames();

provideNames({
  keyOf: (name) => propertyNames.toKey(name),
  nearestTo: (name) => propertyNames.nearestTo(name),
  setOf: (name) => propertyNames.toSet(name),
});
