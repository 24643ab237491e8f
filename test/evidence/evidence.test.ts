import { describe, expect, test } from 'vitest';
import {
  classifyEvent,
  correlate,
  countRetries,
  decodeEvidence,
  failureTable,
  hasCategory,
  hasStorePathFailure,
  isQueueExpiry,
  storesZeroTime,
} from '../../src/evidence/index';
import type {
  DeliveryReport,
  EventTime,
  LoggedEvent,
  ReplyEvidence,
  SavedMeeting,
} from '../../src/evidence/index';
import { FileTime } from '../../src/mapi/values/file-time';
import { firstInputs } from '../fuzz/first-inputs';
import { eventTexts, logOf, MDB, ndrs, replies } from '../support/evidence';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = (iso: string): FileTime => FileTime.fromDate(new Date(iso));
const utc = (iso: string): EventTime => ({ time: at(iso), alternative: undefined, zone: 'utc' });
const local = (iso: string, alternative?: string): EventTime => ({
  time: at(`${iso}Z`),
  alternative: alternative === undefined ? undefined : at(`${alternative}Z`),
  zone: 'unstated',
});

const failed: LoggedEvent = {
  time: utc('2012-03-05T14:10:33Z'),
  source: 'MSExchangeTransport',
  category: 'Exchange Store Driver',
  id: 327,
  type: 'Warning',
  computer: 'MAIL1',
  recordNumber: 1,
  strings: [],
  text: undefined,
  origin: { line: 1 },
  call: 'EcGetMime',
  code: -2147467259,
  mdb: MDB,
  fid: '1-2A',
  mid: '1-3F',
  file: '',
};

describe('what an event means', () => {
  test.each(failureTable.map((row) => [row.call, row.code, row] as const))('%s %d', (call, code, row) => {
    const verdict = classifyEvent({ ...failed, call, code });
    const kind = row.cause === 'track-status-time-zero' ? 'this-defect' : 'other-cause';
    expect(verdict).toMatchObject({ kind, known: { cause: row.cause, article: row.article } });
  });

  test('the same call with another code is another failure', () => {
    expect(classifyEvent({ ...failed, code: -2147221233 })).toEqual({ kind: 'other-failure' });
  });

  test('event 12003 of MSExchangeIS explains a failure, and is only possible where the signature is this defect', () => {
    const other = { ...failed, id: 12003, source: 'MSExchangeIS Mailbox Store', call: undefined };
    expect(hasStorePathFailure([failed])).toBe(false);
    expect(hasStorePathFailure([failed, other])).toBe(true);
    expect(classifyEvent({ ...failed, code: 1 }, true)).toMatchObject({
      kind: 'other-cause',
      known: { article: 'https://support.microsoft.com/kb/298415' },
    });
    expect(classifyEvent(failed, true)).toMatchObject({
      kind: 'this-defect',
      alsoPossible: { cause: 'store-path-not-found' },
    });
  });

  test.each([
    ['other-event', { id: 326 }],
    ['other-source', { source: 'ESENT' }],
    ['other-category', { category: 'SmtpReceive' }],
    ['incomplete', { code: undefined }],
    ['incomplete', { call: undefined }],
  ] as const)('%s', (reason, change) => {
    expect(classifyEvent({ ...failed, ...change })).toEqual({ kind: 'unknown', reason });
  });

  test('a category is matched where it is a known name, and passes where it is a number or in another language', () => {
    expect(
      ['Exchange Store Driver ', 'Categorizer', 5, 'Exchange-Speichertreiber', undefined].map(hasCategory),
    ).toEqual(['yes', 'no', 'unchecked', 'unchecked', 'unchecked']);
  });
});

