import { describe, expect, test } from 'vitest';
import { decodeWords } from '../../src/eml/encoded-words';
import { readHeaderFields, readParameters } from '../../src/eml/header-fields';
import { mailboxIn, readMail } from '../../src/eml/mail';
import { findMail } from '../../src/eml/mail-start';
import { decodeTransfer } from '../../src/eml/transfer-encoding';
import { readUuencoded } from '../../src/eml/uuencode';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('header fields', () => {
  test('folded lines are joined, and of two the first counts', () => {
    const fields = readHeaderFields(bytesOf('A: one\r\n two\nB:x\nnonsense\na: later\n folded\nC : y'));
    expect([...fields]).toEqual([
      ['a', 'one two'],
      ['b', 'x'],
      ['c', 'y'],
    ]);
  });

  test.each([
    ['Text/Plain', 'text/plain', {}],
    ['a/b; name=x.y; charset="utf-8"', 'a/b', { name: 'x.y', charset: 'utf-8' }],
    ['a/b; name="a;b \\"c\\"; d"', 'a/b', { name: 'a;b "c"; d' }],
    ["a/b; filename*=utf-8''%e2%82%ac.msg", 'a/b', { filename: '€.msg' }],
    ['a/b; name*0="one "; name*1=two', 'a/b', { name: 'one two' }],
    ["a/b; name*0*=utf-8''%C3; name*1*=%A9", 'a/b', { name: '%C3%A9' }],
    ['', '', {}],
  ])('%s', (field, value, parameters) => {
    const read = readParameters(field);
    expect(read.value).toBe(value);
    expect(Object.fromEntries(read.parameters)).toEqual(parameters);
  });

  test.each([
    ['=?iso-8859-1?Q?J=FCrgen_M=FCller?=', 'Jürgen Müller'],
    ['=?utf-8?B?w6Q=?= =?utf-8?B?w7Y=?= x', 'äö x'],
    ['=?koi8-r?B?6dfBzg==?=', 'Иван'],
    ['=?no-such-charset?Q?x?=', '=?no-such-charset?Q?x?='],
    ['a =? b', 'a =? b'],
  ])('%s', (encoded, decoded) => {
    expect(decodeWords(encoded)).toBe(decoded);
  });

  test.each([
    ['Bob <bob@partner.example>', 'Bob', 'bob@partner.example'],
    ['"Miller, Bob" <bob@partner.example>, x@y.example', 'Miller, Bob', 'bob@partner.example'],
    ['bob@partner.example (Bob)', undefined, 'bob@partner.example'],
    ['<bob@partner.example>', undefined, 'bob@partner.example'],
  ])('%s', (field, name, address) => {
    expect(mailboxIn(field)).toEqual({ name, address });
  });

  test('what names nobody', () => {
    expect(mailboxIn('undisclosed recipients')).toBeUndefined();
  });
});

describe('transfer encodings', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 7) & 0xff);

  test('base64, with line ends, blanks and padding in between', () => {
    const encoded = Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$& \r\n');
    expect(decodeTransfer(bytesOf(encoded), 'base64')).toEqual(bytes);
    expect(textOf(decodeTransfer(bytesOf('YQ==YmM='), 'base64'))).toBe('abc');
  });

  test('quoted-printable: bytes, soft line ends, what is none', () => {
    expect(textOf(decodeTransfer(bytesOf('a=3Db=\r\nc=\nd=zz='), 'quoted-printable'))).toBe('a=bcd=zz=');
  });

  test('what is not encoded is the very bytes', () => {
    for (const encoding of ['7bit', '8bit', 'binary', '', 'x-unknown'])
      expect(decodeTransfer(bytes, encoding)).toBe(bytes);
  });

  test('uuencode', () => {
    // made by uuencode(1) of the sharutils: printf 'winmail' | uuencode winmail.dat
    const text = bytesOf("Hello\r\n\r\nbegin 644 winmail.dat\r\n'=VEN;6%I;```\r\n`\r\nend\r\nbye\r\n");
    expect(readUuencoded(text).map(({ name, bytes: found }) => [name, textOf(found)])).toEqual([
      ['winmail.dat', 'winmail'],
    ]);
    const withCr = bytesOf(textOf(text).replaceAll('\r\n', '\r'));
    expect(readUuencoded(withCr)).toEqual(readUuencoded(text));
    expect(readUuencoded(bytesOf('begin the day\nbegin 9 x\nbeginning'))).toEqual([]);
  });
});

