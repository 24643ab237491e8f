// What a repair promises, looked at with none of its own code.

import { decodeMessage } from '../../src/index';
import type { Message } from '../../src/index';
import type { Repair } from '../../src/repair/index';

/** The offsets at which two files of the same length differ. */
export function differences(one: Uint8Array, other: Uint8Array): number[] {
  if (one.length !== other.length) throw new Error(`${one.length} bytes became ${other.length}`);
  return Array.from(one.keys()).filter((at) => one[at] !== other[at]);
}

/** The offsets of the eight bytes of every change. */
export function allowed({ changes }: Repair): Set<number> {
  return new Set(changes.flatMap(({ offset }) => Array.from({ length: 8 }, (_, byte) => offset + byte)));
}

/** Everything of a message as JSON, the repaired cells written alike in both. */
export function withoutRepaired(bytes: Uint8Array, { changes }: Repair): string {
  const message = decodeMessage(bytes);
  const repaired = new Set(changes.map(({ offset }) => offset));
  return JSON.stringify(objectsOf(message).map((rows) => rows.map((row) => cells(row, repaired))));
}

function cells(properties: Message['properties'], repaired: ReadonlySet<number>): unknown[] {
  return Array.from(properties, ({ tag, flags, origin, bytes }) => {
    const isRepaired = origin.offset !== undefined && repaired.has(origin.offset);
    return [tag, flags, origin, isRepaired ? 'repaired' : Array.from(bytes)];
  });
}

function objectsOf(message: Message): Message['properties'][][] {
  const embedded = message.attachments.flatMap((each) =>
    each.embedded === undefined ? [] : objectsOf(each.embedded),
  );
  const own = [message, ...message.recipients, ...message.attachments].map(({ properties }) => properties);
  return [own, ...embedded];
}
