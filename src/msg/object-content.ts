import { nameIn } from '../cfb/directory';
import type { ReportDamage } from '../damage/anomaly';
import type { ObjectContent } from '../mapi/object/attached-object';
import type { StorageTree } from './storage-tree';

/** All that a storage holds, copied; damage is reported. */
export function readObjectContent(tree: StorageTree, storage: number, report: ReportDamage): ObjectContent {
  return {
    name: nameIn(tree.names, storage),
    ...tree.storageClass(storage),
    children: tree
      .members(storage)
      .map((id) =>
        tree.isStorage(id)
          ? readObjectContent(tree, id, report)
          : { name: nameIn(tree.names, id), data: tree.read(id, report).slice() },
      ),
  };
}
