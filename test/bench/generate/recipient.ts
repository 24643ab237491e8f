// Rows of a recipient table as Outlook writes them, made up from a seed.

import type { Random } from '../../fuzz/random';
import type { WrittenProperty } from '../../support/msg-writer';
import { BINARY, long, SYSTIME, text } from '../../support/messages';

const BOOLEAN = 0x000b;
const firstNames = ['Ann', 'Béla', 'Chloé', 'Dmitrij', 'Ewa', 'Franziska', 'Gül', 'Håkon', 'Ines', '静香'];
const lastNames = [
  'Abel',
  'Brückner',
  'Castro',
  'Dubois',
  'Eriksson',
  'Fröhlich-Steinmann',
  'García',
  'Ñíguez',
];
const domains = ['example.com', 'partner.example', 'mail.department.example.org'];

/** The ticks of 2004-03-01, when everybody answered, or soon after. */
const ANSWERED = 127_225_728_000_000_000n;

/** How many properties a full row has. */
const FULL_ROW = 26;

/** A row: the organizer's if `index` is 0. The last `omitted` properties, at most 6, are left out. */
export function recipient(random: Random, index: number, omitted = 0): WrittenProperty[] {
  const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
  const mailbox = `mailbox${index}.${random.below(10_000)}@${random.pick(domains)}`;
  const properties = [
    ...classification(random, index),
    ...addresses(name, mailbox),
    ...optional(random, name),
  ];
  return properties.slice(0, FULL_ROW - omitted);
}

/** 11 numbers, flags and a time. */
function classification(random: Random, index: number): WrittenProperty[] {
  const status = index === 0 ? 1 : random.pick([0, 2, 3, 3, 3, 4, 5]);
  const time = status < 2 ? 0n : ANSWERED + BigInt(random.next()) * 10_000n;
  return [
    long(0x0c15, index === 0 ? 1 : random.pick([1, 1, 1, 2, 3])),
    long(0x3000, index),
    long(0x0ffe, 6),
    long(0x3900, 0),
    long(0x5ffd, index === 0 ? 3 : 1),
    long(0x5fff, status),
    { id: 0x5ffb, type: SYSTIME, value: time },
    long(0x5fdf, index),
    long(0x5fde, 0),
    { id: 0x0e0f, type: BOOLEAN, value: true },
    { id: 0x3a40, type: BOOLEAN, value: true },
  ];
}

/** 9 strings and identifiers. */
function addresses(name: string, mailbox: string): WrittenProperty[] {
  const identifier = oneOffEntryId(name, mailbox);
  return [
    text(0x3001, name),
    text(0x3002, 'SMTP'),
    text(0x3003, mailbox),
    text(0x39fe, mailbox),
    text(0x5ff6, name),
    text(0x3a20, name),
    { id: 0x0fff, type: BINARY, value: identifier },
    { id: 0x5ff7, type: BINARY, value: identifier },
    { id: 0x300b, type: BINARY, value: Buffer.from(`SMTP:${mailbox.toUpperCase()}\0`) },
  ];
}

/** 6 properties that only some rows have. */
function optional(random: Random, name: string): WrittenProperty[] {
  return [
    { id: 0x0ff6, type: BINARY, value: Uint8Array.of(random.below(256), 0, 0, 0) },
    text(0x3a00, name.slice(0, 3)),
    text(0x39ff, name),
    text(0x3a11, name.slice(name.indexOf(' ') + 1)),
    long(0x3905, 0),
    long(0x5feb, random.below(100)),
  ];
}

/** [MS-OXCDATA] 2.2.5.1: a one-off entry identifier with Unicode strings. */
function oneOffEntryId(name: string, mailbox: string): Uint8Array {
  const provider = Buffer.from('00000000812b1fa4bea310199d6e00dd010f540200000190', 'hex');
  return Buffer.concat([provider, Buffer.from(`${name}\0SMTP\0${mailbox}\0`, 'utf16le')]);
}
