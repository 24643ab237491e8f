import { toByteSource } from '../bytes/byte-source';
import type { ByteSource, Readable } from '../bytes/byte-source';
import { readThrough } from '../bytes/page-cache';
import type { RandomAccessBytes } from '../bytes/random-access';
import { decodeWith } from './decode-with';
import { loadOtherFormats } from './load-other-formats';
import { readersAtHand } from './formats-at-hand';
import { readMsg } from '../msg/read-msg';
import type { Message } from '../message/message';
import { checkedOptions } from './read-options';
import type { CheckedOptions, ReadOptions } from './read-options';
import type { MessageReaders } from './recognise-attached';

/**
 * Reads a message: .msg, TNEF (winmail.dat), the messages in a mail (.eml), or an MFCMAPI export. It also reads
 * messages that are attached as files, but not the contents of other attachments. It reads only the parts that matter
 * of a large source, and leaves no handle open. Rejects with a `FormatError` if nothing can be read, with an
 * `UnsupportedError` for a file that needs another function, or with the source's own error.
 */
export async function readMessage(input: Readable, options: ReadOptions = {}): Promise<Message> {
  const source = toByteSource(input);
  const checked = checkedOptions('readMessage', options);
  if (readersAtHand !== undefined) return readFrom(source, readersAtHand, checked);
  try {
    return await readFrom(source, onlyMsg, checked);
  } catch (error) {
    if (!(error instanceof OtherFormat)) throw error;
    const { messageReaders: loaded } = await loadOtherFormats();
    return readFrom(source, loaded, checked);
  }
}

/** A file was met that is not a .msg, so that more code is needed. */
class OtherFormat extends Error {}

function needMore(): never {
  throw new OtherFormat('a file that is not a .msg');
}

/**
 * Reads .msg files in which there is nothing else to read. Whether there is, the first bytes of the attachments tell: these
 * are read at once, since what a caller asks for later can load no more code.
 */
const onlyMsg: MessageReaders = {
  msg: (bytes, options, reopen) => {
    const decoded = readMsg(bytes, options, reopen);
    Array.from(decoded.message.attachments); // what they hold is looked at
    return decoded;
  },
  tnef: needMore,
  mfcmapi: needMore,
  eml: needMore,
};

function readFrom(source: ByteSource, readers: MessageReaders, options: CheckedOptions): Promise<Message> {
  return withOpen(source, (bytes, isHeld) =>
    decodeWith(bytes, readers, options, {
      open: (work) => withOpen(source, work),
      held: isHeld ? () => bytes : undefined,
    }),
  );
}

/** `isHeld`: the source is in memory, and stays there. */
async function withOpen<T>(
  source: ByteSource,
  work: (bytes: RandomAccessBytes, isHeld: boolean) => T,
): Promise<T> {
  const open = await source.open();
  const isHeld = open.whole !== undefined;
  try {
    return await readThrough(open, (bytes) => work(bytes, isHeld));
  } finally {
    await open.close();
  }
}
