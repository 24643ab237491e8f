import type { AnomalyLog } from '../damage/anomaly';
import type { ObjectContent } from '../mapi/object/attached-object';
import type { ValueOptions } from '../mapi/rows/value-options';
import { reportLostNames } from '../mapi/object/lost-names';
import type { PlacedMessage, ReadNames } from '../mapi/object/lost-names';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import { readNamedPropertyMap } from './named-property-map';
import type { ObjectStorage } from './object-storage';
import { PropertyStream } from './property-stream';
import type { StorageTree } from './storage-tree';

/** The storage of the named-property map. */
const NAMES = '/__nameid_version1.0';

/** What properties are read from: the storages, and how much of their streams; values that stay are fetched by stream ID. */
export interface PropertySource extends ValueOptions<[stream: number]> {
  readonly tree: StorageTree;
  /** The property stream that is read now. */
  readonly stream: PropertyStream;
}

/** Fetches what was left in the file: a stream, at once where the file is in memory, or all that the storage of an OLE object holds. */
export interface LeftInFile extends Pick<PropertySource, 'fetch' | 'fetchNow'> {
  readonly fetchObject: (storage: number) => Promise<ObjectContent>;
}

/** What all messages of a .msg file share. */
export class MsgFile implements PropertySource {
  readonly tree: StorageTree;
  readonly stream = new PropertyStream();
  readonly log: AnomalyLog;
  readonly loadValuesUpTo: number;
  readonly fetch: PropertySource['fetch'];
  readonly fetchObject: (storage: number) => Promise<ObjectContent>;
  readonly fetchNow: PropertySource['fetchNow'];
  readonly #root: ObjectStorage;
  #names: ReadNames | undefined;

  constructor(
    tree: StorageTree,
    root: ObjectStorage,
    log: AnomalyLog,
    loadValuesUpTo: number,
    { fetch, fetchNow, fetchObject }: LeftInFile,
  ) {
    this.tree = tree;
    this.log = log;
    this.loadValuesUpTo = loadValuesUpTo;
    this.fetch = fetch;
    this.fetchNow = fetchNow;
    this.fetchObject = fetchObject;
    this.#root = root;
  }

  /** The named-property map, read the first time. */
  readNames(): NamedPropertyMap {
    return this.#readNames().map;
  }

  /**
   * Reports entries of the map that make no sense, when all messages were read: where a property uses one, it has lost
   * its name; where none does, nothing is lost.
   */
  reportNames(messages: readonly PlacedMessage[]): void {
    const names = this.#readNames();
    const { lost } = names;
    const unused = reportLostNames(names, messages, 'msg-named-property-map', (path) => this.log.at(path));
    const [first] = unused;
    if (first === undefined) return;
    const more = unused.size > 1 ? `; ${unused.size - 1} more entries make no sense` : '';
    this.log.at('')('msg-name-unused', `${lost.get(first)}, and no property uses it${more}`, {
      storage: NAMES,
    });
  }

  #readNames(): ReadNames {
    return (this.#names ??= readNamedPropertyMap(this.tree, this.#root, this.log.at('')));
  }
}
