import { AnomalyLog } from '../anomaly';
import type { Anomaly, Report } from '../anomaly';
import type { RandomAccessBytes } from '../bytes/random-access';
import { CompoundFile, ROOT } from '../cfb/compound-file';
import { FormatError } from '../errors';
import type { Limits } from '../errors';
import type { ReadObject } from '../mapi/message-object';
import { MessageTree } from './message-tree';
import { ObjectStorage } from './object-storage';
import type { StorageTree } from './storage-tree';
import type { StoredMessage } from '../mapi/stored-message';

export interface MsgOptions {
  readonly strict: boolean;
  readonly limits: Limits;
  readonly loadValuesUpTo: number;
  /** The code page of 8-bit strings for messages that do not say. */
  readonly codePage: number | undefined;
  /** Fetches a stream that was left in the file. */
  readonly fetch: (stream: number) => Promise<Uint8Array>;
}

/**
 * Reads a .msg file: the recipient table now, and when they are first asked for, in this order whoever asks, the
 * message's own properties and all the rest. What a caller does not look at costs nothing, and a damaged file reads
 * the same whatever one looks at first.
 */
export function readMsg(bytes: RandomAccessBytes, options: MsgOptions): MsgFile {
  return new MsgFile((report) => new CompoundFile(bytes, options.limits.storageDepth, report), options);
}

/** Reads one stream of a .msg file by its stream ID; throws a `FormatError` if the stream is damaged. */
export function readMsgStream(bytes: RandomAccessBytes, stream: number, storageDepth: number): Uint8Array {
  const shared = new AnomalyLog(false, 0).at('');
  const own = new AnomalyLog(true, 0).at('');
  return new CompoundFile(bytes, storageDepth, shared).read(stream, own).bytes;
}

/** A .msg file that is read as far as it was asked for. */
export class MsgFile implements ReadObject {
  readonly message: StoredMessage;
  readonly #log: AnomalyLog;
  /** Undefined when everything has been read: the file is not kept then. */
  #pending: { readonly file: StorageTree; readonly tree: MessageTree } | undefined;

  /** `open` gives the storages; damage to what all of them share goes to `report`. */
  constructor(open: (report: Report) => StorageTree, options: MsgOptions) {
    this.#log = new AnomalyLog(options.strict, options.limits.anomalies);
    const file = open(this.#log.at(''));
    const root = new ObjectStorage(file, ROOT, this.#log.at(''));
    if (!root.isMessage) this.#refuse(file);
    const tree = new MessageTree(file, root, options, this.#log);
    this.#pending = { file, tree };
    this.message = tree.outermost;
  }

  get anomalies(): readonly Anomaly[] {
    this.readAll();
    return this.#log.anomalies;
  }

  get suppressedAnomalies(): number {
    this.readAll();
    return this.#log.suppressed;
  }

  get suppressedErrors(): number {
    this.readAll();
    return this.#log.suppressedErrors;
  }

  /** Reads and checks what nobody has asked for yet; the file is not needed after it. */
  readAll(): void {
    const pending = this.#pending;
    if (pending === undefined) return;
    pending.tree.readRest();
    pending.file.checkRest();
    pending.tree.settle();
    this.#pending = undefined;
  }

  /** A sound compound file without message is something else; a damaged one may have lost what made it a message. */
  #refuse(file: StorageTree): void {
    file.checkRest();
    if (this.#log.errorCount > 0) return;
    throw new FormatError(
      'msg-property-stream-missing',
      'A compound file, but no message: it has no stream __properties_version1.0',
      { path: '', storage: '/' },
    );
  }
}
