// [MS-CFB]: https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb/53989ce4-7b05-4f8d-829b-d08d6148375b

import type { ReportDamage } from '../damage/anomaly';
import type { Arena } from '../bytes/arena';
import type { RandomAccessBytes } from '../bytes/random-access';
import { copiedWords } from '../bytes/words';
import { FormatError } from '../damage/errors';
import { followChain } from './chain';
import { Directory, EntryType, ROOT } from './directory';
import type { EntryNames, StorageClass } from './directory';
import { DirectoryTree } from './directory-tree';
import { Extents } from './extents';
import { Fat } from './fat';
import { decodeCompoundFileHeader, HEADER_LENGTH, MINI_SECTOR_SIZE, MINI_STREAM_CUTOFF } from './header';
import type { CompoundFileHeader } from './header';
import { MiniStream } from './mini-stream';
import { SectorSpace } from './sector-space';
import { sectorWords } from './sector-words';
import { reportSharedStarts } from './shared-starts';
import type { StreamWords } from './stream-words';

/**
 * A compound file ([MS-CFB]): storages and streams by stream ID. A stream can be read once, since reading it
 * claims its sectors.
 */
export class CompoundFile {
  readonly #space: SectorSpace;
  readonly #fat: Fat;
  readonly #header: CompoundFileHeader;
  readonly #directory: Directory;
  readonly #tree: DirectoryTree;
  readonly #report: ReportDamage;
  readonly #staysInMemory: boolean;
  #miniStream: MiniStream | undefined;
  /** The stream that was followed last, and who is told of its damage. */
  #stream = ROOT;
  #reportStream: ReportDamage;
  /** Where the stream lies that is copied now: one for all, since most are too short to be worth an object. */
  readonly #extents = new Extents();

  /** `report` takes damage to what all streams share: header, FAT, directory, mini stream. */
  constructor(bytes: RandomAccessBytes, storageDepth: number, report: ReportDamage) {
    this.#report = report;
    this.#reportStream = report;
    const words = bytes.words ?? copiedWords(bytes.view(0, HEADER_LENGTH));
    this.#header = decodeCompoundFileHeader(words, bytes.byteLength, report);
    this.#space = new SectorSpace(bytes, this.#header.sectorSize);
    this.#fat = new Fat(this.#header, this.#space, report);
    this.#directory = this.#readDirectory();
    this.#tree = new DirectoryTree(this.#directory, storageDepth);
    this.#staysInMemory = bytes.inPlace !== undefined;
  }

  /** How many bytes the whole file has. */
  get byteLength(): number {
    return this.#space.bytes.byteLength;
  }

  /** All bytes of the file, if they stay in memory. */
  get inPlace(): Uint8Array | undefined {
    return this.#space.bytes.inPlace;
  }

  /** The stream IDs of what a storage holds, in the order of the directory's tree. */
  members(storage: number): readonly number[] {
    return this.#tree.members(storage, this.#report);
  }

  isStorage(id: number): boolean {
    return this.#directory.objectType(id) === EntryType.storage;
  }

  storageClass(storage: number): StorageClass {
    return this.#directory.storageClass(storage);
  }

  /** The way from the root to an entry, such as `/__recip_version1.0_#00000000`. */
  path(id: number): string {
    return this.#tree.path(id);
  }

  /** The entries' names where they lie, for readers that need no string. */
  get names(): EntryNames {
    return this.#directory;
  }

  /** How many bytes a stream's entry says it has. */
  size(stream: number): number {
    return this.#directory.streamSize(stream);
  }

  /** The first bytes of a stream, at most `length`, as many as lie together: no sector is claimed for them. */
  head(stream: number, length: number): Uint8Array {
    const offset = this.offsetOf(stream);
    const wanted = Math.min(length, this.size(stream), MINI_SECTOR_SIZE);
    return offset === undefined ? new Uint8Array(0) : this.#space.bytes.view(offset, wanted);
  }

