import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf, labelOf, RecipientFlags, RecipientType, TrackStatus } from '../../../src/index';
import { nameOf, namesOfBits } from '../../../src/mapi/definitions/enumeration';

test('names, codes and labels of what is documented', () => {
  expect({ ...TrackStatus }).toEqual({
    none: 'none',
    organized: 'organized',
    tentative: 'tentative',
    accepted: 'accepted',
    declined: 'declined',
    notResponded: 'notResponded',
  });
  expect(nameOf(TrackStatus, 3)).toBe('accepted');
  expect(codeOf(TrackStatus, 'accepted')).toBe(3);
  expect(labelOf(TrackStatus, 'accepted')).toBe('respAccepted');
  expect(labelOf(RecipientType, 'to')).toBe('MAPI_TO');
});

test('what is not documented survives as unsigned hexadecimal', () => {
  expect(nameOf(TrackStatus, 42)).toBe('0x2a');
  expect(nameOf(TrackStatus, -1)).toBe('0xffffffff');
  expect(codeOf(TrackStatus, '0x2a')).toBe(42);
  expect(codeOf(TrackStatus, '0xffffffff')).toBe(-1);
  expect(labelOf(TrackStatus, '0x2a')).toBeUndefined();
});

test('what is absent has no number, and no label', () => {
  expect(codeOf(TrackStatus, undefined)).toBeUndefined();
  expect(labelOf(TrackStatus, undefined)).toBeUndefined();
});

test('every number comes back from its name', () => {
  fc.assert(fc.property(fc.integer(), (code) => codeOf(TrackStatus, nameOf(TrackStatus, code)) === code));
});

test('bits have names, and the rest is one number', () => {
  expect(namesOfBits(RecipientFlags, 0x3)).toEqual(['sendable', 'organizer']);
  expect(namesOfBits(RecipientFlags, 0x241)).toEqual(['sendable', '0x240']);
  expect(namesOfBits(RecipientFlags, 0)).toEqual([]);
  expect(namesOfBits(RecipientFlags, 0x80000000 | 0)).toEqual(['0x80000000']);
});

test('no bit is lost', () => {
  fc.assert(
    fc.property(fc.integer(), (bits) => {
      const codes = namesOfBits(RecipientFlags, bits).map((name) => codeOf(RecipientFlags, name));
      return codes.reduce((sum, code) => sum | code, 0) === bits;
    }),
  );
});

test('names inherited from objects are no names', () => {
  expect(nameOf(TrackStatus, Number.NaN)).toBe('0x0');
  expect(() => codeOf(TrackStatus, 'constructor' as never)).toThrow(TypeError);
});

test.each(['acepted', '', '3', '0x', '0x123456789', 3, null])('%j is no name, which is said', (name) => {
  expect(() => codeOf(TrackStatus, name as never)).toThrow(
    /^.* is not one of none, organized, tentative, accepted, declined, notResponded, nor a number such as 0x2a$/,
  );
  expect(() => labelOf(TrackStatus, name as never)).toThrow(TypeError);
});
