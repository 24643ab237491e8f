import { FormatError, NotLoadedError } from '../../damage/errors';
import { formatTag } from '../values/property-type';
import type { Origin } from '../values/raw-property';
import { ValuePlace } from './property-columns';
import type { StoreContext } from './store-context';

/** Why a value cannot be read, by its place in the table; undefined: it can. */
export function unreadableValue(
  place: number,
  tag: number,
  { lostValue = 'mapi-value-malformed' }: StoreContext,
  origin: () => Origin,
): FormatError | NotLoadedError | undefined {
  if (place === ValuePlace.leftOut)
    return new NotLoadedError(`The export leaves the value of ${formatTag(tag)} out`);
  if (place !== ValuePlace.missing && place !== ValuePlace.storage) return undefined;
  const message = `Property ${formatTag(tag)} has no value to read`;
  return new FormatError(lostValue, message, { path: '', ...origin() });
}
