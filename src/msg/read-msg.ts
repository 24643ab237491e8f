import { AnomalyLog } from '../anomaly';
import type { Report } from '../anomaly';
import type { RandomAccessBytes } from '../bytes/random-access';
import { CompoundFile, ROOT } from '../cfb/compound-file';
import { FormatError } from '../errors';
import type { Limits } from '../errors';
import { joinPath } from '../place';
import { DEFAULT_CODE_PAGE } from '../mapi/code-page';
import type { AttachmentObject, MessageObject, ReadObject } from '../mapi/message-object';
import { integer, tagged } from '../mapi/property';
import type { PropertyStore } from '../mapi/property-store';
import { readNamedPropertyMap } from './named-property-map';
import { ObjectReader } from './object-reader';
import { ObjectStorage } from './object-storage';
import type { NumberedStorage } from './object-storage';
import { headerLength } from './property-stream';

/** PidTagAttachDataObject as PtypObject: the storage of an embedded message, or of an OLE object. */
const ATTACH_DATA_OBJECT = 0x3701000d;
const attachMethod = tagged(0x3705, integer);
const ATTACH_EMBEDDED_MESSAGE = 5;

export interface MsgOptions {
  readonly strict: boolean;
  readonly limits: Limits;
  readonly loadValuesUpTo: number;
  /** The code page of 8-bit strings for messages that do not say. */
  readonly codePage: number | undefined;
  /** Fetches a stream that was left in the file. */
  readonly fetch: (stream: number) => Promise<Uint8Array>;
}

/** Reads a .msg file: the message, its recipients and attachments, and every message embedded in it. */
export function readMsg(bytes: RandomAccessBytes, options: MsgOptions): ReadObject {
  const log = new AnomalyLog(options.strict, options.limits.anomalies);
  const file = new CompoundFile(bytes, options.limits.storageDepth, log.at(''));
  const isWhole = log.errorCount === 0;
  const root = new ObjectStorage(file, ROOT, log.at(''));
  if (!root.isMessage && isWhole) {
    throw new FormatError(
      'msg-property-stream-missing',
      'A compound file, but no message: it has no stream __properties_version1.0',
      { path: '', storage: '/' },
    );
  }
  const names = readNamedPropertyMap(file, root, log.at(''));
  const reader = new ObjectReader(
    { file, loadValuesUpTo: options.loadValuesUpTo, fetch: options.fetch },
    names,
  );
  const message = new MessageTree(file, reader, options, log).read(root);
  const { anomalies, suppressed, suppressedErrors } = log;
  return { message, anomalies, suppressedAnomalies: suppressed, suppressedErrors };
}

/** Reads one stream of a .msg file by its stream ID; throws a `FormatError` if the stream is damaged. */
export function readMsgStream(bytes: RandomAccessBytes, stream: number, storageDepth: number): Uint8Array {
  const shared = new AnomalyLog(false, 0).at('');
  const own = new AnomalyLog(true, 0).at('');
  return new CompoundFile(bytes, storageDepth, shared).read(stream, own).bytes;
}

/** An attachment whose embedded message is yet to be read. */
interface PendingAttachment {
  readonly properties: PropertyStore;
  embedded: MessageObject | undefined;
}

/** A message that waits to be read. */
interface PendingMessage {
  readonly storage: ObjectStorage;
  /** Where it will stand in the outermost `Message`, such as `embedded[0]`; empty for that itself. */
  readonly path: string;
  readonly depth: number;
  /** The code page of its 8-bit strings if it does not say itself. */
  readonly codePage: number;
  readonly place: (message: MessageObject) => void;
}

/** Reads the outermost message and every message embedded in it. */
class MessageTree {
  readonly #file: CompoundFile;
  readonly #reader: ObjectReader;
  readonly #options: MsgOptions;
  readonly #log: AnomalyLog;
  /** Embedded messages are queued, not recursed into: a file decides how deep they lie. */
  readonly #queue: PendingMessage[] = [];

  constructor(file: CompoundFile, reader: ObjectReader, options: MsgOptions, log: AnomalyLog) {
    this.#file = file;
    this.#reader = reader;
    this.#options = options;
    this.#log = log;
  }

  read(root: ObjectStorage): MessageObject {
    const result: { message?: MessageObject } = {};
    const codePage = this.#options.codePage ?? DEFAULT_CODE_PAGE;
    this.#queue.push({
      storage: root,
      path: '',
      depth: 0,
      codePage,
      place: (message) => (result.message = message),
    });
    for (const pending of this.#queue) pending.place(this.#readMessage(pending)); // the queue grows as it is read
    return result.message as MessageObject;
  }

  #readMessage(pending: PendingMessage): MessageObject {
    const { storage, path, depth } = pending;
    const report = this.#log.at(path);
    const header = depth === 0 ? headerLength.message : headerLength.embeddedMessage;
    const properties = this.#reader.readMessage(storage, header, pending.codePage, report);
    const recipients = this.#withinLimit(storage.recipients, report).map(({ id }, index) =>
      this.#readRecipient(id, properties.codePage, joinPath(path, `recipients[${index}]`)),
    );
    return { properties, recipients, attachments: this.#readAttachments(pending, properties.codePage) };
  }

  #readRecipient(id: number, codePage: number, path: string): PropertyStore {
    const report = this.#log.at(path);
    return this.#reader.readPart(new ObjectStorage(this.#file, id, report), codePage, report);
  }

  #readAttachments(parent: PendingMessage, codePage: number): AttachmentObject[] {
    let embedded = 0;
    return parent.storage.attachments.map(({ id }, index) => {
      const report = this.#log.at(joinPath(parent.path, `attachments[${index}]`));
      const storage = new ObjectStorage(this.#file, id, report);
      const attachment: PendingAttachment = {
        properties: this.#reader.readPart(storage, codePage, report),
        embedded: undefined,
      };
      const message = this.#embeddedMessage(storage, attachment.properties, parent.depth, report);
      if (message !== undefined) {
        this.#queue.push({
          storage: message,
          path: joinPath(parent.path, `embedded[${embedded++}]`),
          depth: parent.depth + 1,
          codePage: this.#options.codePage ?? codePage,
          place: (read) => (attachment.embedded = read),
        });
      }
      return attachment;
    });
  }

  /** The storage of the message in an attachment: a PtypObject holds either that or an OLE object. */
  #embeddedMessage(
    attachment: ObjectStorage,
    properties: PropertyStore,
    depth: number,
    report: Report,
  ): ObjectStorage | undefined {
    const id = attachment.values.get(ATTACH_DATA_OBJECT);
    if (id === undefined || !this.#file.isStorage(id)) return undefined;
    const storage = new ObjectStorage(this.#file, id, report);
    const isMeantAsMessage = properties.get(attachMethod) === ATTACH_EMBEDDED_MESSAGE;
    if (storage.properties === undefined && !isMeantAsMessage) return undefined;
    const { embeddedDepth } = this.#options.limits;
    if (depth < embeddedDepth) return storage;
    const message = `Messages are embedded deeper than ${embeddedDepth}; the deeper ones were not read`;
    report('limit-embedded-depth', message, { storage: this.#file.path(id) });
    return undefined;
  }

  #withinLimit(recipients: readonly NumberedStorage[], report: Report): readonly NumberedStorage[] {
    const limit = this.#options.limits.recipients;
    if (recipients.length <= limit) return recipients;
    report('limit-recipients', `${recipients.length} recipients, more than ${limit}; the rest was not read`);
    return recipients.slice(0, limit);
  }
}
