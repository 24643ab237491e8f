import { toByteSource } from './bytes/byte-source';
import type { ByteSource, Readable } from './bytes/byte-source';
import { isBytes, kindOf } from './bytes/is-bytes';
import { readThrough, WHOLE_READ } from './bytes/page-cache';
import { inMemory } from './bytes/random-access';
import type { RandomAccessBytes } from './bytes/random-access';
import { MailFound, readerOf } from './message-format';
import type { Reopen } from './message-format';
import { Message } from './message/message';
import { readMailMessage } from './read-mail';
import { checkedOptions } from './read-options';
import type { ReadOptions } from './read-options';

/**
 * Reads a message: .msg, TNEF (winmail.dat), the TNEF in a mail (.eml), or an export of MFCMAPI. Of a large source only
 * the parts that matter are read, never the attachments' contents, and no handle stays open. Rejects with a `FormatError` if nothing can be read, an `UnsupportedError` for a format this version does not
 * know, or the source's own error.
 */
export async function readMessage(input: Readable, options: ReadOptions = {}): Promise<Message> {
  const source = toByteSource(input);
  try {
    return await withOpen(source, (bytes) => decode(bytes, options, (work) => withOpen(source, work)));
  } catch (error) {
    if (!(error instanceof MailFound)) throw error;
    return readMailMessage(source, checkedOptions(options));
  }
}

/** Decodes a message that is in memory, at once; no mail (.eml). Throws where `readMessage` rejects. */
export function decodeMessage(bytes: Uint8Array, options: ReadOptions = {}): Message {
  if (!isBytes(bytes))
    throw new TypeError(
      `decodeMessage expects a Uint8Array, got ${kindOf(bytes)}; readMessage takes files and sources, fromFile of 'mapilint/node' a path`,
    );
  const whole = inMemory(bytes);
  return decode(whole, options, (work) => Promise.resolve().then(() => work(whole)));
}

async function withOpen<T>(source: ByteSource, work: (bytes: RandomAccessBytes) => T): Promise<T> {
  const open = await source.open();
  try {
    return await readThrough(open, work);
  } finally {
    await open.close();
  }
}

function decode(bytes: RandomAccessBytes, options: ReadOptions, reopen: Reopen): Message {
  const read = readerOf(bytes);
  const checked = checkedOptions(options);
  const file = read(bytes, checked, reopen);
  // what is not in memory must be read while it is open, and a large file should not be kept for what nobody asks
  if (checked.strict || bytes.byteLength > WHOLE_READ) file.readAll?.();
  return Message.of(file);
}
