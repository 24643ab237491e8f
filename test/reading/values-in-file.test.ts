// What is left in the file: never what a message is judged by, and of bytes in memory nothing at all.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose, readMessage, tagged } from '../../src/index';
import { text as textKind } from '../../src/mapi/definitions/property';
import { allRules } from '../../src/rules/index';
import type { Message, ReadOptions } from '../../src/index';
import { openStore } from '../../src/store';
import { BINARY, mail, STRING8, text, UNICODE } from '../support/messages';
import { layOutMsg, writeMsg } from '../support/msg-writer';
import type { WrittenMessage, WrittenProperty } from '../support/msg-writer';
import { writeStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';
import { countingSource } from '../support/sources';
import { writeTnef } from '../support/tnef-writer';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));

function samplesWith(ending: RegExp): string[] {
  return (readdirSync(samples, { recursive: true }) as string[])
    .filter((path) => ending.test(path) && !path.startsWith('rules'))
    .sort(); // these differ in what rules say, not in form
}

/** A source that is not in memory, so that values can be left there. */
const elsewhere = (bytes: Uint8Array) => countingSource(bytes).source;

/** All that is said of messages. */
function said(messages: readonly (Message | string)[]): string {
  return JSON.stringify(
    messages.map((message) =>
      typeof message === 'string'
        ? message
        : [
            message,
            message.anomalies,
            message.codePageDecision,
            diagnose(message, { rules: allRules }).findings,
          ],
    ),
  );
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<(Message | string)[]> {
  return [await readMessage(elsewhere(bytes), options).catch(String)];
}

async function readItems(bytes: Uint8Array, options: ReadOptions): Promise<(Message | string)[]> {
  const found: (Message | string)[] = [];
  const store = await openStore(elsewhere(bytes), options).catch(String);
  if (typeof store === 'string') return [store];
  for await (const { id, message, error } of store.items()) found.push(id, message ?? String(error));
  found.push(JSON.stringify(store.anomalies));
  return found;
}

const none = { loadValuesUpTo: 0 };

describe('with loadValuesUpTo 0 the same is said as without', () => {
  test.each(samplesWith(/\.(?:msg|oft|tnef|dat|xml|eml)$/))('of %s', async (path) => {
    const bytes = readFileSync(join(samples, path));
    expect(said(await read(bytes, none))).toBe(said(await read(bytes, {})));
  });

  test.each(samplesWith(/\.pst$/))('of the items of %s', async (path) => {
    const bytes = readFileSync(join(samples, path));
    expect(said(await readItems(bytes, none))).toBe(said(await readItems(bytes, {})));
  });
});

/** Values that rules do not look at and that are damaged: text and HTML in no code page, half a character, RTF that lies. */
const damaged: readonly WrittenProperty[] = [
  { id: 0x6101, type: STRING8, value: '\u0081\u008d'.repeat(2500) },
  { id: 0x6102, type: UNICODE, value: 'x'.repeat(5000) },
  { id: 0x1009, type: BINARY, value: new Uint8Array(5000).fill(0xff) },
];
const letter: WrittenMessage = { ...mail, properties: [...mail.properties, ...damaged] };

const containers: readonly (readonly [
  string,
  () => Uint8Array,
  (bytes: Uint8Array, options: ReadOptions) => Promise<(Message | string)[]>,
])[] = [
  ['.msg', () => writeMsg(letter), read],
  ['TNEF', () => writeTnef(letter), read],
  [
    'a store',
    () => writeStore({ folders: mailboxFolders({ calendar: [{ ...letter, codePage: 1252 }] }) }).bytes,
    readItems,
  ],
];

describe.each(containers)('damage to what stays in %s', (_, write, readAll) => {
  test('is said all the same, and the value stays there', async () => {
    const bytes = write();
    const few = await readAll(bytes, none);
    const [message] = few.filter((each) => typeof each !== 'string');
    expect(message?.anomalies.map(({ code }) => code)).toContain('mapi-rtf-header');
    expect(said(few)).toBe(said(await readAll(bytes, {})));
    expect([...(message?.properties ?? [])].map(({ content }) => content)).toContain('left-in-file');
  });
});

describe('of what is in memory nothing is left', () => {
  const value = 'z'.repeat(100_000);
  const large: WrittenMessage = {
    ...mail,
    properties: [...mail.properties, text(0x6101, value)],
    attachments: [
      {
        properties: [
          { id: 0x3701, type: BINARY, value: new Uint8Array(70_000) },
          { id: 0x6103, type: BINARY, value: new Uint8Array(90_000).fill(7) },
        ],
      },
    ],
  };
  const definition = tagged(0x6101, textKind);

  test.each([
    ['.msg', writeMsg(large)],
    ['TNEF', writeTnef(large)],
  ])('%s: values of any size are at hand', async (_, bytes) => {
    for (const message of [decodeMessage(bytes, none), await readMessage(bytes, none)]) {
      expect(message.properties.state(definition)).toBe('present');
      expect(message.properties.get(definition)).toBe(value);
      expect(message.properties.peek(definition)).toBe(value);
      expect(await message.properties.load(definition)).toBe(value);
      const contents = message.attachments.flatMap(({ properties }) =>
        [...properties].filter(({ size }) => size > 65_536).map(({ content }) => content),
      );
      expect(contents.sort()).toEqual(['left-in-file', 'loaded']);
    }
  });

  test('a mail attached by value, too', () => {
    const inner = { id: 0x3701, type: BINARY, value: writeMsg(large) };
    const message = decodeMessage(
      writeMsg({ ...mail, attachments: [{ properties: [text(0x3707, 'a.msg'), inner] }] }),
    );
    expect(message.embedded[0]?.properties.get(definition)).toBe(value);
  });

  test('one that is damaged is damaged, wherever the file is', async () => {
    const layout = layOutMsg(large);
    const bytes = layout.bytes.slice();
    const { start } = layout.entries.get('/__substg1.0_6101001F')!;
    new DataView(bytes.buffer).setUint32(layout.offsetOfFatEntry(start + 5), 0xfffffffe, true);
    const here = decodeMessage(bytes);
    expect(here.properties.state(definition)).toBe('damaged');
    expect(here.properties.get(definition)).toBeUndefined();
    await expect(here.properties.load(definition)).rejects.toMatchObject({ code: 'cfb-stream-short' });
    const there = await readMessage(elsewhere(bytes));
    await expect(there.properties.load(definition)).rejects.toMatchObject({ code: 'cfb-stream-short' });
    expect(said([here])).toBe(said([there]));
  });
});

describe('load', () => {
  test('gives what get gives where the value is at hand, and undefined where there is none', async () => {
    const { properties } = decodeMessage(writeMsg(mail));
    expect(await properties.load(tagged(0x0037, textKind))).toBe('Hello');
    expect(await properties.load(tagged(0x6101, textKind))).toBeUndefined();
  });

  test('reads a value that a store left in its blocks', async () => {
    const value = 'Hello, world. '.repeat(4000);
    const item = { ...mail, properties: [...mail.properties, text(0x6101, value)], codePage: 1252 };
    const store = await openStore(writeStore({ folders: mailboxFolders({ calendar: [item] }) }).bytes);
    for await (const { message } of store.items()) {
      if (message?.subject !== 'Hello') continue;
      expect(message.properties.state(tagged(0x6101, textKind))).toBe('not-loaded');
      expect(await message.properties.load(tagged(0x6101, textKind))).toBe(value);
      return;
    }
    expect.unreachable('the store has the item');
  });
});
