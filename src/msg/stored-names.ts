import { ValuePlace } from '../mapi/rows/property-columns';
import type { StorageNames } from '../mapi/rows/store-context';
import { formatTag, inlineSize, typeOf } from '../mapi/values/property-type';
import type { NumberedStorage } from './object-storage';

/** The path of a message's own storage, without a slash at its end. */
export function namesInMessage(storage: string): StorageNames {
  const prefix = storage === '/' ? '' : storage;
  return (_row, tag, place) => prefix + nameOf(tag, place) || '/';
}

/**
 * The paths in the storages of recipients or attachments, put together from their numbers: the directory need not be
 * kept for them. [MS-OXMSG] 2.2
 */
export function namesInParts(
  storage: string,
  kind: 'recip' | 'attach',
  parts: readonly NumberedStorage[],
): StorageNames {
  const prefix = `${storage === '/' ? '' : storage}/__${kind}_version1.0_#`;
  const numbers = parts.map(({ index }) => index);
  return (row, tag, place) => prefix + formatTag(numbers[row] as number) + nameOf(tag, place);
}

/** The stream or storage in an object's storage that holds a property; none for one that is missing. */
function nameOf(tag: number, place: number): string {
  if (place === ValuePlace.missing) return '';
  const isInline =
    place === ValuePlace.entry || (place === ValuePlace.bytes && inlineSize(typeOf(tag)) !== undefined);
  return isInline ? '/__properties_version1.0' : `/__substg1.0_${formatTag(tag)}`;
}
