import { AnomalyLog } from '../anomaly';
import type { Report } from '../anomaly';
import type { RandomAccessBytes } from '../bytes/random-access';
import { CompoundFile, ROOT } from '../cfb/compound-file';
import { FormatError } from '../errors';
import type { Limits } from '../errors';
import { chooseCodePage, DEFAULT_CODE_PAGE } from '../mapi/code-page';
import type { AttachmentObject, MessageObject, ReadObject } from '../mapi/message-object';
import type { NamedPropertyMap } from '../mapi/named-property';
import { noNames } from '../mapi/named-property';
import { integer, tagged } from '../mapi/property';
import { malformation, PropertyStore } from '../mapi/property-store';
import type { RawProperty } from '../mapi/property-store';
import { formatTag } from '../mapi/property-type';
import { readNamedPropertyMap } from './named-property-map';
import { ObjectStorage } from './object-storage';
import type { NumberedStorage } from './object-storage';
import { decodeCounts, headerLength } from './property-stream';
import { readProperties } from './read-properties';
import type { PropertyFile } from './read-properties';

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
  const root = new ObjectStorage(file, ROOT, log.at(''));
  if (!root.isMessage) {
    throw new FormatError(
      'msg-property-stream-missing',
      'A compound file, but no message: it has no stream __properties_version1.0',
      { path: '', storage: '/' },
    );
  }
  const names = readNamedPropertyMap(file, root, log.at(''));
  const message = new MsgReader(file, names, options, log).read(root);
  return { message, anomalies: log.anomalies, suppressedAnomalies: log.suppressed };
}

