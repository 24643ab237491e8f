import { describe, expect, test } from 'vitest';
import { classifyEvent, decodeEvidence } from '../../src/evidence/index';
import type { EventLog, LoggedEvent } from '../../src/evidence/index';
import { DESCRIPTION, eventTexts, FILE, MDB } from '../support/evidence';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function logOf(bytes: Uint8Array): Promise<EventLog> {
  const evidence = await decodeEvidence(bytes);
  if (evidence.kind !== 'event-log') throw new Error(`read as ${evidence.kind}`);
  return evidence;
}

async function onlyEvent(text: string): Promise<LoggedEvent> {
  const { events, anomalies } = await logOf(utf8(text));
  expect(anomalies).toEqual([]);
  expect(events).toHaveLength(1);
  return events[0]!;
}

const failure = { call: 'EcGetMime', code: -2147467259, mdb: MDB, fid: '1-2A', mid: '1-3F', file: FILE };
const forms = Object.keys(eventTexts) as (keyof typeof eventTexts)[];
const bare = new Set(['undescribed', 'undescribedQuoted', 'undescribedNewer']);

describe.each(forms)('the form %s', (form) => {
  test('gives number, source and what failed', async () => {
    const event = await onlyEvent(eventTexts[form]);
    // the list of Get-EventLog shows four of the strings, and the message has the file behind a wrapped line
    expect(event).toMatchObject({ ...failure, id: 327, source: 'MSExchangeTransport' });
    expect(classifyEvent(event).kind).toBe('this-defect');
  });

  test.skipIf(bare.has(form) || form === 'xml')(
    'gives the local time, category, type and origin',
    async () => {
      const event = await onlyEvent(eventTexts[form]);
      expect(event.time?.zone).toBe('unstated');
      const isGerman = form.endsWith('German');
      const readings = [event.time?.time.iso, event.time?.alternative?.iso];
      expect(readings).toContain('2012-03-05T14:10:33.0000000Z');
      expect(readings.filter((reading) => reading !== undefined)).toHaveLength(isGerman ? 1 : 2);
      expect(event.category).toBe(isGerman ? 'Exchange-Speichertreiber' : 'Exchange Store Driver');
      expect(event.type).toBe(isGerman ? 'Warnung' : 'Warning');
      expect(event.origin.line).toBeGreaterThan(0);
    },
  );
});

test('a cell that is longer than any event is cut, and that is said', async () => {
  const row = ['2012-03-05 14:10:00', 'MSExchangeTransport', '327', `"${'x'.repeat(300_000)}"`].join(',');
  const bytes = new TextEncoder().encode(`TimeGenerated,Source,EventID,Message\r\n${row}\r\n`);
  const { anomalies } = await decodeEvidence(bytes);
  expect(anomalies).toMatchObject([{ code: 'event-field', severity: 'warning' }]);
  expect(anomalies[0]?.message).toContain('is longer than 262144 characters');
});

describe('encodings', () => {
  const utf16 = Buffer.from(`\ufeff${eventTexts.blockGerman}`, 'utf16le');
  const german = `${eventTexts.blockGerman}Größe\n`;
  test.each<[string, Uint8Array]>([
    ['UTF-8 with a byte order mark', utf8(`\ufeff${eventTexts.blockGerman}`)],
    ['UTF-16LE', new Uint8Array(utf16)],
    ['UTF-16BE', new Uint8Array(Buffer.from(utf16).swap16())],
    ['UTF-16LE without a mark', new Uint8Array(utf16.subarray(2))],
    ['windows-1252', new Uint8Array(Buffer.from(german, 'latin1'))],
    ['CRLF', utf8(eventTexts.blockGerman.replaceAll('\n', '\r\n'))],
  ])('%s', async (_, bytes) => {
    const { events, anomalies } = await logOf(bytes);
    expect(events).toMatchObject([{ ...failure, id: 327 }]);
    expect(anomalies).toEqual([]);
  });

  test('windows-1252 text keeps its letters', async () => {
    const { events } = await logOf(new Uint8Array(Buffer.from(german, 'latin1')));
    expect(events[0]?.text).toContain('Größe');
  });
});

