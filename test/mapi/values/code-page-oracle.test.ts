import codepage from 'codepage';
import { describe, expect, test } from 'vitest';
import { decodeString8 } from '../../../src/mapi/values/code-page';
import { charactersOf, codePages, isDoubleByte } from '../../support/code-pages';

// A second table of every code page: npm codepage, made from Microsoft's own.

describe.each(codePages)('code page %i', (page) => {
  test('equals the other table in every character', () => {
    const known = charactersOf(page, (bytes) => codepage.utils.decode(page, bytes));
    expect(known.length).toBeGreaterThan(isDoubleByte(page) ? 6000 : 20);
    const differing = known.filter(({ bytes, text }) => decodeString8(bytes, page) !== text);
    expect(differing.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual([]);
  });
});
