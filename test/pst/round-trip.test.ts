// What the test writer puts into a store is what the reader gives, and what is judged is what is judged of the .msg.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose, tagged } from '../../src/index';
import { untyped } from '../../src/mapi/definitions/property';
import type { Diagnosis, Message } from '../../src/index';
import { fromFile } from '../../src/node';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store';
import { samples } from '../../samples/build/meetings';
import { expectBytes } from '../support/bytes';
import { everyType, messageOfEveryType } from '../support/pst-writer/every-type';
import {
  attachedBytes,
  mailWithFile,
  sampleMessages,
  sampleNames,
  sampleStore,
  storeShapes,
} from '../support/pst-writer/sample-store';
import { writeStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';
import { writeMsg } from '../support/msg-writer';

async function messagesIn(store: Store, folders: 'calendar' | 'all' = 'calendar'): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const { message, error } of store.items({ folders })) {
    if (message === undefined) throw error;
    messages.push(message);
  }
  return messages;
}

/** A verdict without what depends on the container: the places of bytes. */
function judged(message: Message): unknown {
  const { verdict, findings, results } = diagnose(message) satisfies Diagnosis;
  return {
    verdict,
    findings: findings.map(({ code, path, values, fingerprint }) => ({ code, path, values, fingerprint })),
    reasons: results.flatMap(({ reasons }) => reasons),
  };
}

/** The rows of a message and of what it embeds, cells by identifier; a cell that is absent is not there. */
function tables(message: Message): unknown {
  return [
    message.recipients.map((row) =>
      [...row.properties]
        .map(({ tag }) => [tag >>> 16, row.properties.get(tagged(tag >>> 16, untyped))] as const)
        .filter(([id]) => !ofStoresOnly.has(id))
        .sort(([one], [other]) => one - other),
    ),
    message.embedded.map(tables),
  ];
}

/** PidTagRowid and the LTP's row numbers: columns that only a table in a store has. */
const ofStoresOnly = new Set([0x3000, 0x67f2, 0x67f3]);

const written = sampleMessages();
const asFiles = Object.values(samples).map(({ write }, index) =>
  decodeMessage(writeMsg(written[index]!, write)),
);

describe.each(Object.entries(storeShapes))('%s', (_, shape) => {
  const { bytes } = sampleStore(shape);

  test('a calendar of every sample reads and is judged as the files are', async () => {
    const store = await openStore(bytes);
    expect(store.calendars.map(({ name }) => name)).toEqual(['Calendar']);
    expect(store.calendars[0]!.itemCount).toBe(sampleNames.length);
    const messages = await messagesIn(store);
    expect(messages.map(({ subject }) => subject)).toEqual(asFiles.map(({ subject }) => subject));
    expect(messages.map(({ messageClass }) => messageClass)).toEqual(
      asFiles.map(({ messageClass }) => messageClass),
    );
    expect(messages.map(judged)).toEqual(asFiles.map(judged));
    expect(messages.map(tables)).toEqual(asFiles.map(tables));
    const named = ({ appointmentStart, appointmentStateFlags, responseStatus }: Message): unknown[] => [
      appointmentStart?.toJSON(),
      appointmentStateFlags,
      responseStatus,
    ];
    expect(messages.map(named)).toEqual(asFiles.map(named));
    expect(messages.flatMap(({ anomalies }) => anomalies)).toEqual([]);
    expect(store.anomalies).toEqual([]);
    await store.close();
  });

  test('a long body and a file come whole', async () => {
    const store = await openStore(bytes);
    const mail = (await messagesIn(store, 'all')).find(({ subject }) => subject === 'Mail');
    expectBytes(await mail!.attachments[0]!.read(), attachedBytes);
    const body = mail!.properties.raw(tagged(0x1000, untyped));
    const expected = mailWithFile.properties.find(({ id }) => id === 0x1000)!.value as string;
    expect(body!.size).toBeGreaterThanOrEqual(expected.length);
    await store.close();
  });

  test('every type of property, in a message and in a row of its recipients', async () => {
    const typed = writeStore({ ...shape, folders: mailboxFolders({ inbox: [messageOfEveryType] }) });
    const store = await openStore(typed.bytes);
    const [message] = await messagesIn(store, 'all');
    const file = decodeMessage(writeMsg(messageOfEveryType));
    const value = (from: Message | Message['recipients'][number], id: number): unknown =>
      from.properties.get(tagged(id, untyped));
    for (const { id } of everyType) {
      if (typeof id !== 'number') throw new Error('named');
      const expected = storable(value(file, id), shape.format === 'ansi');
      expect(value(message!, id), id.toString(16)).toEqual(expected);
      expect(value(message!.recipients[0]!, id), id.toString(16)).toEqual(expected);
      expect(message!.recipients[1]!.properties.state(tagged(id, untyped))).toBe('absent');
    }
    await store.close();
  });
});

/** ANSI stores hold 8-bit strings only, and code page 1252 has no U+4E2D. */
function storable(value: unknown, isAnsi: boolean): unknown {
  return isAnsi && typeof value === 'string' ? value.replace('\u4e2d', '?') : value;
}

/** All that a store tells, as text. */
async function told(store: Store): Promise<string> {
  const text = JSON.stringify([store.root, await messagesIn(store, 'all'), store.anomalies]);
  await store.close();
  return text;
}

describe('sources', () => {
  const one = sampleStore({ format: 'unicode', encoding: 'cyclic' }).bytes;
  const other = writeStore({
    folders: mailboxFolders({ inbox: [messageOfEveryType] }),
    format: 'ansi',
  }).bytes;

  test('bytes, a Blob and a file read alike', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mapilint-store-'));
    try {
      writeFileSync(join(folder, 'a.pst'), one);
      const fromBytes = await told(await openStore(one));
      expect(await told(await openStore(new Blob([new Uint8Array(one)])))).toBe(fromBytes);
      expect(await told(await openStore(fromFile(join(folder, 'a.pst'))))).toBe(fromBytes);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('A, B, A; and both at once, item by item in turn', async () => {
    const a = await told(await openStore(one));
    const b = await told(await openStore(other));
    expect(a).not.toBe(b);
    expect(await told(await openStore(one))).toBe(a);
    const [left, right] = [await openStore(one), await openStore(other)];
    const [lefts, rights] = [left.items(), right.items()];
    const turns: unknown[] = [];
    for (let item = await lefts.next(); !item.done; item = await lefts.next()) {
      turns.push(item.value.message);
      const beside = await rights.next();
      if (!beside.done) expect(beside.value.message!.subject).toBe('Types');
    }
    expect(JSON.stringify([left.root, turns, left.anomalies])).toBe(a);
    await left.close();
    await right.close();
  });

  test.each([
    [14, 'FormatError'], // an ANSI store, which this is not: its pages lie elsewhere
    [20, 'FormatError'],
    [37, 'UnsupportedError'],
    [99, 'UnsupportedError'],
  ])('a store of version %i is refused: %s', async (version, name) => {
    const bytes = one.slice();
    bytes[10] = version;
    await expect(openStore(bytes)).rejects.toMatchObject({ name });
  });

  test('a signal ends an iteration', async () => {
    const store = await openStore(one);
    const control = new AbortController();
    let seen = 0;
    const walk = async (): Promise<void> => {
      for await (const { message } of store.items({ signal: control.signal })) {
        seen += message === undefined ? 0 : 1;
        if (seen === 3) control.abort(new Error('enough'));
      }
    };
    await expect(walk()).rejects.toThrow('enough');
    expect(seen).toBe(3);
    await store.close();
  });
});
