import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Message, messageProperties } from '../../src/index';
import { generate } from '../../src/message/generate-accessors.mjs';

const file = new URL('../../src/message/message-accessors.ts', import.meta.url);

test('the declared accessors are those of the table: npm run accessors', () => {
  expect(readFileSync(file, 'utf8')).toBe(generate());
});

test('each is there', () => {
  const { prototype } = Message;
  expect(Object.keys(messageProperties).filter((name) => !(name in prototype))).toEqual([]);
});
