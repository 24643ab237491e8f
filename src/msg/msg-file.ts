import type { AnomalyLog } from '../damage/anomaly';
import type { ValueOptions } from '../mapi/rows/value-options';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import { readNamedPropertyMap } from './named-property-map';
import type { ObjectStorage } from './object-storage';
import type { StorageTree } from './storage-tree';

/** What properties are read from: the storages, and how much of their streams; values that stay are fetched by stream ID. */
export interface PropertySource extends ValueOptions<[stream: number]> {
  readonly tree: StorageTree;
}

/** What all messages of a .msg file share. */
export class MsgFile implements PropertySource {
  readonly tree: StorageTree;
  readonly log: AnomalyLog;
  readonly loadValuesUpTo: number;
  readonly fetch: PropertySource['fetch'];
  readonly #root: ObjectStorage;
  #names: NamedPropertyMap | undefined;

  constructor(
    tree: StorageTree,
    root: ObjectStorage,
    log: AnomalyLog,
    { loadValuesUpTo, fetch }: Omit<PropertySource, 'tree'>,
  ) {
    this.tree = tree;
    this.log = log;
    this.loadValuesUpTo = loadValuesUpTo;
    this.fetch = fetch;
    this.#root = root;
  }

  /** The named-property map, read the first time. */
  readNames(): NamedPropertyMap {
    return (this.#names ??= readNamedPropertyMap(this.tree, this.#root, this.log.at('')));
  }
}
