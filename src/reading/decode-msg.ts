import { asGiven } from '../arguments/check';
import { isBytes } from '../bytes/is-bytes';
import { heldInMemory } from '../bytes/random-access';
import type { Message } from '../message/message';
import { readMsg } from '../msg/read-msg';
import { decodeWith } from './decode-with';
import { checkedOptions } from './read-options';
import type { ReadOptions } from './read-options';

/**
 * Decodes a .msg file that is in memory, synchronously, and no other format: for small web pages. Attached files that
 * are .msg files are read too; for other attached messages, there is an anomaly (`attached-file-unread`). Throws a
 * `FormatError` if the bytes are not a .msg.
 */
export function decodeMsg(bytes: Uint8Array, options: ReadOptions = {}): Message {
  if (!isBytes(bytes)) throw new TypeError(`decodeMsg expects a Uint8Array, got ${asGiven(bytes)}`);
  const whole = heldInMemory(bytes);
  return decodeWith(whole, { msg: readMsg }, checkedOptions('decodeMsg', options), {
    open: (work) => Promise.resolve().then(() => work(whole)),
    held: () => whole,
  });
}
