import { inMemory } from '../bytes/random-access';
import type { RandomAccessBytes, Reopen } from '../bytes/random-access';
import { FormatError, UnsupportedError } from '../damage/errors';
import { saysItIsMessage } from '../mapi/object/attached-file';
import type { AttachedContent, AttachedFile, RecogniseAttached } from '../mapi/object/attached-file';
import type { DecodedMessage } from '../mapi/object/decoded-message';
import { hasCompoundFileSignature } from '../cfb/header';
import { hasTnefSignature } from '../tnef/signature';
import { formatBytes, formatOf, hasPstSignature, mayBeMessage } from './message-format';
import type { MessageFormat, MessageReader } from './message-format';
import type { CheckedOptions } from './read-options';
import { quoted } from '../damage/quoted';

/** The readers of all formats. */
export type MessageReaders = Readonly<Record<MessageFormat, MessageReader>>;

/** Attached messages that are larger are said and not read. */
const LARGEST = 64 << 20;

/** What recognises messages that are attached as files, and reads those of formats that have a reader, with these options. */
export function attachedBy(readers: Partial<MessageReaders>, options: CheckedOptions): RecogniseAttached {
  return (file) => {
    const head = file.content.head();
    if (!mayBeMessage(head)) return saysItIsMessage(file) ? () => refuse(whatItIs(head)) : undefined;
    if (hasPstSignature(head)) return () => refuse('is a PST or OST store: save it as a file and check that');
    return () => readAttached(file, readers, options);
  };
}

function readAttached(
  file: AttachedFile,
  readers: Partial<MessageReaders>,
  { limits, ...options }: CheckedOptions,
): DecodedMessage | undefined {
  const { content, part, depth, mailFrom } = file;
  const saysIt = saysItIsMessage(file) || seemsToBe(file);
  if (content.size > LARGEST) {
    if (!saysIt) return undefined;
    refuse(`has ${content.size} bytes, more than ${LARGEST}: save it as a file and check that`);
  }
  const embeddedDepth = Math.max(0, limits.embeddedDepth - depth);
  // damage is an error, in strict mode, where it is taken over by the log of what holds the file
  const own = { ...options, strict: false, limits: { ...limits, embeddedDepth }, part, mailFrom };
  const all = { ...own, recogniseAttached: attachedBy(readers, own) };
  try {
    const decoded = readAll(inMemory(content.whole()), readers, all, reopening(content));
    if (!isEmpty(decoded)) return decoded;
  } catch (error) {
    if (error instanceof UnsupportedError) return undefined;
    if (!(error instanceof FormatError) || (saysIt && !isOtherDocument(error, file))) throw error;
    return undefined; // of what does not say that it is a message, damage means nothing
  }
  return saysIt ? refuse('contains no part of a message') : undefined;
}

/** TNEF is Outlook's; a compound file that is damaged may be a message, unless its name says that it is something else. */
function seemsToBe({ content, name = '' }: AttachedFile): boolean {
  const head = content.head();
  if (hasTnefSignature(head)) return true;
  return hasCompoundFileSignature(head) && !/\.(?!bin$|dat$|tmp$)[a-z0-9]{2,5}$/i.test(name);
}

/** Whether a compound file is sound and holds something else, and nothing says that it should not. */
function isOtherDocument({ code, storage }: FormatError, file: AttachedFile): boolean {
  return code === 'msg-property-stream-missing' && storage === '/' && !saysItIsMessage(file);
}

function whatItIs(head: Uint8Array): string {
  if (head.length === 0) return 'is empty';
  return `begins with ${quoted(formatBytes(head.subarray(0, 4)))}, which no message does`;
}

function readAll(
  bytes: RandomAccessBytes,
  readers: Partial<MessageReaders>,
  options: CheckedOptions,
  reopen: Reopen,
): DecodedMessage {
  const read = readers[formatOf(bytes)] ?? refuse('is not read here: pass its content to decodeMessage');
  const decoded = read(bytes, options, reopen);
  decoded.readAll();
  return decoded;
}

function reopening(content: AttachedContent): Reopen {
  const { fetchNow } = content;
  return {
    open: async (work) => work(inMemory(await content.fetch())),
    held: fetchNow && (() => inMemory(fetchNow())),
  };
}

/** A damaged compound file of something else reads as a message without anything. */
function isEmpty({ message: { properties, recipients, attachments } }: DecodedMessage): boolean {
  return properties.size === 0 && recipients.length === 0 && attachments.length === 0;
}

function refuse(why: string): never {
  throw new FormatError('attached-file-unread', `it ${why}`);
}
