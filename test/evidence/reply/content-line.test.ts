import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { readContentLine } from '../../../src/evidence/reply/content-line';

const read = (content: string): unknown => {
  const property = readContentLine(content, 1);
  return property && { ...property, parameters: Object.fromEntries(property.parameters) };
};

describe('a content line', () => {
  test.each<[content: string, parameters: Record<string, string>, value: string]>([
    ['ATTENDEE:mailto:bob@x', {}, 'mailto:bob@x'],
    ['ATTENDEE;CN=Bob;PARTSTAT=ACCEPTED:mailto:bob@x', { cn: 'Bob', partstat: 'ACCEPTED' }, 'mailto:bob@x'],
    ['ATTENDEE;CN="Miller; Bob: home":x', { cn: 'Miller; Bob: home' }, 'x'],
    ['ATTENDEE;CN=Miller, Bob:x', { cn: 'Miller, Bob' }, 'x'],
    ['ATTENDEE;MEMBER="a","b";CN=c:x', { member: 'a', cn: 'c' }, 'x'],
    ["ATTENDEE;CN=^'Bob^'^nMiller^^:x", { cn: '"Bob"\nMiller^' }, 'x'],
    ['ATTENDEE;CN=Miller\\, Bob:x', { cn: 'Miller, Bob' }, 'x'],
    ['ATTENDEE;CN=:x', { cn: '' }, 'x'],
    ['SUMMARY:a;b=c:d', {}, 'a;b=c:d'],
    ['UID:', {}, ''],
  ])('%s', (content, parameters, value) => {
    const name = (/^\w+/.exec(content)?.[0] ?? '').toLowerCase();
    expect(read(content)).toEqual({ name, parameters, value, line: 1 });
  });

  test.each([
    '',
    'ATTENDEE',
    'ATTENDEE;:x',
    'ATTENDEE;CN:x',
    'ATTENDEE;=a:x',
    'ATTENDEE;CN="a:x',
    'A;CN=a',
    'A;',
  ])('damaged: %s', (content) => {
    expect(read(content)).toBeUndefined();
  });

  test('equals ical.js wherever RFC 5545 lets a line be', () => {
    const safe = fc.stringMatching(/^[\w .,@=/^'ü-]{0,12}$/);
    const quoted = fc.stringMatching(/^[\w .,;:@=/^'-]{0,12}$/).map((text) => `"${text}"`);
    const parameter = fc.tuple(fc.constantFrom('CN', 'PARTSTAT', 'X-A', 'Role'), fc.oneof(safe, quoted));
    const line = fc
      .tuple(
        fc.uniqueArray(parameter, { selector: ([name]) => name }),
        fc.stringMatching(/^[\w :;="-]{0,20}$/),
      )
      .map(
        ([parameters, value]) =>
          `ATTENDEE${parameters.map(([name, text]) => `;${name}=${text}`).join('')}:${value}`,
      );
    fc.assert(
      fc.property(line, (content) => {
        const [name, parameters] = ICAL.parse.property(content) as unknown as [
          string,
          Record<string, string>,
        ];
        expect(read(content)).toMatchObject({ name, parameters });
      }),
      { numRuns: 2000 },
    );
  });
});
