import type { RandomAccessBytes } from './bytes/random-access';
import { hasCompoundFileSignature } from './cfb/header';
import { isMail } from './eml/mail-header';
import { FormatError, UnsupportedError } from './errors';
import { latin1Text } from './mapi/code-page';
import type { ReadObject } from './mapi/message-object';
import { HEAD_LENGTH, mfcmapiExport } from './mfcmapi/recognise';
import { readMfcmapiXml } from './mfcmapi/read-xml';
import { readMsg, readMsgStream } from './msg/read-msg';
import type { CheckedOptions } from './read-options';
import { hasTnefSignature } from './tnef/attribute-stream';
import { readTnef } from './tnef/read-tnef';

/** How many bytes tell whether a file is a mail. */
const MAIL_HEAD = 16_384;
/** How many bytes of a file that is none of them are shown. */
const SHOWN = 8;

/** A mail was met, which only asynchronous code can take apart. */
export class MailFound extends UnsupportedError {
  constructor() {
    super('eml', 'This is a mail (.eml), which is taken apart by asynchronous code: use readMessage');
  }
}

/** What a container makes of its bytes; `readAll` reads and checks what nobody has asked for yet. */
interface ReadFile extends ReadObject {
  readAll?(): void;
}

export type Reopen = <T>(work: (bytes: RandomAccessBytes) => T) => Promise<T>;

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
  { isFormat: isMfcmapiExport, read: readMfcmapiXml },
];

/** Whether a file is XML by MFCMAPI. Throws an `UnsupportedError` if it exports something else than messages. */
function isMfcmapiExport(head: Uint8Array): boolean {
  const kind = mfcmapiExport(head);
  if (kind === 'other')
    throw new UnsupportedError('mfcmapi', 'This is an MFCMAPI export of folders or mailboxes');
  return kind === 'message';
}

/** `!BDN`, as which PST and OST stores begin. */
const pstSignature = [0x21, 0x42, 0x44, 0x4e];

/** Tells the format by the first bytes and refuses what is no message. */
export function readerOf(bytes: RandomAccessBytes): Reader {
  const head = bytes.view(0, HEAD_LENGTH);
  const format = formats.find(({ isFormat }) => isFormat(head));
  if (format !== undefined) return format.read;
  if (pstSignature.every((byte, index) => head[index] === byte))
    throw new UnsupportedError(
      'pst',
      'This is a PST or OST store, not a message: openStore of mapilint/store reads it',
    );
  if (isMail(latin1Text(bytes.view(0, MAIL_HEAD)))) throw new MailFound();
  const found = head.length === 0 ? 'it is empty' : `it begins with ${formatBytes(head.subarray(0, SHOWN))}`;
  throw new FormatError(
    'message-unrecognized',
    `Not an Outlook message: ${found}, expected D0 CF 11 E0 A1 B1 1A E1 (a compound file), 78 9F 3E 22 (TNEF), a mail or an export of MFCMAPI`,
    { path: '', offset: 0 },
  );
}

function formatBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}
