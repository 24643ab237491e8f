import { afterEach, describe, expect, test, vi } from 'vitest';
import { bodyProperties, decodeMessage, readMessage } from '../../../src/index';
import type { Message } from '../../../src/index';
import { formatIn } from '../../../src/message/body/encapsulated-rtf';
import { BINARY, long, mail, STRING8, text } from '../../support/messages';
import { layOutMsg, writeMsg } from '../../support/msg-writer';
import type { WrittenProperty } from '../../support/msg-writer';
import { compressRtf, storeRtf } from '../../support/rtf-writer';
import { countingSource } from '../../support/sources';

const latin1 = (value: string): Uint8Array => Uint8Array.from(value, (each) => each.charCodeAt(0));
const html = (value: Uint8Array): WrittenProperty => ({ id: 0x1013, type: BINARY, value });
const rtf = (value: Uint8Array): WrittenProperty => ({ id: 0x1009, type: BINARY, value });
const fromHtml =
  "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}caf\\'e9{\\*\\htmltag72 </p>}}";
const fromText = '{\\rtf1\\ansi\\ansicpg1252\\fromtext \\deff0{\\fonttbl{\\f0 Arial;}}hello\\par there}';

function messageOf(...properties: WrittenProperty[]): Message {
  return decodeMessage(writeMsg({ properties: [text(0x001a, 'IPM.Note'), ...properties] }));
}

describe('the bodies of a message', () => {
  test('are no keys where the item has none', async () => {
    expect(await messageOf().body()).toEqual({});
  });

  test('are the text in full length, wherever the file is', async () => {
    const whole = 'Hello, world. '.repeat(20_000);
    const bytes = writeMsg({ properties: [text(0x001a, 'IPM.Note'), text(0x1000, whole)] });
    const there = await readMessage(countingSource(bytes).source);
    expect(there.properties.state(bodyProperties.text)).toBe('not-loaded');
    expect(await there.body()).toEqual({ text: whole });
    expect(await decodeMessage(bytes).body()).toEqual({ text: whole });
  });

  test('are HTML in its charset, bytes or text', async () => {
    expect(await messageOf(html(latin1('<p>\xe9')), long(0x3fde, 1251)).body()).toEqual({ html: '<p>й' });
    expect(await messageOf(text(0x1013, '<p>ж')).body()).toEqual({ html: '<p>ж' });
    expect(await messageOf({ id: 0x1013, type: STRING8, value: '<p>é' }).body()).toEqual({ html: '<p>é' });
  });

  test('are RTF, one character for each byte', async () => {
    const plain = '{\\rtf1\\ansi caf\xe9}';
    for (const stored of [compressRtf(plain), storeRtf(plain)])
      expect(await messageOf(rtf(stored)).body()).toEqual({ rtf: plain });
  });

  test('are HTML and text that RTF holds', async () => {
    expect(await messageOf(rtf(compressRtf(fromHtml))).body()).toEqual({
      rtf: fromHtml,
      html: '<p>café</p>',
      encapsulated: { format: 'html', state: 'derived' },
    });
    expect(await messageOf(rtf(compressRtf(fromText))).body()).toEqual({
      rtf: fromText,
      text: 'hello\r\nthere',
      encapsulated: { format: 'text', state: 'derived' },
    });
  });

  test('are the stored ones where RTF holds them again', async () => {
    const { html: own, encapsulated } = await messageOf(
      html(latin1('<i>')),
      rtf(compressRtf(fromHtml)),
    ).body();
    expect([own, encapsulated]).toEqual(['<i>', { format: 'html', state: 'stored' }]);
  });

  test('of what is embedded are its own', async () => {
    const inner = { properties: [text(0x001a, 'IPM.Note'), text(0x1000, 'inner')] };
    const message = decodeMessage(
      writeMsg({ ...mail, attachments: [{ properties: [long(0x3705, 5)], message: inner }] }),
    );
    expect(await message.embedded[0]?.body()).toEqual({ text: 'inner' });
  });
});

