import type { decodeMessage, Message } from '../../../src/index';

/** What two builds have in common. */
export interface Build {
  readonly decodeMessage: typeof decodeMessage;
}

/** What is asked for first. The answers must be the same in every order. */
export const orders = ['recipients', 'properties', 'anomalies'] as const;
export type Order = (typeof orders)[number];

/** All that a build says of a file, as a text: messages with every value and place, the damage, or the error. */
export function outcomeOf({ decodeMessage: decode }: Build, bytes: Uint8Array, order: Order): string {
  try {
    const message = decode(bytes);
    touch(message, order);
    return text([described(message), message.anomalies, message.suppressedAnomalies]);
  } catch (error) {
    const { name, message, ...fields } = error as Error;
    return text([name, message, fields]);
  }
}

function touch(message: Message, order: Order): void {
  Array.from<unknown>(message[order]);
}

function described(message: Message): unknown {
  const { recipients, attachments, embedded, kind } = message;
  return {
    kind,
    names: message.toJSON(),
    stores: [message, ...recipients, ...attachments].map(({ properties }) =>
      Array.from(properties, ({ tag, flags, content, size, bytes, origin: { storage, offset } }) => [
        tag,
        flags,
        content,
        size,
        Buffer.from(bytes).toString('latin1'),
        storage,
        offset,
      ]),
    ),
    embedded: embedded.map(described),
  };
}

function text(value: object): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each));
}
