// The bodies of every .msg of the corpus beside those that other readers give, byte by byte.

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decompressRTF } from '@kenjiuno/decompressrtf';
import iconv from 'iconv-lite';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { describe, expect, test } from 'vitest';
import { bodyProperties, decodeMessage } from '../../src/index';
import type { Message, MessageBody } from '../../src/index';
import { corpusFolder, corpusTitle, hasCorpus, readCorpusFile } from '../support/corpus';
import { msgReader } from '../support/msgreader';

/** Where the readers differ, and what the bytes say. */
const differences: Readonly<Record<string, string>> = {
  'apache__poi/test-data__hsmf__ASCII_CP1251_LCID1049.msg text':
    'text of code page 1251, which the message states; msgreader reads Latin-1',
  'apache__poi/test-data__hsmf__ASCII_CP1251_LCID1049.msg html':
    '1013001E, of which msgreader knows neither the name nor the type',
  'aquasync__ruby-msg/test__qwerty_1-orig.msg html': '1013001E, too',
};

/** PtypString8 in which UTF-16 was stored: Aspose.Email wrote it, and msgreader ends at the first zero. */
const wideInNarrow = /^aspose-email__.*\.msg text$/;

function messagesIn(message: Message): Message[] {
  return [message, ...message.embedded.flatMap(messagesIn)];
}

interface Read {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly message: Message;
}

function corpus(): Read[] {
  const folder = join(corpusFolder, 'msg');
  const paths = (readdirSync(folder, { recursive: true, withFileTypes: true }) as { isFile(): boolean }[])
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join((entry as never as { parentPath: string }).parentPath, (entry as never as { name: string }).name),
    );
  return paths.sort().flatMap((path) => {
    const name = path.slice(folder.length + 1);
    const bytes = readCorpusFile(join('msg', name));
    try {
      return [{ path: name, bytes, message: decodeMessage(bytes) }];
    } catch {
      return []; // refused: `messages.test.ts` holds that it should be
    }
  });
}

const sum = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** What msgreader gives of the outermost message; undefined if it fails. */
function theirs(
  bytes: Uint8Array,
): Partial<Record<'body' | 'bodyHtml', string> & { html: Uint8Array }> | undefined {
  try {
    return msgReader(bytes).getFileData() as never;
  } catch {
    return undefined;
  }
}

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  const files = hasCorpus ? corpus() : [];
  const read = new Map<Message, Promise<MessageBody>>();
  const bodyOf = (message: Message): Promise<MessageBody> => {
    const body = read.get(message) ?? message.body();
    read.set(message, body);
    return body;
  };

  test('decompressed RTF is that of @kenjiuno/decompressrtf, and nothing is wrong with it', async () => {
    let count = 0;
    for (const { path, message } of files) {
      for (const each of messagesIn(message)) {
        const compressed = each.properties.get(bodyProperties.compressedRtf);
        const { rtf, damage } = await bodyOf(each);
        expect(damage, path).toBeUndefined();
        if (compressed === undefined) continue;
        expect(sum(Buffer.from(rtf ?? '', 'latin1')), path).toBe(
          sum(Uint8Array.from(decompressRTF([...compressed]))),
        );
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(230);
  });

  test('what is taken out of RTF is what the package takes out of it as it stands', async () => {
    let count = 0;
    for (const { path, message } of files) {
      for (const each of messagesIn(message)) {
        const { rtf = '', encapsulated, ...body }: MessageBody = await bodyOf(each);
        if (encapsulated === undefined) continue;
        expect(['derived', 'stored'], path).toContain(encapsulated.state);
        if (encapsulated.state !== 'derived') continue;
        const decode = (bytes: Buffer, encoding: string): string => iconv.decode(bytes, encoding);
        const { mode, text } = deEncapsulateSync(Buffer.from(rtf, 'latin1'), {
          decode,
          warn: () => undefined,
        });
        expect([mode, body[encapsulated.format]], path).toEqual([encapsulated.format, text]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(130);
  });

  test("text and HTML are msgreader's, or the bytes say why not", async () => {
    const found = new Set<string>();
    for (const { path, bytes, message } of files) {
      const other = theirs(bytes);
      if (other === undefined) continue;
      const { text } = await bodyOf(message);
      const html = message.properties.get(bodyProperties.html);
      const theirHtml = other.html ?? other.bodyHtml;
      if (text !== other.body) found.add(`${path} text`);
      if ((html && sum(html)) !== (theirHtml && sum(theirHtml))) found.add(`${path} html`);
      if (!wideInNarrow.test(`${path} text`) || text === other.body) continue;
      expect(text?.[1], path).toBe('\0');
      expect(other.body, path).toBe(text?.[0]);
    }
    expect([...found].filter((each) => !wideInNarrow.test(each))).toEqual(Object.keys(differences));
  });
});
