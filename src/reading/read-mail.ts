import type { Anomaly } from '../damage/anomaly';
import type { ByteSource } from '../bytes/byte-source';
import { inMemory } from '../bytes/random-access';
import { damageKinds } from '../damage/damage';
import type { LoggedMessage } from '../mapi/object/logged-message';
import type { ReadObject } from '../mapi/object/message-object';
import { Message } from '../message/message';
import type { CheckedOptions } from './read-options';
import { hasTnefSignature } from '../tnef/signature';
import { readTnef } from '../tnef/read-tnef';

/**
 * Reads the message that a mail carries as TNEF. Offsets are those in that part, which `part` beside them names, and which is kept for values that are read
 * later. An anomaly of severity info (`eml-part`) says which part was read.
 */
export async function readMailMessage(source: ByteSource, options: CheckedOptions): Promise<Message> {
  // loaded when the first mail is met, so that whoever reads none need not load it
  const { readMailItem } = await import('../eml/mail-item');
  const { stream, part, said } = await readMailItem(await allOf(source), hasTnefSignature);
  const file = readTnef(inMemory(stream), {
    ...options,
    part,
    fetch: (offset, length) => Promise.resolve(stream.slice(offset, offset + length)),
  });
  if (options.strict) file.readAll();
  return Message.of(withNote(file, said));
}

async function allOf(source: ByteSource): Promise<Uint8Array> {
  const open = await source.open();
  try {
    return await open.slice(0, open.byteLength);
  } finally {
    await open.close();
  }
}

/** What was read, with a word on the choice of the part before all damage. */
function withNote(file: LoggedMessage, message: string): ReadObject {
  const note: Anomaly = { code: 'eml-part', ...damageKinds['eml-part'], message, path: '' };
  let anomalies: readonly Anomaly[] | undefined;
  return {
    message: file.message,
    get anomalies() {
      return (anomalies ??= [note, ...file.anomalies]);
    },
    get suppressedAnomalies() {
      return file.suppressedAnomalies;
    },
    get suppressedErrors() {
      return file.suppressedErrors;
    },
  };
}
