import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  diagnosticCode,
  replyItem,
  reportItem,
  statusCode,
  supplementaryInfo,
} from '../../../samples/build/evidence-items';
import { meetingObjectId, ticks } from '../../../samples/build/meeting';
import { decodeEvidence, evidenceOf, isQueueExpiry, storesZeroTime } from '../../../src/evidence/index';
import type { DeliveryReport, ReplyEvidence } from '../../../src/evidence/index';
import { decodeMessage } from '../../../src/index';
import { writeMsg } from '../../support/msg-writer';
import type { WrittenMessage, WrittenProperty } from '../../support/msg-writer';
import { writeTnef } from '../../support/tnef-writer';

const bob = { name: 'Bob Miller', address: 'bob@partner.example' };
const ofBob = {
  subject: 'Canceled: Quarterly review',
  submitted: ticks('2004-03-12T16:30'),
  reported: ticks('2004-03-14T16:35'),
  recipients: [bob],
};
const accepted = {
  attendee: bob,
  answer: 'Pos',
  subject: 'Quarterly review',
  answered: ticks('2004-03-03T10:15'),
} as const;

const read = (message: WrittenMessage) => evidenceOf(decodeMessage(writeMsg(message)));
const report = (message: WrittenMessage) => read(message) as DeliveryReport;
const reply = (message: WrittenMessage) => read(message) as ReplyEvidence;

describe('a non-delivery report that is an item', () => {
  test('says whom what did not reach, and when it was sent', () => {
    expect(report(reportItem(ofBob))).toMatchObject({
      kind: 'ndr',
      statuses: [
        { code: '4.4.7', meaning: 'queue-expired', recipient: 'bob@partner.example', action: 'failed' },
      ],
      original: { subject: 'Canceled: Quarterly review', time: { zone: 'utc' } },
      time: { zone: 'utc' },
      anomalies: [],
    });
    expect(report(reportItem(ofBob)).original.time?.time.ticks).toBe(ofBob.submitted);
  });

  test.each<[string, readonly WrittenProperty[], string, boolean]>([
    ['PR_NDR_STATUS_CODE', [statusCode(447)], '4.4.7', true],
    ['another PR_NDR_STATUS_CODE', [statusCode(511)], '5.1.1', false],
    ['one of four digits', [statusCode(5710)], '5.7.10', false],
    [
      'PR_NDR_STATUS_CODE before the text',
      [statusCode(511), supplementaryInfo('<a #4.4.7>')],
      '5.1.1',
      false,
    ],
    ['PR_SUPPLEMENTARY_INFO', [supplementaryInfo('<mail1.example.com #5.1.1>')], '5.1.1', false],
    ['PR_REPORT_TEXT', [{ id: 0x1001, type: 0x001f, value: 'Too late.\r\n<a #4.4.7>' }], '4.4.7', true],
    ['PR_NDR_DIAG_CODE 5', [diagnosticCode(5)], '4.4.7', true],
    ['another PR_NDR_DIAG_CODE', [diagnosticCode(48)], 'diagnostic 48', false],
    ['nothing', [], 'unknown', false],
  ])('the code by %s', (_, why, code, isExpiry) => {
    const found = report(reportItem({ ...ofBob, why }));
    expect(found.statuses.map((status) => status.code)).toEqual([code]);
    expect(isQueueExpiry(found)).toBe(isExpiry);
  });

  test.each([
    ['REPORT.IPM.Schedule.Meeting.Request.NDR', true],
    ['report.ipm.note.ndr ', true],
    ['REPORT.IPM.Note.DR', false],
    ['REPORT.IPM.Note.IPNRN', false],
    ['REPORT.IPM.Note.IPNNRN', false],
    ['IPM.Note.NDR', false],
  ])('by its class: %s', (messageClass, isReport) => {
    expect(read(reportItem({ ...ofBob, messageClass })) !== undefined).toBe(isReport);
  });

  test('without rows its text speaks', () => {
    const body = `Not delivered.\r\n\r\n  Subject: Canceled: Quarterly review\r\n  Sent: 3/12/2004 4:30 PM\r\n\r\n  bob@partner.example on 3/14/2004 4:35 PM\r\n    <mail1.example.com #4.4.7>\r\n`;
    const { properties } = reportItem(ofBob);
    const kept = properties.filter(({ id }) => id === 0x001a);
    const found = report({ properties: [...kept, { id: 0x1000, type: 0x001f, value: body }] });
    expect(found.statuses).toMatchObject([{ code: '4.4.7', recipient: 'bob@partner.example' }]);
    expect(found.original.subject).toBe('Canceled: Quarterly review');
  });
});

