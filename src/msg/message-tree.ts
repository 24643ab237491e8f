import type { AnomalyLog, ReportDamage } from '../damage/anomaly';
import { ROOT } from '../cfb/compound-file';
import type { StorageTree } from './storage-tree';
import { DEFAULT_CODE_PAGE } from '../mapi/values/code-page';
import { noNames } from '../mapi/values/named-property';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import { PropertyStore } from '../mapi/rows/property-store';
import type { PropertyTable } from '../mapi/rows/property-table';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { joinPath } from '../damage/path';
import { MessageReading } from './message-reading';
import type { MessagePlace, StepReader } from './message-reading';
import { readNamedPropertyMap } from './named-property-map';
import { ObjectStorage } from './object-storage';
import type { NumberedStorage } from './object-storage';
import { headerLength } from './property-stream';
import type { PropertyFile } from './property-file';
import { PropertyReader } from './property-reader';
import type { MsgOptions } from './read-msg';
import type { AttachmentParts, StoredMessage } from '../mapi/object/stored-message';
import { namesInMessage, namesInParts } from './stored-names';
import { ATTACH_DATA_OBJECT, isEmbeddedMessage } from '../mapi/object/attachment-content';

/** PidTagAttachDataObject as PtypObject: the storage of an embedded message, or of an OLE object. */
/** How many recipients have as many properties as a message. */
const USUAL_MESSAGE = 3;

/** Tables without rows are all the same one: a file may have a hundred thousand. */
const noRows = new PropertyTableBuilder(0, 0).finish(() => '', {
  codePage: DEFAULT_CODE_PAGE,
  names: noNames,
});
const noAttachments: AttachmentParts = { table: noRows, embedded: [] };

/** The outermost message and every message embedded in it. */
export class MessageTree implements StepReader {
  readonly outermost: StoredMessage;
  readonly #file: StorageTree;
  readonly #from: PropertyFile;
  readonly #root: ObjectStorage;
  readonly #options: MsgOptions;
  readonly #log: AnomalyLog;
  /** In the order in which they are met: a file decides how deep they lie, so they are listed and not recursed into. */
  readonly #readings: MessageReading[] = [];
  #names: NamedPropertyMap | undefined;

  /** Reads the outermost message's recipient table. */
  constructor(file: StorageTree, root: ObjectStorage, options: MsgOptions, log: AnomalyLog) {
    this.#file = file;
    this.#from = { file, loadValuesUpTo: options.loadValuesUpTo, fetch: options.fetch };
    this.#root = root;
    this.#options = options;
    this.#log = log;
    const codePage = options.codePage ?? DEFAULT_CODE_PAGE;
    this.outermost = this.#begin({ storage: root, path: '', depth: 0, codePage });
  }

