// 8-bit text in every container: which code page it is read in, and by what.

import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose } from '../../src/index';
import type { Message, ReadOptions } from '../../src/index';
import { openStore } from '../../src/store';
import { long, STRING8, text, UNICODE } from '../support/messages';
import { writeMessageXml } from '../support/mfcmapi-writer';
import { writeMsg } from '../support/msg-writer';
import type { WrittenMessage, WrittenProperty } from '../support/msg-writer';
import { writeStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';
import { writeTnef } from '../support/tnef-writer';

const [MESSAGE_CODE_PAGE, LOCALE, INTERNET_CODE_PAGE] = [0x3ffd, 0x3ff1, 0x3fde];

/** A name in the script of each Windows page. */
const names: Readonly<Record<number, string>> = {
  874: 'สมชาย',
  932: '山田太郎',
  936: '张伟',
  949: '홍길동',
  950: '陳怡君',
  1250: 'Plnění',
  1251: 'Иван',
  1252: 'Jürgen Müller',
  1253: 'Γιώργος',
  1254: 'Çağrı',
  1255: 'יוסי',
  1256: 'محمد',
  1257: 'Žygimantas',
  1258: 'Đăng',
};

/** The charsets of mails by the Windows page of their language. */
const charsets: readonly (readonly [page: number, ...charsets: number[]])[] = [
  [874, 874],
  [932, 932, 20932, 50220, 50221, 50222, 51932],
  [936, 936, 50227, 51936, 52936, 54936],
  [949, 949, 50225, 51949],
  [950, 950],
  [1250, 1250, 852, 28592],
  [1251, 1251, 855, 866, 10007, 20866, 21866, 28595],
  [1252, 1252, 37, 437, 500, 850, 858, 10000, 20127, 28591, 28605],
  [1253, 1253, 737, 869, 28597],
  [1254, 1254, 857, 28593, 28599],
  [1255, 1255, 862, 28598, 38598],
  [1256, 1256, 708, 720, 864, 28596],
  [1257, 1257, 775, 28594, 28603],
  [1258, 1258],
];
const pairs = charsets.flatMap(([page, ...members]) => members.map((charset) => [charset, page] as const));

const encode = (name: string, page: number): Uint8Array => new Uint8Array(iconv.encode(name, `cp${page}`));
const text8 = (id: number, value: Uint8Array | string): WrittenProperty => ({ id, type: STRING8, value });

/** A mail whose subject and only recipient are called so. */
function mailOf(bytes: Uint8Array, ...more: WrittenProperty[]): WrittenMessage {
  return {
    properties: [text8(0x001a, encode('IPM.Note', 1252)), text8(0x0037, bytes), ...more],
    recipients: [[text8(0x3001, bytes)]],
  };
}

type Read = (message: WrittenMessage, options?: ReadOptions) => Promise<Message>;

async function throughStore(message: WrittenMessage, options: ReadOptions = {}): Promise<Message> {
  const { bytes } = writeStore({ format: 'ansi', folders: mailboxFolders({ inbox: [message] }) });
  const store = await openStore(bytes, options);
  for await (const item of store.items()) if (item.message !== undefined) return item.message;
  throw new Error('The store lost its item');
}

const containers: Readonly<Record<string, Read>> = {
  '.msg': (message, options) => Promise.resolve(decodeMessage(writeMsg(message), options)),
  TNEF: (message, options) => Promise.resolve(decodeMessage(writeTnef(message, { codePage: null }), options)),
  'an ANSI PST': throughStore,
  'MFCMAPI XML': (message, options) => Promise.resolve(decodeMessage(writeMessageXml(message), options)),
};

const textsOf = ({ subject, recipients }: Message): unknown[] => [subject, recipients[0]?.displayName];
const codesOf = ({ anomalies }: Message): string[] => [...new Set(anomalies.map(({ code }) => code))];

describe.each(Object.entries(containers))('in %s', (container, read) => {
  test.each(pairs)('strings beside the charset %i are in the Windows page %i', async (charset, page) => {
    const name = names[page]!;
    const message = await read(mailOf(encode(name, page), long(INTERNET_CODE_PAGE, charset)));
    expect(textsOf(message)).toEqual([name, name]);
    expect(message.codePageDecision).toEqual({ codePage: page, by: 'internetCodePage', stated: charset });
    expect(codesOf(message)).toEqual([]);
  });

  test.each(Object.entries(names))('strings beside UTF-8 as charset may be in %s', async (page, name) => {
    const message = mailOf(encode(name, Number(page)), long(INTERNET_CODE_PAGE, 65001));
    const read8 = await read(message, { codePage: Number(page) });
    expect(textsOf(read8)).toEqual([name, name]);
    expect(read8.codePageDecision).toEqual({ codePage: Number(page), by: 'option' });
  });

  test('or be UTF-8, where all of them are', async () => {
    const bytes = new TextEncoder().encode('山田 Jürgen');
    const message = await read(mailOf(bytes, long(INTERNET_CODE_PAGE, 65001)), { codePage: 1251 });
    expect(textsOf(message)).toEqual(['山田 Jürgen', '山田 Jürgen']);
    expect(message.codePageDecision).toEqual({ codePage: 65001, by: 'internetCodePage', stated: 65001 });
  });

  test('a recipient that is no UTF-8 is enough for the next source to decide', async () => {
    const { properties } = mailOf(new TextEncoder().encode('Müller'), long(INTERNET_CODE_PAGE, 65001));
    const written = { properties, recipients: [[text8(0x3001, encode('Müller', 1252))]] };
    expect((await read(written)).recipients[0]?.displayName).toBe('Müller');
  });

  test('the caller overrules what the message says', async () => {
    const written = mailOf(
      encode('山田太郎', 932),
      long(MESSAGE_CODE_PAGE, 1252),
      long(LOCALE, 1033),
      long(INTERNET_CODE_PAGE, 28591),
    );
    const message = await read(written, { codePage: 1252, codePageOverride: 932 });
    expect(textsOf(message)).toEqual(['山田太郎', '山田太郎']);
    expect(message.codePageDecision).toEqual({ codePage: 932, by: 'override' });
    expect(textsOf(await read(written, { codePage: 932 }))).toEqual(['ŽR“c‘¾˜Y', 'ŽR“c‘¾˜Y']);
  });

  test.each([50220, 50221, 50222, 50225, 50227, 52936])(
    'ASCII is read where the message states %i',
    async (codePage) => {
      const message = await read(mailOf(encode('Bob Miller', 1252), long(MESSAGE_CODE_PAGE, codePage)));
      expect([message.messageClass, ...textsOf(message)]).toEqual(['IPM.Note', 'Bob Miller', 'Bob Miller']);
      expect(codesOf(message)).toEqual([]);
    },
  );

  test('and what it shifts to', async () => {
    const shifted = new TextEncoder().encode('\x1b$B;3EDB@O:\x1b(B');
    expect(textsOf(await read(mailOf(shifted, long(MESSAGE_CODE_PAGE, 50220))))).toEqual([
      '山田太郎',
      '山田太郎',
    ]);
  });

  test('NULs at the end of text are no text', async () => {
    const message = await read(mailOf(Uint8Array.of(0x42, 0x6f, 0x62, 0, 0)));
    expect(textsOf(message)).toEqual(['Bob', 'Bob']);
  });

  if (container === 'an ANSI PST') return; // which has no UTF-16

  test.each([
    ['before', true],
    ['behind', false],
  ])('8-bit text %s UTF-16 of the same property does not count, and is said', async (_, isBefore) => {
    const twice = (id: number): WrittenProperty[] => {
      const both = [text8(id, 'old'), text(id, 'Jürgen')];
      return isBefore ? both : both.reverse();
    };
    const written = { properties: [text(0x001a, 'IPM.Note'), ...twice(0x0037)], recipients: [twice(0x3001)] };
    const message = await read(written);
    expect(textsOf(message)).toEqual(['Jürgen', 'Jürgen']);
    expect(message.anomalies.map(({ code, path, loses }) => [code, path, loses])).toEqual([
      ['mapi-text-twice', '', 'nothing'],
      ['mapi-text-twice', 'recipients[0]', 'nothing'],
    ]);
  });

  test.each([
    [0, 'mapi-text-tail', 'nothing'],
    [0x62, 'mapi-value-malformed', 'value'],
  ])('UTF-16 with a byte %i left over gives its characters', async (left, code, loses) => {
    const value = Uint8Array.of(0x42, 0, 0x6f, 0, left);
    const odd = (id: number): WrittenProperty => ({ id, type: UNICODE, value });
    const message = await read({
      properties: [text(0x001a, 'IPM.Note'), odd(0x0037)],
      recipients: [[odd(0x3001)]],
    });
    expect(textsOf(message)).toEqual(['Bo', 'Bo']);
    expect(message.anomalies.map((anomaly) => [anomaly.code, anomaly.path, anomaly.loses])).toEqual([
      [code, '', loses],
      [code, 'recipients[0]', loses],
    ]);
  });
});

describe('attOemCodepage', () => {
  test.each([50220, 50221, 50225, 52936])('%i leaves ASCII what it is', (codePage) => {
    const message = decodeMessage(writeTnef(mailOf(encode('Bob', 1252)), { codePage }));
    expect([message.messageClass, ...textsOf(message)]).toEqual(['IPM.Note', 'Bob', 'Bob']);
    expect(message.codePageDecision).toEqual({ codePage, by: 'container' });
  });

  test('is overruled by the caller', () => {
    const bytes = writeTnef(mailOf(encode('Иван', 1251)), { codePage: 1252 });
    expect(textsOf(decodeMessage(bytes, { codePageOverride: 1251 }))).toEqual(['Иван', 'Иван']);
  });
});

describe('UTF-8 that only the charset names', () => {
  const hint = long(INTERNET_CODE_PAGE, 65001);
  const attachmentNamed = (bytes: Uint8Array, message?: WrittenMessage): WrittenMessage => ({
    ...mailOf(new TextEncoder().encode('Müller'), hint),
    attachments: [
      {
        properties: [long(0x3705, message === undefined ? 1 : 5), text8(0x3001, bytes)],
        ...(message === undefined ? {} : { message }),
      },
    ],
  });

  test('does not count where an attachment has other text, whatever is looked at first', () => {
    const bytes = writeMsg(attachmentNamed(encode('Müller', 1252)));
    const [first, other] = [decodeMessage(bytes), decodeMessage(bytes)];
    expect(first.attachments[0]?.displayName).toBe('Müller');
    expect(other.subject).toBe('MÃ¼ller');
    expect(first.subject).toBe('MÃ¼ller');
    expect(codesOf(other)).toEqual([]);
  });

  test('is not that of a message within which has other text', () => {
    const inner = mailOf(encode('Jürgen', 1252));
    const message = decodeMessage(writeMsg(attachmentNamed(new TextEncoder().encode('ä'), inner)));
    expect(message.codePageDecision.codePage).toBe(65001);
    expect(message.embedded[0]?.subject).toBe('Jürgen');
    expect(message.embedded[0]?.codePageDecision).toEqual({ codePage: 1252, by: 'default' });
    expect(codesOf(message)).toEqual([]);
  });

  test('is that of a message within which is UTF-8', () => {
    const inner = mailOf(new TextEncoder().encode('Jürgen'));
    const message = decodeMessage(writeMsg(attachmentNamed(new TextEncoder().encode('ä'), inner)));
    expect(message.embedded[0]?.subject).toBe('Jürgen');
    expect(message.embedded[0]?.codePageDecision).toEqual({ codePage: 65001, by: 'holder' });
  });
});

test('a class that ends in half a character may have been that of a meeting', () => {
  const cut = {
    id: 0x001a,
    type: UNICODE,
    value: new Uint8Array([...Buffer.from('IPM.Appo', 'utf16le'), 0x69]),
  };
  const message = decodeMessage(writeMsg({ properties: [cut], recipients: [[text(0x3001, 'Ann')]] }));
  expect(message.messageClass).toBe('IPM.Appo');
  expect(diagnose(message).verdict).toBe('undetermined');
});

test.each([{ codePageOverride: 0 }, { codePageOverride: 65536 }, { codePageOverride: 1.5 }])(
  'no code page: %j',
  (options) => {
    expect(() => decodeMessage(writeMsg(mailOf(Uint8Array.of(0x41))), options)).toThrow(
      'codePageOverride of decodeMessage must be a whole number from 1 to 65535, such as 1252',
    );
  },
);
