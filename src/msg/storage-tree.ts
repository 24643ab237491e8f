import type { ReportDamage } from '../damage/anomaly';
import type { Arena } from '../bytes/arena';
import type { EntryNames, StorageClass } from '../cfb/directory';
import type { StreamWords } from '../cfb/stream-words';

/**
 * The storages and streams that a .msg file is made of, by stream ID ([MS-OXMSG] 2.2): a compound file, or what another
 * library has read of one. The root storage is number 0.
 */
export interface StorageTree {
  /** How many bytes there are in all, which no stream can exceed. */
  readonly byteLength: number;
  readonly names: EntryNames;
  /** What a storage holds, in the order of [MS-CFB] 2.6.4. */
  members(storage: number): readonly number[];
  isStorage(id: number): boolean;
  /** What the entry of a storage says beside its name. */
  storageClass(storage: number): StorageClass;
  /** The way from the root to an entry, such as `/__recip_version1.0_#00000000`. */
  path(id: number): string;
  /** How many bytes a stream says it has. */
  size(stream: number): number;
  /** The first bytes of a stream, at most `length`, as many as lie together; looking at them claims nothing. */
  head(stream: number, length: number): Uint8Array;
  read(stream: number, report: ReportDamage): Uint8Array;
  /** The same into an array that is used again. */
  load(stream: number, into: StreamWords, report: ReportDamage): void;
  /** All bytes of the file, if they stay in memory. */
  readonly inPlace: Uint8Array | undefined;
  /** Reads a stream behind the bytes of an arena, or tells the offset in `inPlace` of one that may stay there. */
  append(stream: number, arena: Arena, mayStay: boolean, report: ReportDamage): number | undefined;
  /** The offset in the file of a stream's first byte; undefined if that is not known. */
  offsetOf(stream: number): number | undefined;
  /** Reports damage in what nobody has asked for. */
  checkRest(): void;
}
