import { describe, expect, test } from 'vitest';
import { countRetries, classifyEvent, decodeEvidence } from '../../src/evidence/index';
import type { EventLog } from '../../src/evidence/index';
import { DESCRIPTION, FILE, MDB } from '../support/evidence';
import { dumpelTexts, jsonTexts, pslogTexts, scriptTexts, wmiTexts } from '../support/tool-event-texts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function logOf(input: string | Uint8Array): Promise<EventLog> {
  const evidence = await decodeEvidence(typeof input === 'string' ? utf8(input) : input);
  if (evidence.kind !== 'event-log') throw new Error(`read as ${evidence.kind}`);
  return evidence;
}

const failure = { call: 'EcGetMime', code: -2147467259, mdb: MDB, fid: '1-2A', mid: '1-3F', file: FILE };
const local = '2012-03-05T14:10:33.0000000Z';
const named = (tool: string, texts: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(texts).map(([name, text]) => [`${tool}: ${name}`, text]);
const all = [
  ...named('psloglist', pslogTexts),
  ...named('eventquery.vbs', scriptTexts),
  ...named('wmic', wmiTexts),
  ...named('ConvertTo-Json', jsonTexts),
  ...named('dumpel', dumpelTexts),
];
const exact = new Set([...Object.values(wmiTexts), ...Object.values(jsonTexts)] as string[]);

describe.each(all)('%s', (name, text) => {
  test('gives what failed, when, and by which number', async () => {
    const { events, anomalies, form } = await logOf(text);
    expect(anomalies).toEqual([]);
    expect(form).not.toBe('description');
    expect(events).toMatchObject([{ ...failure, id: 327, source: 'MSExchangeTransport' }]);
    expect(classifyEvent(events[0]!).kind).toBe('this-defect');
    const { time } = events[0]!;
    expect(time?.zone).toBe(exact.has(text) ? 'utc' : 'unstated');
    expect([time?.time.iso, time?.alternative?.iso]).toContain(local);
  });

  test.each<[string, (text: string) => Uint8Array]>([
    ['CR LF', (lines) => utf8(lines.replaceAll('\n', '\r\n'))],
    ['CR CR LF, as wmic', (lines) => utf8(lines.replaceAll('\n', '\r\r\n'))],
    ['UTF-16', (lines) => new Uint8Array(Buffer.from(`\ufeff${lines.replaceAll('\n', '\r\n')}`, 'utf16le'))],
  ])('the same with %s', async (_, encode) => {
    const [plain, encoded] = [await logOf(text), await logOf(encode(text))];
    expect(encoded.anomalies).toEqual([]);
    expect(encoded.form).toBe(plain.form);
    expect(encoded.events.map(({ time, id, mid }) => [time?.time.iso, id, mid])).toEqual(
      plain.events.map(({ time, id, mid }) => [time?.time.iso, id, mid]),
    );
  });

  test('says category, type and computer, where the program does', async () => {
    const { category, type, computer } = (await logOf(text)).events[0]!;
    const hasCategory = !name.startsWith('psloglist') && name !== 'wmic: value';
    const isNumber = name.startsWith('dumpel');
    expect(category).toBe(hasCategory ? (isNumber ? '5' : 'Exchange Store Driver') : undefined);
    if (name === 'wmic: value') return;
    expect(['warning', '2']).toContain(type?.toLowerCase());
    expect(computer).toBe('MAIL1');
  });
});

describe('several events', () => {
  const second = (text: string): string =>
    text.replaceAll('2:10:33', '2:20:33').replaceAll('14:10:33', '14:20:33').replaceAll('051510', '051520');
  const bodies: [string, string, (one: string, other: string) => string][] = [
    ['psloglist', pslogTexts.plain, (one, other) => `${one}\n${other}`],
    [
      'psloglist, of two logs',
      pslogTexts.plain,
      (one, other) => `${one}\n\nSystem log on \\\\MAIL1:\n${other}`,
    ],
    ['psloglist -s', pslogTexts.comma, (one, other) => one + other.split('\n').slice(-2).join('\n')],
    ['psloglist -s with the C library’s times', pslogTexts.ctime, (one, other) => one + other],
    ['psloglist -s -t |', pslogTexts.bar, (one, other) => one + other.split('\n').slice(-2).join('\n')],
    [
      'eventquery.vbs /fo list',
      scriptTexts.list,
      (one, other) => `${one}\n${other.slice(other.indexOf('Type:'))}`,
    ],
    [
      'eventquery.vbs /fo csv',
      scriptTexts.csv,
      (one, other) => one + other.slice(other.indexOf('"Warning"')),
    ],
    [
      'eventquery.vbs /fo table',
      scriptTexts.table,
      (one, other) => one + other.slice(other.indexOf('Warning')),
    ],
    ['wmic /format:list', wmiTexts.list, (one, other) => one + other],
    ['wmic /format:csv', wmiTexts.csv, (one, other) => one + other.slice(other.indexOf('MAIL1,'))],
    ['wmic', wmiTexts.table, (one, other) => one + other.slice(other.indexOf('Exchange'))],
    ['dumpel', dumpelTexts.blanks, (one, other) => one + other],
    ['dumpel -t', dumpelTexts.tab, (one, other) => one + other],
  ];

  test.each(bodies)('%s: each with its time, and the repeat counted', async (_, text, join) => {
    const { events, anomalies } = await logOf(join(text, second(text)));
    expect(anomalies).toEqual([]);
    expect(events).toMatchObject([failure, failure]);
    expect(events.map(({ time }) => time?.time.iso?.slice(11, 19))).toEqual(['14:10:33', '14:20:33']);
    expect(countRetries(events)).toMatchObject([{ count: 2 }]);
    const lines = events.map(({ origin }) => origin.line ?? 0);
    expect(lines[1]).toBeGreaterThan(lines[0]!);
  });

  test('ConvertTo-Json: an array, one behind the other, and wrapped with their count', async () => {
    const object = JSON.parse(jsonTexts.entry) as Record<string, unknown>;
    const later = { ...object, TimeGenerated: '/Date(1330957233000)/' };
    const texts = [
      JSON.stringify([object, later], undefined, 4),
      `${JSON.stringify(object)}\n${JSON.stringify(later)}\n`,
      JSON.stringify({ value: [object, later], Count: 2 }),
    ];
    for (const text of texts) {
      const { form, events } = await logOf(text);
      expect(form).toBe('json');
      expect(events.map(({ time }) => time?.time.iso)).toEqual([local, '2012-03-05T14:20:33.0000000Z']);
    }
  });

  test('one object of JSON that is cut costs itself only, and is said', async () => {
    const text = `[${jsonTexts.entry},\n${jsonTexts.record.slice(0, 300)}`;
    const { events, anomalies } = await logOf(text);
    expect(events).toHaveLength(1);
    expect(anomalies.map(({ code, severity }) => [code, severity])).toEqual([['event-object', 'error']]);
  });
});

describe('what a program leaves out', () => {
  test('eventquery.vbs without /v: number and time, no text', async () => {
    const list = scriptTexts.list.slice(0, scriptTexts.list.indexOf('Category:'));
    const unlabelled = scriptTexts.listOfOtherLabels.slice(
      0,
      scriptTexts.listOfOtherLabels.indexOf('Kategorie'),
    );
    const csv = `"Type","Event","Date Time","Source","ComputerName"\n"Warning","327","5.3.2012 14:10:33","MSExchangeTransport","MAIL1"\n`;
    const table = scriptTexts.table.replaceAll(/^(.{82}).*$/gm, '$1').replace(/\nError code.*/, '');
    for (const text of [list, unlabelled, csv, table]) {
      const { events } = await logOf(text);
      expect(events).toMatchObject([
        { id: 327, source: 'MSExchangeTransport', computer: 'MAIL1', call: undefined },
      ]);
      expect([events[0]?.time?.time.iso, events[0]?.time?.alternative?.iso]).toContain(local);
    }
  });

  test('fields that are missing stay so', async () => {
    const pslog = '[1] MSExchangeTransport\n   Time:     5.3.2012 14:10:33   ID:       327\n' + DESCRIPTION;
    expect((await logOf(pslog)).events).toMatchObject([{ ...failure, type: undefined, computer: undefined }]);
    const json = JSON.stringify({ Id: 327, Message: DESCRIPTION });
    expect((await logOf(json)).events).toMatchObject([{ ...failure, time: undefined, source: undefined }]);
  });

  test('wmic: a message with commas, in several lines, and a record that is cut', async () => {
    const text = wmiTexts.csv.replace('. Error code', ', as it seems.\nOnce, more. Error code');
    expect((await logOf(text)).events).toMatchObject([
      { ...failure, recordNumber: 4711, time: { zone: 'utc' } },
    ]);
    const cut = `Node,EventCode,Message,SourceName\nMAIL1,327,${DESCRIPTION}\n`;
    expect((await logOf(cut)).events).toMatchObject([{ id: 327, call: 'EcGetMime' }]);
  });
});

describe('what else is printed', () => {
  test('psloglist in a mail that has lost the blanks before its lines', async () => {
    const text = pslogTexts.plain.replaceAll(/^ +/gm, '');
    expect((await logOf(text)).events).toMatchObject([{ ...failure, id: 327, recordNumber: 4711 }]);
  });

  test('wevtutil /f:text', async () => {
    const text = `Event[0]:
  Log Name: Application
  Source: MSExchangeTransport
  Date: 2012-03-05T14:10:33.000
  Event ID: 327
  Task: Exchange Store Driver
  Level: Warning
  Opcode: N/A
  Keyword: Classic
  User: N/A
  User Name: N/A
  Computer: MAIL1
  Description:
${DESCRIPTION}
`;
    const { events, anomalies } = await logOf(text);
    expect(anomalies).toEqual([]);
    expect(events).toMatchObject([
      { ...failure, id: 327, computer: 'MAIL1', type: 'Warning', category: 'Exchange Store Driver' },
    ]);
    expect(events[0]?.time).toMatchObject({ zone: 'unstated', time: { iso: local } });
  });

  test('ConvertTo-Json that goes no deeper than an event', async () => {
    const object = JSON.parse(jsonTexts.entry) as { ReplacementStrings: string[] };
    const strings = object.ReplacementStrings.join(' ');
    const text = JSON.stringify({ ...object, Message: undefined, ReplacementStrings: strings });
    expect((await logOf(text)).events).toMatchObject([failure]);
  });
});

describe('times', () => {
  const timeOf = async (shown: string) =>
    (await logOf(`EventCode=327\nMessage=x\nTimeGenerated=${shown}\n`)).events[0]?.time;

  test.each([
    ['20080305101112.000000+060', 'utc', '2008-03-05T09:11:12.0000000Z'],
    ['20080305101112.123456-480', 'utc', '2008-03-05T18:11:12.1234560Z'],
    ['20080305101112.000000+***', 'unstated', '2008-03-05T10:11:12.0000000Z'],
    ['/Date(1204711872000+0100)/', 'utc', '2008-03-05T10:11:12.0000000Z'],
    ['2008-03-05T10:11:12.5', 'unstated', '2008-03-05T10:11:12.5000000Z'],
    ['2008-03-05T10:11:12.5000000+01:00', 'utc', '2008-03-05T09:11:12.5000000Z'],
    ['Wed Mar 05 10:11:12 2008', 'unstated', '2008-03-05T10:11:12.0000000Z'],
    ['Wed Mar  5 10:11:12 2008', 'unstated', '2008-03-05T10:11:12.0000000Z'],
    ['5-Mar-08 10:11:12 PM', 'unstated', '2008-03-05T22:11:12.0000000Z'],
    ['05.03.2008 10:11:12', 'unstated', '2008-03-05T10:11:12.0000000Z'],
    ['2008/03/05 10:11:12', 'unstated', '2008-03-05T10:11:12.0000000Z'],
  ])('%s', async (shown, zone, iso) => {
    expect(await timeOf(shown)).toMatchObject({ zone, time: { iso }, alternative: undefined });
  });

  test.each(['20081305101112.000000+060', '/Date(9999999999999999)/', '5-Foo-08 10:11:12'])(
    '%s is none, and is said',
    async (shown) => {
      const { events, anomalies } = await logOf(`EventCode=327\nMessage=x\nTimeGenerated=${shown}\n`);
      expect(events[0]?.time).toBeUndefined();
      expect(anomalies.map(({ code }) => code)).toEqual(['event-field']);
    },
  );
});

describe('a layout that is not known is said, not taken for a description without a time', () => {
  test.each([
    ['a line of some program', `2012-03-05 14:10:33 MAIL1 327 ${DESCRIPTION}`],
    ['fields in lines of their own', `Logged ....... 3/5/2012\nAt ....... 2:10 PM\n\n${DESCRIPTION}`],
    ['wmic /format:rawxml', `<VALUE>20120305151033.000000+060</VALUE>\n<VALUE>\n${DESCRIPTION}\n</VALUE>`],
  ])('%s', async (_, text) => {
    const { events, form, anomalies } = await logOf(text);
    expect(form).toBe('description');
    expect(events).toMatchObject([{ ...failure, time: undefined }]);
    expect(anomalies.map(({ code, severity }) => [code, severity])).toEqual([['event-layout', 'warning']]);
    expect(anomalies[0]?.message).toContain('layout of the text is not known');
  });

  test.each([
    ['the description alone', DESCRIPTION],
    ['a version and an address', `Exchange 6.5.7638.1, 10.1.2.3 at 14:10\n${DESCRIPTION}`],
    ['a file named like a date', DESCRIPTION.replace('a.b.eml', '2012-03-05.eml')],
  ])('%s has no time', async (_, text) => {
    const { form, anomalies } = await logOf(text);
    expect([form, anomalies]).toEqual(['description', []]);
  });
});

describe('long hostile text of these programs takes linear time', () => {
  test.each<[string, string]>([
    ['heads', '[1] a\n'],
    ['heads with fields', '[1] a\n   Time: 1   ID: 2\n'],
    ['blank lines of fields', '[1] a\n  \t  '],
    ['one long line of fields', '   Time:'],
    ['wmic lines', 'EventCode=1\nMessage=\n'],
    ['wmic rows', 'Node,EventCode,Message\na,{,\n'],
    ['open braces', '{'],
    ['objects', '{"Id":1,"Message":""}'],
    ['nested objects', '{"Id":'],
    ['open strings', '{"'],
    ['rules', '- - - - - -\n'],
    ['one long rule', '- '],
    ['dumpel rows', '1/2/12 1:10:33 2 5 327 Ec '],
    ['dates and nothing else', `${DESCRIPTION} 1/2/2012 `],
    ['digits with a delimiter', '1|'],
    ['dates of programs', '20120305151033.000000+'],
  ])('%s', async (_, piece) => {
    const head = piece.startsWith('Node') ? 'Node,EventCode,Message\n' : '';
    const bytes = utf8(head + piece.repeat(1_000_000 / piece.length));
    const decoded = await decodeEvidence(bytes).catch((error: unknown) => error);
    expect(decoded).toBeDefined();
  });
});
