import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { decodeEvidence } from '../../src/evidence/index';
import type { EventLog } from '../../src/evidence/index';
import { corpusFolder, corpusTitle, hasCorpus, readCorpusFile } from '../support/corpus';
import { FILE, LOGGED, logOf, MDB } from '../support/evidence';
import { writeEvt, writeEvtRecord } from '../support/evt-writer';
import { writeEvtx } from '../support/evtx-writer';

async function read(bytes: Uint8Array): Promise<EventLog> {
  const evidence = await decodeEvidence(bytes);
  if (evidence.kind !== 'event-log') throw new Error(`read as ${evidence.kind}`);
  return evidence;
}
const numbersOf = ({ events }: EventLog): unknown[] => events.map(({ recordNumber }) => recordNumber);
const codesOf = ({ anomalies }: EventLog): string[] => anomalies.map(({ code }) => code);

const oneRecord = writeEvtRecord({
  number: 1,
  time: LOGGED,
  strings: ['EcGetMime', '-2147467259', MDB, '1-2A', '1-1', FILE],
}).length;
const six = logOf(6);
const wrapped = logOf(6, { size: six.length + 40, start: 48 + 3 * oneRecord + 20 });
const filled = logOf(6, { size: 48 + 7 * oneRecord + 52, start: 48 + 3 * oneRecord });
const logs: Readonly<Record<string, Uint8Array>> = {
  plain: six,
  'wrapped within a record': wrapped,
  'wrapped with the rest filled up': filled,
  dirty: logOf(6, { dirty: true }),
  'cut inside the fifth record': six.slice(0, 48 + 4 * oneRecord + 80),
  empty: logOf(0),
};

test('a record gives everything but the text', async () => {
  const log = await read(six);
  expect(log).toMatchObject({ form: 'evt', anomalies: [] });
  expect(log.events[0]).toMatchObject({
    time: { zone: 'utc', time: { iso: '2012-03-05T14:10:33.0000000Z' } },
    source: 'MSExchangeTransport',
    category: 5,
    id: 327,
    type: 'warning',
    computer: 'MAIL1',
    call: 'EcGetMime',
    code: -2147467259,
    mdb: MDB,
    fid: '1-2A',
    mid: '1-1',
    file: FILE,
    text: undefined,
    origin: { offset: 48 },
  });
});

