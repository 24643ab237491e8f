import type { Mailbox } from '../values/mailbox';
import type { DecodedMessage } from './decoded-message';

/** The content of an attachment while the file that holds it is open. */
export interface AttachedContent {
  readonly size: number;
  /** Its first bytes, up to `HEAD_OF_CONTENT`, as many as can be had without reading the rest. */
  head(): Uint8Array;
  /** All of it that is there. */
  whole(): Uint8Array;
  /** Fetches it when the file is closed. */
  fetch(): Promise<Uint8Array>;
  /** The same at once, where the file is in memory and stays there. */
  readonly fetchNow?: (() => Uint8Array) | undefined;
}

/** How many bytes of a content `head` gives, unless there are fewer: the size of a mini sector. */
export const HEAD_OF_CONTENT = 64;

/** Whether an attachment says, by its name or its type, that it is an Outlook message. */
export function saysItIsMessage({
  name = '',
  mimeType = '',
}: Pick<AttachedFile, 'name' | 'mimeType'>): boolean {
  const isCalled = /\.(?:msg|oft|tnef)$|^winmail\d{0,4}\.dat$/i.test(name.slice(-64));
  return isCalled || /^application\/(?:(?:x-)?ms-tnef|vnd\.ms-(?:outlook|tnef))$/i.test(mimeType.trim());
}

/** An attachment that may be a file with a message in it. */
export interface AttachedFile {
  readonly content: AttachedContent;
  /** Its file name; undefined: it has none. */
  readonly name: string | undefined;
  /** Its declared type, such as `application/ms-tnef`; undefined: it has none. */
  readonly mimeType: string | undefined;
  /** The part in which offsets of the file count: the names of the files around it, joined by `/`. */
  readonly part: string;
  /** How many messages are around it. */
  readonly depth: number;
  /** Who sent the mail that it is a part of, which TNEF leaves to that mail's header ([MS-OXTNEF] 2.1). */
  readonly mailFrom?: Mailbox | undefined;
}

/**
 * Looks whether an attached file is a message: a .msg, TNEF, a mail that carries one, an export. Undefined: it is none;
 * else what reads it, all of it, so that its damage is known. That gives undefined for what turns out to be none, and
 * throws a `FormatError` for what cannot be read.
 */
export type RecogniseAttached = (file: AttachedFile) => (() => DecodedMessage | undefined) | undefined;
