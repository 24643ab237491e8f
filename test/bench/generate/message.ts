// Whole messages with so many recipients and so much content, made up from a seed.

import { Random } from '../../fuzz/random';
import { BINARY, long, SYSTIME, text, UNICODE } from '../../support/messages';
import { writeMsg } from '../../support/msg-writer';
import type { WriteOptions, WrittenAttachment, WrittenProperty } from '../../support/msg-writer';
import { recipient } from './recipient';

const PSETID_Appointment = '00062002-0000-0000-C000-000000000046';
const SENT = 127_225_728_000_000_000n;
/** How many streams of their own a message's properties have, so that a mail has about 67 directory entries. */
const SMALL_TEXTS = 33;

/** What to make up. */
export interface Shape extends WriteOptions {
  readonly seed: number;
  readonly recipients: number;
  /** How many of its 26 properties each row lacks, at most 6. */
  readonly omitted?: number;
  /** Bytes of the HTML body and of each attachment. */
  readonly body: number;
  readonly attachments: readonly number[];
  /** An organizer's meeting, or a mail. */
  readonly meeting: boolean;
}

/** The .msg file of that shape: equal shapes give equal bytes. */
export function message(shape: Shape): Uint8Array {
  const random = new Random(shape.seed);
  const recipients = Array.from({ length: shape.recipients }, (_, index) =>
    recipient(random, index, shape.omitted),
  );
  return writeMsg(
    {
      properties: properties(random, shape),
      recipients,
      attachments: shape.attachments.map((size, index) => attachment(random, size, index)),
    },
    shape,
  );
}

function properties(random: Random, { meeting, body }: Shape): WrittenProperty[] {
  const words = (count: number): string =>
    Array.from({ length: count }, () => `word${random.below(1000)}`).join(' ');
  return [
    text(0x001a, meeting ? 'IPM.Appointment' : 'IPM.Note'),
    text(0x0037, words(5)),
    text(0x007d, `Received: ${words(120)}`),
    text(0x1000, words(40)),
    { id: 0x1013, type: BINARY, value: noise(random, body) },
    long(0x340d, 0x40000),
    { id: 0x0039, type: SYSTIME, value: SENT },
    ...Array.from({ length: SMALL_TEXTS }, (_, index) => text(0x6800 + index, words(1 + random.below(6)))),
    ...(meeting ? appointment() : []),
  ];
}

function appointment(): WrittenProperty[] {
  const start = SENT + 864_000_000_000n;
  return [
    { id: [PSETID_Appointment, 0x8217], type: 0x0003, value: 1 },
    { id: [PSETID_Appointment, 0x8218], type: 0x0003, value: 1 },
    { id: [PSETID_Appointment, 0x8229], type: 0x000b, value: true },
    { id: [PSETID_Appointment, 0x820d], type: SYSTIME, value: start },
    { id: [PSETID_Appointment, 0x820e], type: SYSTIME, value: start + 36_000_000_000n },
  ];
}

function attachment(random: Random, size: number, index: number): WrittenAttachment {
  return {
    properties: [
      long(0x0e21, index),
      long(0x3705, 1),
      { id: 0x3707, type: UNICODE, value: `attachment ${index}.bin` },
      { id: 0x3701, type: BINARY, value: noise(random, size) },
    ],
  };
}

/** Bytes that do not repeat. */
function noise(random: Random, length: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(length / 4));
  for (let index = 0; index < words.length; index++) words[index] = random.next();
  return new Uint8Array(words.buffer, 0, length);
}
