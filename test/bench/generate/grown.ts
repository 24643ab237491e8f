// Messages with a great many of one thing: recipients, embedded messages, properties.

import { BINARY, long, text } from '../../support/messages';
import { writeMsg } from '../../support/msg-writer';
import type { WrittenMessage } from '../../support/msg-writer';

/** What there is many of. */

export type GrownKind = 'recipients' | 'embedded messages' | 'properties';

/** The first identifier of a property that is not one of a recipient's or an attachment's own. */
const FIRST_ID = 0x0100;
const EMBEDDED = 5;

/** A .msg file with so many. A recipient has ten directory entries, an embedded message five. */
export function grownFile(kind: GrownKind, count: number): Uint8Array {
  const each = <T>(make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const note = { properties: [text(0x001a, 'IPM.Note'), text(0x0037, 'Many')] };
  switch (kind) {
    case 'recipients':
      return writeMsg({ ...note, recipients: each(recipient) });
    case 'embedded messages':
      return writeMsg({
        ...note,
        attachments: each(() => ({ properties: [long(0x3705, EMBEDDED)], message: note })),
      });
    case 'properties':
      return writeMsg(
        withProperties(
          note,
          each((index) => long(FIRST_ID + index, index)),
        ),
      );
  }
}

function withProperties(message: WrittenMessage, more: WrittenMessage['properties']): WrittenMessage {
  const own = new Set(message.properties.map(({ id }) => id));
  return { ...message, properties: [...message.properties, ...more.filter(({ id }) => !own.has(id))] };
}

function recipient(index: number): WrittenMessage['properties'] {
  const name = `Attendee ${index}`;
  return [
    text(0x3001, name),
    text(0x3002, 'SMTP'),
    text(0x3003, `attendee${index}@partner.example`),
    text(0x39fe, `attendee${index}@partner.example`),
    text(0x5ff6, name),
    { id: 0x0fff, type: BINARY, value: new Uint8Array(64).fill(index % 251) },
    { id: 0x300b, type: BINARY, value: new Uint8Array(32).fill(index % 251) },
    long(0x0c15, 1),
    long(0x5fff, 3),
    long(0x5ffd, 1),
  ];
}
