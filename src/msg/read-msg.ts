import { AnomalyLog } from '../damage/anomaly';
import type { ReportDamage } from '../damage/anomaly';
import type { RandomAccessBytes } from '../bytes/random-access';
import { CompoundFile, ROOT } from '../cfb/compound-file';
import { FormatError } from '../damage/errors';
import type { Limits } from '../damage/errors';
import { LoggedMessage } from '../mapi/object/logged-message';
import { MessageTree } from './message-tree';
import { ObjectStorage } from './object-storage';
import type { StorageTree } from './storage-tree';

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
export function readMsg(bytes: RandomAccessBytes, options: MsgOptions): LoggedMessage {
  const { storageDepth } = options.limits;
  return readStorages((report) => new CompoundFile(bytes, storageDepth, report), options);
}

/** The same from storages that are open; `open` is told where damage goes that all of them share. */
export function readStorages(
  open: (report: ReportDamage) => StorageTree,
  options: MsgOptions,
): LoggedMessage {
  const log = new AnomalyLog(options.strict, options.limits.anomalies);
  const file = open(log.at(''));
  const root = new ObjectStorage(file, ROOT, log.at(''));
  if (!root.isMessage) refuse(file, log);
  const tree = new MessageTree(file, root, options, log);
  return new LoggedMessage(tree.outermost, log, () => {
    tree.readRest();
    file.checkRest();
    tree.settle();
  });
}

/** A sound compound file without message is something else; a damaged one may have lost what made it a message. */
function refuse(file: StorageTree, log: AnomalyLog): void {
  file.checkRest();
  if (log.errorCount > 0) return;
  throw new FormatError(
    'msg-property-stream-missing',
    'A compound file, but no message: it has no stream __properties_version1.0',
    { path: '', storage: '/' },
  );
}

/** Reads one stream of a .msg file by its stream ID; throws a `FormatError` if the stream is damaged. */
export function readMsgStream(bytes: RandomAccessBytes, stream: number, storageDepth: number): Uint8Array {
  const shared = new AnomalyLog(false, 0).at('');
  const own = new AnomalyLog(true, 0).at('');
  return new CompoundFile(bytes, storageDepth, shared).read(stream, own).bytes;
}
