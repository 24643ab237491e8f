// tsx test/consumer/mail.ts FILE: a mail that has what mail developers read – text, HTML and RTF, people, a file, a picture
// in the text, a value too large to be loaded, and a mail within it whose HTML is inside its RTF alone.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BINARY, long, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import type { WrittenMessage, WrittenProperty } from '../support/msg-writer';
import { compressRtf } from '../support/rtf-writer';

const SYSTIME = 0x0040;
const PS_PUBLIC_STRINGS = '00020329-0000-0000-C000-000000000046';
const binary = (id: number, value: Uint8Array): WrittenProperty => ({ id, type: BINARY, value });
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);
const ticks = (moment: string): bigint => BigInt(Date.parse(moment)) * 10_000n + 116_444_736_000_000_000n;

function person(type: number, name: string, address: string): WrittenProperty[] {
  return [
    long(0x0c15, type),
    text(0x3001, name),
    text(0x3002, 'SMTP'),
    text(0x3003, address),
    text(0x39fe, address),
  ];
}

function sent(subject: string, at: string): WrittenProperty[] {
  return [
    text(0x001a, 'IPM.Note'),
    text(0x0037, subject),
    text(0x0c1a, 'Ana Ruiz'),
    text(0x0c1e, 'SMTP'),
    text(0x0c1f, 'ana@example.com'),
    text(0x5d01, 'ana@example.com'),
    { id: 0x0039, type: SYSTIME, value: ticks(at) },
    long(0x340d, 0x40000),
  ];
}

const forwarded: WrittenMessage = {
  properties: [
    ...sent('Menu', '2024-05-02T07:30:00Z'),
    binary(
      0x1009,
      compressRtf(
        "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}Caf\\'e9 at noon{\\*\\htmltag72 </p>}}",
      ),
    ),
  ],
  recipients: [person(1, 'Ben Ito', 'ben@example.org')],
};

const mail: WrittenMessage = {
  properties: [
    ...sent('FW: Lunch – 12 €', '2024-05-03T09:15:00Z'),
    text(0x003d, 'FW: '),
    text(0x0e1d, 'Lunch – 12 €'),
    text(0x1035, '<lunch@example.com>'),
    text(0x007d, 'From: Ana Ruiz <ana@example.com>\r\nMessage-ID: <lunch@example.com>\r\n'),
    long(0x0017, 2),
    long(0x3fde, 65001),
    text(0x1000, 'Shall we go?\r\n'),
    binary(0x1013, utf8('<p>Shall we go? Für 12 € <img src="cid:logo@example.com"></p>')),
    binary(0x1009, compressRtf('{\\rtf1\\ansi\\ansicpg1252 Shall we go?\\par}')),
    { id: [PS_PUBLIC_STRINGS, 'Keywords'], type: 0x101f, value: ['food', 'Friday'] },
    binary(0x67f1, new Uint8Array(100_000).fill(7)),
  ],
  recipients: [person(1, 'Ben Ito', 'ben@example.org'), person(2, 'Chloé Roy', 'chloe@example.org')],
  attachments: [
    {
      properties: [
        long(0x3705, 1),
        text(0x3704, 'notes.txt'),
        text(0x3707, 'notes of Friday.txt'),
        text(0x370e, 'text/plain'),
        binary(0x3701, utf8('1. Soup\r\n2. Crêpes\r\n')),
      ],
    },
    {
      properties: [
        long(0x3705, 1),
        text(0x3704, 'logo.png'),
        text(0x3707, 'logo.png'),
        text(0x3712, 'logo@example.com'),
        long(0x3714, 4), // shown by the body
        binary(0x3701, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
      ],
    },
    { properties: [long(0x3705, 5), text(0x3001, 'Menu')], message: forwarded },
  ],
};

/** The file. */
export const mailWithEverything: Uint8Array = writeMsg(mail);

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] !== undefined)
  writeFileSync(process.argv[2], mailWithEverything);