describe('a reply that is an item', () => {
  test('says who answered what, and which system wrote it', () => {
    const found = reply(replyItem({ ...accepted, mailer: 'Lotus Notes Release 8.0 August 02, 2007' }));
    expect(found).toMatchObject({
      kind: 'reply',
      form: 'item',
      product: 'Lotus Notes Release 8.0 August 02, 2007',
      sender: 'bob@partner.example',
      replies: [{ attendee: 'bob@partner.example', attendeeName: 'Bob Miller', participation: 'ACCEPTED' }],
    });
    expect(found.replies.map(storesZeroTime)).toEqual([true]);
  });

  test.each([
    ['Neg', 'DECLINED'],
    ['Tent', 'TENTATIVE'],
  ] as const)('%s is %s', (answer, participation) => {
    expect(reply(replyItem({ ...accepted, answer })).replies).toMatchObject([{ participation }]);
  });

  test('PidLidAttendeeCriticalChange: a time is well, 0 and none plant the zero', () => {
    const plants = (criticalChange?: bigint) =>
      reply(
        replyItem({ ...accepted, ...(criticalChange === undefined ? {} : { criticalChange }) }),
      ).replies.map(storesZeroTime);
    expect([plants(), plants(0n), plants(accepted.answered)]).toEqual([[true], [true], [false]]);
  });

  test('one that may be lost to damage is not said to be missing', () => {
    const { properties } = replyItem(accepted);
    const nameless = { id: 0x8123, type: 0x0040, value: accepted.answered };
    const found = reply({ properties: [...properties, nameless] });
    expect(found.replies.map(storesZeroTime)).toEqual([false]);
    expect(found.replies[0]?.attendeeCriticalChange).toMatchObject({
      text: 'lost to damage',
      time: undefined,
    });
  });

  test('to an occurrence names its day', () => {
    const objectId = meetingObjectId();
    objectId.set([0x07, 0xd4, 3, 22], 16);
    expect(reply(replyItem({ ...accepted, objectId })).replies[0]?.recurrenceId).toBe('20040322');
  });
});

test('any other message is evidence of nothing', () => {
  const sick = decodeMessage(
    readFileSync(new URL('../../../samples/meetings/textbook-defect.msg', import.meta.url)),
  );
  expect(evidenceOf(sick)).toBeUndefined();
});

describe('decodeEvidence takes them as files', () => {
  test('.msg', async () => {
    expect(await decodeEvidence(writeMsg(reportItem(ofBob)))).toMatchObject({ kind: 'ndr' });
    expect(await decodeEvidence(writeMsg(replyItem(accepted)))).toMatchObject({
      kind: 'reply',
      form: 'item',
    });
  });

  test('TNEF', async () => {
    expect(await decodeEvidence(writeTnef(replyItem(accepted)))).toMatchObject({
      kind: 'reply',
      form: 'item',
    });
  });

  test('another message is refused by what it is', async () => {
    const sick = readFileSync(new URL('../../../samples/meetings/textbook-defect.msg', import.meta.url));
    await expect(decodeEvidence(sick, { name: 'x.msg' })).rejects.toThrow(
      /^x\.msg is not evidence .*\(IPM\.Appointment\)/,
    );
  });
});
