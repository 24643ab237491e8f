import type { ReportDamage } from '../damage/anomaly';
import type { ObjectContent } from '../mapi/object/attached-object';
import type { StorageTree } from './storage-tree';

/** All that a storage holds, copied; damage is reported. */
export function readObjectContent(tree: StorageTree, storage: number, report: ReportDamage): ObjectContent {
  return {
    name: nameOf(tree, storage),
    ...tree.storageClass(storage),
    children: tree
      .members(storage)
      .map((id) =>
        tree.isStorage(id)
          ? readObjectContent(tree, id, report)
          : { name: nameOf(tree, id), data: tree.read(id, report).bytes.slice() },
      ),
  };
}

function nameOf({ names }: StorageTree, id: number): string {
  let name = '';
  for (let index = 0; index < names.nameLength(id); index++)
    name += String.fromCharCode(names.view.getUint16(names.nameAt(id) + index * 2, true));
  return name;
}