describe('retries', () => {
  const again = (iso: string, change: Partial<LoggedEvent> = {}): LoggedEvent => ({
    ...failed,
    ...change,
    time: utc(iso),
  });

  test('of one message count once, in whatever order they stand', () => {
    const events = [
      again('2012-03-06T00:00:00Z'),
      again('2012-03-05T00:00:00Z', { mdb: `{${MDB.toLowerCase()}}` }),
    ];
    expect(countRetries([...events, again('2012-03-05T12:00:00Z', { mid: '1-40' })])).toMatchObject([
      { count: 2, first: utc('2012-03-05T00:00:00Z'), last: utc('2012-03-06T00:00:00Z') },
      { count: 1, event: { mid: '1-40' } },
    ]);
  });

  test('without a message count once within 72 hours, by their file', () => {
    const nameless = { mid: '', fid: '', mdb: '' };
    const times = ['2012-03-05T00:00:00Z', '2012-03-08T00:00:00Z', '2012-03-08T00:00:01Z'];
    const events = times.map((iso) => again(iso, nameless));
    const other = again('2012-03-05T01:00:00Z', { ...nameless, file: 'b.eml' });
    expect(countRetries([...events, other]).map(({ count }) => count)).toEqual([2, 1, 1]);
  });
});

describe('correlation', () => {
  const sent = at('2012-03-05T12:00:00Z');
  const byOf = (event: Partial<LoggedEvent>, key: object): string | undefined =>
    correlate([{ ...failed, ...event }], key)[0]?.by;

  test('by the message, whatever the time; another message is not it', () => {
    const key = { sent, mdb: `{${MDB}}`, fid: '1-2a', mid: '1-3F' };
    expect(byOf({ time: utc('2013-01-01T00:00:00Z') }, key)).toBe('message');
    expect(byOf({}, { ...key, mid: '1-40' })).toBeUndefined();
    expect(byOf({ fid: '1-2B' }, key)).toBeUndefined();
    expect(byOf({ mid: '' }, key)).toBe('time');
  });

  test.each([
    ['2012-03-05T12:00:00Z', 'time'],
    ['2012-03-08T12:00:00Z', 'time'],
    ['2012-03-05T11:59:59Z', undefined],
    ['2012-03-08T12:00:01Z', undefined],
  ])('by the time, up to 72 hours after the change: %s', (iso, by) => {
    expect(byOf({ time: utc(iso) }, { sent })).toBe(by);
  });

  test.each([
    ['2012-03-04T22:00:00', 'time-without-zone'],
    ['2012-03-04T21:59:59', undefined],
    ['2012-03-09T02:00:00', 'time-without-zone'],
    ['2012-03-09T02:00:01', undefined],
  ])('a time without zone, give or take 14 hours: %s', (iso, by) => {
    expect(byOf({ time: local(iso) }, { sent })).toBe(by);
  });

  test('a time in the zone that the caller names', () => {
    for (const zone of ['Europe/Berlin', '+01:00', 'UTC+1']) {
      expect(byOf({ time: local('2012-03-05T13:00:00') }, { sent, zone })).toBe('time-in-zone');
      expect(byOf({ time: local('2012-03-05T12:59:59') }, { sent, zone })).toBeUndefined();
    }
    expect(() => correlate([], { sent, zone: 'Nowhere/Land' })).toThrow(TypeError);
  });

  test('summer time counts, and an hour that occurs twice is read both ways', () => {
    const zone = 'Europe/Berlin';
    const summer = { sent: at('2012-07-01T12:00:00Z'), zone };
    expect(byOf({ time: local('2012-07-01T14:00:00') }, summer)).toBe('time-in-zone');
    expect(byOf({ time: local('2012-07-01T13:59:59') }, summer)).toBeUndefined();
    const twice = { sent: at('2012-10-28T01:10:00Z'), zone };
    expect(byOf({ time: local('2012-10-28T02:15:00') }, twice)).toBe('time-in-zone');
  });

  test('either reading of an ambiguous date', () => {
    const time = local('2012-05-03T12:00:00', '2012-03-05T12:00:00');
    expect(byOf({ time }, { sent })).toBe('time-without-zone');
  });
});

