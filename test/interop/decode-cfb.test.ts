import { readdirSync, readFileSync } from 'node:fs';
import CFB from 'cfb';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose, FormatError, tagged } from '../../src/index';
import { text as textKind } from '../../src/mapi/definitions/property';
import { recommendedRules } from '../../src/rules/index';
import type { Message } from '../../src/index';
import { decodeCfb } from '../../src/interop/index';
import { toMessageReport } from '../../src/report/index';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../support/corpus';
import { mail, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';

const container = (bytes: Uint8Array): CFB.CFB$Container => CFB.read(Buffer.from(bytes), { type: 'buffer' });

/** The whole report, without what the container cannot know: where in a file a value is. */
function told(message: Message): unknown {
  const report = toMessageReport('x.msg', message, diagnose(message, { rules: recommendedRules }));
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) =>
      key === 'offset' || key === 'length' ? undefined : value,
    ),
  );
}

const folder = new URL('../../samples/meetings/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.msg'));

describe("a container that SheetJS's cfb has read", () => {
  test.each(samples)('%s: the same message and the same findings', (name) => {
    const bytes = readFileSync(new URL(name, folder));
    expect(told(decodeCfb(container(bytes)))).toEqual(told(decodeMessage(bytes)));
  });

  test.skipIf(!hasCorpus)(`every sound message ${corpusTitle}`, () => {
    const paths = hasCorpus ? new Set(readTable('recipients.tsv').map((row) => row['path'] ?? '')) : [];
    const messages = [...paths].filter((path) => path.startsWith('msg/'));
    expect(messages.length).toBeGreaterThan(100);
    const differing = messages.filter((path) => {
      const bytes = readCorpusFile(path);
      const own = decodeMessage(bytes);
      if (own.anomalies.length > 0) return false; // cfb mends or refuses those in its own way
      const theirs = decodeCfb(container(bytes));
      const unread = theirs.anomalies.filter(({ code }) => code === 'attached-file-unread');
      for (const { message } of unread) expect(message).toContain('.eml');
      return unread.length === 0 && JSON.stringify(told(theirs)) !== JSON.stringify(told(own));
    });
    expect(differing).toEqual([]);
  });

  test('values that were left there are fetched from it, at once or later', async () => {
    const value = 'x'.repeat(40_000);
    const bytes = writeMsg({ ...mail, properties: [...mail.properties, text(0x6001, value)] });
    const message = decodeCfb(container(bytes));
    const definition = tagged(0x6001, textKind);
    expect(message.properties.get(definition)).toBe(value);
    expect(await message.properties.load(definition)).toBe(value);
    expect(await message.properties.raw(definition)?.read()).toHaveLength(80_000);
  });

  test('one without a message is refused, one without anything too', () => {
    const empty = CFB.utils.cfb_new();
    expect(() => decodeCfb(empty)).toThrow(FormatError);
    expect(() => decodeCfb({ FullPaths: [], FileIndex: [] })).toThrow(FormatError);
  });
});
