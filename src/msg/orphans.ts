import type { Loss } from '../damage/damage';
import type { SeenTags } from '../mapi/rows/seen-tags';
import { formatTag } from '../mapi/values/property-type';
import type { ObjectStorage } from './object-storage';
import type { StorageTree } from './storage-tree';

/** A stream or storage of a property that the property stream does not list. */
export interface Orphan {
  readonly tag: number;
  readonly id: number;
  readonly message: string;
  readonly loses: Loss;
  /** Whether it is a value that can be given all the same. */
  readonly isValue: boolean;
}

/** What an object's storage holds that no entry of its property stream names; `seen`: the tags of the entries. */
export function* orphansIn(
  { values, items }: ObjectStorage,
  seen: SeenTags,
  file: StorageTree,
): Generator<Orphan, undefined> {
  for (const [tag, id] of values.entries()) {
    if (seen.has(tag)) continue;
    const isValue = !file.isStorage(id);
    const what = isValue ? 'Value stream' : 'Storage';
    const message = `${what} of ${formatTag(tag)} does not belong to any entry of the property stream`;
    yield { tag, id, message, loses: isValue ? 'property' : 'object', isValue };
  }
  for (const [tag, streams] of items) {
    const [id] = streams.values();
    if (values.get(tag) !== undefined || id === undefined) continue;
    const message = `${streams.size} streams of values of ${formatTag(tag)} have no stream of lengths`;
    yield { tag, id, message, loses: 'property', isValue: false };
  }
}
