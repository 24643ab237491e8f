import type { ReportDamage } from '../damage/anomaly';
import type { StorageTree } from './storage-tree';
import type { ExternalValue } from '../mapi/rows/property-columns';
import type { PropertySource } from './msg-file';

/** A value that was left in the file: larger than `loadValuesUpTo`, or the content of an attachment. */
export class DeferredStream implements ExternalValue {
  readonly content = 'left-in-file';
  readonly bytes = new Uint8Array(0);
  readonly size: number;
  readonly #fetch: PropertySource['fetch'];
  readonly #stream: number;

  constructor({ tree, fetch }: PropertySource, stream: number, report: ReportDamage) {
    this.size = tree.size(stream);
    this.#fetch = fetch;
    this.#stream = stream;
    reportImpossibleSize(tree, stream, report);
  }

  read(): Promise<Uint8Array> {
    return this.#fetch(this.#stream);
  }
}

/** A stream that stays in the file is not read, but it cannot be larger than the file. */
export function reportImpossibleSize(file: StorageTree, stream: number, report: ReportDamage): void {
  const size = file.size(stream);
  if (size <= file.byteLength) return;
  report('cfb-stream-short', `Stream says it has ${size} bytes, the file has ${file.byteLength}`, {
    storage: file.path(stream),
  });
}
