import type { ByteSource } from '../bytes/byte-source';
import { inMemory } from '../bytes/random-access';
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
  const { stream, part, note } = await readMailItem(await allOf(source), hasTnefSignature);
  const bytes = inMemory(stream);
  const decoded = readTnef(bytes, options, (work) => Promise.resolve(work(bytes)), { part, note });
  if (options.strict) decoded.readAll();
  return Message.of(decoded);
}

async function allOf(source: ByteSource): Promise<Uint8Array> {
  const open = await source.open();
  try {
    return await open.slice(0, open.byteLength);
  } finally {
    await open.close();
  }
}
