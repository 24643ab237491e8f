import type { ReportDamage } from '../damage/anomaly';
import { quoted } from '../damage/quoted';
import { NameKind, StorageName } from './storage-name';
import type { StorageTree } from './storage-tree';

/**
 * Reports a storage whose name stands for nothing in [MS-OXMSG] 2.2, if it holds what only parts of a message hold: a
 * recipient or an attachment where there is a property stream, else the named-property map. Storages of other
 * applications are left alone.
 */
export function reportUnknownStorage(file: StorageTree, id: number, report: ReportDamage): void {
  const kinds = new Set(file.members(id).map((member) => kindOf(file, member)));
  const isObject = kinds.has(NameKind.properties);
  if (!isObject && !kinds.has(NameKind.value)) return;
  const storage = file.path(id);
  const name = quoted(storage.slice(storage.lastIndexOf('/') + 1));
  const what = isObject ? 'a property stream' : 'values of properties';
  report('msg-storage-unknown', `Storage ${name} holds ${what}, but a message has no storage of that name`, {
    storage,
    loses: isObject ? 'anything' : 'property',
  });
}

function kindOf({ names }: StorageTree, member: number): NameKind {
  const name = new StorageName();
  name.recognise(names.words, names.nameAt(member), names.nameLength(member));
  return name.kind;
}
