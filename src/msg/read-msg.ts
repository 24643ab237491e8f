// [MS-OXMSG]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg/b046868c-9fbf-41ae-9ffb-8de2bd4eec82

import { AnomalyLog } from '../damage/anomaly';
import type { ReportDamage } from '../damage/anomaly';
import type { RandomAccessBytes, Reopen } from '../bytes/random-access';
import { CompoundFile } from '../cfb/compound-file';
import { ROOT } from '../cfb/directory';
import { FormatError } from '../damage/errors';
import type { Limits } from '../damage/errors';
import type { RecogniseAttached } from '../mapi/object/attached-file';
import { ContainerMessages } from '../mapi/object/container-messages';
import type { DecodedMessage } from '../mapi/object/decoded-message';
import { MessageStorage } from './message-storage';
import { MsgFile } from './msg-file';
import type { LeftInFile } from './msg-file';
import { readObjectContent } from './object-content';
import { ObjectStorage } from './object-storage';
import type { StorageTree } from './storage-tree';

export interface MsgOptions {
  readonly strict: boolean;
  readonly limits: Limits;
  readonly loadValuesUpTo: number;
  /** The code page of 8-bit strings for messages that do not say. */
  readonly codePage: number | undefined;
  readonly recogniseAttached?: RecogniseAttached | undefined;
  /** The attached file, or the part of a mail, that it is; undefined: a file of its own. */
  readonly part?: string | undefined;
  /** The same whatever is said anywhere. */
  readonly codePageOverride: number | undefined;
}

/**
 * Reads a .msg file: the recipient table now, and when they are first asked for, in this order whoever asks, the
 * message's own properties and all the rest. What a caller does not look at costs nothing, and a damaged file reads
 * the same whatever one looks at first.
 */
export function readMsg(bytes: RandomAccessBytes, options: MsgOptions, reopen: Reopen): DecodedMessage {
  const { storageDepth } = options.limits;
  const { held } = reopen;
  return readStorages((report) => new CompoundFile(bytes, storageDepth, report), options, {
    fetch: (stream) => reopen.open((again) => readStream(again, stream, storageDepth)),
    fetchNow: held && ((stream) => readStream(held(), stream, storageDepth)),
    fetchObject: (storage) =>
      reopen.open((again) => readObjectContent(openAgain(again, storageDepth), storage, ofOneStream())),
  });
}

/** The same from storages that are open; `open` is told where damage goes that all of them share. */
export function readStorages(
  open: (report: ReportDamage) => StorageTree,
  options: MsgOptions,
  left: LeftInFile,
): DecodedMessage {
  const log = new AnomalyLog(options.strict, options.limits.anomalies, options.part);
  const tree = open(log.at(''));
  const root = new ObjectStorage(tree, ROOT, log.at(''));
  if (!root.isMessage) refuse(tree, log);
  const file = new MsgFile(tree, root, log, options.loadValuesUpTo, left);
  const messages: ContainerMessages<ObjectStorage> = new ContainerMessages(
    log,
    { ...options, lostValue: 'msg-value-stream-missing' },
    (place, message) => new MessageStorage(file, place, message, messages),
  );
  return messages.decode(root, (all) => {
    file.reportNames(all);
    tree.checkRest();
  });
}

/** A sound compound file without message is something else; a damaged one may have lost what made it a message. */
function refuse(file: StorageTree, log: AnomalyLog): void {
  file.checkRest();
  if (log.errorCount > 0) return;
  throw new FormatError(
    'msg-property-stream-missing',
    'This is a compound file but not a message: it has no stream __properties_version1.0',
    { path: '', storage: '/' },
  );
}

/** A file of which the damage is known. */
function openAgain(bytes: RandomAccessBytes, storageDepth: number): CompoundFile {
  return new CompoundFile(bytes, storageDepth, new AnomalyLog(false, 0).at(''));
}

/** Throws a `FormatError` if a stream that is asked for is damaged. */
function ofOneStream(): ReportDamage {
  return new AnomalyLog(true, 0).at('');
}

/** Reads one stream of a .msg file by its stream ID; throws a `FormatError` if the stream is damaged. */
function readStream(bytes: RandomAccessBytes, stream: number, storageDepth: number): Uint8Array {
  return openAgain(bytes, storageDepth).read(stream, ofOneStream()).slice();
}
