import type { AnomalyLog, ReportDamage } from '../damage/anomaly';
import { RangeReader } from '../bytes/range-reader';
import { DEFAULT_CODE_PAGE, latin1Text } from '../mapi/values/code-page';
import { noNames } from '../mapi/values/named-property';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import type { StoredMessage } from '../mapi/object/stored-message';
import { joinPath } from '../damage/path';
import { AttachmentRows } from './attachment-rows';
import { AttributeId, AttributeLevel } from './attribute';
import type { Attribute } from './attribute';
import { AttributeIndex } from './attribute-index';
import { AttributeStream } from './attribute-stream';
import { EncodedProperties } from './encoded-properties';
import { LegacyAttributes } from './legacy-attributes';
import { MessageNames } from './message-names';
import { readRecipientRows } from './recipient-rows';
import type { ValueRange } from './multiple-values';
import type { TnefFile } from './tnef-file';
import type { TnefContent, StreamPlace, TnefMessage } from './tnef-message';

const REPLY = 'IPM.Schedule.Meeting.Resp.';
/** UTF-16LE, which 8-bit strings cannot be in. */
const UTF16 = 1200;

/** Tables without rows are all the same one: a file may have a hundred thousand. */
const noRows = new PropertyTableBuilder(0, 0).finish(() => '', {
  codePage: DEFAULT_CODE_PAGE,
  names: noNames,
});

/** Makes the message of a stream that lies in an attachment, or says why that is none. */
export type BeginEmbedded = (
  range: ValueRange,
  index: number,
  attributes: string,
  report: ReportDamage,
) => StoredMessage | undefined;

/** The stream of one message while it is read. */
export class MessageStream {
  readonly #file: TnefFile;
  readonly #log: AnomalyLog;
  readonly #place: StreamPlace;
  readonly #limit: number;
  readonly #names = new MessageNames();
  readonly #index: AttributeIndex;
  readonly #legacy: LegacyAttributes;
  readonly #own: PropertyTableBuilder;
  readonly #recipients: PropertyTableBuilder;
  readonly #attachments: PropertyTableBuilder;
  readonly #attachmentRows: AttachmentRows;
  #hasRecipientTable = false;
  #codePage: number | undefined;

  constructor(file: TnefFile, { place }: TnefMessage, limit: number, log: AnomalyLog) {
    const { byteLength } = file.bytes;
    this.#file = file;
    this.#log = log;
    this.#place = place;
    this.#limit = limit;
    this.#index = new AttributeIndex(place.attributes);
    this.#legacy = new LegacyAttributes(file, log.at(place.path));
    this.#own = new PropertyTableBuilder(byteLength, 0);
    this.#recipients = new PropertyTableBuilder(byteLength, 0);
    this.#attachments = new PropertyTableBuilder(byteLength, 0);
    this.#attachmentRows = new AttachmentRows(file, this.#attachments, this.#names, log, place.path);
  }

  /** Reads all attributes; `begin` is told of messages within, in their order. */
  read(message: StoredMessage, begin: BeginEmbedded): TnefContent {
    const { start, length, path } = this.#place;
    const stream = new AttributeStream(this.#file, start, start + length, this.#log.at(path));
    for (let attribute = stream.next(); attribute !== undefined; attribute = stream.next()) {
      this.#index.add(attribute);
      if (attribute.level === AttributeLevel.attachment) this.#attachmentRows.read(attribute);
      else this.#readOwn(attribute);
    }
    this.#legacy.addTo(this.#own, this.#isReply());
    this.#own.endRow();
    this.#attachmentRows.end();
    if (!this.#hasRecipientTable) this.#reportNoTable();
    return this.#finish(message, begin);
  }

  #readOwn(attribute: Attribute): void {
    switch (attribute.id) {
      case AttributeId.attOemCodepage:
        this.#codePage ??= this.#readCodePage(attribute);
        return;
      case AttributeId.attMsgProps:
        this.#readProperties(attribute);
        return;
      case AttributeId.attRecipTable:
        this.#readRecipients(attribute);
        return;
      default:
        this.#legacy.keep(attribute);
    }
  }

  /** attOemCodepage, [MS-OXTNEF] 2.1.3.3.20: the first of its two numbers is that of all 8-bit strings. */
  #readCodePage({ start, length }: Attribute): number | undefined {
    const codePage = length < 4 ? 0 : new RangeReader(this.#file.bytes, start, start + length).u32();
    if (codePage > 0 && codePage <= 0xffff && codePage !== UTF16) return codePage;
    const message = `attOemCodepage has ${length} bytes and the number ${codePage}, no code page`;
    this.#log.at(this.#place.path)('tnef-attribute-value', message, {
      storage: 'attOemCodepage',
      offset: start,
      loses: 'value', // of texts, which are read by another code page
    });
    return undefined;
  }

  #readProperties({ start, length }: Attribute): void {
    const reader = new RangeReader(this.#file.bytes, start, start + length);
    const report: ReportDamage = (code, message, at) => {
      this.#log.at(this.#place.path)(code, message, { storage: 'attMsgProps', ...at });
    };
    new EncodedProperties(this.#file, reader, this.#own, this.#names, report).read();
  }

  #readRecipients(attribute: Attribute): void {
    this.#hasRecipientTable = true;
    const { path } = this.#place;
    const reading = { file: this.#file, names: this.#names, log: this.#log, path, limit: this.#limit };
    readRecipientRows(attribute, this.#recipients, reading);
  }

  #isReply(): boolean {
    const name = this.#legacy.messageClass ?? new Uint8Array(0);
    return latin1Text(name.subarray(0, REPLY.length)) === REPLY;
  }

  #reportNoTable(): void {
    const message = 'No attRecipTable: the stream does not say who the recipients are';
    this.#log.at(joinPath(this.#place.path, 'recipients'))('tnef-recipient-table-absent', message);
  }

  #finish(message: StoredMessage, begin: BeginEmbedded): TnefContent {
    const { names } = this.#index;
    let count = 0;
    const embedded = this.#attachmentRows.embedded.map((range, row) => {
      if (range === undefined) return undefined;
      const attributes = `${this.#index.pathOf(range.start)}/`;
      const inner = begin(range, count, attributes, this.#attachmentRows.reportAt(row));
      if (inner !== undefined) count += 1;
      return inner;
    });
    return {
      properties: this.#own.finish(names, message),
      recipients: this.#recipients.rowCount === 0 ? noRows : this.#recipients.finish(names, message),
      attachments: {
        table: embedded.length === 0 ? noRows : this.#attachments.finish(names, message),
        embedded,
      },
      names: this.#names,
      codePage: this.#codePage,
    };
  }
}
