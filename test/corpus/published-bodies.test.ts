// What Apache POI publishes of the bodies of its own test files, in the tests of its HSMF: TestBasics, testBody.

import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import type { MessageBody } from '../../src/index';
import { corpusTitle, hasCorpus, readCorpusFile } from '../support/corpus';

const bodyOf = (name: string): Promise<MessageBody> =>
  decodeMessage(readCorpusFile(`msg/apache__poi/test-data__hsmf__${name}.msg`)).body();

/** `String.hashCode()` of Java. */
function javaHash(text = ''): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test.each([
    ['simple_test_msg', 'This is a test message.'],
    ['quick', 'The quick brown fox jumps over the lazy dog\r\n'],
  ])('the text of %s is what Apache POI reads', async (name, text) => {
    expect((await bodyOf(name)).text).toBe(text);
  });

  test('an item with all three bodies has those that Apache POI reads, to the character', async () => {
    const { text, html, rtf } = await bodyOf('outlook_30_msg');
    expect([text, html, rtf].map(javaHash)).toEqual([850_494_485, -654_938_715, 891_652_290]);
  });

  test('text in Unicode begins as Apache POI reads it', async () => {
    expect((await bodyOf('example_received_unicode')).text).toMatch(/^\.\.less you are Nick\.{5}/);
  });
});
