import { describe, expect, test } from 'vitest';
import { replyItem, reportItem } from '../../../samples/build/evidence-items';
import { meetingObjectId, ticks } from '../../../samples/build/meeting';
import type { Meeting } from '../../../samples/build/meeting';
import { decodeEvidence, MailboxEvidence } from '../../../src/evidence/index';
import { decodeMessage, diagnose } from '../../../src/index';
import type { Message, Verdict } from '../../../src/index';
import { writeEvt } from '../../support/evt-writer';
import { external, meeting } from '../../support/meetings';
import { writeMsg } from '../../support/msg-writer';
import type { WrittenMessage } from '../../support/msg-writer';

const SENT = ticks('2004-03-12T16:30');
const eve = { ...external, time: 0n };
const read = (message: WrittenMessage): Message => decodeMessage(writeMsg(message));

const sentCopy = (subject: string, number: number, submitted: bigint, more: Partial<Meeting> = {}): Message =>
  meeting([eve], {
    messageClass: 'IPM.Schedule.Meeting.Canceled',
    subject: `Canceled: ${subject}`,
    objectId: meetingObjectId(number),
    submitted,
    stateFlags: 7,
    responseStatus: 5,
    ...more,
  });

/** The verdicts on messages, each beside all others and a log with one failing message. */
async function verdicts(messages: readonly Message[], failedAt: string): Promise<(Verdict | undefined)[]> {
  const strings = ['EcGetMime', '-2147467259', 'a', '1-2A', '1-3F', ''];
  const log = await decodeEvidence(
    writeEvt({ events: [{ number: 1, time: Date.parse(failedAt) / 1000, strings }] }),
  );
  const mailbox = new MailboxEvidence();
  for (const message of messages) mailbox.add(message);
  return messages.map((message) => {
    const evidence = [log, ...mailbox.of(message)];
    return diagnose(message, { evidence, otherSubmissions: mailbox.otherSubmissions(message) }).verdict;
  });
}

describe('one message that failed confirms one item at most', () => {
  const MINUTE = 600_000_000n;
  const failed = '2004-03-12T16:31:00Z';
  const one = sentCopy('One', 1, SENT);

  test.each<[what: string, other: Message, expected: readonly Verdict[]]>([
    ['alone, beside one of another day', sentCopy('Two', 2, SENT + 1440n * MINUTE), ['confirmed', 'likely']],
    ['two of the same minute', sentCopy('Two', 2, SENT + 10_000_000n), ['likely', 'likely']],
    ['two within two minutes', sentCopy('Two', 2, SENT - MINUTE), ['likely', 'likely']],
    ['one that came after the failure', sentCopy('Two', 2, SENT + MINUTE + 1n), ['confirmed', 'likely']],
    ['two copies of the same message', sentCopy('One', 1, SENT), ['confirmed', 'confirmed']],
  ])('%s', async (_, other, expected) => {
    expect(await verdicts([one, other], failed)).toEqual(expected);
  });

  test('time alone confirms none, however few items there are', async () => {
    expect(await verdicts([meeting([eve])], failed)).toEqual(['likely']);
  });
});

describe('what may be about an item', () => {
  const reply = read(
    replyItem({
      attendee: external,
      answer: 'Pos',
      subject: 'Meeting',
      answered: SENT,
      objectId: meetingObjectId(),
    }),
  );
  const report = read(
    reportItem({ subject: 'Abgesagt: Meeting', submitted: SENT, reported: SENT, recipients: [external] }),
  );
  const mailbox = new MailboxEvidence();
  test('is found by the identifier, or by the subject behind a prefix', () => {
    expect([mailbox.add(reply)?.kind, mailbox.add(report)?.kind, mailbox.add(meeting([eve]))]).toEqual([
      'reply',
      'ndr',
      undefined,
    ]);
    expect(mailbox.of(meeting([eve])).map(({ kind }) => kind)).toEqual(['reply', 'ndr']);
    const renamed = meeting([eve], { subject: 'Moved' });
    expect(mailbox.of(renamed).map(({ kind }) => kind)).toEqual(['reply']);
    const other = meeting([eve], { subject: 'Lunch', objectId: meetingObjectId(7) });
    expect(mailbox.of(other)).toEqual([]);
  });

  test('a report is not of a meeting of the same subject, if the mailbox holds the message of another', () => {
    const held = new MailboxEvidence();
    held.add(sentCopy('Status', 1, SENT));
    const back = read(
      reportItem({ subject: 'Canceled: Status', submitted: SENT, reported: SENT, recipients: [external] }),
    );
    held.add(back);
    const of = (number: number) =>
      held.of(meeting([eve], { subject: 'Status', objectId: meetingObjectId(number) }));
    expect([of(1).length, of(2).length]).toEqual([1, 0]);
  });

  test('of a hundred meetings of one subject each gets its own replies only', () => {
    const many = new MailboxEvidence();
    for (let number = 0; number < 100; number++)
      many.add(
        read(
          replyItem({
            attendee: external,
            answer: 'Pos',
            subject: 'Status',
            answered: SENT,
            objectId: meetingObjectId(number),
          }),
        ),
      );
    expect(many.of(meeting([eve], { subject: 'Status', objectId: meetingObjectId(7) }))).toHaveLength(1);
  });

  test('each piece comes once', () => {
    const twice = meeting([eve], { subject: 'Canceled: Meeting', subjectPrefix: 'Canceled: ' });
    expect(mailbox.of(twice)).toHaveLength(2);
  });
});
