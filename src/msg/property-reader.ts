import { costing } from '../damage/anomaly';
import type { ReportDamage } from '../damage/anomaly';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import type { ObjectStorage } from './object-storage';
import type { PropertyFile } from './property-file';
import { PropertyRow } from './property-row';

/** Reads the properties of one object after another into the rows of a table. */
export class PropertyReader {
  readonly #from: PropertyFile;
  readonly #table: PropertyTableBuilder;

  constructor(from: PropertyFile, table: PropertyTableBuilder) {
    this.#from = from;
    this.#table = table;
  }

  /** Reads a property stream and the values beside it: one row, empty and reported if there is no stream. */
  readRow(storage: ObjectStorage, header: number, report: ReportDamage): void {
    const { file } = this.#from;
    const { properties } = storage;
    if (properties === undefined || file.isStorage(properties)) {
      report('msg-property-stream-missing', 'No property stream', { storage: file.path(storage.id) });
    } else {
      const content = file.read(properties, costing('property', report));
      new PropertyRow(this.#from, this.#table, storage, header, content, report).read();
    }
    this.#table.endRow();
  }
}