  /** Reads everything that has not been read: own properties, names, attachments and the messages in them. */
  readRest(): void {
    if (this.#names !== undefined) return;
    this.#names = noNames; // those of the names themselves
    for (const reading of this.#readings) {
      reading.readProperties();
      if (reading.place.depth === 0) {
        this.#names = readNamedPropertyMap(this.#file, this.#root, this.#log.at(''));
      }
      this.#readAttachments(reading); // which lengthens the list
    }
  }

  /** Reports the values of all messages that cannot be decoded; nothing of the file is kept after it. */
  settle(): void {
    for (const { place, message } of this.#readings) {
      message.check((part) => this.#log.at(joinPath(place.path, part)));
      message.settle();
    }
  }

  /** The named-property map, which belongs to the rest. */
  get names(): NamedPropertyMap {
    this.readRest();
    return this.#names as NamedPropertyMap;
  }

  #begin(place: MessagePlace): StoredMessage {
    const reading = new MessageReading(place, this);
    this.#readings.push(reading);
    return reading.message;
  }

  readRecipients({ place: { storage, path }, message }: MessageReading): PropertyTable {
    const parts = this.#withinLimit(storage.recipients, this.#log.at(joinPath(path, 'recipients')));
    if (parts.length === 0) return noRows;
    const builder = new PropertyTableBuilder(this.#file.byteLength, parts.length);
    const reader = new PropertyReader(this.#from, builder);
    parts.forEach(({ id }, index) => {
      const report = this.#log.at(() => joinPath(path, `recipients[${index}]`));
      reader.readRow(new ObjectStorage(this.#file, id, report), headerLength.recipientOrAttachment, report);
    });
    return builder.finish(namesInParts(this.#file.path(storage.id), 'recip', parts), message);
  }

  readProperties({ place: { storage, path }, message }: MessageReading): PropertyTable {
    const isOutermost = storage.id === ROOT;
    const builder = isOutermost
      ? this.#roomForOutermost(storage)
      : new PropertyTableBuilder(this.#file.byteLength, 0);
    const header = isOutermost ? headerLength.message : headerLength.embeddedMessage;
    new PropertyReader(this.#from, builder).readRow(storage, header, this.#log.at(path));
    return builder.finish(namesInMessage(this.#file.path(storage.id)), message);
  }

  /**
   * A body would make the arena grow several times, so the outermost message gets the room that its values are said to
   * need, at most that of the file. Only that one: thousands of embedded messages could each say so much.
   */
  #roomForOutermost({ values }: ObjectStorage): PropertyTableBuilder {
    const sizes = values.entries().map(([, stream]) => this.#file.size(stream));
    const bytes = sizes.reduce((sum, size) => (size <= this.#from.loadValuesUpTo ? sum + size : sum), 0);
    return new PropertyTableBuilder(this.#file.byteLength, USUAL_MESSAGE, bytes);
  }

  #readAttachments(reading: MessageReading): void {
    const { storage, path } = reading.place;
    if (storage.attachments.length === 0) {
      reading.attachments = noAttachments;
      return;
    }
    const builder = new PropertyTableBuilder(this.#file.byteLength, storage.attachments.length);
    const reader = new PropertyReader(this.#from, builder);
    const reportAt = (index: number): ReportDamage =>
      this.#log.at(() => joinPath(path, `attachments[${index}]`));
    const objects = storage.attachments.map(({ id }, index) => {
      const part = new ObjectStorage(this.#file, id, reportAt(index));
      reader.readRow(part, headerLength.recipientOrAttachment, reportAt(index));
      return part.values.get(ATTACH_DATA_OBJECT);
    });
    const names = namesInParts(this.#file.path(storage.id), 'attach', storage.attachments);
    const table = builder.finish(names, reading.message);
    let count = 0;
    const embedded = objects.map((object, row) => {
      const inner = this.#embeddedStorage(object, new PropertyStore(table, row), reading, reportAt(row));
      return inner && this.#begin(this.#embeddedPlace(inner, reading, count++));
    });
    reading.attachments = { table, embedded };
  }

  #embeddedPlace(storage: ObjectStorage, { place, message }: MessageReading, index: number): MessagePlace {
    return {
      storage,
      path: joinPath(place.path, `embedded[${index}]`),
      depth: place.depth + 1,
      codePage: this.#options.codePage ?? message.codePage,
    };
  }

  /** The storage of the message in an attachment: a PtypObject holds either that or an OLE object. */
  #embeddedStorage(
    id: number | undefined,
    properties: PropertyStore,
    { place }: MessageReading,
    report: ReportDamage,
  ): ObjectStorage | undefined {
    if (id === undefined || !this.#file.isStorage(id)) return undefined;
    const storage = new ObjectStorage(this.#file, id, report);
    const isMeantAsMessage = isEmbeddedMessage(properties);
    if (storage.properties === undefined && !isMeantAsMessage) return undefined;
    const { embeddedDepth } = this.#options.limits;
    if (place.depth < embeddedDepth) return storage;
    const message = `Messages are embedded deeper than ${embeddedDepth}; the deeper ones were not read`;
    report('limit-embedded-depth', message, { storage: this.#file.path(id) });
    return undefined;
  }

  #withinLimit(recipients: readonly NumberedStorage[], report: ReportDamage): readonly NumberedStorage[] {
    const limit = this.#options.limits.recipients;
    if (recipients.length <= limit) return recipients;
    report('limit-recipients', `${recipients.length} recipients, more than ${limit}; the rest was not read`);
    return recipients.slice(0, limit);
  }
}
