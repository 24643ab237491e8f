import { toByteSource } from './bytes/byte-source';
import type { ByteSource, Readable } from './bytes/byte-source';
import { readThrough, WHOLE_READ } from './bytes/page-cache';
import { inMemory } from './bytes/random-access';
import type { RandomAccessBytes } from './bytes/random-access';
import { hasCompoundFileSignature } from './cfb/header';
import { FormatError, UnsupportedError } from './errors';
import { Message } from './message/message';
import { HEAD_LENGTH, mfcmapiExport } from './mfcmapi/recognise';
import { readMfcmapiXml } from './mfcmapi/read-xml';
import { readMsg, readMsgStream } from './msg/read-msg';
import type { MsgOptions } from './msg/read-msg';
import { checkedOptions } from './read-options';
import type { ReadOptions } from './read-options';

/**
 * Reads a message: of a large source only the parts that matter, never the attachments' contents. No handle stays open.
 * Rejects with a `FormatError` if nothing can be read, an `UnsupportedError` for a format this version does not
 * know, or the source's own error.
 */
export async function readMessage(input: Readable, options: ReadOptions = {}): Promise<Message> {
  const source = toByteSource(input);
  return withOpen(source, (bytes) => decode(bytes, options, (work) => withOpen(source, work)));
}

/** Decodes a message that is in memory, at once. Throws where `readMessage` rejects. */
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
  const head = bytes.view(0, 8);
  const isXml = !hasCompoundFileSignature(head) && isMfcmapiExport(bytes);
  if (!isXml) recognise(head);
  const checked = checkedOptions(options);
  if (isXml) return Message.of(readMfcmapiXml(bytes, checked));
  const { storageDepth } = checked.limits;
  const msgOptions: MsgOptions = {
    ...checked,
    fetch: (stream) => reopen((again) => readMsgStream(again, stream, storageDepth)),
  };
  const file = readMsg(bytes, msgOptions);
  // what is not in memory must be read while it is open, and a large file should not be kept for what nobody asks
  if (msgOptions.strict || bytes.byteLength > WHOLE_READ) file.readAll();
  return Message.of(file);
}

/** Whether a file is XML by MFCMAPI. Throws an `UnsupportedError` if it exports something else than messages. */
function isMfcmapiExport(bytes: RandomAccessBytes): boolean {
  const kind = mfcmapiExport(bytes.view(0, HEAD_LENGTH));
  if (kind === 'other')
    throw new UnsupportedError('mfcmapi', 'This is an MFCMAPI export of folders or mailboxes');
  return kind === 'message';
}

const formats: readonly { feature: string; signature: readonly number[]; advice: string }[] = [
  {
    feature: 'pst',
    signature: [0x21, 0x42, 0x44, 0x4e],
    advice: 'a PST or OST store, not a message: save the item as .msg',
  },
  {
    feature: 'tnef',
    signature: [0x78, 0x9f, 0x3e, 0x22],
    advice: 'a TNEF file (winmail.dat): save the item as .msg',
  },
];

/** Tells the format by the first bytes and refuses what is no .msg. */
function recognise(head: Uint8Array): void {
  if (hasCompoundFileSignature(head)) return;
  for (const { feature, signature, advice } of formats) {
    if (signature.every((byte, index) => head[index] === byte))
      throw new UnsupportedError(feature, `This is ${advice}`);
  }
  const found = head.length === 0 ? 'it is empty' : `it begins with ${formatBytes(head)}`;
  throw new FormatError(
    'message-unrecognized',
    `Not an Outlook message: ${found}, expected D0 CF 11 E0 A1 B1 1A E1 (a compound file)`,
    { path: '', offset: 0 },
  );
}

function formatBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}
