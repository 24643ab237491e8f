import { describe, expect, test } from 'vitest';
import { textsOfValue } from '../../src/evidence/event-log/evtx/binary-xml-value';
import { decodeEvidence } from '../../src/evidence/index';
import type { EventLog } from '../../src/evidence/index';
import { FILE, STRINGS } from '../support/evidence';
import { ofNumber, sumChunk, utf16, writeEvtx } from '../support/evtx-writer';
import type { WriteBody, WrittenEvtxEvent } from '../support/evtx-writer';

const TIME = 129754302330000000n;
const events = (count: number, more: Partial<WrittenEvtxEvent> = {}): WrittenEvtxEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    time: TIME + BigInt(index),
    strings: STRINGS,
    ...more,
  }));
const read = async (bytes: Uint8Array): Promise<EventLog> => (await decodeEvidence(bytes)) as EventLog;
const codesOf = ({ anomalies }: EventLog): string[] => anomalies.map(({ code }) => code);
const numbersOf = (log: EventLog): unknown[] => log.events.map(({ recordNumber }) => recordNumber);
/** A log whose second record of three holds something else. */
const withBody = (body: WriteBody): Promise<EventLog> => {
  const [first, second, third] = events(3) as [WrittenEvtxEvent, WrittenEvtxEvent, WrittenEvtxEvent];
  return read(writeEvtx({ chunks: [[first, { ...second, body }, third]] }));
};

test('events of a classic source: every field, in every chunk, whoever carries names and templates', async () => {
  const log = await read(writeEvtx({ chunks: [events(3), events(2)] }));
  expect(log.anomalies).toEqual([]);
  expect(log.events).toHaveLength(5);
  expect(log.events[1]).toMatchObject({
    source: 'MSExchangeTransport',
    id: 327,
    type: 'warning',
    category: 4,
    computer: 'MAIL1',
    recordNumber: 2,
    strings: STRINGS,
    call: 'EcGetMime',
    code: -2147467259,
    file: FILE,
    time: { time: { ticks: TIME + 1n }, zone: 'utc' },
  });
});

test('an event that was forwarded without a template, with references, CDATA and an instruction', async () => {
  const log = await withBody((xml) => {
    xml.header().open('Event', {}, false).open('System', {}, false);
    xml.open('Provider', { Name: 'Other', EventSourceName: 'MSExchangeTransport' }, false).close();
    xml.open('EventID', {}, false).text('327').close().close();
    xml.open('EventData', {}, false).open('Data', {}, false).text('a');
    xml.number(0x49, 1).name('amp').number(0x48, 1).number(0x263a, 2);
    xml.number(7, 1).number(1, 2).bytes(utf16('<'));
    xml.number(0x0a, 1).name('pi').number(0x0b, 1).number(1, 2).bytes(utf16('x'));
    xml.close().close().close().end();
  });
  expect(log.anomalies).toEqual([]);
  expect(log.events[1]).toMatchObject({ source: 'MSExchangeTransport', id: 327, strings: ['a&☺<'] });
});

