import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundMeeting } from '../../samples/build/sound-meeting';
import { allRules } from '../../src/rules/index';
import { compareCopies, decodeMessage, diagnose, diagnoseSet } from '../../src/index';
import type { Message } from '../../src/index';
import { mutateMsg } from '../fuzz/mutate-msg';
import { writeMsg } from '../support/msg-writer';
import type { WrittenMessage, WrittenProperty, WrittenValue } from '../support/msg-writer';
import { now } from '../support/rule-lists';

/** Applies everything to a message; throws if a rule does. */
function judge(message: Message): void {
  const { results, findings } = diagnose(message, { rules: allRules, now });
  expect(findings.filter(({ code }) => code === 'rule-failed').map(({ message: words }) => words)).toEqual(
    [],
  );
  for (const { outcome, reasons, findings: own } of results) {
    expect(reasons.length + own.length).toBeGreaterThan(0);
    if (outcome === 'pass' || outcome === 'not-applicable') expect(own).toEqual([]);
  }
  compareCopies(message, sound);
  compareCopies(sound, message);
  diagnoseSet([
    { name: 'a', message },
    { name: 'b', message: sound },
  ]);
}

const sound = decodeMessage(writeMsg(soundMeeting));

function decoded(bytes: Uint8Array): Message | undefined {
  try {
    return decodeMessage(bytes);
  } catch {
    return undefined; // typed errors are tested elsewhere
  }
}

test.each(['malformed', 'meetings'])('no rule throws on samples/%s', (folder) => {
  const url = new URL(`../../samples/${folder}/`, import.meta.url);
  for (const name of readdirSync(url).filter((each) => each.endsWith('.msg'))) {
    const message = decoded(new Uint8Array(readFileSync(new URL(name, url))));
    if (message !== undefined) judge(message);
  }
});

test('no rule throws on a sound meeting whose file was damaged', () => {
  const bytes = writeMsg(soundMeeting);
  let read = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const message = decoded(mutateMsg(bytes, seed));
      if (message === undefined) return;
      read += 1;
      judge(message);
    }),
    { numRuns: 600 },
  );
  expect(read).toBeGreaterThan(100);
}, 60_000);

/** Values of any type, in the place of those that a meeting has. */
const anyValue: fc.Arbitrary<readonly [type: number, value: WrittenValue]> = fc.oneof(
  fc.constantFrom(...[0, 1n, 2n ** 64n - 1n].map((value) => [0x0040, BigInt(value)] as const)),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => [0x0040, value] as const),
  fc.integer().map((value) => [0x0003, value] as const),
  fc.boolean().map((value) => [0x000b, value] as const),
  fc.string({ maxLength: 30 }).map((value) => [0x001f, value] as const),
  fc.uint8Array({ maxLength: 120 }).map((value) => [0x0102, value] as const),
  fc.constant([0x000a, 0x8004010f | 0] as const),
);

function withOthers(
  properties: readonly WrittenProperty[],
  picks: readonly number[],
  values: readonly (readonly [number, WrittenValue])[],
): WrittenProperty[] {
  const changed = [...properties];
  picks.forEach((pick, index) => {
    const at = pick % changed.length;
    const [type, value] = values[index % values.length] ?? [0x0003, 0];
    changed[at] = { ...changed[at]!, type, value };
  });
  return changed;
}

test('no rule throws on a meeting with any values in the place of its own', () => {
  const picks = fc.array(fc.nat(), { maxLength: 6 });
  const values = fc.array(anyValue, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(picks, picks, picks, values, (own, rows, inner, any) => {
      const change = (written: WrittenMessage): WrittenMessage => ({
        ...written,
        properties: withOthers(written.properties, own, any),
        recipients: (written.recipients ?? []).map((row) => withOthers(row, rows, any)),
        attachments: (written.attachments ?? []).map((each) => ({
          properties: withOthers(each.properties, inner, any),
          ...(each.message && { message: change(each.message) }),
        })),
      });
      judge(decodeMessage(writeMsg(change(soundMeeting))));
    }),
    { numRuns: 400 },
  );
}, 60_000);
