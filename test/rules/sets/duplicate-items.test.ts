import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { objectId } from '../../../samples/build/blobs';
import { duplicateSamples } from '../../../samples/build/rules';
import * as sound from '../../../samples/build/sound-meeting';
import { appointment, meetingWith } from '../../../samples/build/sound-meeting';
import { decodeMessage, diagnoseSet } from '../../../src/index';
import { duplicateItems } from '../../../src/rules/index';
import type { ItemOfSet } from '../../../src/index';
import type { SetRule } from '../../../src/rules/index';
import { writeMsg } from '../../support/msg-writer';

const [full, clean] = [sound.scheduling(0x0003), sound.scheduling(0x0023)];
const elsewhere = sound.setTo(appointment(0x8208), 'Room 14');
const another = [sound.setTo(full, objectId({ seed: 1 })), sound.setTo(clean, objectId({ seed: 1 }))];
const attendeesCopy = [sound.setTo(appointment(0x8217), 3), sound.setTo(appointment(0x8218), 3)];

function item(name: string, changes: readonly sound.Change[], mailbox?: string): ItemOfSet {
  return { name, message: decodeMessage(writeMsg(meetingWith(...changes))), mailbox };
}

describe('duplicate-items is silent on', () => {
  const sets: readonly (readonly [title: string, items: readonly ItemOfSet[]])[] = [
    ['one item', [item('a', [])]],
    ['two meetings', [item('a', []), item('b', [elsewhere, ...another])]],
    ['one meeting in two mailboxes', [item('a', [], 'olivia'), item('b', [], 'bob')]],
    ['the organizer’s copy and an attendee’s', [item('a', []), item('b', attendeesCopy)]],
    [
      'two occurrences of a series, to which somebody was invited one by one',
      [
        item('a', [sound.setTo(full, objectId({ date: '2004-03-22' }))]),
        item('b', [sound.setTo(full, objectId({ date: '2004-03-29' })), elsewhere]),
      ],
    ],
    [
      'two items without subject or identifier',
      [1, 2].map((name) => item(String(name), [sound.drop(0x0037), sound.drop(full), sound.drop(clean)])),
    ],
    [
      'requests, which are no calendar items',
      [1, 2].map((name) => item(String(name), [sound.setTo(0x001a, 'IPM.Schedule.Meeting.Request')])),
    ],
  ];
  test.each(sets)('%s', (_, items) => {
    expect(diagnoseSet(items)).toEqual([]);
  });
});

describe('duplicate-items reports', () => {
  const sets: readonly (readonly [
    title: string,
    code: string,
    severity: string,
    items: readonly ItemOfSet[],
  ])[] = [
    ['both identifiers twice', 'duplicate-identifiers', 'warning', [item('a', []), item('b', [elsewhere])]],
    [
      'the full one only',
      'duplicate-global-object-id',
      'warning',
      [item('a', []), item('b', [elsewhere, sound.drop(clean)])],
    ],
    [
      'the clean one only',
      'duplicate-clean-global-object-id',
      'warning',
      [item('a', []), item('b', [elsewhere, sound.setTo(full, objectId({ seed: 1 }))])],
    ],
    ['what people see', 'duplicate-content', 'warning', [item('a', []), item('b', another)]],
    [
      'two attendees’ copies, of one mailbox for all that is said',
      'duplicate-identifiers',
      'info',
      [item('a', attendeesCopy), item('b', [...attendeesCopy, elsewhere])],
    ],
    [
      'two attendees’ copies of one mailbox',
      'duplicate-identifiers',
      'warning',
      [item('a', attendeesCopy, 'bob'), item('b', [...attendeesCopy, elsewhere], 'bob')],
    ],
  ];
  test.each(sets)('%s', (_, code, severity, items) => {
    expect(diagnoseSet(items)).toMatchObject([{ rule: 'duplicate-items', code, severity, items: [0, 1] }]);
    expect(diagnoseSet(items)[0]?.message).toMatch(/^a, b: /);
  });

  test('three of a kind once', () => {
    const items = ['a', 'b', 'c'].map((name) => item(name, []));
    expect(diagnoseSet(items)).toMatchObject([{ code: 'duplicate-identifiers', items: [0, 1, 2] }]);
  });

  test('by every code that it has words for', () => {
    expect(Object.keys(duplicateItems.meta.messages).sort()).toEqual(
      [...new Set(sets.map(([, code]) => code))].sort(),
    );
  });
});

test('twenty thousand items are compared by what identifies them, not with each other', () => {
  const [one] = [item('a', [])];
  const items = Array.from({ length: 20_000 }, () => one);
  expect(diagnoseSet(items)).toHaveLength(1);
});

test.each(['fails', 'passes'] as const)(
  'samples/rules/duplicate-items/%s is what its script writes',
  (name) => {
    const files = Object.entries(duplicateSamples[name]).map(([file, written]) => {
      const bytes = readFileSync(
        new URL(`../../../samples/rules/duplicate-items/${name}/${file}.msg`, import.meta.url),
      );
      expect(Buffer.compare(bytes, writeMsg(written)), file).toBe(0);
      return { name: file, message: decodeMessage(bytes) };
    });
    expect(diagnoseSet(files).map(({ code }) => code)).toEqual(
      name === 'fails' ? ['duplicate-global-object-id'] : [],
    );
  },
);

test('a finding names its items and keeps its fingerprint wherever they lie', () => {
  const [one, two] = [item('a', []), item('b', [elsewhere])];
  const [finding] = diagnoseSet([one, two]);
  const [moved] = diagnoseSet([
    { ...two, name: 'd' },
    item('c', [elsewhere, ...another]),
    { ...one, name: 'e' },
  ]);
  expect(finding?.names).toEqual(['a', 'b']);
  expect(moved).toMatchObject({ names: ['d', 'e'], items: [0, 2], fingerprint: finding?.fingerprint });
  expect(finding?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
});

test('severities are set by the rule, and a rule that fails is a finding', () => {
  const items = [item('a', []), item('b', [elsewhere])];
  const severity = (setting: 'off' | 'error') =>
    diagnoseSet(items, { severities: { 'duplicate-items': setting } }).map((finding) => finding.severity);
  expect(severity('off')).toEqual([]);
  expect(severity('error')).toEqual(['error']);
  const broken: SetRule = {
    meta: { ...duplicateItems.meta, id: 'broken' },
    check: () => {
      throw new Error('oops');
    },
  };
  expect(diagnoseSet(items, { rules: [broken, duplicateItems] })).toMatchObject([
    {
      rule: 'broken',
      code: 'rule-failed',
      severity: 'error',
      message: 'Rule broken failed: Error: oops',
      names: [],
    },
    { rule: 'duplicate-items' },
  ]);
});
