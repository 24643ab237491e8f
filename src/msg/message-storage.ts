import type { ReportDamage } from '../damage/anomaly';
import { joinPath } from '../damage/path';
import { ROOT } from '../cfb/directory';
import { HEAD_OF_CONTENT } from '../mapi/object/attached-file';
import type { AttachedContent } from '../mapi/object/attached-file';
import { ATTACH_DATA_BINARY, ATTACH_DATA_OBJECT, isEmbeddedMessage } from '../mapi/object/attachment-content';
import type { FetchObject } from '../mapi/object/attached-object';
import type { ContainerMessages } from '../mapi/object/container-messages';
import type { MessagePlace, MessageSteps } from '../mapi/object/message-reading';
import type { StatedCount } from '../mapi/object/message-object';
import { noAttachments } from '../mapi/object/stored-message';
import type { AttachmentParts, StoredMessage } from '../mapi/object/stored-message';
import { emptyTable } from '../mapi/rows/empty-table';
import { LARGE } from '../mapi/rows/large-value';
import { PropertyStore } from '../mapi/rows/property-store';
import type { PropertyTable } from '../mapi/rows/property-table';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import type { MsgFile } from './msg-file';
import { checkObjectCounts } from './object-counts';
import { ObjectStorage } from './object-storage';
import type { NumberedStorage } from './object-storage';
import { readPropertyRow } from './property-row';
import { headerLength } from './property-stream';
import { namesInMessage, namesInParts } from './stored-names';

/** How many recipients have as many properties as a message. */
const USUAL_MESSAGE = 3;

/** The storage of a message, [MS-OXMSG] 2.2: the recipient table is read when it is met, the rest when it is asked for. */
export class MessageStorage implements MessageSteps {
  readonly recipients: PropertyTable;
  readonly #file: MsgFile;
  readonly #place: MessagePlace<ObjectStorage>;
  readonly #message: StoredMessage;
  readonly #messages: ContainerMessages<ObjectStorage>;
  #recipientCount: StatedCount | undefined;

  constructor(
    file: MsgFile,
    place: MessagePlace<ObjectStorage>,
    message: StoredMessage,
    messages: ContainerMessages<ObjectStorage>,
  ) {
    this.#file = file;
    this.#place = place;
    this.#message = message;
    this.#messages = messages;
    this.recipients = this.#readRecipients();
  }

