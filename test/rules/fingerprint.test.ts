import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/message/message';
import { fingerprint, fingerprintOfSet } from '../../src/rules/fingerprint';
import type { Identified } from '../../src/rules/fingerprint';
import type { Problem } from '../../src/rules/rule';

const item: Identified = { globalObjectId: undefined, messageClass: 'IPM.Appointment', subject: 'Meeting' };
const meeting: Identified = { ...item, globalObjectId: Uint8Array.of(4, 0, 0xff) };
const problem: Problem = { code: 'zero', path: 'recipients[3].trackStatusTime', severity: 'warning' };
const ofBob: Problem = { ...problem, person: { name: 'Bob', address: 'bob@example.com' } };

/** FNV-1a of 32 bits, as its authors define it. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5n;
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn;
  return hash.toString(16).padStart(8, '0');
}

describe('the fingerprint of a problem', () => {
  test('knows an address that looks like a pattern of replacement as it is', () => {
    const odd = { ...problem, person: { address: '$&$1' } };
    const moved = { ...odd, path: 'recipients[4].trackStatusTime' };
    expect(fingerprint(item, 'rule', odd)).toBe(fingerprint(item, 'rule', moved));
  });

  test.each<[string, Identified, Problem, string]>([
    [
      'the class and subject',
      item,
      problem,
      'IPM.Appointment|Meeting\nrule\nzero\nrecipients[3].trackStatusTime',
    ],
    ['the identifier', meeting, problem, '0400ff\nrule\nzero\nrecipients[3].trackStatusTime'],
    [
      'the address of the row',
      item,
      ofBob,
      'IPM.Appointment|Meeting\nrule\nzero\nbob@example.com.trackStatusTime',
    ],
    [
      'nothing at all',
      { globalObjectId: undefined, messageClass: undefined, subject: undefined },
      problem,
      '|\nrule\nzero\nrecipients[3].trackStatusTime',
    ],
  ])('is made of %s, the rule, the code and the place', (_, of, found, text) => {
    expect(fingerprint(of, 'rule', found)).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint(of, 'rule', found).slice(0, 8)).toBe(fnv1a(text));
  });

  test.each<[string, Identified, string, Problem]>([
    ['item by its identifier', { ...item, globalObjectId: Uint8Array.of(4) }, 'rule', problem],
    ['item by its class', { ...item, messageClass: 'IPM.Note' }, 'rule', problem],
    ['item by its subject', { ...item, subject: 'Other' }, 'rule', problem],
    ['rule', item, 'other', problem],
    ['code', item, 'rule', { ...problem, code: 'other' }],
    ['row', item, 'rule', { ...problem, path: 'recipients[4].trackStatusTime' }],
    ['column', item, 'rule', { ...problem, path: 'recipients[3].trackStatus' }],
    ['person', item, 'rule', ofBob],
  ])('is another for another %s', (_, of, rule, found) => {
    const [other, known] = [fingerprint(of, rule, found), fingerprint(item, 'rule', problem)];
    expect(other.slice(0, 8)).not.toBe(known.slice(0, 8));
    expect(other.slice(8)).not.toBe(known.slice(8));
  });

  test.each<[string, Problem]>([
    ['the severity is another', { ...problem, severity: 'error' }],
    ['the figures are others', { ...problem, values: { count: 9 } }],
    ['the bytes lie elsewhere', { ...problem, origin: { storage: '/x', offset: 1 } }],
    ['a person has no address', { ...problem, person: { name: 'Bob' } }],
  ])('stays the same where %s', (_, found) => {
    expect(fingerprint(item, 'rule', found)).toBe(fingerprint(item, 'rule', problem));
  });

  test('of an item with identifier does not depend on what it is called', () => {
    const renamed = { ...meeting, subject: 'Moved', messageClass: 'IPM.Schedule.Meeting.Request' };
    expect(fingerprint(renamed, 'rule', problem)).toBe(fingerprint(meeting, 'rule', problem));
  });

  test('of a person with address does not depend on their row, nor on the case of the address', () => {
    const moved = {
      ...ofBob,
      path: 'recipients[12].trackStatusTime',
      person: { address: 'BOB@Example.com' },
    };
    expect(fingerprint(item, 'rule', moved)).toBe(fingerprint(item, 'rule', ofBob));
  });

  test('is the one that earlier versions gave', () => {
    expect(fingerprint(item, 'rule', problem)).toBe('ce6f27fc06be0f82');
    expect(fingerprint(meeting, 'rule', ofBob)).toBe('4b83b43bbf7688be');
  });
});

describe('the fingerprint of a problem between items', () => {
  const [one, two] = [item, meeting] as Message[] as [Message, Message];

  test.each<[string, Message[], string]>([
    ['no item', [], 'rule\ncode'],
    ['one item', [one], 'IPM.Appointment|Meeting\nrule\ncode'],
    ['two items', [one, two], '0400ff\nIPM.Appointment|Meeting\nrule\ncode'],
    ['two items that look alike', [one, one], 'IPM.Appointment|Meeting\nIPM.Appointment|Meeting\nrule\ncode'],
  ])('of %s', (_, items, text) => {
    const found = fingerprintOfSet(items, 'rule', 'code');
    expect(found).toMatch(/^[0-9a-f]{16}$/);
    expect(found.slice(0, 8)).toBe(fnv1a(text));
  });

  test('does not depend on their order, and leaves it alone', () => {
    const items = [one, two];
    expect(fingerprintOfSet(items, 'rule', 'code')).toBe(fingerprintOfSet([two, one], 'rule', 'code'));
    expect(items).toEqual([one, two]);
  });

  test.each<[string, Message[], string, string]>([
    ['rule', [one, two], 'other', 'code'],
    ['code', [one, two], 'rule', 'other'],
    ['number of items', [one, two, two], 'rule', 'code'],
  ])('is another for another %s', (_, items, rule, code) => {
    expect(fingerprintOfSet(items, rule, code)).not.toBe(fingerprintOfSet([one, two], 'rule', 'code'));
  });
});
