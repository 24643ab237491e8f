// Text of a file that stays in memory is read where it lies. Whether it does or is copied, the same is said of every file,
// damaged ones too.

import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/rules/index';
import { decodeMessage, diagnose } from '../../src/index';
import type { Message, RawProperty } from '../../src/index';
import { inMemory } from '../../src/bytes/random-access';
import { decodeWith } from '../../src/reading/decode-with';
import { messageReaders } from '../../src/reading/other-formats';
import { checkedOptions } from '../../src/reading/read-options';
import { formatJson } from '../../src/report/index';
import { mutateMsg } from '../fuzz/mutate-msg';
import { msgSeeds } from '../fuzz/seeds';
import { mail } from '../support/messages';
import { writeCompoundFile } from '../support/compound-file-writer';
import { msgNodes, writeMsg } from '../support/msg-writer';
import type { SectorOrder } from '../support/sector-placement';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../support/corpus';

/** The same as `decodeMessage`, but nothing is left in place. */
function decodeCopied(bytes: Uint8Array): Message {
  const copied = inMemory(bytes);
  return decodeWith(copied, messageReaders, checkedOptions('decodeMessage', {}), {
    open: (work) => Promise.resolve(work(copied)),
    held: () => copied,
  });
}

/** The same of bytes that begin where no word does, so that no structure of the file can be looked at in place. */
function decodeOdd(bytes: Uint8Array): Message {
  const odd = new Uint8Array(bytes.length + 1).subarray(1);
  odd.set(bytes);
  return decodeMessage(odd);
}

/** Every property with its bytes, and where they lie. */
function propertiesOf({ properties, recipients, attachments, embedded }: Message): unknown[] {
  const stores = [
    properties,
    ...recipients.map((row) => row.properties),
    ...attachments.map((row) => row.properties),
  ];
  const own = stores.map((store) =>
    [...store].map(({ tag, flags, content, size, origin, bytes }) => [
      [tag, flags, content, size, origin],
      Buffer.from(bytes).toString('latin1'),
    ]),
  );
  return [own, embedded.map(propertiesOf)];
}

/** All that is said of a file, in each order of asking. */
function said(decode: (bytes: Uint8Array) => Message, bytes: Uint8Array): string[] {
  const orders: readonly ((message: Message) => unknown)[] = [
    (message) => [message.anomalies, message.recipients.length],
    (message) => [message.recipients.map((row) => row.displayName), message.messageClass],
    (message) => message.embedded.map(propertiesOf),
  ];
  return orders.map((ask) => {
    try {
      const message = decode(bytes);
      ask(message);
      const diagnosis = diagnose(message, { rules: allRules });
      return formatJson([{ path: 'x.msg', message, diagnosis }]) + JSON.stringify(propertiesOf(message));
    } catch (error) {
      return String(error);
    }
  });
}

describe('in place or copied, the same is said', () => {
  const originals = msgSeeds();

  test('of messages', () => {
    for (const { name, bytes } of originals.filter((each) => each.name.startsWith('samples/')))
      expect(said(decodeMessage, bytes), name).toEqual(said(decodeCopied, bytes));
  }, 60_000);

  test('of damaged ones', () => {
    for (let seed = 0; seed < 250; seed++) {
      const bytes = mutateMsg((originals[seed % originals.length] as (typeof originals)[number]).bytes, seed);
      expect(said(decodeMessage, bytes), String(seed)).toEqual(said(decodeCopied, bytes));
    }
  }, 60_000);
});

describe('wherever the bytes begin, the same is said', () => {
  const originals = msgSeeds();

  test('of messages and of damaged ones', () => {
    for (let seed = 0; seed < 120; seed++) {
      const { name, bytes } = originals[(seed * 7) % originals.length] as (typeof originals)[number];
      const damaged = seed % 3 === 0 ? bytes : mutateMsg(bytes, seed);
      expect(said(decodeOdd, damaged), `${name} ${seed}`).toEqual(said(decodeMessage, damaged));
    }
  }, 60_000);
});

test('a value without entry, of a type that lies inline, is told of the same way', () => {
  const stray = { name: '__substg1.0_800B0002', data: Uint8Array.from({ length: 122 }, (_, at) => at) };
  const { bytes } = writeCompoundFile([...msgNodes(mail), stray]);
  expect(said(decodeMessage, bytes)).toEqual(said(decodeCopied, bytes));
  const properties = [...decodeMessage(bytes).properties];
  expect(properties.find(({ tag }) => tag === 0x800b0002)?.isUnlisted).toBe(true);
});

describe('a binary value of a message that lies in several pieces', () => {
  const value = Uint8Array.from({ length: 9000 }, (_, index) => (index * 31) % 251);
  const properties = [...mail.properties, { id: 0x1009, type: 0x0102, value }];
  /** The sectors of all chains in turn, so that none lies together. */
  const inTurn: SectorOrder = {
    *sequence(chains) {
      const most = Math.max(...chains.map(({ length }) => length));
      for (let sector = 0; sector < most; sector++)
        for (const [index, { length }] of chains.entries()) if (sector < length) yield index;
    },
  };
  const bytes = writeMsg({ ...mail, properties }, { order: inTurn });
  const found = (message: Message): RawProperty | undefined =>
    [...message.properties].find(({ tag }) => tag === 0x10090102);

  test('is joined, and none of the file’s bytes', async () => {
    const property = found(decodeMessage(bytes));
    expect(property?.size).toBe(value.length);
    expect(Buffer.compare(property?.bytes ?? new Uint8Array(0), value)).toBe(0);
    expect(Buffer.compare((await property?.read()) ?? new Uint8Array(0), value)).toBe(0);
    expect(property?.bytes.buffer).not.toBe(bytes.buffer);
    expect(property?.origin.offset).toBeGreaterThan(0);
  });

  test('and one that lies in one piece is a copy, too', () => {
    const whole = writeMsg({ ...mail, properties });
    const property = found(decodeMessage(whole));
    expect(Buffer.compare(property?.bytes ?? new Uint8Array(0), value)).toBe(0);
    expect(property?.bytes.buffer.byteLength).toBe(value.length);
  });

  test('is the same copied as in place', () => {
    expect(said(decodeMessage, bytes)).toEqual(said(decodeCopied, bytes));
  });
});

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test('every .msg of the corpus reads the same in place as copied', () => {
    for (const { path = '' } of readTable('MANIFEST.tsv')) {
      if (!path.startsWith('msg/')) continue;
      const bytes = readCorpusFile(path);
      expect(said(decodeMessage, bytes), path).toEqual(said(decodeCopied, bytes));
    }
  }, 120_000);
});
