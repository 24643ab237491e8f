import type { AnomalyLog, ReportDamage } from '../damage/anomaly';
import { RangeReader } from '../bytes/range-reader';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { joinPath } from '../damage/path';
import { AttributeId, attributeName } from './attribute';
import type { Attribute } from './attribute';
import { EncodedProperties } from './encoded-properties';
import { LegacyAttributes } from './legacy-attributes';
import type { MessageNames } from './message-names';
import type { ValueRange } from './multiple-values';
import type { TnefFile } from './attribute-stream';

/** The attachments of a message while their attributes are read, one attachment a row ([MS-OXTNEF] 2.1.3.4). */
export class AttachmentRows {
  /** Where the stream of the message in each attachment lies, if there is one. */
  readonly embedded: (ValueRange | undefined)[] = [];
  readonly #file: TnefFile;
  readonly #table: PropertyTableBuilder;
  readonly #names: MessageNames;
  readonly #log: AnomalyLog;
  readonly #path: string;
  #legacy: LegacyAttributes | undefined;

  constructor(
    file: TnefFile,
    table: PropertyTableBuilder,
    names: MessageNames,
    log: AnomalyLog,
    path: string,
  ) {
    this.#file = file;
    this.#table = table;
    this.#names = names;
    this.#log = log;
    this.#path = path;
  }

  /** A recorder for the attachment with a number. */
  reportAt(row: number): ReportDamage {
    return this.#log.at(() => joinPath(this.#path, `attachments[${row}]`));
  }

  /** The same for the attachment of which attributes are read. */
  get report(): ReportDamage {
    return this.reportAt(this.#table.rowCount);
  }

  /** The same for what concerns the message in it. */
  reportOfMessageAt(row: number): ReportDamage {
    const at = { storage: 'attAttachment', offset: this.embedded[row]?.start };
    return (code, message) => {
      this.reportAt(row)(code, message, at);
    };
  }

  /** Reads an attribute of the attachment level; attAttachRendData begins the next attachment. */
  read(attribute: Attribute): void {
    if (attribute.id === AttributeId.attAttachRendData) this.end();
    const legacy = this.#legacy ?? this.#begin(attribute);
    if (attribute.id === AttributeId.attAttachment) this.#readProperties(attribute);
    else legacy.keep(attribute);
  }

  /** Ends the last attachment. */
  end(): void {
    if (this.#legacy === undefined) return;
    this.#legacy.addTo(this.#table);
    this.#legacy = undefined;
    this.#table.endRow();
  }

  #begin({ id, start }: Attribute): LegacyAttributes {
    const report = this.reportAt(this.#table.rowCount);
    if (id !== AttributeId.attAttachRendData) {
      const name = attributeName(id);
      report('tnef-attachment-order', `An attachment begins with ${name}, expected attAttachRendData`, {
        storage: name,
        offset: start,
      });
    }
    this.embedded.push(undefined);
    return (this.#legacy = new LegacyAttributes(this.#file, report));
  }

  #readProperties({ start, length }: Attribute): void {
    const row = this.#table.rowCount;
    const reader = new RangeReader(this.#file.bytes, start, start + length);
    const report: ReportDamage = (code, message, at) => {
      this.reportAt(row)(code, message, { storage: 'attAttachment', ...at });
    };
    const list = new EncodedProperties(this.#file, reader, this.#table, this.#names, report);
    this.embedded[row] ??= list.readAll().embedded;
  }
}
