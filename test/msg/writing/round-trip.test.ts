// Every message that there is, written as .msg and read again.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as CFB from 'cfb';
import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../../src/index';
import type { Message } from '../../../src/index';
import { fromFile } from '../../../src/node';
import { openStore } from '../../../src/store';
import { idOf, isNamedId, PropertyType } from '../../../src/mapi/values/property-type';
import { corpusFolder, corpusTitle, hasCorpus } from '../../support/corpus';
import { msgReader } from '../../support/msgreader';
import { describeMessage } from '../../support/round-trip';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
const formats = { msg: /\.(msg|oft)$/i, mail: /\.(dat|tnef|eml)$/i, store: /\.(pst|ost)$/i };

/** What another container says for a message, and it has to say itself in a .msg: [MS-OXMSG] 2.1.1.1, the code page. */
const CODE_PAGE = '3FFD0003';
const STORE_SUPPORT_MASK = '340D0003';

/** A time zone that ends too early: msgreader throws, whoever has written the file. */
const notReadByOthers = join('time-zone-definition', 'fails.msg');

/** Items of one store are much alike, and reading them all would take a minute. */
const ITEMS_OF_A_STORE = 12;

function filesIn(folder: string, ending: RegExp): string[] {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return names
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The messages of files that can be read, with all within them, and the files that they are in. */
async function* messagesIn(folder: string, format: keyof typeof formats): AsyncGenerator<[string, Message]> {
  for (const path of filesIn(folder, formats[format]))
    for await (const message of format === 'store' ? itemsOf(path) : contentOf(path))
      for (const each of within(message)) yield [path, each];
}

/** None where the file is none, or nothing of it can be read: that is what other tests are about. */
function contentOf(path: string): Message[] {
  try {
    return [decodeMessage(readFileSync(path))];
  } catch {
    return [];
  }
}

async function* itemsOf(path: string): AsyncGenerator<Message> {
  const store = await openStore(fromFile(path)).catch(() => undefined);
  if (store === undefined) return;
  let count = 0;
  for await (const { message } of store.items()) {
    if (message !== undefined) yield message;
    if (++count === ITEMS_OF_A_STORE) break;
  }
  await store.close();
}

function* within(message: Message): Generator<Message> {
  yield message;
  for (const embedded of message.embedded) yield* within(embedded);
}

/** Whether an object has an identifier that its map does not name: the .msg cannot name it, either, and says so. */
function hasNameless(message: Message): boolean {
  return [message, ...message.recipients, ...message.attachments].some(({ properties }) =>
    [...properties].some(({ tag }) => isNamedId(idOf(tag)) && properties.nameOf(idOf(tag)) === undefined),
  );
}

function hasTag(message: Message, wanted: string): boolean {
  return [...message.properties].some(({ tag }) => tag === Number.parseInt(wanted, 16));
}

/** Writes a message, reads it again and compares; gives the reasons of what was left out. */
async function roundTrip(path: string, message: Message, isMsg: boolean): Promise<string[]> {
  const left: string[] = [];
  const bytes = await message.toMsg({ leaveOut: ({ reason }) => left.push(reason) });
  const all = [...within(message)];
  const isSound = left.length === 0 && all.every((each) => each.anomalies.length === 0 && !hasNameless(each));
  const again = decodeMessage(bytes, { strict: isSound });
  const odd = again.anomalies.filter(({ code }) => isMsg || code !== 'msg-name-repeated'); // which stores have
  if (isSound) expect(odd).toEqual([]);
  const { by } = message.codePageDecision;
  const isStatedElsewhere = ['container', 'holder', 'option', 'override'].includes(by);
  const added = new Set([
    ...(isStatedElsewhere ? [CODE_PAGE] : []),
    ...(hasTag(message, STORE_SUPPORT_MASK) ? [] : [STORE_SUPPORT_MASK]),
  ]);
  const as = { isMsg, isWhole: left.length > 0, ignored: added };
  expect(await describeMessage(again, as)).toEqual(await describeMessage(message, as));
  if (isSound && !path.endsWith(notReadByOthers)) expectOthersToRead(bytes, message);
  return left;
}

/** What @kenjiuno/msgreader and cfb make of it. */
function expectOthersToRead(bytes: Uint8Array, message: Message): void {
  const { FullPaths } = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const parts = FullPaths.filter((path) => /^[^/]*\/__(recip|attach)_version1\.0_#[0-9A-F]{8}\/$/.test(path));
  expect(parts).toHaveLength(message.recipients.length + message.attachments.length);
  const read = msgReader(bytes).getFileData();
  const compare = (
    fields: unknown,
    name: string,
    { properties }: Pick<Message, 'properties'>,
    id: number,
  ): void => {
    const property = [...properties].find(({ tag }) => tag === ((id << 16) | PropertyType.string) >>> 0);
    if (property?.content !== 'loaded') return; // 8-bit text is read in another code page
    const value = String(properties.valueOf(property));
    expect((fields as Record<string, unknown>)[name] ?? '').toBe(value);
  };
  compare(read, 'subject', message, 0x0037);
  message.recipients.forEach((row, index) => {
    compare(read.recipients?.[index], 'name', row, 0x3001);
    compare(read.recipients?.[index], 'email', row, 0x3003);
  });
  message.attachments.forEach((row, index) => {
    compare(read.attachments?.[index], 'fileName', row, 0x3707);
  });
}

/** Goes through all messages of a folder; gives how many there were, and what was left out of which file. */
async function roundTrips(
  folder: string,
  format: keyof typeof formats,
): Promise<{ count: number; left: Record<string, string> }> {
  const left: Record<string, string> = {};
  let count = 0;
  for await (const [path, message] of messagesIn(folder, format)) {
    const reasons = await roundTrip(path, message, format === 'msg').catch((error: unknown) => {
      throw new Error(`${path}: ${String(error)}`, { cause: error });
    });
    if (reasons.length > 0) left[basename(path)] = [...new Set(reasons)].join(', ');
    count += 1;
  }
  return { count, left };
}

describe('samples', () => {
  test('of .msg', async () => {
    const { count, left } = await roundTrips(samples, 'msg');
    expect(count).toBeGreaterThan(100);
    expect(left).toEqual({
      'cfb-stream-short.msg': 'damaged',
      'msg-duplicate-property.msg': 'repeated',
      'msg-value-stream-missing.msg': 'damaged',
    });
  });

  test('of TNEF and mails', async () => {
    const { count, left } = await roundTrips(samples, 'mail');
    expect(count).toBeGreaterThan(10);
    expect(left).toEqual({
      'tnef-duplicate-property.tnef': 'repeated',
      'tnef-embedded-message.tnef': 'unread',
    });
  });

  test('of stores', async () => {
    const { count, left } = await roundTrips(samples, 'store');
    expect(count).toBeGreaterThan(10);
    expect(left).toEqual({ 'pst-multiple-values.pst': 'damaged', 'pst-value-missing.pst': 'damaged' });
  });
});

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test('of .msg', async () => {
    const { count, left } = await roundTrips(corpusFolder, 'msg');
    expect(count).toBeGreaterThan(280);
    expect(left).toEqual({
      'src__test__resources__test-messages__Test_at_sign_in_personal_From_header.msg': 'damaged',
      'test-data__hsmf__clusterfuzz-testcase-minimized-POIHSMFFuzzer-4848576776503296.msg': 'damaged',
      'test-data__poifs__unknown_properties.msg': 'damaged',
    });
  });

  test('of TNEF and mails', async () => {
    const { count, left } = await roundTrips(corpusFolder, 'mail');
    expect(count).toBeGreaterThan(25);
    expect(left).toEqual({});
  });

  test('of stores', async () => {
    const { count, left } = await roundTrips(corpusFolder, 'store');
    expect(count).toBeGreaterThan(100);
    expect(left).toEqual({});
  });
});