describe('non-delivery reports', () => {
  const read = async (text: string): Promise<DeliveryReport> => {
    const evidence = await decodeEvidence(utf8(text));
    if (evidence.kind !== 'ndr') throw new Error(`read as ${evidence.kind}`);
    return evidence;
  };

  test('as text: status, recipient, subject and times', async () => {
    const report = await read(ndrs.text);
    expect(report.statuses).toMatchObject([
      { code: '4.4.7', meaning: 'queue-expired', recipient: 'bob@example.net' },
    ]);
    expect(report.original).toMatchObject({ subject: 'Canceled: Quarterly review' });
    expect(report.time?.alternative?.iso).toBe('2012-07-03T14:15:00.0000000Z');
    expect(isQueueExpiry(report)).toBe(true);
  });

  test.each([
    ['german', 'Bob Miller', 'Abgesagt: Quartalsbericht'],
    ['french', 'Bob Miller', 'Annulé : Bilan trimestriel'],
    ['spanish', "'bob@example.net'", 'Cancelado: Informe trimestral'],
    ['japanese', 'Bob Miller', 'キャンセル: 四半期レビュー'],
  ] as const)('in another language: %s', async (language, recipient, subject) => {
    const report = await read(ndrs[language]);
    expect(report.statuses).toMatchObject([{ code: '4.4.7', recipient }]);
    expect(report.original.subject).toBe(subject);
    const { time } = report.original;
    const sent = [time?.time, time?.alternative].map((each) => each?.iso?.slice(0, 16));
    expect(sent).toContain('2012-03-05T14:10');
    const told = [report.time?.time, report.time?.alternative].map((each) => each?.iso?.slice(0, 16));
    expect(told).toContain('2012-03-07T14:15');
  });

  test('as Outlook saves the item as text: the header of the report is not that of the message', async () => {
    const report = await read(ndrs.savedItem);
    expect(report.original.subject).toBe('Canceled: Quarterly review');
    expect(report.original.time?.time.iso).toBe('2012-03-05T14:10:00.0000000Z');
  });

  test('as a mail with a delivery status and the message itself', async () => {
    const report = await read(ndrs.mail);
    expect(report).toMatchObject({
      time: utc('2012-03-07T14:15:00Z'),
      statuses: [
        {
          code: '4.4.7',
          action: 'failed',
          recipient: 'bob@example.net',
          text: 'smtp;550 4.4.7 message expired',
        },
      ],
      original: { subject: 'Canceled: Quarterly review', messageId: '<1@example.com>' },
    });
    expect(report.original.time).toEqual(utc('2012-03-05T14:10:00Z'));
  });

  test.each([
    ['rfc822;<bob@example.net>', 'bob@example.net'],
    ['RFC822; <Bob@Example.Net> ', 'Bob@Example.Net'],
    ['rfc822;<>', ''],
    ['X400;/S=bob/', '/S=bob/'],
  ])('the recipient %s', async (written, recipient) => {
    const report = await read(ndrs.mail.replace('rfc822;bob@example.net', written));
    expect(report.statuses.map((status) => status.recipient)).toEqual([recipient]);
  });

  test('a warning of a delay is no queue expiry; beside a failure it is only a warning', async () => {
    const delayed = ndrs.mail.replace('Action: failed', 'Action: delayed');
    expect(isQueueExpiry(await read(delayed))).toBe(false);
    const both = delayed.replace(
      'Diagnostic-Code',
      'X-Note: 1\r\n\r\nFinal-Recipient: rfc822;carla@example.net\r\nAction: failed\r\nStatus: 4.4.7\r\nDiagnostic-Code',
    );
    const report = await read(both);
    expect(report.statuses.map(({ action }) => action)).toEqual(['delayed', 'failed']);
    expect(isQueueExpiry(report)).toBe(true);
  });

  test('another status is no queue expiry; an address or a version is no status', async () => {
    const report = await read(ndrs.text.replace('#4.4.7', '#5.1.1 smtp;550 5.1.1 unknown'));
    expect(report.statuses.map(({ code, meaning }) => [code, meaning])).toEqual([
      ['5.1.1', 'other'],
      ['5.1.1', 'other'],
    ]);
    expect(isQueueExpiry(report)).toBe(false);
    for (const text of ['#4.4.7.1', 'version 5.0.6249', '192.4.4.7'])
      await expect(decodeEvidence(utf8(text))).rejects.toMatchObject({ code: 'evidence-unrecognized' });
  });
});

