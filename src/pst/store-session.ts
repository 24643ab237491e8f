import { AnomalyLog } from '../damage/anomaly';
import type { Anomaly } from '../damage/anomaly';
import type { ByteSource } from '../bytes/byte-source';
import { PagedSource } from '../bytes/paged-source';
import type { Limits } from '../damage/errors';
import { noNames } from '../mapi/values/named-property';
import type { LostNames } from '../mapi/object/lost-names';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import type { BlockValueOptions } from './ltp/deferred-data';
import { readNameToIdMap } from './name-to-id-map';
import { DataTree } from './ndb/data-tree';
import { findHiddenEncoding } from './ndb/half-encoded';
import { NodeDatabase } from './ndb/node-database';
import { Allowance, StoreReading } from './ndb/store-reading';
import { hex } from './ndb/store-bytes';

/** How a store is read, with nothing left open. */
export interface PstOptions {
  readonly strict: boolean;
  readonly loadValuesUpTo: number;
  readonly codePage: number | undefined;
  /** The same whatever is said anywhere. */
  readonly codePageOverride: number | undefined;
  readonly limits: Limits;
  /** How many bytes of the file are kept in memory. */
  readonly cacheBytes: number;
}

/** One piece of work may decode this often the file's size, and some more: no sound item comes near. */
const UNIT_SHARE = 4;
const UNIT_BYTES = 4 << 20;
/** And all items of one iteration together this often. */
const ITERATION_SHARE = 16;
const ITERATION_BYTES = 16 << 20;

/** A store that is open: its pages, its log and its names, which belong to no other. */
export class StoreSession {
  readonly options: PstOptions;
  readonly database: NodeDatabase;
  /** Damage of what is not one item: header, names, folders. */
  readonly log: AnomalyLog;
  names: NamedPropertyMap = noNames;
  /** Identifiers that have lost their name, which items with such a property say. */
  lostNames: LostNames = new Map<number, string>();
  readonly #source: ByteSource;
  readonly #pages: PagedSource;
  readonly #recorded = new Set<string>();
  #isOpen = true;

  private constructor(
    source: ByteSource,
    pages: PagedSource,
    database: NodeDatabase,
    options: PstOptions,
    log: AnomalyLog,
  ) {
    this.#source = source;
    this.#pages = pages;
    this.database = database;
    this.options = options;
    this.log = log;
  }

  /** Opens a source and reads the header; rejects with a `FormatError` if nothing can be read. */
  static async open(source: ByteSource, options: PstOptions): Promise<StoreSession> {
    const open = await source.open();
    try {
      const pages = await PagedSource.over(open, options.cacheBytes);
      const log = new AnomalyLog(options.strict, options.limits.anomalies);
      const headerLog = new AnomalyLog(options.strict, options.limits.anomalies);
      const database = await pages.run(() => new NodeDatabase(pages, options.cacheBytes, headerLog.at('')));
      const session = new StoreSession(source, pages, database, options, log);
      session.record(headerLog.anomalies);
      database.hiddenEncoding = await session.run(findHiddenEncoding);
      return session;
    } catch (error) {
      await open.close();
      throw error;
    }
  }

  /** Reads the names of properties, which every item needs. */
  async readNames(): Promise<void> {
    const { map, lost } = await this.runShared(readNameToIdMap);
    this.names = map;
    this.lostNames = lost;
  }

  /** What one iteration over items may decode. */
  iterationAllowance(): Allowance {
    return new Allowance(this.database.source.byteLength * ITERATION_SHARE + ITERATION_BYTES);
  }

  /** Does one piece of work, with a log of its own; it may begin anew, and must change nothing else. */
  run<T>(work: (reading: StoreReading) => T, strict = this.options.strict, pool?: Allowance): Promise<T> {
    if (!this.#isOpen) return Promise.reject(new TypeError('The store is closed'));
    const most = this.database.source.byteLength * UNIT_SHARE + UNIT_BYTES;
    return this.#pages.run(() => {
      const allowance = new Allowance(Math.min(most, Math.max(0, pool?.left ?? most)));
      const before = allowance.left;
      const log = new AnomalyLog(strict, this.options.limits.anomalies);
      const result = work(new StoreReading(this.database, log, allowance));
      pool?.take(before - allowance.left);
      return result;
    });
  }

  /** The same for what belongs to no item: its damage is the store's. */
  async runShared<T>(work: (reading: StoreReading) => T, pool?: Allowance): Promise<T> {
    const both = (reading: StoreReading): { result: T; anomalies: readonly Anomaly[] } => ({
      result: work(reading),
      anomalies: reading.log.anomalies,
    });
    const { result, anomalies } = await this.run(both, this.options.strict, pool);
    this.record(anomalies);
    return result;
  }

  /** Takes damage into the store's log, each piece once. */
  record(anomalies: readonly Anomaly[]): void {
    for (const { code, message, path, storage, offset, loses, tag } of anomalies) {
      const key = `${path}\n${storage}\n${message}`;
      if (this.#recorded.has(key)) continue;
      if (this.#recorded.size < this.options.limits.anomalies) this.#recorded.add(key);
      this.log.at(path)(code, message, { storage, offset, loses, ...(tag === undefined ? {} : { tag }) });
    }
  }

  /** Fetches a value that was left in the file, of which damage is an error; opens the file again if need be. */
  readonly fetch: BlockValueOptions['fetch'] = async (blockId) => {
    if (this.#isOpen) return this.run((reading) => readWhole(reading, blockId), true);
    const again = await StoreSession.open(this.#source, this.options);
    try {
      return await again.fetch(blockId);
    } finally {
      await again.close();
    }
  };

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#pages.close();
  }
}

function readWhole(reading: StoreReading, blockId: number): Uint8Array {
  const report = reading.at('', `block ${hex(blockId)}`);
  return DataTree.open(reading, blockId, 'stream', report)?.whole() ?? new Uint8Array(0);
}
