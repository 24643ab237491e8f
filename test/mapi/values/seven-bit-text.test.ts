import { describe, expect, test } from 'vitest';
import { decodeString8 } from '../../../src/mapi/values/code-page';

const ESC = '\x1b';
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));
const decode = (text: string, codePage: number): string | undefined => decodeString8(bytesOf(text), codePage);

const pages = [50220, 50221, 50222, 50225, 50227, 52936];

describe('charsets that begin in ASCII', () => {
  test.each(pages)('%i: plain bytes are ASCII', (codePage) => {
    expect(decode('IPM.Appointment\r\n', codePage)).toBe('IPM.Appointment\r\n');
  });

  test.each<[string, number, string, string]>([
    ['ISO-2022-JP', 50220, `a ${ESC}$B;3EDB@O:${ESC}(B b`, 'a 山田太郎 b'],
    ['ISO-2022-JP of 1978', 50220, `${ESC}$@;3ED${ESC}(J`, '山田'],
    ['half-width katakana', 50221, `${ESC}(I16${ESC}(B1`, 'ｱｶ1'],
    ['half-width katakana by a shift', 50222, '\x0e16\x0f1', 'ｱｶ1'],
    ['the end of a text in Japanese', 50220, `${ESC}$B;3ED`, '山田'],
    ['a backslash beside Japanese', 50220, `\\~${ESC}$B;3`, '\\~山'],
    ['ISO-2022-KR', 50225, `${ESC}$)CHi \x0eH+1f5?\x0f!`, 'Hi 홍길동!'],
    ['ISO-2022-CN', 50227, `${ESC}$)A\x0eUE N0\x0f`, '张 伟'],
    ['HZ', 52936, 'Hi ~{UEN0~} 100~~', 'Hi 张伟 100~'],
    ['HZ over two lines', 52936, 'a~\nb', 'ab'],
  ])('%s', (_, codePage, bytes, expected) => {
    expect(decode(bytes, codePage)).toBe(expected);
  });

  test.each<[string, number, string]>([
    ['half a character', 50220, `${ESC}$B;`],
    ['an unknown escape sequence', 50220, `${ESC}$(D0!`],
    ['a byte of eight bits', 50220, '\x8eR'],
    ['a byte of eight bits in HZ', 52936, '\xd5'],
    ['a tilde that shifts to nothing', 52936, 'a~b'],
    ['a shift in a charset without', 52936, '\x0e!!'],
    ['no half-width katakana', 50221, `${ESC}(I~`],
    ['a character that the family lacks', 50220, `${ESC}$B/!${ESC}(B`],
  ])('%s is not guessed at', (_, codePage, bytes) => {
    expect(decode(bytes, codePage)).toBeUndefined();
  });

  test('every character of JIS X 0208 is that of code page 932', () => {
    const differing: string[] = [];
    const euc = new TextDecoder('euc-jp');
    for (let row = 0x21; row <= 0x74; row++) {
      for (let cell = 0x21; cell <= 0x7e; cell++) {
        const expected = euc.decode(Uint8Array.of(row + 0x80, cell + 0x80));
        if (expected.length !== 1 || expected === '\ufffd') continue;
        const read = decode(`${ESC}$B${String.fromCharCode(row, cell)}${ESC}(B`, 50220);
        if (read !== expected) differing.push(`${row.toString(16)}${cell.toString(16)} ${expected} ${read}`);
      }
    }
    expect(differing).toEqual([]);
  });
});
