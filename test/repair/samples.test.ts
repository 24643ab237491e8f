import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeMessage, diagnose } from '../../src/index';
import { repairMessage } from '../../src/repair/index';
import { allowed, differences, withoutRepaired } from './repaired';

const folders = ['samples/meetings', 'samples/containers', 'samples/rules', 'samples/scenario'];
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:msg|tnef)$/.test(name))
    .map((name) => join(folder, name)),
);

/** What else keeps a copy from being judged `unlikely`: it does not say whose copy it is. */
const rests: Readonly<Record<string, string>> = { 'samples/meetings/copy-unknown.msg': 'undetermined' };

function zeros(bytes: Uint8Array): number {
  const message = decodeMessage(bytes);
  const tables = [message, ...message.attachments.flatMap(({ embedded }) => embedded ?? [])];
  return tables
    .flatMap(({ recipients }) => recipients)
    .filter(({ trackStatusTime }) => trackStatusTime?.kind === 'zero').length;
}

const blamed = files.filter((file) => {
  const verdict = diagnose(decodeMessage(readFileSync(file))).verdict;
  return verdict === 'likely' || verdict === 'possible' || verdict === 'confirmed';
});

test('samples are blamed', () => {
  expect(blamed.length).toBeGreaterThan(10);
});

test.each(blamed)('%s', (file) => {
  const bytes = new Uint8Array(readFileSync(file));
  const before = bytes.slice();
  const made = repairMessage(bytes, diagnose(decodeMessage(bytes)), { attendeeCopy: true });
  expect(bytes).toEqual(before);
  expect(made.changes).toHaveLength(zeros(bytes));
  const places = allowed(made);
  const elsewhere = differences(bytes, made.bytes).filter((at) => !places.has(at));
  if (file.endsWith('.msg')) expect(elsewhere).toEqual([]);
  else expect(elsewhere.length).toBeLessThanOrEqual(made.changes.length * 2 * 3); // checksums
  expect(zeros(made.bytes)).toBe(0);
  expect(withoutRepaired(made.bytes, made)).toBe(withoutRepaired(bytes, made));
  const { verdict } = diagnose(decodeMessage(made.bytes));
  if (made.left.length === 0) expect(verdict).toBe(rests[file] ?? 'unlikely');
  else expect(made.left.every(({ before }) => before.kind !== 'zero')).toBe(true);
});

test('a diagnosis of another message is refused', () => {
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(`samples/meetings/${name}.msg`));
  const diagnosis = diagnose(decodeMessage(read('textbook-defect')));
  expect(() => repairMessage(read('healthy-answered'), diagnosis)).toThrow(/another message/);
});