test.each<[type: number, bytes: Uint8Array, texts: readonly string[]]>([
  [0x00, new Uint8Array(0), ['']],
  [0x01, utf16('a\0'), ['a']],
  [0x02, Uint8Array.of(0x61, 0xe9), ['aé']],
  [0x03, Uint8Array.of(0xff), ['-1']],
  [0x04, Uint8Array.of(0xff), ['255']],
  [0x05, ofNumber(0xffff, 2), ['-1']],
  [0x06, ofNumber(0xffff, 2), ['65535']],
  [0x07, ofNumber(0xffff_ffff, 4), ['-1']],
  [0x08, ofNumber(0xffff_ffff, 4), ['4294967295']],
  [0x09, ofNumber(0xffff_ffff_ffff_ffffn, 8), ['-1']],
  [0x0a, ofNumber(0xffff_ffff_ffff_ffffn, 8), ['18446744073709551615']],
  [0x0b, ofNumber(0x3fc00000, 4), ['1.5']],
  [0x0c, ofNumber(0x3ff8_0000_0000_0000n, 8), ['1.5']],
  [0x0d, ofNumber(1, 4), ['true']],
  [0x0e, Uint8Array.of(0xde, 0xad), ['DEAD']],
  [0x0f, new Uint8Array(16), ['{00000000-0000-0000-0000-000000000000}']],
  [0x10, ofNumber(0x1f, 8), ['0x1f']],
  [0x11, ofNumber(TIME, 8), ['2012-03-05T14:10:33.0000000Z']],
  [0x12, Uint8Array.of(0xdc, 7, 3, 0, 1, 0, 5, 0, 14, 0, 10, 0, 33, 0, 7, 0), ['2012-03-05T14:10:33.007Z']],
  [0x13, Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0), ['S-1-5-18']],
  [0x14, ofNumber(0xc38, 4), ['0xc38']],
  [0x15, ofNumber(0x3e7, 8), ['0x3e7']],
  [0x81, utf16('a\0\0b\0'), ['a', '', 'b']],
  [0x81, new Uint8Array(0), []],
  [0x88, Uint8Array.of(1, 0, 0, 0, 2, 0, 0, 0), ['1', '2']],
  [0x06, Uint8Array.of(1), ['01']],
])('a value of type 0x%s is shown as Windows shows it', (type, bytes, texts) => {
  expect(textsOfValue(type, bytes)).toEqual(texts);
});

describe('damage costs its record, and is said', () => {
  test.each<[what: string, body: WriteBody]>([
    ['no binary XML', (xml) => xml.bytes(new Uint8Array(40).fill(0xaa))],
    ['an element that does not end', (xml) => xml.header().open('Event', {}, false).end()],
    ['an end without an element', (xml) => xml.header().close().end()],
    ['a name outside the chunk', (xml) => xml.header().number(1, 1).number(0, 4).number(0xffff_fff0, 4)],
    ['a name longer than the chunk', (xml) => xml.header().number(1, 1).number(0, 4).number(0x1f8, 4)],
    ['text longer than the record', (xml) => xml.header().number(5, 1).number(1, 1).number(0xffff, 2)],
    ['a gap outside a template', (xml) => xml.header().gap(0)],
    ['more values than the record', (xml) => xml.header().bytes(instanceOf(0x200, 0xffff_ffff))],
    ['a template outside the chunk', (xml) => xml.header().bytes(instanceOf(0xffff_fff0, 0)).end()],
    ['a template that holds itself', itself],
    [
      'elements within elements',
      (xml) => {
        nested(xml, 40);
      },
    ],
    ['nothing of an event', (xml) => xml.header().open('x', {}, false).close().end()],
  ])('%s', async (_, body) => {
    const log = await withBody(body);
    expect(numbersOf(log)).toEqual([1, 3]);
    expect(codesOf(log)).toEqual(['evtx-record-damaged']);
  });

  const instanceOf = (definition: number, count: number): Uint8Array =>
    Uint8Array.of(0x0c, 1, 0, 0, 0, 0, ...ofNumber(definition, 4), ...ofNumber(count, 4));

  function itself(xml: Parameters<WriteBody>[0]): void {
    const header = xml.at + 4 + 10;
    xml
      .header()
      .instance('itself', (inner) => inner.bytes(instanceOf(header, 0)), [])
      .end();
  }

  function nested(xml: Parameters<WriteBody>[0], depth: number): void {
    xml.header();
    for (let level = 0; level < depth; level++) xml.open('Event', {}, false);
    for (let level = 0; level < depth; level++) xml.close();
    xml.end();
  }

  test('a bit anywhere in a chunk is noticed; where nobody sums, what it breaks', async () => {
    const sound = writeEvtx({ chunks: [events(2)] });
    const whole = JSON.stringify(await read(sound));
    for (let at = 0x1000; at < 0x1000 + 0x900; at += 7) {
      const bytes = sound.slice();
      bytes[at] = (bytes[at] as number) ^ 4;
      const log = await read(bytes);
      if (log.anomalies.length === 0) expect(JSON.stringify(log), String(at)).toBe(whole);
      else expect(codesOf(log).every((code) => code.startsWith('evtx-'))).toBe(true);
    }
  });

  test('a log that was not closed, or has no checksums, is not measured by them', async () => {
    for (const flags of [1, 4]) {
      const bytes = writeEvtx({ chunks: [events(2)], flags });
      bytes[0x1034] = 0;
      expect((await read(bytes)).anomalies).toEqual([]);
    }
    const bytes = writeEvtx({ chunks: [events(2)] });
    bytes[0x1034] = (bytes[0x1034] as number) ^ 1;
    expect(codesOf(await read(bytes))).toEqual(['evtx-checksum']);
  });

  test('a file that ends in a chunk, and a chunk that begins as none', async () => {
    const bytes = writeEvtx({ chunks: [events(2), events(2)] });
    expect(codesOf(await read(bytes.subarray(0, bytes.length - 8)))).toEqual(['evtx-record-damaged']);
    bytes[0x1000] = 0x78;
    const log = await read(bytes);
    expect(codesOf(log)).toEqual(['evtx-record-damaged']);
    expect(log.events).toHaveLength(2);
  });
});

