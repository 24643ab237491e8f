// Text of a file that stays in memory is read where it lies. Whether it does or is copied, the same is said of every file,
// damaged ones too.

import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/rules/index';
import { decodeMessage, diagnose } from '../../src/index';
import type { Message } from '../../src/index';
import { inMemory } from '../../src/bytes/random-access';
import { decodeWith } from '../../src/reading/decode-with';
import { messageReaders } from '../../src/reading/other-formats';
import { checkedOptions } from '../../src/reading/read-options';
import { formatJson } from '../../src/report/index';
import { mutateMsg } from '../fuzz/mutate-msg';
import { msgSeeds } from '../fuzz/seeds';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../support/corpus';

/** The same as `decodeMessage`, but nothing is left in place. */
function decodeCopied(bytes: Uint8Array): Message {
  const copied = inMemory(bytes);
  return decodeWith(copied, messageReaders, checkedOptions('decodeMessage', {}), {
    open: (work) => Promise.resolve(work(copied)),
    held: () => copied,
  });
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

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test('every .msg of the corpus reads the same in place as copied', () => {
    for (const { path = '' } of readTable('MANIFEST.tsv')) {
      if (!path.startsWith('msg/')) continue;
      const bytes = readCorpusFile(path);
      expect(said(decodeMessage, bytes), path).toEqual(said(decodeCopied, bytes));
    }
  }, 120_000);
});
