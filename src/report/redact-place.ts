import type { Substitute } from '../rules/redacted';
import type { Reported } from './reported';

/** A file or item with what stands for its path and folder; the number of an item stays. */
export function redactPlace<T extends Reported>(told: T, substitute: Substitute): T {
  const { path, item } = told;
  const hidden = item && { ...item, folder: substitute('folder', item.folder) };
  return { ...told, path: substitute('path', path), ...(hidden && { item: hidden }) };
}
