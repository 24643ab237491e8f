import { toByteSource } from '../bytes/byte-source';
import type { ByteSource, Readable } from '../bytes/byte-source';
import { isBytes, kindOf } from '../bytes/is-bytes';
import { readThrough, WHOLE_READ } from '../bytes/page-cache';
import { inMemory } from '../bytes/random-access';
import type { RandomAccessBytes, Reopen } from '../bytes/random-access';
import { UnsupportedError } from '../damage/errors';
import { loadOtherFormats } from './load-other-formats';
import { readMsg } from '../msg/read-msg';
import { formatOf } from './message-format';
import type { MessageFormat, MessageReader } from './message-format';
import { Message } from '../message/message';
import { otherReaders } from './other-formats';
import { checkedOptions } from './read-options';
import type { CheckedOptions, ReadOptions } from './read-options';

/**
 * Reads a message: .msg, TNEF (winmail.dat), the TNEF in a mail (.eml), or an export of MFCMAPI. Of a large source only
 * the parts that matter are read, never the attachments' contents, and no handle stays open. Rejects with a `FormatError`
 * if nothing can be read, an `UnsupportedError` for what is read in another way, or the source's own error.
 */
export async function readMessage(input: Readable, options: ReadOptions = {}): Promise<Message> {
  const source = toByteSource(input);
  const checked = checkedOptions(options);
  try {
    return await readFrom(source, readMsgOnly, checked);
  } catch (error) {
    if (!(error instanceof OtherFormat)) throw error;
    return readOther(source, error.format, checked);
  }
}

/** Decodes a message that is in memory, at once; no mail (.eml). Throws where `readMessage` rejects. */
export function decodeMessage(bytes: Uint8Array, options: ReadOptions = {}): Message {
  if (!isBytes(bytes))
    throw new TypeError(
      `decodeMessage expects a Uint8Array, got ${kindOf(bytes)}; readMessage takes files and sources, fromFile of 'mapilint/node' a path`,
    );
  const whole = inMemory(bytes);
  const reader = synchronousReader(formatOf(whole));
  return decode(whole, reader, checkedOptions(options), (work) => Promise.resolve().then(() => work(whole)));
}

function synchronousReader(format: MessageFormat): MessageReader {
  if (format === 'eml')
    throw new UnsupportedError(
      'eml',
      'This is a mail (.eml), which is taken apart by asynchronous code: use readMessage',
    );
  return format === 'msg' ? readMsg : otherReaders[format];
}

/** A file was met that is not a .msg, so that more code is needed. */
class OtherFormat extends Error {
  constructor(readonly format: Exclude<MessageFormat, 'msg'>) {
    super(format);
  }
}

const readMsgOnly: MessageReader = (bytes, options, reopen) => {
  const format = formatOf(bytes);
  if (format !== 'msg') throw new OtherFormat(format);
  return readMsg(bytes, options, reopen);
};

async function readOther(
  source: ByteSource,
  format: OtherFormat['format'],
  options: CheckedOptions,
): Promise<Message> {
  const others = await loadOtherFormats();
  return format === 'eml'
    ? others.readMailMessage(source, options)
    : readFrom(source, others.otherReaders[format], options);
}

function readFrom(source: ByteSource, reader: MessageReader, options: CheckedOptions): Promise<Message> {
  return withOpen(source, (bytes) => decode(bytes, reader, options, (work) => withOpen(source, work)));
}

async function withOpen<T>(source: ByteSource, work: (bytes: RandomAccessBytes) => T): Promise<T> {
  const open = await source.open();
  try {
    return await readThrough(open, work);
  } finally {
    await open.close();
  }
}

function decode(
  bytes: RandomAccessBytes,
  read: MessageReader,
  options: CheckedOptions,
  reopen: Reopen,
): Message {
  const file = read(bytes, options, reopen);
  // what is not in memory must be read while it is open, and a large file should not be kept for what nobody asks
  if (options.strict || bytes.byteLength > WHOLE_READ) file.readAll();
  return Message.of(file);
}
