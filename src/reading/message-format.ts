import { quoted } from '../damage/quoted';
import type { RandomAccessBytes, Reopen } from '../bytes/random-access';
import { hasCompoundFileSignature } from '../cfb/header';
import { beginsAsMail, findMail, MAIL_HEAD } from '../eml/mail-start';
import { FormatError, UnsupportedError } from '../damage/errors';
import { HEAD_LENGTH, mfcmapiExport } from '../mfcmapi/recognise';
import { hasTnefSignature } from '../tnef/signature';
import type { DecodedMessage } from '../mapi/object/decoded-message';
import type { CheckedOptions } from './read-options';

/** The formats in which a message comes. */
export type MessageFormat = 'msg' | 'tnef' | 'mfcmapi' | 'eml';

/** Reads the message of a file whose format is known. */
export type MessageReader = (
  bytes: RandomAccessBytes,
  options: CheckedOptions,
  reopen: Reopen,
) => DecodedMessage;

/** How many bytes of a file that is none of them are shown. */
const SHOWN = 8;

/** The formats that their first bytes tell. */
const formats: readonly {
  readonly format: MessageFormat;
  readonly isFormat: (head: Uint8Array) => boolean;
}[] = [
  { format: 'msg', isFormat: hasCompoundFileSignature },
  { format: 'tnef', isFormat: hasTnefSignature },
  { format: 'mfcmapi', isFormat: isMfcmapiExport },
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

/** `PK`, as which the first file of a ZIP archive begins; documents of Office are some, and archives of Outlook for Mac (.olm). */
const zipSignature = [0x50, 0x4b, 0x03, 0x04];

/** Whether bytes begin as a PST or OST store does. */
export function hasPstSignature(head: Uint8Array): boolean {
  return pstSignature.every((byte, index) => head[index] === byte);
}

/** Tells the format by the first bytes and refuses what is no message. */
export function formatOf(bytes: RandomAccessBytes): MessageFormat {
  const head = bytes.view(0, HEAD_LENGTH);
  const known = formats.find(({ isFormat }) => isFormat(head));
  if (known !== undefined) return known.format;
  if (hasPstSignature(head))
    throw new UnsupportedError(
      'pst',
      'This is a PST or OST store, not a message: openStore of mapilint/store reads it',
    );
  if (findMail(bytes.view(0, MAIL_HEAD)) !== undefined) return 'eml';
  if (head.length === 0) throw new FormatError('file-empty', 'The file is empty', { path: '', offset: 0 });
  if (zipSignature.every((byte, index) => head[index] === byte))
    throw new UnsupportedError(
      'archive',
      'This is a ZIP archive, which may contain messages: unpack it first',
    );
  const found = `it begins with ${quoted(formatBytes(head.subarray(0, SHOWN)))}`;
  throw new FormatError(
    'message-unrecognized',
    `Not an Outlook message: ${found}; expected D0 CF 11 E0 A1 B1 1A E1 (.msg), 78 9F 3E 22 (TNEF), an email file (.eml) or an MFCMAPI export`,
    { path: '', offset: 0 },
  );
}

/** Whether bytes in memory are a message by their first ones; a mail is none, since it may be anything. */
export function isMessageFile(bytes: Uint8Array): boolean {
  return formats.some(({ isFormat }) => isFormat(bytes.subarray(0, HEAD_LENGTH)));
}

/** Whether a file may be a message or a store by a few of its first bytes, so that it is worth looking at more of it. */
export function mayBeMessage(head: Uint8Array): boolean {
  if (hasCompoundFileSignature(head) || hasTnefSignature(head) || hasPstSignature(head)) return true;
  const [first = 0, second = 0] = head;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xef && second === 0xbb);
  return isMarked || beginsAsXml(head) || beginsAsMail(head);
}

/** `<?xml`, as MFCMAPI begins. */
const xmlDeclaration = [0x3c, 0x3f, 0x78, 0x6d, 0x6c];

function beginsAsXml(head: Uint8Array): boolean {
  return xmlDeclaration.every((byte, index) => head[index] === byte);
}

/** Bytes as people write them: `D0 CF 11 E0`. */
export function formatBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}