  get properties(): PropertyTable {
    const { where: storage, path } = this.#place;
    const isOutermost = storage.id === ROOT;
    const builder = isOutermost
      ? this.#roomForOutermost(storage)
      : new PropertyTableBuilder(this.#file.tree.byteLength, 0, this.#file.tree);
    const header = isOutermost ? headerLength.message : headerLength.embeddedMessage;
    const counts = readPropertyRow(this.#file, builder, storage, header, this.#file.log.at(path));
    if (counts !== undefined) {
      this.#recipientCount = { stated: counts.recipients, found: storage.recipients.length };
      checkObjectCounts(counts, storage, (what) => this.#file.log.at(joinPath(path, what)));
    }
    return builder.finish(namesInMessage(this.#file.tree.path(storage.id)), this.#message);
  }

  /** The named-property map, which all messages of the file share, is read before the first attachment. */
  get attachments(): AttachmentParts {
    this.#file.readNames();
    const { attachments } = this.#place.where;
    return attachments.length === 0 ? noAttachments : this.#readAttachments(attachments);
  }

  /** What the header of the property stream counts, once that was read. */
  get recipientCount(): StatedCount | undefined {
    return this.#recipientCount;
  }

  get names(): NamedPropertyMap {
    return this.#file.readNames();
  }

  #readRecipients(): PropertyTable {
    const { where: storage, path } = this.#place;
    const { tree, log } = this.#file;
    const count = this.#messages.recipientsWithinLimit(storage.recipients.length, path);
    if (count === 0) return emptyTable;
    const parts = storage.recipients.slice(0, count);
    const builder = new PropertyTableBuilder(tree.byteLength, count, tree);
    parts.forEach(({ id }, index) => {
      const report = log.at(() => joinPath(path, `recipients[${index}]`));
      const part = new ObjectStorage(tree, id, report);
      readPropertyRow(this.#file, builder, part, headerLength.recipientOrAttachment, report);
    });
    return builder.finish(namesInParts(tree.path(storage.id), 'recip', parts), this.#message);
  }

  /**
   * A body would make the arena grow several times, so the outermost message gets the room that its values are said to
   * need, at most that of the file. Only that one: thousands of embedded messages could each say so much. Where the file
   * stays in memory, nearly all values stay where they are.
   */
  #roomForOutermost({ values }: ObjectStorage): PropertyTableBuilder {
    const { tree, loadValuesUpTo } = this.#file;
    const { inPlace } = tree;
    if (inPlace !== undefined) return new PropertyTableBuilder(tree.byteLength, USUAL_MESSAGE, { inPlace });
    let bytes = 0;
    for (let index = 0; index < values.size; index++) {
      const size = tree.size(values.idAt(index));
      if (size <= LARGE && size <= loadValuesUpTo) bytes += size; // others have an array of their own, or are not read
    }
    return new PropertyTableBuilder(tree.byteLength, USUAL_MESSAGE, { bytes });
  }

  #readAttachments(attachments: readonly NumberedStorage[]): AttachmentParts {
    const { where: storage, path } = this.#place;
    const { tree, log } = this.#file;
    const builder = new PropertyTableBuilder(tree.byteLength, attachments.length, tree);
    const reportAt = (row: number): ReportDamage => log.at(() => joinPath(path, `attachments[${row}]`));
    const contents: (number | undefined)[] = [];
    const objects = attachments.map(({ id }, row) => {
      const part = new ObjectStorage(tree, id, reportAt(row));
      readPropertyRow(this.#file, builder, part, headerLength.recipientOrAttachment, reportAt(row));
      contents.push(part.values.get(ATTACH_DATA_BINARY));
      return part.values.get(ATTACH_DATA_OBJECT);
    });
    const table = builder.finish(namesInParts(tree.path(storage.id), 'attach', attachments), this.#message);
    const messages: (ObjectStorage | undefined)[] = [];
    const embedded = this.#messages.embed(this.#place, this.#message, {
      table,
      messageIn: (row) =>
        (messages[row] = this.#messageIn(objects[row], new PropertyStore(table, row), reportAt(row))),
      contentOf: (row) => this.#contentOf(contents[row], reportAt(row)),
      reportAt: (row) => (code, message) => {
        const holder = objects[row] ?? contents[row];
        const storage = holder === undefined ? undefined : tree.path(holder);
        reportAt(row)(code, message, { storage });
      },
    });
    return { table, embedded, objects: objects.map((id, row) => this.#fetchObject(id, messages[row])) };
  }

  /** The content of an attachment: a stream. */
  #contentOf(stream: number | undefined, report: ReportDamage): AttachedContent | undefined {
    const { tree, fetch, fetchNow } = this.#file;
    if (stream === undefined || tree.isStorage(stream)) return undefined;
    return {
      size: tree.size(stream),
      head: () => tree.head(stream, HEAD_OF_CONTENT),
      whole: () => tree.read(stream, report),
      fetch: () => fetch(stream),
      fetchNow: fetchNow && (() => fetchNow(stream)),
    };
  }

  /** What fetches the OLE object in an attachment: a storage that is no message. */
  #fetchObject(id: number | undefined, message: ObjectStorage | undefined): FetchObject | undefined {
    const { tree, fetchObject } = this.#file;
    if (id === undefined || message !== undefined || !tree.isStorage(id)) return undefined;
    return () => fetchObject(id);
  }

  /** The storage of the message in an attachment: a PtypObject holds either that or an OLE object. */
  #messageIn(
    id: number | undefined,
    attachment: PropertyStore,
    report: ReportDamage,
  ): ObjectStorage | undefined {
    const { tree } = this.#file;
    if (id === undefined || !tree.isStorage(id)) return undefined;
    const storage = new ObjectStorage(tree, id, report);
    return storage.properties === undefined && !isEmbeddedMessage(attachment) ? undefined : storage;
  }
}
