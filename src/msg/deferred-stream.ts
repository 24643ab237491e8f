import type { ReportDamage } from '../damage/anomaly';
import type { StorageTree } from './storage-tree';
import type { ExternalValue } from '../mapi/rows/property-columns';
import { keepingOf } from '../mapi/object/keeping';
import { LeftValue } from '../mapi/rows/left-value';
import { ATTACH_DATA } from '../mapi/definitions/attachment-properties';
import { idOf } from '../mapi/values/property-type';
import type { EncodedValue } from '../mapi/values/property-value';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import type { PropertySource } from './msg-file';

/** What is in a stream and stays there: the content of an attachment, or a value larger than `loadValuesUpTo`. */
class DeferredStream implements ExternalValue {
  readonly content = 'left-in-file';
  readonly bytes = new Uint8Array(0);
  readonly size: number;
  readonly readNow: (() => EncodedValue) | undefined;
  readonly #fetch: PropertySource['fetch'];
  readonly #stream: number;

  constructor({ tree, fetch, fetchNow }: PropertySource, stream: number) {
    this.size = tree.size(stream);
    this.readNow = fetchNow && (() => ({ bytes: fetchNow(stream) }));
    this.#fetch = fetch;
    this.#stream = stream;
  }

  read(): Promise<Uint8Array> {
    return this.#fetch(this.#stream);
  }
}

/** A property and the stream that its value, or the lengths of its values, are in. */
export interface ValueStream {
  readonly tag: number;
  readonly flags: number;
  readonly stream: number;
}

/** Adds a value that stays in its stream, and is checked all the same if it is none of the largest. */
export function leaveStream(
  from: PropertySource,
  table: PropertyTableBuilder,
  { tag, flags, stream }: ValueStream,
  report: ReportDamage,
): void {
  const deferred = new DeferredStream(from, stream);
  if (keepingOf(tag, deferred.size, from) === 'leave') {
    reportImpossibleSize(from.tree, stream, report);
    const value = idOf(tag) === ATTACH_DATA ? deferred : new LeftValue(deferred);
    table.addExternal(tag, flags, value, undefined);
    return;
  }
  const bytes = from.tree.read(stream, report).slice();
  table.addExternal(tag, flags, new LeftValue(deferred, { bytes }), from.tree.offsetOf(stream));
}

/** A stream that stays in the file is not read, but it cannot be larger than the file. */
export function reportImpossibleSize(file: StorageTree, stream: number, report: ReportDamage): void {
  const size = file.size(stream);
  if (size <= file.byteLength) return;
  report('cfb-stream-short', `The stream states ${size} bytes, but the file has ${file.byteLength}`, {
    storage: file.path(stream),
  });
}
