import { describe, expect, test } from 'vitest';
import { describe as describeMeeting, ticks } from '../../../samples/build/meeting';
import type { Attendee, Meeting } from '../../../samples/build/meeting';
import { cancellationDelivery } from '../../../src/rules/index';
import { decodeMessage, diagnose } from '../../../src/index';
import type { Diagnosis, DiagnoseOptions, Message } from '../../../src/index';
import { reportItem } from '../../../samples/build/evidence-items';
import type { ReportItem } from '../../../samples/build/evidence-items';
import { decodeEvidence, evidenceOf } from '../../../src/evidence/index';
import type { Evidence } from '../../../src/evidence/index';
import { ndrs } from '../../support/evidence';
import { exceptionOf, external, internal, meeting, meetingOf } from '../../support/meetings';
import { writeEvt } from '../../support/evt-writer';
import { writeMsg } from '../../support/msg-writer';

// every meeting of these tests was last changed on 2004-03-12 at 16:30 UTC
const ZERO: Attendee = { ...external, time: 0n };
const UNANSWERED: Attendee = { name: 'Uma', address: 'uma@partner.example', status: 0 };

const evidenceOfText = (text: string): Promise<Evidence> => decodeEvidence(new TextEncoder().encode(text));

interface Failure {
  readonly time?: string;
  readonly call?: string;
  readonly code?: string;
  readonly mid?: string;
}

function strings({ call = 'EcGetMime', code = '-2147467259', mid = '1-3F' }: Failure): string[] {
  return [call, code, '3F2504E0-4F89-11D3-9A0C-0305E82C3301', '1-2A', mid, ''];
}

function evtOf(...failures: readonly Failure[]): Promise<Evidence> {
  const events = failures.map((failure, index) => ({
    number: index + 1,
    time: Date.parse(failure.time ?? '2004-03-12T16:40:00Z') / 1000,
    strings: strings(failure),
  }));
  return decodeEvidence(writeEvt({ events }));
}

function blockOf({ time = '3/12/2004 4:40:00 PM', ...failure }: Failure = {}): Promise<Evidence> {
  const [call, code, mdb, fid, mid] = strings(failure);
  const [date, ...clock] = time.split(' ');
  return evidenceOfText(`Event Type:\tWarning
Event Source:\tMSExchangeTransport
Event Category:\tExchange Store Driver
Event ID:\t327
Date:\t\t${date}
Time:\t\t${clock.join(' ')}
User:\t\tN/A
Computer:\tMAIL1
Description:
The following call : ${call} to the store failed. Error code : ${code}. MDB : ${mdb}. FID : ${fid}. MID : ${mid}. File : .
`);
}

function ndrOf({
  subject = 'Canceled: Meeting',
  sent = '3/12/2004 4:30 PM',
  to = 'eve@partner.example',
  status = '4.4.7',
} = {}) {
  return evidenceOfText(`Your message did not reach some or all of the intended recipients.

      Subject:\t${subject}
      Sent:\t${sent}

The following recipient(s) could not be reached:

      ${to} on 3/14/2004 4:35 PM
            Could not deliver the message in the time limit specified.  Please retry or contact your administrator.
            <mail1.example.com #${status}>
`);
}

const UID = '040000008200E00074C5B7101A82E00800000000008C2D649EFFC3010000000000000000'.concat(
  '10000000',
  '000102030405060708090A0B0C0D0E0F',
);

