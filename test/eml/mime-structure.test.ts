import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { readMailParts } from '../../src/eml/mail-parts';
import { readMimeStructure } from '../../src/eml/mime-structure';
import { FormatError } from '../../src/index';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Types and bodies of what holds no other parts. */
function leaves(mail: string): [type: string, body: string][] {
  const bytes = bytesOf(mail);
  return readMimeStructure(bytes)
    .filter(({ type }) => !type.startsWith('multipart/') && type !== 'message/rfc822')
    .map(({ type, bodyStart, bodyEnd }) => [type, textOf(bytes.subarray(bodyStart, bodyEnd))]);
}

const mixed = (parts: readonly string[], end = '\n', boundary = 'b'): string =>
  ['MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${boundary}"`, '', 'preamble']
    .concat(
      parts.flatMap((part) => [`--${boundary}`, ...part.split('\n')]),
      [`--${boundary}--`, 'epilogue', ''],
    )
    .join(end);

describe('where the parts of a mail lie', () => {
  test.each([
    ['CR LF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('lines that end in %s', (_, end) => {
    const mail = mixed(
      ['Content-Type: text/plain\n\none\ntwo', 'Content-Type: a/b\n\n', 'C: d\n\n\nthree\n'],
      end,
    );
    expect(leaves(mail)).toEqual([
      ['text/plain', `one${end}two`],
      ['a/b', ''],
      ['text/plain', `${end}three${end}`],
    ]);
  });

  test('a mail without parts is its body, line ends included', () => {
    expect(leaves('Subject: x\r\n\r\none\r\n--b\r\n')).toEqual([['text/plain', 'one\r\n--b\r\n']]);
    expect(leaves('Subject: x')).toEqual([['text/plain', '']]);
    expect(leaves('')).toEqual([['text/plain', '']]);
  });

  test('multiparts in multiparts, and one that is not ended', () => {
    const inner =
      'Content-Type: multipart/alternative; boundary=i\n\n--i\n\nplain\n--i\nContent-Type: text/html\n\n<p>';
    const mail = mixed([inner, 'Content-Type: a/b\n\nlast']);
    expect(leaves(mail)).toEqual([
      ['text/plain', 'plain'],
      ['text/html', '<p>'],
      ['a/b', 'last'],
    ]);
    expect(leaves(mail.slice(0, mail.indexOf('<p>') + 3))).toEqual([
      ['text/plain', 'plain'],
      ['text/html', '<p>'],
    ]);
  });

  test('a mail that is passed on, and its own parts', () => {
    const inner = mixed(['Content-Type: a/b\n\nx'], '\n', 'inner');
    const mail = mixed([`Content-Type: message/rfc822\n\n${inner}`, 'Content-Type: c/d\n\ny']);
    expect(leaves(mail)).toEqual([
      ['a/b', 'x'],
      ['c/d', 'y'],
    ]);
    expect(readMailParts(bytesOf(mail)).map(({ depth }) => depth)).toEqual([1, 0]);
  });

  test('what looks like a boundary and is none', () => {
    const mail = mixed(['\na --b\n--bb\n--b x\n--', 'Content-Type: a/b\n\ny']);
    expect(leaves(mail)).toEqual([
      ['text/plain', 'a --b\n--bb\n--b x\n--'],
      ['a/b', 'y'],
    ]);
    expect(leaves(mixed(['\nx']).replace('--b\n', '--b \t\n'))).toEqual([['text/plain', 'x']]);
  });

  test('a part whose header is ended by a boundary', () => {
    expect(leaves(mixed(['Content-Type: a/b', '\ny']))).toEqual([
      ['a/b', ''],
      ['text/plain', 'y'],
    ]);
  });

  test('the parts of a digest are mails', () => {
    const digest = mixed(['\nSubject: inner\n\nx']).replace('multipart/mixed', 'multipart/digest');
    const [part] = readMailParts(bytesOf(digest));
    expect(part?.mail.get('subject')).toBe('inner');
  });

  test.each([
    [
      'deeper than',
      Array.from(
        { length: 70 },
        (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
      ).join(''),
    ],
    ['more than', mixed(Array.from({ length: 10_001 }, () => '\n'))],
    ['deeper than', 'Content-Type: message/rfc822\n\n'.repeat(70)],
  ])('parts %s anybody sends are refused', (words, mail) => {
    expect(() => readMimeStructure(bytesOf(mail))).toThrow(FormatError);
    expect(() => readMimeStructure(bytesOf(mail))).toThrow(words);
  });

  test('the bytes of a part are the file’s own, whatever they are', () => {
    const body = fc.uint8Array({ maxLength: 200 }).filter((bytes) => !textOf(bytes).includes('--boundary'));
    fc.assert(
      fc.property(body, fc.constantFrom('binary', '8bit', '7bit', ''), (bytes, encoding) => {
        const field = encoding === '' ? '' : `Content-Transfer-Encoding: ${encoding}\r\n`;
        const before = `Content-Type: multipart/mixed; boundary=boundary\r\n\r\n--boundary\r\nContent-Type: a/b\r\n${field}\r\n`;
        const mail = bytesOf(`${before}${textOf(bytes)}\r\n--boundary--\r\n`);
        expect(Array.from(readMailParts(mail)[0]?.bytes ?? [])).toEqual(Array.from(bytes));
      }),
    );
  });

  test('another reader finds the same parts', async () => {
    const encoded = fc.record({
      bytes: fc.uint8Array({ minLength: 1, maxLength: 120 }),
      encoding: fc.constantFrom('base64', 'quoted-printable'),
      name: fc.stringMatching(/^[a-z][a-z .]{0,20}[a-z]$/),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(encoded, { minLength: 1, maxLength: 5 }), async (parts) => {
        const mail = mixed(
          parts.map(({ bytes, encoding, name }) =>
            [
              'Content-Type: application/octet-stream',
              `Content-Transfer-Encoding: ${encoding}`,
              `Content-Disposition: attachment; filename="${name}"`,
              '',
              encoding === 'base64'
                ? Buffer.from(bytes).toString('base64')
                : Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
                    '',
                  ),
            ].join('\n'),
          ),
          '\r\n',
        );
        const theirs = (await PostalMime.parse(mail)).attachments;
        const ours = readMailParts(bytesOf(mail));
        expect(ours.map(({ name }) => name)).toEqual(theirs.map(({ filename }) => filename));
        theirs.forEach(({ content }, index) => {
          const found = [...new Uint8Array(content as ArrayBuffer)];
          // it takes the line end that belongs to the boundary for a part's own where that is quoted-printable
          const isLonger = parts[index]?.encoding === 'quoted-printable';
          expect(isLonger ? found.slice(0, -1) : found).toEqual(parts[index] && [...parts[index].bytes]);
        });
        expect(ours.map(({ bytes }) => [...bytes])).toEqual(parts.map(({ bytes }) => [...bytes]));
      }),
    );
  });
});