describe('what the template may hold', () => {
  const describedAs = (text: string): Promise<LoggedEvent> =>
    onlyEvent(`Event ID: 327\nDescription: ${text}\n`);

  test('a code in hexadecimal or unsigned is the same code', async () => {
    for (const code of ['0x80004005', '2147500037', '\u22122147467259'])
      expect((await describedAs(DESCRIPTION.replace('-2147467259', code))).code).toBe(-2147467259);
  });

  test('an empty field is empty, not absent', async () => {
    const text =
      'The following call : EcGetMime to the store failed. Error code : -2147467259. MDB : . FID : . MID : . File : .';
    expect(await describedAs(text)).toMatchObject({ mdb: '', fid: '', mid: '', file: '' });
  });

  test('the variation of KB 951558: a Message-ID, a broken line, nothing after FID', async () => {
    const text =
      'The following call : EcLocallyDeliverMsg to the store failed.\n Error code : -2147024882 (Message-ID <a.b@c>). MDB : a. FID : 1-2.';
    const event = await describedAs(text);
    expect(event).toMatchObject({ call: 'EcLocallyDeliverMsg', code: -2147024882, mdb: 'a', fid: '1-2' });
    expect([event.mid, event.file]).toEqual([undefined, undefined]);
  });

  test('a code that is none is reported and stays undefined', async () => {
    const text = `Event ID: 327\nDescription: ${DESCRIPTION.replace('-2147467259', 'E_FAIL')}\n`;
    const { events, anomalies } = await logOf(utf8(text));
    expect(events[0]).toMatchObject({ call: 'EcGetMime', code: undefined });
    expect(anomalies.map(({ code }) => code)).toEqual(['event-field']);
  });
});

test('several events in one text, and one settled date settles the others', async () => {
  const other = eventTexts.block.replace('3/5/2012', '13/5/2012').replace('1-3F', '1-40');
  const { events } = await logOf(utf8(`${eventTexts.block}\n${other}`));
  expect(events.map(({ mid }) => mid)).toEqual(['1-3F', '1-40']);
  expect(events.map(({ time }) => time?.time.iso?.slice(0, 10))).toEqual(['2012-05-03', '2012-05-13']);
  expect(events.map(({ time }) => time?.alternative)).toEqual([undefined, undefined]);
});

test('a description that is not quoted may hold the delimiter and go on in the next line', async () => {
  const first = 'The following call : EcGetMime to the store failed.';
  const rest = 'Error code : -2147467259. MDB : a. FID : b. MID : c. File : d,e.eml.';
  const text = `3/5/2012,2:10:33 PM,MSExchangeTransport,Warning,None,327,N/A,MAIL1,${first}\n${rest}\n`;
  expect(await onlyEvent(text)).toMatchObject({ call: 'EcGetMime', code: -2147467259, file: 'd,e.eml' });
});

test('text that is none of the forms is refused', async () => {
  for (const text of ['', 'Hello', 'Event ID\n', 'a,b,c\n1,2,3\n'])
    await expect(decodeEvidence(utf8(text))).rejects.toMatchObject({ code: 'evidence-unrecognized' });
});