describe('damage to a body is told, and leaves the others', () => {
  test('of RTF', async () => {
    const stored = compressRtf(fromText);
    stored[13] = (stored[13] ?? 0) ^ 1;
    const { damage, text: derived } = await messageOf(rtf(stored)).body();
    expect(damage).toMatchObject([{ body: 'rtf', code: 'rtf-crc' }]);
    expect(derived).toBe('hello\r\nthere');
    expect(await messageOf(rtf(new Uint8Array(3)), text(0x1000, 'x')).body()).toMatchObject({
      text: 'x',
      damage: [{ body: 'rtf', code: 'rtf-header' }],
    });
  });

  test('of the charset of HTML', async () => {
    const { damage, html: read } = await messageOf(
      html(Uint8Array.of(0x3c, 0x81, 0x3e)),
      long(0x3fde, 65001),
    ).body();
    expect(damage).toMatchObject([{ body: 'html', code: 'html-charset' }]);
    expect(read).toBe('<\ufffd>');
  });

  test('of what the file lacks', async () => {
    const layout = layOutMsg({
      properties: [text(0x001a, 'IPM.Note'), text(0x1000, 'y'.repeat(50_000)), text(0x1013, '<p>')],
    });
    const bytes = layout.bytes.slice();
    const { start } = layout.entries.get('/__substg1.0_1000001F')!;
    new DataView(bytes.buffer).setUint32(layout.offsetOfFatEntry(start + 5), 0xfffffffe, true);
    for (const message of [decodeMessage(bytes), await readMessage(countingSource(bytes).source)]) {
      const { text: own, html: other, damage } = await message.body();
      expect([own, other]).toEqual([undefined, '<p>']);
      expect(damage).toMatchObject([{ body: 'text', code: 'unreadable' }]);
    }
  });

  test("but the source's own error is nobody's damage", async () => {
    const bytes = writeMsg({ properties: [text(0x001a, 'IPM.Note'), text(0x1000, 'y'.repeat(800_000))] });
    const { source, counter } = countingSource(bytes);
    const message = await readMessage(source);
    const failing = countingSource(bytes, counter.reads);
    const again = await readMessage(failing.source);
    expect(await message.body()).toMatchObject({ text: expect.any(String) as string });
    await expect(again.body()).rejects.toThrow('the disk is gone');
  });
});

describe('without the package that takes HTML out of RTF', () => {
  afterEach(() => {
    vi.doUnmock('rtf-stream-parser');
    vi.resetModules();
  });

  async function bodyWith(factory: () => object): Promise<Awaited<ReturnType<Message['body']>>> {
    vi.resetModules();
    vi.doMock('rtf-stream-parser', factory);
    const { decodeMessage: decode } = await import('../../../src/index');
    return decode(writeMsg({ properties: [text(0x001a, 'IPM.Note'), rtf(compressRtf(fromHtml))] })).body();
  }

  test('one that cannot be loaded is none that is missing', async () => {
    const body = await bodyWith(() => ({ deEncapsulateSync: undefined, default: undefined }));
    expect(body).toMatchObject({ rtf: fromHtml, encapsulated: { format: 'html', state: 'package-failed' } });
    expect(body).not.toHaveProperty('html');
  });

  test('nor is one that fails on this RTF', async () => {
    const fails = (): never => {
      throw new Error('out of luck');
    };
    expect((await bodyWith(() => ({ deEncapsulateSync: fails }))).encapsulated).toEqual({
      format: 'html',
      state: 'package-failed',
      reason: 'rtf-stream-parser: out of luck',
    });
  });
});

describe('a package that is handed over', () => {
  test('is taken in the place of the one that is installed', async () => {
    const message = messageOf(rtf(compressRtf(fromHtml)));
    const rtfParser = { deEncapsulateSync: () => ({ text: 'mine' }) };
    expect(await message.body({ rtfParser })).toMatchObject({
      html: 'mine',
      encapsulated: { state: 'derived' },
    });
    const { html: own } = await message.body({ rtfParser: await import('rtf-stream-parser') });
    expect(own).toBe('<p>café</p>');
  });

  test('must be one', async () => {
    const rtfParser = {} as never;
    await expect(messageOf().body({ rtfParser })).rejects.toThrow(TypeError);
  });
});

describe('RTF that must not be handed over', () => {
  test.each([
    ['eight million braces', '{'.repeat(8_000_000)],
    ['a group in a group in a group', '{\\*\\a'.repeat(1000)],
  ])('%s', async (_, hostile) => {
    const bytes = storeRtf(`{\\rtf1\\ansi\\fromhtml1 ${hostile}`);
    const { encapsulated, html: derived } = await messageOf(rtf(bytes)).body();
    expect(encapsulated).toMatchObject({ format: 'html', state: 'refused' });
    expect(derived).toBeUndefined();
  });

  test('memory is not made for binary data that is not there', async () => {
    const bytes = storeRtf('{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag <p>}\\bin2147483647 x}');
    expect(await messageOf(rtf(bytes)).body()).toMatchObject({
      html: '<p>',
      encapsulated: { state: 'derived' },
    });
  });
});

describe('what RTF holds', () => {
  test.each([
    ['{\\rtf1\\ansi\\fromhtml1 \\deff0', 'html'],
    ['{\\rtf1\\ansi\\fromhtml\r\n\\deff0', 'html'],
    ['{\\rtf1\\adeflang1025\\ansi\\fromtext{\\fonttbl', 'text'],
    ['{\\rtf1\\ansi\\deff0{\\fonttbl}\\fromhtml1', undefined],
    ['{\\rtf1\\ansi\\fromhtml1 text', 'html'],
    ['{\\rtf1\\ansi\\fromhtml0', undefined],
    ['{\\rtf1\\ansi\\fromhtml1x', undefined],
    ['{\\rtf1\\a\\b\\c\\d\\e\\f\\g\\h\\i\\j\\fromhtml1', undefined],
    ['\\fromhtml1', undefined],
    ['', undefined],
  ])('%s: %s', (head, format) => {
    expect(formatIn(head)).toBe(format);
  });
});
