import type { ReportDamage } from '../damage/anomaly';
import { followChain } from './chain';
import { ROOT } from './directory';
import type { Directory } from './directory';
import type { DirectoryTree } from './directory-tree';
import type { Extents } from './extents';
import type { Fat } from './fat';
import { MINI_STREAM_CUTOFF } from './header';
import type { CompoundFileHeader } from './header';
import { MiniStream } from './mini-stream';
import type { SectorSpace } from './sector-space';

/** What a stream is found by. */
interface Structures {
  readonly header: CompoundFileHeader;
  readonly space: SectorSpace;
  readonly fat: Fat;
  readonly directory: Directory;
  readonly tree: DirectoryTree;
}

/** The chains of streams: below 4,096 bytes in the mini stream, which the root's entry locates, else in the FAT ([MS-CFB] 2.3, 2.4). */
export class StreamChains {
  readonly #file: Structures;
  readonly #report: ReportDamage;
  #miniStream: MiniStream | undefined;
  /** The stream that was followed last, and who is told of its damage. */
  #stream = ROOT;
  #reportStream: ReportDamage;

  /** `report` takes damage to what streams share. */
  constructor(file: Structures, report: ReportDamage) {
    this.#file = file;
    this.#report = report;
    this.#reportStream = report;
  }

  /** Follows a stream of `size` bytes into `extents`, which are empty; damage to it goes to `report` until the next one. */
  follow(stream: number, size: number, extents: Extents, report: ReportDamage): Extents {
    this.#stream = stream;
    this.#reportStream = report;
    const { fat, space, directory } = this.#file;
    const start = directory.startSector(stream);
    return size < MINI_STREAM_CUTOFF
      ? this.#openMiniStream().follow(start, size, 'Stream', this.#located, extents)
      : followChain(fat, space, start, size, 'Stream', this.#located, extents);
  }

  /** Reports that the stream that was followed last has fewer bytes than its entry says. */
  reportShort(found: number, size: number): void {
    this.#located('cfb-stream-short', `Stream has ${found} bytes, its directory entry says ${size}`);
  }

  /** The offset in the file of a stream's first byte; undefined if it has none. */
  offsetOf(stream: number): number | undefined {
    const { directory, space } = this.#file;
    const start = directory.startSector(stream);
    const size = directory.streamSize(stream);
    if (size === 0) return undefined;
    if (size < MINI_STREAM_CUTOFF) return this.#openMiniStream().offsetOf(start);
    return start >= 0 && start < space.count ? space.offsetOf(start) : undefined;
  }

  /**
   * Reports damage with the path of the stream that it concerns, which costs that stream and nothing else; where two
   * share a sector, the other may be the one that has the wrong bytes. One function for all streams: most are sound.
   */
  readonly #located: ReportDamage = (code, message, at) => {
    const storage = this.#file.tree.path(this.#stream);
    if (code === 'cfb-sector-claimed-twice') this.#report(code, message, { storage, ...at });
    else this.#reportStream(code, message, { storage, loses: 'value', ...at });
  };

  #openMiniStream(): MiniStream {
    const { fat, space, directory, header } = this.#file;
    return (this.#miniStream ??= new MiniStream(
      fat,
      space,
      {
        start: directory.startSector(ROOT),
        size: directory.streamSize(ROOT),
        firstMiniFatSector: header.firstMiniFatSector,
      },
      this.#report,
    ));
  }
}