/** Reads one stream of a .msg file by its stream ID. */
export function readMsgStream(bytes: RandomAccessBytes, stream: number, storageDepth: number): Uint8Array {
  const log = new AnomalyLog(false, 0);
  return new CompoundFile(bytes, storageDepth, log.at('')).read(stream, log.at('')).bytes;
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

class MsgReader {
  readonly #from: PropertyFile;
  readonly #names: NamedPropertyMap;
  readonly #options: MsgOptions;
  readonly #log: AnomalyLog;
  /** Embedded messages are queued, not recursed into: a file decides how deep they lie. */
  readonly #queue: PendingMessage[] = [];

  constructor(file: CompoundFile, names: NamedPropertyMap, options: MsgOptions, log: AnomalyLog) {
    this.#from = { file, loadValuesUpTo: options.loadValuesUpTo, fetch: options.fetch };
    this.#names = names;
    this.#options = options;
    this.#log = log;
  }

  read(root: ObjectStorage): MessageObject {
    const result: { message?: MessageObject } = {};
    this.#queue.push({
      storage: root,
      path: '',
      depth: 0,
      codePage: this.#options.codePage ?? DEFAULT_CODE_PAGE,
      place: (message) => (result.message = message),
    });
    for (let pending = this.#queue.shift(); pending !== undefined; pending = this.#queue.shift()) {
      pending.place(this.#readMessage(pending));
    }
    return result.message as MessageObject;
  }

  #readMessage(pending: PendingMessage): MessageObject {
    const { storage, path, depth } = pending;
    const report = this.#log.at(path);
    const header = depth === 0 ? headerLength.message : headerLength.embeddedMessage;
    const raw = this.#readProperties(storage, header, report);
    const codePage = codePageOf(raw, pending.codePage);
    const recipients = this.#withinLimit(storage.recipients, report).map(({ id }, index) =>
      this.#readRecipient(id, codePage, joinPath(path, `recipients[${index}]`)),
    );
    return {
      properties: this.#store(raw, codePage, report),
      recipients,
      attachments: this.#readAttachments(storage, codePage, pending),
    };
  }

  #readRecipient(id: number, codePage: number, path: string): PropertyStore {
    const report = this.#log.at(path);
    const storage = new ObjectStorage(this.#from.file, id, report);
    return this.#store(this.#readProperties(storage, headerLength.recipientOrAttachment, report), codePage, report);
  }

  #readAttachments(storage: ObjectStorage, codePage: number, parent: PendingMessage): AttachmentObject[] {
    let embedded = 0;
    return storage.attachments.map(({ id }, index) => {
      const report = this.#log.at(joinPath(parent.path, `attachments[${index}]`));
      const contents = new ObjectStorage(this.#from.file, id, report);
      const raw = this.#readProperties(contents, headerLength.recipientOrAttachment, report);
      const attachment: PendingAttachment = { properties: this.#store(raw, codePage, report), embedded: undefined };
      const message = this.#embeddedStorage(contents, attachment.properties, parent.depth, report);
      if (message !== undefined) {
        this.#queue.push({
          storage: message,
          path: joinPath(parent.path, `embedded[${embedded++}]`),
          depth: parent.depth + 1,
          codePage,
          place: (read) => (attachment.embedded = read),
        });
      }
      return attachment;
    });
  }

  /** The storage of the message in an attachment: a PtypObject holds either that or an OLE object. */
  #embeddedStorage(
    attachment: ObjectStorage,
    properties: PropertyStore,
    depth: number,
    report: Report,
  ): ObjectStorage | undefined {
    const { file } = this.#from;
    const id = attachment.values.get(ATTACH_DATA_OBJECT);
    if (id === undefined || !file.isStorage(id)) return undefined;
    if (depth >= this.#options.limits.embeddedDepth) {
      const message = `Messages are embedded deeper than ${this.#options.limits.embeddedDepth}; the deeper ones were not read`;
      report('limit-embedded-depth', message, { storage: file.path(id) });
      return undefined;
    }
    const storage = new ObjectStorage(file, id, report);
    if (storage.isMessage && storage.properties !== undefined) return storage;
    if (properties.get(attachMethod) !== ATTACH_EMBEDDED_MESSAGE) return undefined;
    report('msg-property-stream-missing', 'Embedded message has no property stream', { storage: file.path(id) });
    return storage.isMessage ? storage : undefined;
  }

  /** The raw properties of an object; none, and reported, if it has no property stream. */
  #readProperties(storage: ObjectStorage, header: number, report: Report): RawProperty[] {
    const { file } = this.#from;
    if (storage.properties === undefined || file.isStorage(storage.properties)) {
      report('msg-property-stream-missing', 'No property stream', { storage: file.path(storage.id) });
      return [];
    }
    const stream = file.read(storage.properties, report);
    if (header !== headerLength.recipientOrAttachment) checkCounts(stream.bytes, storage, report);
    return readProperties(this.#from, storage, stream, header, report);
  }

  #store(raw: RawProperty[], codePage: number, report: Report): PropertyStore {
    for (const property of raw) {
      const code = malformation(property, codePage);
      if (code === undefined) continue;
      const text = code === 'mapi-text-undecodable' ? `is not text of code page ${codePage}` : 'does not fit its type';
      report(code, `Property ${formatTag(property.tag)} (${property.size} bytes) ${text}; kept raw`, property.origin);
    }
    return new PropertyStore(raw, { codePage, names: this.#names });
  }

  #withinLimit(recipients: readonly NumberedStorage[], report: Report): readonly NumberedStorage[] {
    const limit = this.#options.limits.recipients;
    if (recipients.length <= limit) return recipients;
    report('limit-recipients', `${recipients.length} recipients, more than ${limit}; the rest was not read`);
    return recipients.slice(0, limit);
  }
}

/** The counts in the header lie at times: the storages are right, the difference is worth knowing. */
function checkCounts(stream: Uint8Array, storage: ObjectStorage, report: Report): void {
  const counts = decodeCounts(stream);
  if (counts === undefined) return;
  const check = (what: 'recipients' | 'attachments', found: number): void => {
    if (counts[what] === found) return;
    report('msg-object-count', `Header counts ${counts[what]} ${what}, but there are ${found} storages`);
  };
  check('recipients', storage.recipients.length);
  check('attachments', storage.attachments.length);
}

function codePageOf(raw: RawProperty[], fallback: number): number {
  const store = new PropertyStore(raw, { codePage: fallback, names: noNames });
  return chooseCodePage(
    {
      messageCodePage: store.get(tagged(0x3ffd, integer)),
      localeId: store.get(tagged(0x3ff1, integer)),
      internetCodePage: store.get(tagged(0x3fde, integer)),
    },
    fallback,
  );
}

function joinPath(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}
