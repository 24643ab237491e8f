import { asGiven } from '../arguments/check';
import { isBytes } from '../bytes/is-bytes';
import { heldInMemory } from '../bytes/random-access';
import type { Message } from '../message/message';
import { decodeWith } from './decode-with';
import { messageReaders } from './other-formats';
import { checkedOptions } from './read-options';
import type { ReadOptions } from './read-options';

/** Decodes a message that is in memory, synchronously. Throws where `readMessage` rejects. */
export function decodeMessage(bytes: Uint8Array, options: ReadOptions = {}): Message {
  if (!isBytes(bytes))
    throw new TypeError(
      `decodeMessage expects a Uint8Array, got ${asGiven(bytes)}; for files use readMessage, for paths fromFile of 'mapilint/node'`,
    );
  const whole = heldInMemory(bytes);
  return decodeWith(whole, messageReaders, checkedOptions('decodeMessage', options), {
    open: (work) => Promise.resolve().then(() => work(whole)),
    held: () => whole,
  });
}
