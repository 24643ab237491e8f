import { readdirSync, readFileSync } from 'node:fs';
import CFB from 'cfb';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose, FormatError } from '../../src/index';
import { recommendedRules } from '../../src/rules/index';
import type { Message } from '../../src/index';
import { decodeCfb } from '../../src/interop/index';
import { toMessageReport } from '../../src/report/index';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../support/corpus';

const container = (bytes: Uint8Array): CFB.CFB$Container => CFB.read(Buffer.from(bytes), { type: 'buffer' });

/** The whole report, without what the container cannot know: offsets. */
function told(message: Message): unknown {
  const report = toMessageReport('x.msg', message, diagnose(message, { rules: recommendedRules }));
  return JSON.parse(JSON.stringify(report, (key, value: unknown) => (key === 'offset' ? undefined : value)));
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

  test('values that were left there are fetched from it', async () => {
    const bytes = readFileSync(new URL('textbook-defect.msg', folder));
    const message = decodeCfb(container(bytes), { loadValuesUpTo: 8 });
    const left = [...message.properties].find(({ content }) => content === 'left-in-file');
    expect(left).toBeDefined();
    expect((await left?.read())?.length).toBe(left?.size);
  });

  test('one without a message is refused, one without anything too', () => {
    const empty = CFB.utils.cfb_new();
    expect(() => decodeCfb(empty)).toThrow(FormatError);
    expect(() => decodeCfb({ FullPaths: [], FileIndex: [] })).toThrow(FormatError);
  });
});
