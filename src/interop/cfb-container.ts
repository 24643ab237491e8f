import type { ReportDamage } from '../damage/anomaly';
import type { Arena } from '../bytes/arena';
import type { EntryNames, StorageClass } from '../cfb/directory';
import type { StreamWords } from '../cfb/stream-words';
import type { StorageTree } from '../msg/storage-tree';

/** A compound file as SheetJS's `cfb` returns it from `CFB.read(…)`. The two lists have the same order. */
export interface CfbContainer {
  /** The paths of the entries, such as `Root Entry/__properties_version1.0`. */
  readonly FullPaths: readonly string[];
  /** The directory entries, in the order of the paths. */
  readonly FileIndex: readonly CfbEntry[];
}

/** A directory entry: `type` 1 is a storage, 2 a stream, 5 the root. */
export interface CfbEntry {
  readonly name: string;
  readonly type: number;
  readonly size: number;
  readonly content?: ArrayLike<number> | undefined;
  /** The CLSID of a storage, in hexadecimal. */
  readonly clsid?: string | undefined;
  /** The state bits of a storage. */
  readonly state?: number | undefined;
}

const STORAGE = 1;
const STREAM = 2;
const ROOT = 0;
/** Bytes that a name may take: [MS-CFB] 2.6.1. */
const NAME = 64;
const NAME_WORDS = NAME / 4;
const nothing = new Uint8Array(0);

/** The storages and streams of such a container. Where in the file they lay is not known any more. */
export class ContainerTree implements StorageTree {
  readonly byteLength: number;
  readonly names: EntryNames;
  readonly #container: CfbContainer;
  readonly #members: ReadonlyMap<number, readonly number[]>;

  constructor(container: CfbContainer) {
    this.#container = container;
    this.names = namesOf(container.FileIndex);
    this.#members = membersOf(container);
    this.byteLength = container.FileIndex.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  }

  members(storage: number): readonly number[] {
    return this.#members.get(storage) ?? [];
  }

  isStorage(id: number): boolean {
    return this.#container.FileIndex[id]?.type !== STREAM;
  }

  storageClass(storage: number): StorageClass {
    const { clsid = '', state = 0 } = this.#container.FileIndex[storage] ?? {};
    const digits = clsid.padEnd(32, '0');
    return {
      clsid: Uint8Array.from({ length: 16 }, (_, at) =>
        Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
      ),
      stateBits: state,
      times: new Uint8Array(16),
    };
  }

  get inPlace(): undefined {
    return undefined;
  }

  path(id: number): string {
    return `/${pathOf(this.#container, id).split('/').slice(1).join('/')}`;
  }

  size(stream: number): number {
    return this.#container.FileIndex[stream]?.size ?? 0;
  }

  read(stream: number, report: ReportDamage): Uint8Array {
    const bytes = this.content(stream);
    if (bytes.length < this.size(stream)) this.#reportShort(stream, bytes.length, report);
    return bytes;
  }

  load(stream: number, into: StreamWords, report: ReportDamage): void {
    into.take(this.read(stream, report));
  }

  head(stream: number, length: number): Uint8Array {
    return this.content(stream).subarray(0, length);
  }

  append(stream: number, arena: Arena, _mayStay: boolean, report: ReportDamage): undefined {
    arena.append(this.read(stream, report));
  }

  offsetOf(): undefined {
    return undefined;
  }

  /** The library that read the file has said nothing of what it passed over. */
  checkRest(): void {
    // nothing is left to check
  }

  /** The bytes of a stream, never more than it says it has. */
  content(stream: number): Uint8Array {
    const { content, size = 0 } = this.#container.FileIndex[stream] ?? {};
    if (content === undefined) return nothing;
    const bytes = content instanceof Uint8Array ? content : Uint8Array.from(content);
    return bytes.subarray(0, size);
  }

  #reportShort(stream: number, found: number, report: ReportDamage): void {
    const message = `The stream has ${found} bytes, but its directory entry says ${this.size(stream)}`;
    report('cfb-stream-short', message, { storage: this.path(stream), loses: 'value' });
  }
}

function pathOf({ FullPaths }: CfbContainer, id: number): string {
  return (FullPaths[id] ?? '').replace(/\/$/, '');
}

/** The names in UTF-16LE, 64 bytes for each, as a directory has them. */
function namesOf(entries: readonly CfbEntry[]): EntryNames {
  const words = new Int32Array(entries.length * NAME_WORDS);
  const lengths = entries.map(({ name }) => Math.min(name.length, NAME / 2 - 1));
  for (const [id, { name }] of entries.entries())
    for (let at = 0; at < (lengths[id] ?? 0); at += 2)
      words[id * NAME_WORDS + at / 2] =
        name.charCodeAt(at) | (at + 1 < name.length ? name.charCodeAt(at + 1) << 16 : 0);
  return { words, nameAt: (id) => id * NAME_WORDS, nameLength: (id) => lengths[id] ?? 0 };
}

/** What each storage holds, by the entries' paths, in the order of [MS-CFB] 2.6.4. */
function membersOf(container: CfbContainer): ReadonlyMap<number, readonly number[]> {
  const { FileIndex } = container;
  const storages = new Map<string, number>();
  for (const [id, { type }] of FileIndex.entries())
    if (id === ROOT || type === STORAGE) storages.set(pathOf(container, id), id);
  const members = new Map<number, number[]>();
  for (const [id, { type }] of FileIndex.entries()) {
    if (id === ROOT || (type !== STORAGE && type !== STREAM)) continue;
    const path = pathOf(container, id);
    const holder = storages.get(path.slice(0, path.lastIndexOf('/')));
    if (holder === undefined) continue;
    const list = members.get(holder) ?? [];
    list.push(id);
    members.set(holder, list);
  }
  for (const list of members.values()) list.sort((one, other) => compareNames(FileIndex, one, other));
  return members;
}

/** Shorter names first, then by upper-case letters. */
function compareNames(entries: readonly CfbEntry[], one: number, other: number): number {
  const [first, second] = [entries[one]?.name ?? '', entries[other]?.name ?? ''].map((name) =>
    name.toUpperCase(),
  );
  if (first === undefined || second === undefined) return 0;
  return first.length - second.length || (first < second ? -1 : first > second ? 1 : 0);
}
