import { asGiven } from '../arguments/check';
import { isBytes } from '../bytes/is-bytes';
import { heldInMemory } from '../bytes/random-access';
import type { Message } from '../message/message';
import { readMsg } from '../msg/read-msg';
import { decodeWith } from './decode-with';
import { checkedOptions } from './read-options';
import type { ReadOptions } from './read-options';

/**
 * Decodes a .msg file that is in memory, at once, and no other format: for pages that are to be small. Messages that it
 * carries as files are read where they are .msg files, too; of others the anomalies say so (`attached-file-unread`).
 * Throws a `FormatError` for bytes that are no .msg.
 */
export function decodeMsg(bytes: Uint8Array, options: ReadOptions = {}): Message {
  if (!isBytes(bytes)) throw new TypeError(`decodeMsg expects a Uint8Array, got ${asGiven(bytes)}`);
  const whole = heldInMemory(bytes);
  return decodeWith(whole, { msg: readMsg }, checkedOptions('decodeMsg', options), {
    open: (work) => Promise.resolve().then(() => work(whole)),
    held: () => whole,
  });
}