describe('where a mail begins', () => {
  const mail = 'From: a@b.example\r\nTo: c@d.example\r\n\r\nx';
  test.each([
    ['nothing', '', 0],
    ['a line of an mbox', 'From a@b.example Fri Mar 12 16:30:30 2004\r\n', 43],
    ['a UTF-8 mark', '\ufeff', 3],
  ])('behind %s', (_, prefix, start) => {
    expect(findMail(bytesOf(prefix + mail))).toEqual({ start, end: undefined });
  });

  test('behind the length of Apple Mail, which says where it ends', () => {
    const whole = `${mail.length}  \n${mail}<?xml version="1.0"?><plist/>`;
    expect(findMail(bytesOf(whole))).toEqual({ start: 5, end: 5 + mail.length });
    expect(readMail(bytesOf(whole)).text).toBe('x');
  });

  test.each(['', '12\n', 'From nobody\n', 'Dear Bob: hello\nFrom: x\n', 'From: only one\n\n'])(
    '%j is none',
    (text) => {
      expect(findMail(bytesOf(text))).toBeUndefined();
    },
  );
});

test.each(['base64 (by a gateway)', '"base64"', 'base64;', ' BASE64'])('encoded as %s', (encoding) => {
  const { parts } = readMail(
    bytesOf(`From: a@b.example\nTo: c@d.example\nContent-Transfer-Encoding:${encoding}\n\nYWJj\n`),
  );
  expect(textOf(parts[0]?.bytes)).toBe('abc');
});

test.each([
  ['without an empty line', 'x\nFrom b@b.example Mon Jan  1 00:00:00 2004\n'],
  ['with a blank at the end', 'x\n\nFrom b@b.example Mon Jan  1 00:00:00 2004 \n'],
])('a mail of an mbox %s before the next', (_, between) => {
  const header = 'From: a@b.example\nTo: c@d.example\n\n';
  const first = `From a@b.example Mon Jan  1 00:00:00 2004\n${header}`;
  expect(readMail(bytesOf(`${first}${between}${header}y`)).parts).toHaveLength(2);
});

test('thousands of parameters take no time', () => {
  const field = `text/plain${';n*=a'.repeat(200_000)}`;
  expect(readParameters(field).parameters.get('n')).toHaveLength(200_000);
});

test('the mails of an mbox, one after the other', () => {
  const one = (name: string, body: string): string =>
    `From ${name}@b.example Fri Mar 12 16:30:30 2004\nFrom: ${name}@b.example\nTo: x@y.example\n\n${body}\n\n`;
  const whole = one('a', 'From here on\n\nFrom now on, all is well') + one('b', 'two') + one('c', 'three');
  const { parts, from } = readMail(bytesOf(whole));
  expect(parts.map(({ mail }) => mail.get('from'))).toEqual(['a@b.example', 'b@b.example', 'c@b.example']);
  expect(parts.map(({ bytes }) => textOf(bytes).trim())).toEqual([
    'From here on\n\nFrom now on, all is well',
    'two',
    'three',
  ]);
  expect(from?.address).toBe('a@b.example');
});

test('8 MB of empty lines are read as what they are', () => {
  const mail = readMail(bytesOf(`From: a@b.example\nTo: c@d.example\n\n${'\n'.repeat(1 << 23)}`));
  expect(mail.parts).toHaveLength(1);
});
