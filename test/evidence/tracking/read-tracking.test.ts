import { describe, expect, test } from 'vitest';
import { trackingLog } from '../../../samples/build/scenario';
import { decodeEvidence, isTrackingLog, readTrackingLog, TrackingReader } from '../../../src/evidence/index';
import type { TrackingLog } from '../../../src/evidence/index';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const nora = 'nora@partner.example';
const line = { at: '2008-08-20T11:44:05', event: 1027, recipient: nora };

describe('a message tracking log', () => {
  test('is recognised by its header, and without one by its columns', async () => {
    expect(isTrackingLog(trackingLog([line]))).toBe(true);
    expect(isTrackingLog(trackingLog([line], false))).toBe(true);
    expect(isTrackingLog(utf8('Event Type: Warning\n'))).toBe(false);
    expect(isTrackingLog(new Uint8Array(0))).toBe(false);
    expect(await decodeEvidence(trackingLog([line]))).toMatchObject({ kind: 'tracking-log', lines: 1 });
  });

  test('gives each event with its place; times are of UTC, padded or not, and - is nothing', () => {
    const bytes = trackingLog([line, { ...line, event: 1031, partner: 'mx.partner.example' }]);
    const log = readTrackingLog(bytes);
    const start = new TextDecoder().decode(bytes).indexOf('2008-8-20\t11:44:5 GMT');
    expect(log.events).toMatchObject([
      {
        event: 1027,
        recipient: nora,
        sender: 'olivia@example.com',
        subject: undefined,
        partner: undefined,
        offset: start,
      },
      { event: 1031, partner: 'mx.partner.example', server: 'MAIL1' },
    ]);
    expect(log.events[0]?.time.iso).toBe('2008-08-20T11:44:05.0000000Z');
    const padded = utf8(
      new TextDecoder().decode(bytes).replaceAll('2008-8-20\t11:44:5 GMT', '2008-08-20\t11:44:05 GMT'),
    );
    expect(readTrackingLog(padded).events.map(({ time }) => time.ticks)).toEqual(
      log.events.map(({ time }) => time.ticks),
    );
    expect(log.first?.ticks).toBe(log.events[0]?.time.ticks);
  });

  test('columns are taken by name', () => {
    const log = readTrackingLog(
      utf8(
        '# Sender-Address\tMSGID\tEvent-ID\tRecipient-Address\tTime\tDate\na@b.example\t<1>\t1031\tX@Y.example\t1:2:3 GMT\t2008-1-2\n',
      ),
    );
    expect(log.events).toMatchObject([
      { event: 1031, messageId: '<1>', recipient: 'X@Y.example', sender: 'a@b.example', partner: undefined },
    ]);
  });

  test('bytes may come in any pieces', () => {
    const bytes = trackingLog([
      line,
      { ...line, event: 1034 },
      { ...line, event: 1030, at: '2008-08-21T11:44:05' },
    ]);
    const whole = readTrackingLog(bytes);
    for (const size of [1, 7, 64, 1000]) {
      const reader = new TrackingReader();
      reader.begin();
      for (let at = 0; at < bytes.length; at += size) reader.take(bytes.subarray(at, at + size));
      reader.end();
      expect(reader.log()).toEqual(whole);
    }
  });

  test('keeps the lines of whom is asked about, and of their domains what was handed over', () => {
    const reader = new TrackingReader({ recipients: new Set([nora]) });
    reader.begin('one.log');
    reader.take(
      trackingLog([
        line,
        {
          ...line,
          recipient: 'sales@partner.example',
          event: 1031,
          id: '<2>',
          partner: 'mx.partner.example',
        },
        { ...line, recipient: 'sales@partner.example', event: 1031, id: '<3>', partner: 'partner.example.' },
        {
          ...line,
          recipient: 'sales@partner.example',
          event: 1031,
          id: '<4>',
          partner: 'MX.partner.example',
        },
        { ...line, recipient: 'zoe@elsewhere.example', event: 1031 },
      ]),
    );
    reader.end();
    const { events, handovers, lines }: TrackingLog = reader.log();
    expect(events).toMatchObject([{ recipient: nora, file: 'one.log' }]);
    expect([...handovers.keys()]).toEqual(['partner.example']);
    expect(handovers.get('partner.example')).toMatchObject([{ messageIds: ['2', '3'] }]);
    expect(lines).toBe(5);
  });

  test('several files are one log', () => {
    const reader = new TrackingReader();
    for (const [name, event] of [
      ['b.log', 1030],
      ['a.log', 1027],
    ] as const) {
      reader.begin(name);
      reader.take(trackingLog([{ ...line, event, at: event === 1030 ? '2008-08-22T00:00:00' : line.at }]));
      reader.end();
    }
    expect(reader.log().events.map(({ event, file }) => [event, file])).toEqual([
      [1027, 'a.log'],
      [1030, 'b.log'],
    ]);
  });
});

describe('hostile and damaged lines', () => {
  const broken = (text: string): TrackingLog =>
    readTrackingLog(utf8(`# Message Tracking Log File\r\n${text}`));

  test.each([
    ['cut', `2008-8-20\t1:2:3 GMT\t-\t-\t-\tM\t-\t${nora}\r\n`],
    ['no date', `2008-2-31\t1:2:3 GMT\t-\t-\t-\tM\t-\t${nora}\t1027\t<1>\r\n`],
    ['no clock', `2008-2-3\t25:2:3 GMT\t-\t-\t-\tM\t-\t${nora}\t1027\t<1>\r\n`],
    ['no number', `2008-2-3\t5:2:3 GMT\t-\t-\t-\tM\t-\t${nora}\tsent\t<1>\r\n`],
  ])('%s: said, and left out', (_, text) => {
    const { events, anomalies, lines } = broken(text + new TextDecoder().decode(trackingLog([line], false)));
    expect(anomalies).toMatchObject([{ code: 'tracking-line', severity: 'warning', offset: 29 }]);
    expect([events.length, lines]).toEqual([1, 2]);
  });

  test('a line without an end is not kept in memory', () => {
    const reader = new TrackingReader();
    reader.begin();
    const zeros = new Uint8Array(1_048_576).fill(0x41);
    for (let count = 0; count < 4; count++) reader.take(zeros);
    reader.end();
    const { anomalies } = reader.log();
    expect(anomalies.length).toBeGreaterThan(0);
    expect(anomalies.every(({ code }) => code === 'tracking-line')).toBe(true);
  });

  test('numbers that nobody knows are kept', () => {
    expect(readTrackingLog(trackingLog([{ ...line, event: 65_535 }])).events).toMatchObject([
      { event: 65_535 },
    ]);
  });
});
