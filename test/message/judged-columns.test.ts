import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { recipientProperties } from '../../src/mapi/definitions/recipient-properties';
import { formatTag } from '../../src/mapi/values/property-type';
import { mayJudgeRows, mayTellAttachments } from '../../src/message/judged-columns';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const sources = ['rules', 'message', 'evidence']
  .flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(src, folder, file)),
  )
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const tagOf = (name: keyof typeof recipientProperties): string =>
  formatTag(((recipientProperties[name].key as number) << 16) >>> 0);

/** Names of columns that other things have too. */
const common = new Set(['order', 'account', 'comment']);
const read = (Object.keys(recipientProperties) as (keyof typeof recipientProperties)[]).filter(
  (name) => !common.has(name) && new RegExp(`(\\.|recipientProperties\\.|row\\.)${name}\\b`).test(sources),
);

test('there are columns that rules look at, and others', () => {
  expect(read).toContain('trackStatusTime');
  expect(read).not.toContain('searchKey');
});

describe('damage to a column of the recipient table', () => {
  test.each(read)('%s, which some source reads, makes the table doubtful', (name) => {
    expect(mayJudgeRows(tagOf(name))).toBe(true);
  });

  test.each(['searchKey', 'instanceKey', 'recordKey', 'nickName'] as const)('%s does not', (name) => {
    expect(mayJudgeRows(tagOf(name))).toBe(false);
  });

  test('of nobody knows which does, of a named one does not', () => {
    expect(mayJudgeRows(undefined)).toBe(true);
    expect(mayJudgeRows('8005001F')).toBe(false);
  });
});

test('of an attachment, what tells that it is an exception counts', () => {
  expect(['37050003', '7FFD0003', '3701000D', undefined].map(mayTellAttachments)).toEqual(
    Array.from({ length: 4 }, () => true),
  );
  expect(['8005001F', '0FF60102'].map(mayTellAttachments)).toEqual([false, false]);
});
