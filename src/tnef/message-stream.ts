import type { AnomalyLog, ReportDamage } from '../damage/anomaly';
import { RangeReader } from '../bytes/range-reader';
import { latin1Text } from '../mapi/values/code-page';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import type { ContainerMessages } from '../mapi/object/container-messages';
import type { MessagePlace, MessageSteps } from '../mapi/object/message-reading';
import { noAttachments } from '../mapi/object/stored-message';
import type { AttachmentParts, StoredMessage } from '../mapi/object/stored-message';
import { emptyTable } from '../mapi/rows/empty-table';
import type { PropertyTable } from '../mapi/rows/property-table';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { joinPath } from '../damage/path';
import { contentIn } from './attached-range';
import { AttachmentRows } from './attachment-rows';
import { AttributeId, AttributeLevel } from './attribute';
import type { Attribute } from './attribute';
import { AttributeIndex } from './attribute-index';
import { isDoubtful, reportAttribute } from './attribute-damage';
import { AttributeStream, SHORTEST_STREAM } from './attribute-stream';
import type { TnefFile } from './attribute-stream';
import { EncodedProperties } from './encoded-properties';
import { LegacyAttributes } from './legacy-attributes';
import { addSender } from './mail-sender';
import { MessageNames } from './message-names';
import { readOemCodePage } from './oem-code-page';
import { readRecipientRows } from './recipient-rows';
import type { ValueRange } from './multiple-values';
import { hasTnefSignature, signature } from './signature';

const REPLY = 'IPM.Schedule.Meeting.Resp.';

/** Where the stream of a message lies. */
export interface StreamPlace {
  readonly start: number;
  readonly length: number;
  /** The attributes that hold the stream, with a slash at the end; empty for the file's own. */
  readonly attributes: string;
}

type Place = MessagePlace<StreamPlace>;

/** The stream of a message, [MS-OXTNEF] 2.1: its attributes are read in their order, all when the first part is asked for. */
export class MessageStream implements MessageSteps {
  readonly #file: TnefFile;
  readonly #log: AnomalyLog;
  readonly #place: Place;
  readonly #message: StoredMessage;
  readonly #messages: ContainerMessages<StreamPlace>;
  readonly #limit: number;
  readonly #names = new MessageNames();
  readonly #index: AttributeIndex;
  readonly #legacy: LegacyAttributes;
  readonly #own: PropertyTableBuilder;
  readonly #recipients: PropertyTableBuilder;
  readonly #attachments: PropertyTableBuilder;
  readonly #attachmentRows: AttachmentRows;
  readonly #seen = new Set<number>();
  #isRead = false;
  #hasRecipientTable = false;
  #codePage: number | undefined;

  constructor(
    file: TnefFile,
    log: AnomalyLog,
    limit: number,
    place: Place,
    message: StoredMessage,
    messages: ContainerMessages<StreamPlace>,
  ) {
    const { byteLength } = file.bytes;
    this.#file = file;
    this.#log = log;
    this.#place = place;
    this.#message = message;
    this.#messages = messages;
    this.#limit = limit;
    this.#index = new AttributeIndex(place.where.attributes);
    this.#legacy = new LegacyAttributes(file, log.at(place.path));
    this.#own = new PropertyTableBuilder(byteLength, 0);
    this.#recipients = new PropertyTableBuilder(byteLength, 0);
    this.#attachments = new PropertyTableBuilder(byteLength, 0);
    this.#attachmentRows = new AttachmentRows(file, this.#attachments, this.#names, log, place.path);
  }

  get properties(): PropertyTable {
    this.#read();
    return this.#own.finish(this.#index.names, this.#message);
  }

  get recipients(): PropertyTable {
    this.#read();
    return this.#recipients.rowCount === 0
      ? emptyTable
      : this.#recipients.finish(this.#index.names, this.#message);
  }

  get attachments(): AttachmentParts {
    this.#read();
    const { embedded: ranges } = this.#attachmentRows;
    if (ranges.length === 0) return noAttachments;
    const table = this.#attachments.finish(this.#index.names, this.#message);
    const embedded = this.#messages.embed(this.#place, this.#message, {
      table,
      messageIn: (row) => this.#streamIn(ranges[row], this.#attachmentRows.reportAt(row)),
      contentOf: (row) => contentIn(this.#file, table, row),
      reportAt: (row) => this.#attachmentRows.reportOfMessageAt(row),
    });
    return { table, embedded };
  }

  get names(): NamedPropertyMap {
    this.#read();
    return this.#names;
  }

  /** What attOemCodepage states. */
  get codePage(): number | undefined {
    this.#read();
    return this.#codePage;
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    const { start, length } = this.#place.where;
    const stream = new AttributeStream(this.#file, start, start + length, this.#log.at(this.#place.path));
    for (let attribute = stream.next(); attribute !== undefined; attribute = stream.next()) {
      this.#index.add(attribute);
      if (attribute.level === AttributeLevel.attachment) this.#attachmentRows.read(attribute);
      else this.#readOwn(attribute);
      const isSeen = this.#seen.has(attribute.id);
      if (isDoubtful(attribute, isSeen)) reportAttribute(attribute, isSeen, this.#reportOf(attribute));
      this.#seen.add(attribute.id);
    }
    this.#legacy.addTo(this.#own, this.#isReply());
    if (this.#place.depth === 0 && this.#file.mailFrom !== undefined)
      addSender(this.#own, this.#file.mailFrom);
    this.#own.endRow();
    this.#attachmentRows.end();
    if (!this.#hasRecipientTable) this.#reportNoTable();
  }

  /** A recorder for what an attribute is of. */
  #reportOf({ id, level }: Attribute): ReportDamage {
    if (level === AttributeLevel.attachment) return this.#attachmentRows.report;
    const { path } = this.#place;
    return this.#log.at(id === AttributeId.attRecipTable ? joinPath(path, 'recipients') : path);
  }

  #readOwn(attribute: Attribute): void {
    switch (attribute.id) {
      case AttributeId.attOemCodepage:
        this.#codePage ??= readOemCodePage(this.#file.bytes, attribute, this.#log.at(this.#place.path));
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

  #readProperties({ start, length }: Attribute): void {
    const reader = new RangeReader(this.#file.bytes, start, start + length);
    const report: ReportDamage = (code, message, at) => {
      this.#log.at(this.#place.path)(code, message, { storage: 'attMsgProps', ...at });
    };
    new EncodedProperties(this.#file, reader, this.#own, this.#names, report).readAll();
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

  /** The stream of the message in an attachment; an object that says it is one and is none is recorded. */
  #streamIn(range: ValueRange | undefined, report: ReportDamage): StreamPlace | undefined {
    if (range === undefined) return undefined;
    const { start, length } = range;
    const head = this.#file.bytes.view(start, Math.min(length, signature.length));
    if (length >= SHORTEST_STREAM && hasTnefSignature(head))
      return { start, length, attributes: `${this.#index.pathOf(start)}/` };
    const message = `The message of an attachment has ${length} bytes and no TNEF stream`;
    report('tnef-embedded-message', message, { storage: 'attAttachment', offset: start });
    return undefined;
  }
}
