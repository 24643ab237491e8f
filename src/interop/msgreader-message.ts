import type { AnomalyLog, ReportDamage } from '../damage/anomaly';
import { joinPath } from '../damage/path';
import { isEmbeddedMessage } from '../mapi/object/attachment-content';
import type { ContainerMessages } from '../mapi/object/container-messages';
import type { MessagePlace, MessageSteps } from '../mapi/object/message-reading';
import type { AttachmentParts, StoredMessage } from '../mapi/object/stored-message';
import { PropertyStore } from '../mapi/rows/property-store';
import type { PropertyTable } from '../mapi/rows/property-table';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import { contentElsewhere } from './attached-unread';
import type { MsgReaderFields } from './msgreader';
import type { MsgReaderNames } from './msgreader-names';
import { MsgReaderObject } from './msgreader-object';
import { MsgReaderTable } from './msgreader-table';

/** What all messages of a file share. */
export interface MsgReaderContent {
  readonly objects: ReadonlyMap<object, MsgReaderObject>;
  readonly names: MsgReaderNames;
  readonly log: AnomalyLog;
}

/** Where a message stands in the reader's data. */
export interface MsgReaderPlace {
  readonly fields: MsgReaderFields;
  /** By what name it is reached, such as `fileData.attachments[0].innerMsgContentFields`. */
  readonly name: string;
}

const nothing = new MsgReaderObject();

/** A message put together from what an observer heard of it. */
export class MsgReaderMessage implements MessageSteps {
  readonly names: NamedPropertyMap;
  readonly #content: MsgReaderContent;
  readonly #place: MessagePlace<MsgReaderPlace>;
  readonly #message: StoredMessage;
  readonly #messages: ContainerMessages<MsgReaderPlace>;

  constructor(
    content: MsgReaderContent,
    place: MessagePlace<MsgReaderPlace>,
    message: StoredMessage,
    messages: ContainerMessages<MsgReaderPlace>,
  ) {
    this.names = content.names.map;
    this.#content = content;
    this.#place = place;
    this.#message = message;
    this.#messages = messages;
  }

  get properties(): PropertyTable {
    const { fields, name } = this.#place.where;
    const table = this.#newTable();
    table.add(this.#heardOf(fields), false, this.#reportAt(''));
    return table.finish(() => name, this.#message);
  }

  get recipients(): PropertyTable {
    const { recipients = [] } = this.#place.where.fields;
    const count = this.#messages.recipientsWithinLimit(recipients.length, this.#place.path);
    return this.#readRows('recipients', recipients.slice(0, count));
  }

  get attachments(): AttachmentParts {
    const { attachments = [] } = this.#place.where.fields;
    const table = this.#readRows('attachments', attachments);
    const embedded = this.#messages.embed(this.#place, this.#message, {
      table,
      messageIn: (row) =>
        this.#messageIn(attachments[row]?.innerMsgContentFields, new PropertyStore(table, row), row),
      contentOf: () => contentElsewhere,
      reportAt: (row) => this.#reportAt(`attachments[${row}]`),
    });
    return { table, embedded };
  }

  #readRows(name: 'recipients' | 'attachments', rows: readonly MsgReaderFields[]): PropertyTable {
    const table = this.#newTable();
    rows.forEach((fields, row) => {
      const hasStorage = fields.innerMsgContentFields !== undefined;
      table.add(this.#heardOf(fields), hasStorage, this.#reportAt(`${name}[${row}]`));
    });
    return table.finish((row) => `${this.#place.where.name}.${name}[${row}]`, this.#message);
  }

  /** The message in an attachment: the reader takes any storage in one for a message, OLE objects too. */
  #messageIn(
    fields: MsgReaderFields | undefined,
    attachment: PropertyStore,
    row: number,
  ): MsgReaderPlace | undefined {
    if (fields === undefined) return undefined;
    if (!isEmbeddedMessage(attachment) && this.#heardOf(fields).size === 0) return undefined;
    return { fields, name: `${this.#place.where.name}.attachments[${row}].innerMsgContentFields` };
  }

  #newTable(): MsgReaderTable {
    return new MsgReaderTable(this.#content.names);
  }

  #heardOf(fields: MsgReaderFields): MsgReaderObject {
    return this.#content.objects.get(fields) ?? nothing;
  }

  #reportAt(part: string): ReportDamage {
    return this.#content.log.at(joinPath(this.#place.path, part));
  }
}
