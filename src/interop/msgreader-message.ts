import type { AnomalyLog, ReportDamage } from '../damage/anomaly';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import { PropertyStore } from '../mapi/rows/property-store';
import { StoredMessage } from '../mapi/object/stored-message';
import type { AttachmentParts, MessageParts } from '../mapi/object/stored-message';
import type { PropertyTable } from '../mapi/rows/property-table';
import { joinPath } from '../damage/path';
import type { CheckedOptions } from '../reading/read-options';
import type { MsgReaderFields } from './msgreader';
import type { MsgReaderNames } from './msgreader-names';
import { MsgReaderObject } from './msgreader-object';
import { MsgReaderTable } from './msgreader-table';
import { isEmbeddedMessage } from '../mapi/object/attachment-content';

/** What all messages of a file share. */
export interface MsgReaderContent {
  readonly objects: ReadonlyMap<object, MsgReaderObject>;
  readonly names: MsgReaderNames;
  readonly options: CheckedOptions;
  readonly log: AnomalyLog;
}

/** Where a message stands, in the outermost `Message` and in the reader's data. */
export interface MsgReaderPlace {
  readonly path: string;
  readonly fields: string;
  readonly depth: number;
  readonly codePage: number;
}

const nothing = new MsgReaderObject();

/** A message put together from what an observer heard of it, with all that it embeds. */
export class MsgReaderMessage implements MessageParts {
  readonly lostValue = 'msg-value-stream-missing';
  readonly message: StoredMessage;
  readonly properties: PropertyTable;
  readonly recipients: PropertyTable;
  readonly attachments: AttachmentParts;
  readonly names: NamedPropertyMap;
  readonly fallbackCodePage: number;
  readonly #observed: MsgReaderContent;
  readonly #place: MsgReaderPlace;

  constructor(fields: MsgReaderFields, observed: MsgReaderContent, place: MsgReaderPlace) {
    this.#observed = observed;
    this.#place = place;
    this.names = observed.names.map;
    this.fallbackCodePage = place.codePage;
    this.message = new StoredMessage(this);
    this.properties = this.#readProperties(fields);
    this.recipients = this.#readRows('recipients', this.#withinLimit(fields.recipients ?? []));
    this.attachments = this.#readAttachments(fields.attachments ?? []);
    this.message.check((part) => this.#reportAt(part));
  }

  #readProperties(fields: MsgReaderFields): PropertyTable {
    const table = this.#newTable();
    table.add(this.#heardOf(fields), false, this.#reportAt(''));
    return table.finish(() => this.#place.fields, this.message);
  }

  #readRows(name: 'recipients' | 'attachments', rows: readonly MsgReaderFields[]): PropertyTable {
    const table = this.#newTable();
    rows.forEach((fields, row) => {
      const hasStorage = fields.innerMsgContentFields !== undefined;
      table.add(this.#heardOf(fields), hasStorage, this.#reportAt(`${name}[${row}]`));
    });
    return table.finish((row) => `${this.#place.fields}.${name}[${row}]`, this.message);
  }

  #readAttachments(rows: readonly MsgReaderFields[]): AttachmentParts {
    const table = this.#readRows('attachments', rows);
    let count = 0;
    const embedded = rows.map(({ innerMsgContentFields }, row) => {
      const inner = this.#embeddedIn(innerMsgContentFields, new PropertyStore(table, row), row);
      return inner && this.#embedded(inner, row, count++);
    });
    return { table, embedded };
  }

  #embedded(fields: MsgReaderFields, row: number, index: number): StoredMessage {
    const { path, fields: holder, depth } = this.#place;
    return new MsgReaderMessage(fields, this.#observed, {
      path: joinPath(path, `embedded[${index}]`),
      fields: `${holder}.attachments[${row}].innerMsgContentFields`,
      depth: depth + 1,
      codePage: this.#observed.options.codePage ?? this.message.codePage,
    }).message;
  }

  /** The message in an attachment: the reader takes any storage in one for a message, OLE objects too. */
  #embeddedIn(
    inner: MsgReaderFields | undefined,
    attachment: PropertyStore,
    row: number,
  ): MsgReaderFields | undefined {
    if (inner === undefined) return undefined;
    if (!isEmbeddedMessage(attachment) && this.#heardOf(inner).size === 0) return undefined;
    const { embeddedDepth } = this.#observed.options.limits;
    if (this.#place.depth < embeddedDepth) return inner;
    const message = `Messages are embedded deeper than ${embeddedDepth}; the deeper ones were not taken`;
    this.#reportAt(`attachments[${row}]`)('limit-embedded-depth', message);
    return undefined;
  }

  #withinLimit(rows: readonly MsgReaderFields[]): readonly MsgReaderFields[] {
    const limit = this.#observed.options.limits.recipients;
    if (rows.length <= limit) return rows;
    const message = `${rows.length} recipients, more than ${limit}; the rest was not taken`;
    this.#reportAt('recipients')('limit-recipients', message);
    return rows.slice(0, limit);
  }

  #newTable(): MsgReaderTable {
    return new MsgReaderTable(this.#observed.names, this.#observed.options.loadValuesUpTo);
  }

  #heardOf(fields: MsgReaderFields): MsgReaderObject {
    return this.#observed.objects.get(fields) ?? nothing;
  }

  #reportAt(part: string): ReportDamage {
    return this.#observed.log.at(joinPath(this.#place.path, part));
  }
}