describe('a chunk is worth so much work and no more', () => {
  /** How many of a chunk's records are read where each asks for the same large template. */
  async function readOf(count: number, template: WriteBody): Promise<EventLog> {
    const body: WriteBody = (xml) => xml.header().instance('large', template, []).end();
    return read(writeEvtx({ chunks: [events(count, { body })] }));
  }

  const wide =
    (children: number): WriteBody =>
    (xml) => {
      xml.open('Event').open('System').close().open('EventData');
      for (let child = 0; child < children; child++) xml.open('Data').close();
      xml.close().close();
    };

  test('a template of a few strings may be used by every record', async () => {
    const log = await readOf(500, wide(4));
    expect(log.events).toHaveLength(500);
    expect(log.anomalies).toEqual([]);
  });

  test('six hundred records with a template of fifteen hundred strings are not read nine hundred thousand times', async () => {
    const log = await readOf(600, wide(1500));
    expect(log.events.length).toBeGreaterThan(0);
    const made = log.events.reduce((sum, event) => sum + event.strings.length, 0);
    expect(made).toBeLessThan(65_536);
    expect(log.events.length + log.anomalies.length + log.suppressedAnomalies).toBe(600);
    expect(codesOf(log).at(-1)).toBe('evtx-record-damaged');
  });

  test('one long value that is put in a thousand times', async () => {
    const content: WriteBody = (xml) => {
      xml.open('Event').open('System').close().open('EventData');
      for (let gap = 0; gap < 1000; gap++) xml.element('Data', 0);
      xml.close().close();
    };
    const long = { type: 1, content: utf16('x'.repeat(15_000)) };
    const body: WriteBody = (xml) => xml.header().instance('long', content, [long]).end();
    const log = await read(writeEvtx({ chunks: [events(1, { body })] }));
    expect(codesOf(log)).toEqual(['evtx-record-damaged']);
  });

  test('each record with a template of its own that lies over the others', async () => {
    const sound = writeEvtx({ chunks: [events(1, { body: (xml) => xml.bytes(new Uint8Array(8)) })] });
    const chunk = sound.subarray(0x1000);
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const [first, length] = [0x4000, 48];
    for (let at = first; at + length < 0x10000; at += length) {
      view.setUint32(at, 0x2a2a, true);
      view.setUint32(at + 4, length, true);
      chunk.set(Uint8Array.of(0x0f, 1, 1, 0, 0x0c, 1, 0, 0, 0, 0), at + 24);
      view.setUint32(at + 34, 0x200 + (at - first) / 8, true);
      view.setUint32(at + length - 4, length, true);
    }
    chunk.fill(0x0f, 0x220, first); // fragment headers, one behind the other
    view.setUint32(0x30, 0x10000, true);
    sumChunk(chunk);
    const log = await read(sound);
    expect(log.events).toEqual([]);
    expect(log.anomalies.length + log.suppressedAnomalies).toBeGreaterThan(900);
  });
});