  /** Reads a stream: all of it that is there, damage reported. */
  read(stream: number, report: ReportDamage): Uint8Array {
    const size = this.size(stream);
    const extents = this.#follow(stream, size, new Extents(), report);
    const bytes = extents.read(this.#space.bytes, size);
    if (bytes.length < size) this.#reportShort(bytes.length, size);
    return bytes;
  }

  /** The same into an array that is used again. */
  load(stream: number, into: StreamWords, report: ReportDamage): void {
    const size = this.size(stream);
    into.extents.clear();
    this.#follow(stream, size, into.extents, report);
    into.takeFrom(this.#space.bytes, size);
    if (into.byteLength < size) this.#reportShort(into.byteLength, size);
  }

  /**
   * Reads a stream behind the bytes of an arena: all of it that is there, damage reported. One that may stay where it is
   * is not copied if it lies in one piece and the file stays in memory: then the answer is its offset, else undefined.
   */
  append(stream: number, arena: Arena, mayStay: boolean, report: ReportDamage): number | undefined {
    const size = this.size(stream);
    const extents = this.#extents;
    extents.clear();
    this.#follow(stream, size, extents, report);
    let length = size;
    if (extents.byteLength < size) {
      length = extents.byteLength;
      this.#reportShort(length, size);
    } else if (mayStay && this.#staysInMemory) {
      const { offset } = extents;
      if (offset !== undefined) return offset;
    }
    const at = arena.reserve(length);
    extents.copy(this.#space.bytes, length, arena.bytes, at);
    return undefined;
  }

  /** The offset in the file of a stream's first byte; undefined if it has none. */
  offsetOf(stream: number): number | undefined {
    const start = this.#directory.startSector(stream);
    const size = this.size(stream);
    if (size === 0) return undefined;
    if (size < MINI_STREAM_CUTOFF) return this.#openMiniStream().offsetOf(start);
    return start >= 0 && start < this.#space.count ? this.#space.offsetOf(start) : undefined;
  }

  /** Looks at what nobody has asked for: storages that were not read, entries out of reach, streams that share sectors. */
  checkRest(): void {
    this.#tree.walkRest(this.#report);
    reportSharedStarts(this.#directory, this.#space.count, this.byteLength, this.#report);
  }

  /** Follows a stream into `extents`, which are empty; damage to it goes to `report` until the next one. */
  #follow(stream: number, size: number, extents: Extents, report: ReportDamage): Extents {
    this.#stream = stream;
    this.#reportStream = report;
    const start = this.#directory.startSector(stream);
    return size < MINI_STREAM_CUTOFF
      ? this.#openMiniStream().follow(start, size, 'Stream', this.#located, extents)
      : followChain(this.#fat, this.#space, start, size, 'Stream', this.#located, extents);
  }

  /**
   * Reports damage with the path of the stream that it concerns, which costs that stream and nothing else; where two
   * share a sector, the other may be the one that has the wrong bytes. One function for all: most are sound.
   */
  readonly #located: ReportDamage = (code, message, at) => {
    const storage = this.path(this.#stream);
    if (code === 'cfb-sector-claimed-twice') this.#report(code, message, { storage, ...at });
    else this.#reportStream(code, message, { storage, loses: 'value', ...at });
  };

  #reportShort(found: number, size: number): void {
    this.#located('cfb-stream-short', `The stream has ${found} bytes, but its directory entry says ${size}`);
  }

  #openMiniStream(): MiniStream {
    if (this.#miniStream !== undefined) return this.#miniStream;
    const { firstMiniFatSector } = this.#header;
    const place = { start: this.#directory.startSector(ROOT), size: this.size(ROOT), firstMiniFatSector };
    return (this.#miniStream = new MiniStream(this.#fat, this.#space, place, this.#report));
  }

  #readDirectory(): Directory {
    const { firstDirectorySector, majorVersion } = this.#header;
    const extents = followChain(
      this.#fat,
      this.#space,
      firstDirectorySector,
      Infinity,
      'Directory',
      this.#report,
    );
    const words = sectorWords(this.#space, extents);
    const directory = new Directory(words, this.#space.sectorSize, majorVersion);
    if (directory.count > 0) return directory;
    throw new FormatError(
      'cfb-directory-missing',
      `No directory: First Directory Sector Location is ${firstDirectorySector >>> 0}, but the number of sectors is ${this.#space.count}`,
      { path: '', offset: 48 },
    );
  }
}