describe('replies', () => {
  const read = async (text: string): Promise<ReplyEvidence> => {
    const evidence = await decodeEvidence(utf8(text));
    if (evidence.kind !== 'reply') throw new Error(`read as ${evidence.kind}`);
    return evidence;
  };

  test('without the attribute the reply would plant the zero, and says what wrote it', async () => {
    const { replies: found, product, anomalies } = await read(replies.lacking);
    expect(product).toBe('-//Lotus Development Corporation//NONSGML Notes 8.5//EN');
    expect(found).toMatchObject([
      {
        attendee: 'bob@example.net',
        attendeeName: 'Miller; Bob:',
        participation: 'ACCEPTED',
        uid: '040000008200E00074C5B7101A82E008',
        sequence: 1,
        stamp: { time: at('2012-03-05T14:10:33Z'), zone: 'utc' },
        attendeeCriticalChange: undefined,
      },
    ]);
    expect(found.map(storesZeroTime)).toEqual([true]);
    expect(anomalies).toEqual([]);
  });

  test('with the attribute it does not; a zero in it does', async () => {
    const complete = (await read(replies.complete)).replies[0]!;
    expect(complete.attendeeCriticalChange?.time).toEqual(at('2012-03-05T14:10:33Z'));
    expect(complete.ownerCriticalChange?.text).toBe('20120301T090000Z');
    expect(storesZeroTime(complete)).toBe(false);
    expect(storesZeroTime((await read(replies.zero)).replies[0]!)).toBe(true);
  });

  test('a damaged attribute is there, and is not taken for a missing one', async () => {
    const text = replies.complete.replace('CHANGE:20120305T141033Z', 'CHANGE;X="a:20120305');
    const evidence = await read(text);
    expect(evidence.replies[0]?.attendeeCriticalChange).toMatchObject({ time: undefined });
    expect(evidence.anomalies.map(({ code }) => code)).toEqual(['ics-line-malformed']);
    expect(storesZeroTime(evidence.replies[0]!)).toBe(false);
  });

  test('in a mail', async () => {
    const evidence = await read(replies.mail);
    expect(evidence).toMatchObject({ sender: 'bob@example.net', replies: [{ participation: 'ACCEPTED' }] });
  });

  test('a meeting that Outlook saved gives the times of the rows, 1601 among them', async () => {
    const evidence = (await decodeEvidence(utf8(replies.saved))) as SavedMeeting;
    expect(evidence.kind).toBe('saved-meeting');
    const { attendees } = evidence.meetings[0]!;
    expect(attendees.map(({ responseTime }) => responseTime?.time?.kind)).toEqual([
      'zero',
      'time',
      undefined,
    ]);
    expect(attendees[1]).toMatchObject({ attendee: 'carla@example.net', participation: 'ACCEPTED' });
  });

  test('a proposal of another time is a tentative answer', async () => {
    const counter = replies.lacking
      .replace('METHOD:REPLY', 'METHOD:COUNTER')
      .replace('PARTSTAT=ACCEPTED', 'PARTSTAT=NEEDS-ACTION');
    const evidence = await read(counter);
    expect(evidence.replies).toMatchObject([{ attendee: 'bob@example.net', participation: 'TENTATIVE' }]);
    expect(evidence.replies.map(storesZeroTime)).toEqual([true]);
  });

  test('a request is sound, but no evidence', async () => {
    const request = replies.lacking.replace('METHOD:REPLY', 'METHOD:REQUEST');
    await expect(decodeEvidence(utf8(request))).rejects.toMatchObject({
      name: 'UnsupportedError',
      feature: 'calendar-method',
    });
  });
});

test('a mail whose text holds an event is read as that event', async () => {
  const mail = `From: olivia@example.com\nTo: admin@example.com\nSubject: what is this\n\n${eventTexts.block}`;
  expect(await decodeEvidence(utf8(mail))).toMatchObject({
    kind: 'event-log',
    events: [{ code: -2147467259 }],
  });
});

test('the name is in the message for what is none of these', async () => {
  await expect(decodeEvidence(utf8('x'), { name: 'notes.txt' })).rejects.toThrow(
    /^notes\.txt is not evidence/,
  );
});

test('files do not touch each other', async () => {
  const first = JSON.stringify(await decodeEvidence(logOf(3)));
  await decodeEvidence(utf8(eventTexts.savedCsv));
  expect(JSON.stringify(await decodeEvidence(logOf(3)))).toBe(first);
});

test.each(['evt', 'evtx', 'event-text', 'ndr', 'reply'] as const)(
  'some damaged inputs of %s: nothing but typed errors (npm run fuzz runs a million)',
  async (format) => {
    const { faults, read, refused } = await firstInputs(format, 500);
    expect(faults).toEqual([]);
    expect(read + refused).toBe(500);
  },
  120_000,
);