test.each(['plain', 'wrapped within a record', 'wrapped with the rest filled up', 'dirty'])(
  'every record of a log that is %s comes back, the oldest first',
  async (name) => {
    const log = await read(logs[name]!);
    expect(numbersOf(log)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(codesOf(log)).toEqual(name === 'dirty' ? ['evt-dirty'] : []);
  },
);

test('a damaged record costs that record', async () => {
  const bytes = six.slice();
  bytes.fill(0, 48 + oneRecord, 48 + oneRecord + 40);
  const log = await read(bytes);
  expect(numbersOf(log)).toEqual([1, 3, 4, 5, 6]);
  expect(codesOf(log)).toEqual(['evt-record-damaged', 'evt-record-count']);
});

test('a damaged record in a wrapped log costs that record', async () => {
  const bytes = wrapped.slice();
  bytes.fill(0, 48 + 3 * oneRecord + 20, 48 + 3 * oneRecord + 60);
  expect(numbersOf(await read(bytes))).toEqual([2, 3, 4, 5, 6]);
});

test('a dirty log that has wrapped is read by its end record', async () => {
  const log = await read(logOf(6, { size: six.length + 40, start: 48 + 3 * oneRecord + 20, dirty: true }));
  expect(numbersOf(log)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('every prefix of a log gives its whole records, and says what is missing', async () => {
  for (let length = 8; length < six.length; length += 1) {
    const log = await read(six.slice(0, length));
    expect(log.events).toHaveLength(Math.max(0, Math.min(6, Math.floor((length - 48) / oneRecord))));
    expect(log.anomalies.length, `cut at ${length}`).toBeGreaterThan(0);
  }
});

describe('what no field of a record holds is damage, zeros excepted', () => {
  const event = { number: 1, time: LOGGED, strings: ['EcGetMime', '-2147467259', MDB, '1-2A', '1-1', FILE] };
  const withRecord = (change: (record: DataView, length: number) => void, data?: Uint8Array): Uint8Array => {
    const bytes = writeEvt({ events: [{ ...event, data: data ?? new Uint8Array(0) }] });
    const length = new DataView(bytes.buffer).getUint32(48, true);
    change(new DataView(bytes.buffer, 48, length), length);
    return bytes;
  };
  const errors = async (bytes: Uint8Array): Promise<unknown[]> =>
    (await read(bytes)).anomalies.map(({ code, severity, offset }) => [code, severity, offset]);

  test.each<[string, (record: DataView, length: number) => void]>([
    [
      'fewer strings than there are',
      (record) => {
        record.setUint16(26, 4, true);
      },
    ],
    [
      'no strings',
      (record) => {
        record.setUint16(26, 0, true);
      },
    ],
    [
      'less data than there is',
      (record) => {
        record.setUint32(48, 1, true);
      },
    ],
    [
      'more data than there is',
      (record) => {
        record.setUint32(48, 0x7000_0000, true);
      },
    ],
    [
      'a SID outside the record',
      (record) => {
        record.setUint32(40, 0xffff_ffff, true);
      },
    ],
    [
      'padding that is not zero',
      (record, length) => {
        record.setUint8(length - 5, 1);
      },
    ],
  ])('%s', async (_, change) => {
    const data = new Uint8Array([1, 2, 3, 4, 5]);
    expect(await errors(withRecord(() => undefined, data))).toEqual([]);
    const found = await errors(withRecord(change, data));
    expect(new Set(found.map(String))).toEqual(new Set(['evt-record-field,error,48']));
  });

  test('an offset may point anywhere where its size is 0', async () => {
    expect(
      await errors(
        withRecord((record) => {
          record.setUint32(44, 0xffff_fff0, true);
        }),
      ),
    ).toEqual([]);
    expect(
      await errors(
        withRecord((record) => {
          record.setUint32(52, 0xffff_fff0, true);
        }),
      ),
    ).toEqual([]);
  });
});

test('a record that goes round to its own beginning is none', async () => {
  const bytes = six.slice(0, 48 + 5 * oneRecord); // no end record: the whole file is searched
  const offset = 48 + 2 * oneRecord;
  const view = new DataView(bytes.buffer);
  view.setUint32(offset, bytes.length - 48, true);
  view.setUint32(offset - 4, bytes.length - 48, true);
  const log = await read(bytes);
  expect(numbersOf(log)).toEqual([1, 4, 5]);
  expect(codesOf(log)).toEqual(['evt-file-cut']);
});

test('all of a hundred thousand events are read', async () => {
  const events = Array.from({ length: 100_000 }, (_, index) => ({
    number: index + 1,
    time: LOGGED,
    strings: ['a'],
  }));
  const bytes = writeEvt({ events });
  expect((await read(bytes)).events).toHaveLength(100_000);
});

interface Exported {
  readonly number: number;
  readonly id: number;
  readonly source: string;
  readonly computer: string;
  readonly strings: readonly string[];
}

/** What Debian's evtexport or evtxexport prints, by record. */
function parseExport(output: string): Exported[] {
  return output
    .split(/^Event number\s*: /m)
    .slice(1)
    .map((block) => {
      const field = (name: string): string => new RegExp(`^${name}\\s*: (.*)$`, 'm').exec(block)?.[1] ?? '';
      const strings = block.split(/^String: \d+\s*: ?/m).slice(1);
      return {
        number: Number.parseInt(block, 10),
        id: Number.parseInt(field('Event identifier'), 16) & 0xffff,
        source: field('Source name'),
        computer: field('Computer name'),
        strings: strings.map((text) => text.replace(/\n+$/, '')),
      };
    });
}

const toExported = ({ events }: EventLog): Exported[] =>
  events.map(({ recordNumber = 0, id = 0, source = '', computer = '', strings }) => ({
    number: recordNumber,
    id,
    source,
    computer,
    strings,
  }));

const has = (tool: string): boolean => spawnSync(tool, ['-V']).error === undefined;
const said = (tool: string, item: string): string =>
  has(tool) ? tool : `${tool} (skipped: apt-get install ${item})`;
const folder = mkdtempSync(join(tmpdir(), 'evt-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.skipIf(!has('evtexport'))(`equals Debian's ${said('evtexport', 'libevt-utils')}`, () => {
  test.each(Object.keys(logs))('on a log that is %s', async (name) => {
    const path = join(folder, 'x.evt');
    writeFileSync(path, logs[name]!);
    // QUIRK: evtexport takes what follows a filled-up rest for recovered records, and finds it behind 52 bytes only
    const mode = name === 'wrapped with the rest filled up' ? 'all' : 'items';
    const output = execFileSync('evtexport', ['-m', mode, path], { encoding: 'utf8' });
    const ours = toExported(await read(logs[name]!));
    expect(ours).toEqual(parseExport(output));
    expect(ours).toHaveLength({ empty: 0, 'cut inside the fifth record': 4 }[name] ?? 6);
  });
});

/** Numbers are written in hexadecimal by one program and in decimal by the other; blanks are cut differently. */
const plainly = (text: string): string =>
  /^(0x[0-9a-f]+|\d+)$/i.test(text) ? BigInt(text).toString() : text.replace(/\s+/g, ' ').trim();

/** evtxexport counts the event's binary data as a string: it alone is upper-case hexadecimal here. */
const isBinary = (text: string): boolean => /^([0-9A-F]{2}){4,}$/.test(text) && /[A-F]/.test(text);

describe.skipIf(!hasCorpus || !has('evtxexport'))(
  `${corpusTitle}: equals Debian's ${said('evtxexport', 'libevtx-utils')}`,
  () => {
    test.each([
      ['Application_no_crc32', 17],
      ['Security_short_selected', 7],
    ])('on %s', async (name, count) => {
      const path = `evtx/omerbenamram__evtx/${name}.evtx`;
      const output = execFileSync('evtxexport', [join(corpusFolder, path)], { encoding: 'utf8' });
      const comparable = (events: readonly Exported[]): unknown =>
        events.map(({ strings, ...event }) => ({
          ...event,
          strings: strings.map(plainly).filter((text) => text !== '' && !isBinary(text)),
        }));
      const ours = toExported(await read(readCorpusFile(path)));
      expect(ours).toHaveLength(count);
      expect(comparable(ours)).toEqual(comparable(parseExport(output)));
    });

    test('on a log that was written here', async () => {
      const strings = ['EcGetMime', '-2147467259', 'mdb', '1-2A', '1-3F', 'a.eml'];
      const events = [1, 2, 3, 4, 5].map((number) => ({ number, time: 129754302330000000n, strings }));
      const path = join(folder, 'x.evtx');
      writeFileSync(path, writeEvtx({ chunks: [events.slice(0, 3), events.slice(3)] }));
      const output = execFileSync('evtxexport', ['-m', 'items', path], { encoding: 'utf8' });
      const ours = toExported(await read(readFileSync(path)));
      expect(ours).toHaveLength(5);
      expect(ours).toEqual(parseExport(output));
    });

    test('MSExchange_Management_wec has one record, forwarded without a template, which evtxexport does not read', async () => {
      const path = 'evtx/omerbenamram__evtx/MSExchange_Management_wec.evtx';
      const log = await read(readCorpusFile(path));
      expect(log.events).toMatchObject([{ source: 'MSExchange CmdletLogs', id: 1, recordNumber: 1 }]);
      expect(log.events[0]?.strings.slice(0, 1)).toEqual(['Set-Mailbox']);
      expect(codesOf(log)).toEqual([]);
      const { stdout } = spawnSync('evtxexport', [join(corpusFolder, path)], { encoding: 'utf8' });
      expect(parseExport(stdout)).toEqual([]);
    });
  },
);
