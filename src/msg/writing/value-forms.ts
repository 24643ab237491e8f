import { concat } from '../../bytes/concat';
import { inMemory } from '../../bytes/random-access';
import { CompoundFile } from '../../cfb/compound-file';
import { ROOT } from '../../cfb/directory';
import { hasCompoundFileSignature } from '../../cfb/header';
import { AnomalyLog } from '../../damage/anomaly';
import { defaultLimits, FormatError, LimitError } from '../../damage/errors';
import type { ObjectContent } from '../../mapi/object/attached-object';
import type { MessageObject } from '../../mapi/object/message-object';
import type { PropertyStore } from '../../mapi/rows/property-store';
import { readObjectContent } from '../object-content';
import { isTerminated, terminatorOf } from './object-nodes';

/** Whether a message comes from a .msg: that is the only container that has flags for each property. */
export function hasFlags({ properties, recipients, attachments }: MessageObject): boolean {
  const isFlagged = (store: PropertyStore): boolean => {
    for (const { flags } of store) if (flags !== 0) return true;
    return false;
  };
  return (
    isFlagged(properties) ||
    recipients.some(isFlagged) ||
    attachments.some((each) => isFlagged(each.properties))
  );
}

/** A text as a .msg has it: without the NUL at its end, which TNEF writes ([MS-OXMSG] 2.4.2.2). Other values stay. */
export function withoutTerminator(type: number, bytes: Uint8Array): Uint8Array {
  let text = bytes;
  while (isTerminated(type, text)) text = text.subarray(0, text.length - terminatorOf(type));
  return text;
}

/** One of several texts as a .msg has it: with the NUL at its end, which stores leave out (2.1.4). Other values stay. */
export function withTerminator(type: number, bytes: Uint8Array): Uint8Array {
  if (isTerminated(type, bytes)) return bytes;
  return concat([bytes, new Uint8Array(terminatorOf(type))]);
}

/**
 * What an OLE object is in a .msg: a storage. TNEF and stores hold the same as a compound file; undefined: the bytes are
 * none that can be read, and stay bytes.
 */
export function storageIn(object: Uint8Array): ObjectContent | undefined {
  if (!hasCompoundFileSignature(object)) return undefined;
  const report = new AnomalyLog(true, 0).at('');
  try {
    const tree = new CompoundFile(inMemory(object), defaultLimits.storageDepth, report);
    return readObjectContent(tree, ROOT, report);
  } catch (error) {
    if (error instanceof FormatError || error instanceof LimitError) return undefined;
    throw error;
  }
}
