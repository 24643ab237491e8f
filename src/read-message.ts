import { toByteSource } from './bytes/byte-source';
import type { ByteSource, Readable } from './bytes/byte-source';
import { readThrough, WHOLE_READ } from './bytes/page-cache';
import { inMemory } from './bytes/random-access';
import type { RandomAccessBytes } from './bytes/random-access';
import { hasCompoundFileSignature } from './cfb/header';
import { isMail } from './eml/mail-header';
import { FormatError, UnsupportedError } from './errors';
import { latin1Text } from './mapi/code-page';
import type { ReadObject } from './mapi/message-object';
import { Message } from './message/message';
import { readMsg, readMsgStream } from './msg/read-msg';
import { readMailMessage } from './read-mail';
import { checkedOptions } from './read-options';
import type { CheckedOptions, ReadOptions } from './read-options';
import { hasTnefSignature } from './tnef/attribute-stream';
import { readTnef } from './tnef/read-tnef';

/**
 * Reads a message – .msg, TNEF (winmail.dat) or the TNEF in a mail (.eml) –: of a large source only the parts that matter, never the attachments' contents. No handle stays open.
 * Rejects with a `FormatError` if nothing can be read, an `UnsupportedError` for a format this version does not
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
  if (!(bytes instanceof Uint8Array)) throw new TypeError('decodeMessage expects a Uint8Array');
  const whole = inMemory(bytes);
  return decode(whole, options, (work) => Promise.resolve().then(() => work(whole)));
}

type Reopen = <T>(work: (bytes: RandomAccessBytes) => T) => Promise<T>;

async function withOpen<T>(source: ByteSource, work: (bytes: RandomAccessBytes) => T): Promise<T> {
  const open = await source.open();
  try {
    return await readThrough(open, work);
  } finally {
    await open.close();
  }
}

function decode(bytes: RandomAccessBytes, options: ReadOptions, reopen: Reopen): Message {
  const read = readerOf(bytes.view(0, HEAD), () => isMail(latin1Text(bytes.view(0, MAIL_HEAD))));
  const checked = checkedOptions(options);
  const file = read(bytes, checked, reopen);
  // what is not in memory must be read while it is open, and a large file should not be kept for what nobody asks
  if (checked.strict || bytes.byteLength > WHOLE_READ) file.readAll();
  return Message.of(file);
}

/** How many bytes tell the format, and of how many a mail is recognised. */
const HEAD = 8;
const MAIL_HEAD = 16_384;

/** A mail was met, which only asynchronous code can take apart. */
class MailFound extends UnsupportedError {
  constructor() {
    super('eml', 'This is a mail (.eml), which is taken apart by asynchronous code: use readMessage');
  }
}

/** What a container makes of its bytes; `readAll` reads and checks what nobody has asked for yet. */
interface ReadFile extends ReadObject {
  readAll(): void;
}

type Reader = (bytes: RandomAccessBytes, options: CheckedOptions, reopen: Reopen) => ReadFile;

function readMsgFile(bytes: RandomAccessBytes, options: CheckedOptions, reopen: Reopen): ReadFile {
  const { storageDepth } = options.limits;
  const fetch = (stream: number): Promise<Uint8Array> =>
    reopen((again) => readMsgStream(again, stream, storageDepth));
  return readMsg(bytes, { ...options, fetch });
}

function readTnefFile(bytes: RandomAccessBytes, options: CheckedOptions, reopen: Reopen): ReadFile {
  const fetch = (offset: number, length: number): Promise<Uint8Array> =>
    reopen((again) => again.view(offset, length).slice());
  return readTnef(bytes, { ...options, fetch });
}

/** The formats that are read, each by how its files begin. */
const formats: readonly { readonly isFormat: (head: Uint8Array) => boolean; readonly read: Reader }[] = [
  { isFormat: hasCompoundFileSignature, read: readMsgFile },
  { isFormat: hasTnefSignature, read: readTnefFile },
];

/** `!BDN`, as which PST and OST stores begin. */
const pstSignature = [0x21, 0x42, 0x44, 0x4e];

/** Tells the format by the first bytes and refuses what is no message. */
function readerOf(head: Uint8Array, isSavedMail: () => boolean): Reader {
  const format = formats.find(({ isFormat }) => isFormat(head));
  if (format !== undefined) return format.read;
  if (pstSignature.every((byte, index) => head[index] === byte))
    throw new UnsupportedError('pst', 'This is a PST or OST store, not a message: save the item as .msg');
  if (isSavedMail()) throw new MailFound();
  const found = head.length === 0 ? 'it is empty' : `it begins with ${formatBytes(head)}`;
  throw new FormatError(
    'message-unrecognized',
    `Not an Outlook message: ${found}, expected D0 CF 11 E0 A1 B1 1A E1 (a compound file) or 78 9F 3E 22 (TNEF)`,
    { path: '', offset: 0 },
  );
}

function formatBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}