describe('long hostile text takes linear time', () => {
  test.each<[string, string]>([
    ['blanks', ' '],
    ['colons', ':'],
    ['labels', 'MDB : '],
    ['calls', 'EcA,'],
    ['calls in lines', 'EcA\n'],
    ['calls with codes', ': EcGetMime '],
    ['quotes', '"'],
    ['commas', ','],
    ['digits', '1'],
    ['dates', '1/2/2012,'],
    ['statuses', '4.4.7.'],
    ['list lines', 'Id : 1\n'],
    ['block lines', 'Event ID: 1\n'],
    ['brackets', '<'],
    ['calendar lines', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n'],
    ['parameters', 'BEGIN:VCALENDAR\nATTENDEE;CN="a";X=1:y\n'],
    ['headers', 'From: a\nTo: b\n'],
  ])('%s', async (_, piece) => {
    // a million: what took the square of it would not end before the test's time is over
    const bytes = utf8(piece.repeat(1_000_000 / piece.length));
    const decoded = await decodeEvidence(bytes).catch((error: unknown) => error);
    expect(decoded).toBeDefined();
  });
});

describe('XML', () => {
  const event = (time: string, quote = '"'): string =>
    `<Event xmlns=${quote}http://schemas.microsoft.com/win/2004/08/events/event${quote}><System>
<Provider Name=${quote}MSExchangeTransport${quote}/><EventID Qualifiers=${quote}32768${quote}>327</EventID>
<Level>3</Level><Task>6</Task><TimeCreated SystemTime=${quote}${time}${quote}/>
<EventRecordID>17</EventRecordID><Computer>EX1</Computer></System>
<EventData><Data>EcGetMime</Data><Data>-2147467259</Data><Data>m</Data><Data>1-2A</Data><Data>1-3F</Data><Data></Data></EventData>
</Event>`;
  const decoded = async (text: string) => {
    const log = await decodeEvidence(new TextEncoder().encode(text));
    if (log.kind !== 'event-log') throw new Error(log.kind);
    return log;
  };

  test.each(['"', "'"])('as Event Viewer saves it, quoted by %s', async (quote) => {
    const two = `<?xml version="1.0"?>\n<Events>${event('2004-03-12T16:30:00.000000000Z', quote)}\n${event('2004-03-12T17:30:00Z', quote)}</Events>`;
    const { form, events } = await decoded(two);
    expect(form).toBe('xml');
    expect(events).toMatchObject([
      {
        id: 327,
        source: 'MSExchangeTransport',
        call: 'EcGetMime',
        code: -2147467259,
        mid: '1-3F',
        recordNumber: 17,
      },
      { time: { zone: 'utc' }, computer: 'EX1', category: '6' },
    ]);
    expect(events.map(({ time }) => time?.time.iso)).toEqual([
      '2004-03-12T16:30:00.0000000Z',
      '2004-03-12T17:30:00.0000000Z',
    ]);
    expect(events.map(({ origin }) => origin.line)).toEqual([2, 8]);
  });

  test('behind what Event Viewer copies: its time is exact, the one shown is not', async () => {
    const { form, events } = await decoded(
      `Log Name:      Application\nSource:        MSExchangeTransport\nDate:          12.03.2004 17:30:00\nEvent ID:      327\nTask Category: Exchange Store Driver\nLevel:         Warning\nDescription:\nThe following call : EcGetMime to the store failed. Error code : -2147467259. MDB : m. FID : 1-2A. MID : 1-3F. File : .\nEvent Xml:\n${event('2004-03-12T16:30:00Z')}`,
    );
    expect(form).toBe('block');
    expect(events).toMatchObject([{ call: 'EcGetMime', mid: '1-3F', file: '', time: { zone: 'utc' } }]);
    expect(events[0]?.time?.time.iso).toBe('2004-03-12T16:30:00.0000000Z');
  });

  test('a cut one has nothing to read', async () => {
    await expect(decoded(event('2004-03-12T16:30:00Z').slice(0, -9))).rejects.toThrow('is not evidence');
  });
});

test('a table that PowerShell cut: what would help is said', async () => {
  const text =
    'TimeCreated           Id LevelDisplayName Message\n-----------           -- ---------------- -------\n12.03.2004 17:30:00  327 Warning          The following call : EcGet...\n';
  await expect(decodeEvidence(new TextEncoder().encode(text))).rejects.toThrow(
    'write them with | Format-List',
  );
});