function calendarOf(method: string, attendee: string, ...lines: readonly string[]): Promise<Evidence> {
  return evidenceOfText(
    [
      'BEGIN:VCALENDAR',
      'PRODID:-//Example//Mail//EN',
      `METHOD:${method}`,
      'BEGIN:VEVENT',
      `UID:${UID}`,
      attendee,
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
}

const replyOf = (address: string, ...lines: readonly string[]) =>
  calendarOf('REPLY', `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`, ...lines);

const judge = (message: Message, evidence: readonly Evidence[], more: DiagnoseOptions = {}): Diagnosis =>
  diagnose(message, { rules: [cancellationDelivery], evidence, ...more });
const said = ({ results }: Diagnosis) => results.flatMap(({ evidence }) => evidence);
const codesOf = (diagnosis: Diagnosis): string[] => said(diagnosis).map(({ code }) => code);

/** A meeting whose only attendee has an error in the place of the time. */
function unreadable(): Message {
  const written = describeMeeting(meetingOf([{ ...external, time: undefined }]));
  const rows = (written.recipients ?? []).map((row, index) =>
    index === 0 ? row : [...row, { id: 0x5ffb, type: 0x000a, value: 0x8004010f | 0 }],
  );
  return decodeMessage(writeMsg({ ...written, recipients: rows }));
}

/** A cancellation as it stands in Sent Items, submitted at 16:30 unless told. */
const sentCopy = (changes: Partial<Meeting> = {}, attendees = [ZERO]): Message =>
  meeting(attendees, {
    messageClass: 'IPM.Schedule.Meeting.Canceled',
    subject: 'Canceled: Meeting',
    submitted: ticks('2004-03-12T16:30'),
    stateFlags: 7,
    responseStatus: 5,
    ...changes,
  });

describe('events', () => {
  test('one of the window is a reason and confirms nothing, whatever says when the item was sent', async () => {
    const log = await evtOf({}, { time: '2004-03-12T17:40:00Z' });
    for (const message of [
      meeting([ZERO]),
      meeting([ZERO], { modified: null, criticalChange: ticks('2004-03-12T16:30') }),
      sentCopy({ submitted: ticks('2004-03-12T16:00') }),
    ]) {
      const diagnosis = judge(message, [log]);
      expect(diagnosis.verdict).toBe('likely');
      expect(said(diagnosis)).toMatchObject([
        { verdict: 'this-defect', correlatedBy: 'time', source: 0, values: { attempts: 2 } },
      ]);
      expect(said(diagnosis)[0]?.message).toContain('this alone confirms nothing');
      expect(diagnosis.explanation?.settle).toMatch(/a non-delivery report with status 4\.4\.7/i);
    }
  });

  test('a sent copy is confirmed by its minute, if only one message failed in it', async () => {
    const at = (time: string, mid = '1-3F') => ({ time: `2004-03-12T${time}Z`, mid });
    const verdict = async (...failures: readonly Failure[]) =>
      judge(sentCopy(), [await evtOf(...failures)]).verdict;
    expect(await verdict(at('16:30:00'), at('16:40:00'))).toBe('confirmed');
    expect(await verdict(at('16:32:00'))).toBe('confirmed');
    expect(await verdict(at('16:31:00'), at('16:35:00', '1-40'))).toBe('confirmed'); // another one, later
    expect(await verdict(at('16:32:01'))).toBe('likely');
    expect(await verdict(at('16:29:59'), at('16:31:00'))).toBe('likely'); // its first failure was before
    expect(await verdict(at('16:31:00'), at('16:31:30', '1-40'))).toBe('likely'); // two messages
    expect(await verdict(at('16:31:00', ''))).toBe('likely'); // which message, it does not say
    const diagnosis = judge(sentCopy(), [await evtOf(at('16:31:00'))]);
    expect(said(diagnosis)[0]?.message).toContain('by its minute');
    expect(diagnosis.explanation?.why).toContain('the minute in which this item was submitted');
  });

  test('the minute is that of all logs together', async () => {
    const one = await evtOf({ time: '2004-03-12T16:31:00Z' });
    expect(judge(sentCopy(), [one]).verdict).toBe('confirmed');
    const another = await evtOf({ time: '2004-03-12T16:31:30Z', mid: '1-40' });
    expect(judge(sentCopy(), [one, another]).verdict).toBe('likely');
    const earlier = await evtOf({ time: '2004-03-12T14:31:00Z' });
    expect(judge(sentCopy(), [earlier, one]).verdict).toBe('likely');
  });

  test('no minute is known where the zone is not, and a calendar item has none', async () => {
    const log = await blockOf({ time: '3/12/2004 5:31:00 PM' });
    expect(judge(sentCopy(), [log]).verdict).toBe('likely');
    expect(judge(sentCopy(), [log], { eventTimeZone: '+01:00' }).verdict).toBe('confirmed');
    expect(judge(meeting([ZERO]), [await evtOf({ time: '2004-03-12T16:31:00Z' })]).verdict).toBe('likely');
  });

  test('a file whose times are those of saving does not say when it was sent, and nothing is said to be of another', async () => {
    const saved = ticks('2012-05-01T08:00');
    const message = meeting([ZERO], { created: saved, modified: saved + 20_000_000n });
    const diagnosis = judge(message, [await evtOf({})]);
    expect(codesOf(diagnosis)).toEqual(['item-without-time']);
    expect(said(diagnosis)[0]?.message).toContain('the file does not say when the item was last sent');
    expect(said(diagnosis)[0]?.message).not.toContain('another');
    expect(codesOf(judge(meeting([ZERO], { modified: null }), [await evtOf({})]))).toEqual([
      'item-without-time',
    ]);
  });

  test('whose else a failure may be depends on what says when the item was sent', async () => {
    const early = await evtOf({ time: '2004-03-12T16:29:59Z' });
    const late = await evtOf({ time: '2004-03-15T16:30:01Z' });
    const words = (message: Message, log: Evidence): string => said(judge(message, [log]))[0]?.message ?? '';
    expect(words(sentCopy(), early)).toContain('So it belongs to another message');
    expect(words(meeting([ZERO]), early)).toContain('may belong to an earlier update of this item');
    const change = { modified: null, criticalChange: ticks('2004-03-12T16:30') };
    expect(words(meeting([ZERO], change), early)).toContain('an earlier update of this item');
    for (const message of [sentCopy(), meeting([ZERO]), meeting([ZERO], change)])
      expect(words(message, late)).toContain('So it belongs to another message');
  });

  test('a time without zone is taken give or take 14 hours, in a zone exactly', async () => {
    const log = await blockOf({ time: '3/12/2004 8:30:00 AM' }); // Los Angeles: 16:30 UTC
    const wide = judge(meeting([ZERO]), [log]);
    expect(said(wide)[0]).toMatchObject({ values: { by: 'time-without-zone' } });
    expect(said(wide)[0]?.message).toContain('give or take 14 hours');
    const exact = judge(meeting([ZERO]), [log], { eventTimeZone: '-08:00' });
    expect(exact.verdict).toBe('likely');
    expect(said(exact)[0]?.message).toContain('zone -08:00');
    const other = judge(meeting([ZERO]), [log], { eventTimeZone: 'Europe/Berlin' });
    expect(other.verdict).toBe('likely');
    expect(codesOf(other)).toEqual(['event-elsewhere']);
  });

  test('one that fits only thanks to the 14 hours is no surer than in its zone', async () => {
    const log = await blockOf({ time: '3/12/2004 8:30:00 AM' });
    expect(judge(unreadable(), [log]).verdict).toBe('undetermined');
    expect(judge(unreadable(), [log], { eventTimeZone: '-08:00' }).verdict).toBe('possible');
    expect(judge(unreadable(), [log], { eventTimeZone: '+01:00' }).verdict).toBe('undetermined');
  });

  test('by its numbers, whatever the time, where the caller knows them', async () => {
    const log = await evtOf({ time: '2010-01-01T00:00:00Z' });
    expect(judge(meeting([ZERO]), [log]).verdict).toBe('likely');
    const known = judge(meeting([ZERO]), [log], { storeIds: { mid: '1-3f' } });
    expect(known.verdict).toBe('confirmed');
    expect(said(known)[0]?.message).toContain('by its numbers (MDB, FID, MID)');
  });

  test('a zone that does not exist is an error of the caller', () => {
    expect(() => judge(meeting([ZERO]), [], { eventTimeZone: 'Mars/Olympus' })).toThrow(TypeError);
  });

  test('another call or code is not this defect, names its article, and erases nothing', async () => {
    const log = await evtOf({ call: 'EcLocallyDeliverMsg', code: '-2147024882' }, { code: '-1' });
    const diagnosis = judge(meeting([ZERO]), [log]);
    expect(diagnosis.verdict).toBe('likely');
    expect(diagnosis.findings).toHaveLength(1);
    expect(said(diagnosis)).toMatchObject([
      {
        code: 'event-other-cause',
        verdict: 'not-this-defect',
        values: { article: 'https://support.microsoft.com/kb/951558' },
      },
      { code: 'event-other-failure', verdict: 'not-this-defect' },
    ]);
    expect(judge(meeting([external]), [log]).verdict).toBe('unlikely');
  });

  test('one that fits a row nobody can read makes it possible, and one that does not leaves it open', async () => {
    const fitting = judge(unreadable(), [await evtOf({})]);
    expect(fitting).toMatchObject({
      verdict: 'possible',
      findings: [{ code: 'store-failure', severity: 'warning' }],
    });
    expect(judge(unreadable(), [await evtOf({ time: '2009-01-01T00:00:00Z' })]).verdict).toBe('undetermined');
  });

  test('one that fits makes neither a healthy item nor one without external attendees sick', async () => {
    const log = await evtOf({});
    expect(judge(meeting([external]), [log]).verdict).toBe('unlikely');
    expect(judge(meeting([{ ...internal, time: 0n }]), [log]).verdict).toBe('possible');
    expect(judge(meeting([ZERO], { stateFlags: 3, responseStatus: 3 }), [log]).verdict).toBe('undetermined');
  });

  test('a log without such an event proves nothing, and says so', async () => {
    const log = await decodeEvidence(
      writeEvt({ events: [{ number: 1, time: 1_079_109_000, id: 1, source: 'Other', strings: ['x'] }] }),
    );
    expect(said(judge(meeting([ZERO]), [log]))[0]).toMatchObject({
      code: 'events-silent',
      verdict: 'silent',
    });
  });
});

describe('non-delivery reports', () => {
  const cases: readonly [what: string, change: Parameters<typeof ndrOf>[0], code: string, verdict: string][] =
    [
      ['of this update', {}, 'report-fits', 'confirmed'],
      ['another subject', { subject: 'Canceled: Lunch' }, 'report-elsewhere', 'likely'],
      ['somebody else', { to: 'zoe@partner.example' }, 'report-elsewhere', 'likely'],
      ['a day later, of a calendar item', { sent: '3/13/2004 4:30 PM' }, 'report-fits', 'confirmed'],
      ['before the item was created', { sent: '2/27/2004 4:30 PM' }, 'report-elsewhere', 'likely'],
      ['no word of a subject', { subject: 'Canceled: A Meeting' }, 'report-elsewhere', 'likely'],
      ['a reply', { subject: 'RE: Meeting' }, 'report-elsewhere', 'likely'],
      ['a forwarded one', { subject: 'WG: Meeting' }, 'report-elsewhere', 'likely'],
      ['one more prefix', { subject: 'FW: Canceled: Meeting' }, 'report-elsewhere', 'likely'],
      ['the same ending', { subject: 'Project: Meeting' }, 'report-elsewhere', 'likely'],
      ['the bare subject', { subject: 'Meeting' }, 'report-fits', 'confirmed'],
      ['in another language', { subject: 'Annulé : Meeting' }, 'report-fits', 'confirmed'],
      ['another status', { status: '5.1.1' }, 'report-other-status', 'likely'],
    ];
  test.each(cases)('%s', async (_, change, code, verdict) => {
    const diagnosis = judge(meeting([ZERO]), [await ndrOf(change)]);
    expect(codesOf(diagnosis)).toEqual([code]);
    expect(diagnosis.verdict).toBe(verdict);
  });

  const statusMail = (recipient: string, action: string): Promise<Evidence> =>
    evidenceOfText(
      ndrs.mail
        .replace('rfc822;bob@example.net', recipient)
        .replace('Action: failed', `Action: ${action}`)
        .replace('Canceled: Quarterly review', 'Canceled: Meeting')
        .replace('Mon, 5 Mar 2012 14:10:00', 'Fri, 12 Mar 2004 16:35:00'),
    );

  test('a recipient in angle brackets is the same recipient', async () => {
    const diagnosis = judge(meeting([ZERO]), [await statusMail('RFC822;<Eve@Partner.Example>', 'failed')]);
    expect(codesOf(diagnosis)).toEqual(['report-fits']);
    expect(diagnosis.verdict).toBe('confirmed');
  });

  test('a warning of a delay says nothing: the message is still tried', async () => {
    const diagnosis = judge(meeting([ZERO]), [await statusMail('rfc822;eve@partner.example', 'delayed')]);
    expect(said(diagnosis)).toMatchObject([{ code: 'report-delayed', verdict: 'silent' }]);
    expect(diagnosis.verdict).toBe('likely');
  });

  test('of a sent copy the minute decides, in a zone that is known', async () => {
    const verdict = async (sent: string, options: DiagnoseOptions = {}) =>
      judge(sentCopy(), [await ndrOf({ sent })], options).verdict;
    const utc = { eventTimeZone: 'UTC' };
    expect(await verdict('3/12/2004 4:30 PM', utc)).toBe('confirmed');
    expect(await verdict('3/12/2004 4:33 PM', utc)).toBe('likely');
    expect(await verdict('3/13/2004 4:30 PM', utc)).toBe('likely');
    // without a zone it may be that minute, and is no surer than with one
    for (const sent of ['3/12/2004 4:30 PM', '3/12/2004 8:30 AM', '3/12/2004 10:15 PM']) {
      const diagnosis = judge(sentCopy(), [await ndrOf({ sent })]);
      expect([diagnosis.verdict, ...codesOf(diagnosis)]).toEqual(['likely', 'report-fits-some-zone']);
    }
    expect(codesOf(judge(sentCopy(), [await ndrOf({ sent: '3/12/2004 4:33 PM' })]))).toEqual([
      'report-elsewhere',
    ]);
    expect(await verdict('3/12/2004 8:30 AM', { eventTimeZone: '+01:00' })).toBe('likely');
    expect(await verdict('3/12/2004 5:30 PM', { eventTimeZone: '+01:00' })).toBe('confirmed');
  });

  test('nothing that fits subject and recipient is turned away by the time of saving', async () => {
    const saved = ticks('2012-05-01T08:00');
    for (const change of [{ created: saved, modified: saved }, { modified: ticks('2004-03-20T08:00') }])
      expect(judge(meeting([ZERO], change), [await ndrOf()]).verdict).toBe('confirmed');
  });

  test("the item's own prefix counts, unless it is that of a reply", async () => {
    const own = (subjectPrefix: string) =>
      meeting([ZERO], { subject: `${subjectPrefix}Meeting`, subjectPrefix });
    expect(judge(own('Frestað: '), [await ndrOf({ subject: 'Frestað: Meeting' })]).verdict).toBe('confirmed');
    expect(judge(own('Frestað: '), [await ndrOf({ subject: 'Meeting' })]).verdict).toBe('confirmed');
    expect(judge(own('FW: '), [await ndrOf({ subject: 'Meeting' })]).verdict).toBe('likely');
  });

  test('one that names no recipient is a reason', async () => {
    const text = `Not delivered.\n\n  Subject: Canceled: Meeting\n\n<mail1.example.com #4.4.7>\n`;
    const diagnosis = judge(meeting([ZERO]), [await evidenceOfText(text)]);
    expect(said(diagnosis)).toMatchObject([{ code: 'report-fits-subject', correlatedBy: 'subject' }]);
    expect(diagnosis.verdict).toBe('likely');
  });

  test('one that names somebody of an exception confirms that one only', async () => {
    const xena = { ...ZERO, name: 'Xena', address: 'xena@partner.example' };
    const message = meeting([ZERO], { exceptions: [exceptionOf([xena])] });
    const diagnosis = judge(message, [await ndrOf({ to: 'xena@partner.example' })]);
    expect(diagnosis.verdict).toBe('confirmed');
    expect(diagnosis.unreached.map(({ attendees }) => attendees)).toMatchObject([[{ name: 'Xena' }]]);
  });

  test('its rivals are named, unless an event says the same', async () => {
    const alone = judge(meeting([ZERO]), [await ndrOf()]);
    for (const article of ['941060', '950757', '284204']) expect(alone.explanation?.why).toContain(article);
    const both = judge(meeting([ZERO]), [await ndrOf(), await evtOf({})]);
    expect(both.verdict).toBe('confirmed');
    expect(both.explanation?.why).not.toContain('941060');
  });

  test('of an item only what came back of an update, to somebody outside', () => {
    const item = (change: Partial<ReportItem>) =>
      evidenceOf(
        decodeMessage(
          writeMsg(
            reportItem({
              subject: 'Canceled: Meeting',
              submitted: ticks('2004-03-12T16:30'),
              reported: ticks('2004-03-14T16:30'),
              recipients: [external],
              ...change,
            }),
          ),
        ),
      ) as Evidence;
    const verdict = (change: Partial<ReportItem>, message = sentCopy()): string | undefined =>
      judge(message, [item(change)]).verdict;
    const ofClass = (inner: string) => ({ messageClass: `REPORT.${inner}.NDR` });
    expect(verdict({})).toBe('confirmed');
    expect(verdict(ofClass('IPM.Schedule.Meeting.Request'))).toBe('likely'); // of the request, not of this cancellation
    expect(verdict(ofClass('IPM.Schedule.Meeting.Request'), meeting([ZERO]))).toBe('confirmed');
    for (const inner of ['IPM.Note', 'IPM.TaskRequest', 'IPM.Schedule.Meeting.Resp.Pos'])
      expect(verdict(ofClass(inner), meeting([ZERO])), inner).toBe('likely');
    const inside = { ...internal, name: 'Ian' };
    expect(verdict({ recipients: [inside] }, meeting([ZERO, inside]))).toBe('likely');
    expect(
      verdict({ recipients: [{ name: 'Olivia Organizer', address: 'olivia@example.com' }] }, meeting([ZERO])),
    ).toBe('likely');
  });

  test('the subject of an exception is one of the item', async () => {
    const message = meeting([ZERO], { exceptions: [exceptionOf([ZERO], { subject: 'Moved' })] });
    expect(judge(message, [await ndrOf({ subject: 'Canceled: Moved' })]).verdict).toBe('confirmed');
  });

  test('a warning of a delay in a text', async () => {
    const text = `THIS IS A WARNING MESSAGE ONLY\n\n  Subject: Canceled: Meeting\n\n  eve@partner.example on 3/13/2004 4:35 PM\n  <mail1.example.com #4.4.7>\n`;
    const diagnosis = judge(meeting([ZERO]), [await evidenceOfText(text)]);
    expect([diagnosis.verdict, ...codesOf(diagnosis)]).toEqual(['likely', 'report-delayed']);
  });

  test('4.4.7 alone is no proof of anything', async () => {
    const bare = await evidenceOfText(
      'Could not deliver the message in the time limit specified.\n<mail1.example.com #4.4.7>\n',
    );
    const diagnosis = judge(meeting([ZERO]), [bare]);
    expect(diagnosis.verdict).toBe('likely');
    expect(said(diagnosis)[0]).toMatchObject({ code: 'report-nameless', verdict: 'not-this-item' });
  });
});

describe('answers', () => {
  test('of somebody whose row does not know of it: the status is lost', async () => {
    const diagnosis = judge(meeting([UNANSWERED]), [await replyOf('UMA@partner.example')]);
    expect(diagnosis).toMatchObject({
      verdict: 'possible',
      findings: [{ code: 'status-lost', severity: 'warning', path: 'recipients[1]' }],
    });
    expect(said(diagnosis)).toMatchObject([{ code: 'reply-fits', verdict: 'replied' }]);
  });

  test('by the word of the caller too; nobody else’s, and a row with a time stays healthy', () => {
    expect(judge(meeting([UNANSWERED]), [], { replied: [' Uma@Partner.Example'] }).verdict).toBe('possible');
    const wrong = judge(meeting([UNANSWERED]), [], { replied: ['zoe@partner.example'] });
    expect(wrong.verdict).toBe('unlikely');
    expect(codesOf(wrong)).toEqual(['named-is-nobody']);
    expect(judge(meeting([external]), [], { replied: ['eve@partner.example'] }).verdict).toBe('unlikely');
  });

  test('to another meeting, or of nobody in the table, say nothing', async () => {
    const other = await replyOf('uma@partner.example');
    if (other.kind !== 'reply') throw new Error('no reply');
    const moved = {
      ...other,
      replies: other.replies.map((reply) => ({ ...reply, uid: 'other@example.com' })),
    };
    for (const [reply, code] of [
      [moved, 'reply-elsewhere'],
      [await replyOf('zoe@partner.example'), 'reply-of-nobody'],
    ] as const) {
      const diagnosis = judge(meeting([UNANSWERED]), [reply]);
      expect(diagnosis.verdict).toBe('unlikely');
      expect(codesOf(diagnosis)).toEqual([code]);
    }
  });

  test('to one occurrence concern that one only', async () => {
    const message = (attendees: readonly Attendee[]): Message =>
      meeting([external], { exceptions: [exceptionOf(attendees)] } satisfies Partial<Meeting>);
    const ofOccurrence = await replyOf('uma@partner.example', 'RECURRENCE-ID:20040322T140000Z');
    const ofOther = await replyOf('uma@partner.example', 'RECURRENCE-ID:20040329T140000Z');
    expect(judge(message([UNANSWERED]), [ofOccurrence])).toMatchObject({
      verdict: 'possible',
      findings: [{ path: 'embedded[0].recipients[1]' }],
    });
    expect(judge(message([UNANSWERED]), [ofOther]).verdict).toBe('unlikely');
  });
});

describe('a meeting saved as .ics', () => {
  const saved = (time: string) =>
    calendarOf('PUBLISH', `ATTENDEE;PARTSTAT=ACCEPTED;X-MS-OLK-RESPTIME=${time}:mailto:eve@partner.example`);

  test('gives the time of a row that cannot be read, if it is the zero', async () => {
    const zero = judge(unreadable(), [await saved('16010101T000000Z')]);
    expect(zero).toMatchObject({
      verdict: 'likely',
      findings: [{ code: 'saved-time-zero', severity: 'error' }],
    });
    expect(codesOf(zero)).toEqual(['saved-time-is-zero']);
    const real = judge(unreadable(), [await saved('20040303T101500Z')]);
    expect(real.verdict).toBe('undetermined');
    expect(codesOf(real)).toEqual(['saved-time-is-real']);
  });

  test('knows that an attendee has answered whose row does not', async () => {
    const row = { ...external, status: 0, time: undefined };
    expect(judge(meeting([row]), [await saved('20040303T101500Z')]).verdict).toBe('possible');
  });
});

test('whatever evidence says is said in words', async () => {
  const all = [
    await evtOf({}, { code: '-1', mid: '9' }),
    await blockOf(),
    await ndrOf(),
    await replyOf('eve@partner.example'),
  ];
  for (const message of [meeting([ZERO]), meeting([external]), unreadable()]) {
    for (const { message: words, code } of said(judge(message, all))) {
      expect(words, code).not.toMatch(/undefined|NaN|\[object/);
      expect(words.length, code).toBeGreaterThan(20);
    }
  }
});
