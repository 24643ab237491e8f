// Reports and replies as Outlook keeps them: items that are evidence beside a meeting.

import type { WrittenMessage, WrittenProperty } from '../../test/support/msg-writer';
import { meetingObjectId } from './meeting';
import type { Attendee } from './meeting';
import { binary, long, scheduling, text, time } from './sound-meeting';

export interface ReportItem {
  /** Of the message that was not delivered. */
  readonly subject: string;
  readonly submitted: bigint;
  readonly reported: bigint;
  readonly recipients: readonly Pick<Attendee, 'name' | 'address' | 'addressType'>[];
  /** Default `REPORT.IPM.Schedule.Meeting.Canceled.NDR`. */
  readonly messageClass?: string;
  /** How a row says why. Default: PR_SUPPLEMENTARY_INFO with #4.4.7. */
  readonly why?: readonly WrittenProperty[];
}

export const supplementaryInfo = (info: string): WrittenProperty => text(0x0c1b, info);
export const statusCode = (code: number): WrittenProperty => long(0x0c20, code);
export const diagnosticCode = (code: number): WrittenProperty => long(0x0c05, code);

/** A non-delivery report. */
export function reportItem(report: ReportItem): WrittenMessage {
  const { subject, submitted, reported, recipients } = report;
  const { messageClass = 'REPORT.IPM.Schedule.Meeting.Canceled.NDR', why } = report;
  return {
    properties: [
      text(0x001a, messageClass),
      text(0x0037, `Undeliverable: ${subject}`),
      text(0x0042, 'System Administrator'),
      text(0x0049, subject),
      time(0x004e, submitted),
      time(0x0032, reported),
      time(0x0e06, reported),
      long(0x340d, 0x40000),
    ],
    recipients: recipients.map(({ name, address, addressType = 'SMTP' }) => [
      long(0x0c15, 1),
      text(0x3001, name),
      text(0x3002, addressType),
      text(0x3003, address),
      long(0x0ffe, 6),
      long(0x0c04, 0),
      time(0x0032, reported),
      ...(why ?? [supplementaryInfo('<mail1.example.com #4.4.7>')]),
    ]),
  };
}

export interface ReplyItem {
  readonly attendee: Pick<Attendee, 'name' | 'address'>;
  readonly answer: 'Pos' | 'Neg' | 'Tent';
  readonly subject: string;
  readonly answered: bigint;
  /** PidLidAttendeeCriticalChange; left out: the reply lacks it. */
  readonly criticalChange?: bigint;
  /** X-Mailer of the mail that brought it. */
  readonly mailer?: string;
  /** Received of that mail. */
  readonly received?: string;
  /** What tells its meeting. Default: that of all meetings in `meeting.ts`. */
  readonly objectId?: Uint8Array;
}

const words = { Pos: 'Accepted', Neg: 'Declined', Tent: 'Tentative' } as const;

/** An attendee's answer. */
export function replyItem(reply: ReplyItem): WrittenMessage {
  const { attendee, answer, subject, answered, criticalChange } = reply;
  const { name, address } = attendee;
  return {
    properties: [
      text(0x001a, `IPM.Schedule.Meeting.Resp.${answer}`),
      text(0x0037, `${words[answer]}: ${subject}`),
      ...[0x0042, 0x0c1a].map((id) => text(id, name)),
      ...[0x0064, 0x0c1e].map((id) => text(id, 'SMTP')),
      ...[0x0065, 0x0c1f].map((id) => text(id, address)),
      time(0x0039, answered),
      time(0x0e06, answered),
      long(0x340d, 0x40000),
      text(0x007d, header(reply)),
      binary(scheduling(0x0003), reply.objectId ?? meetingObjectId()),
      binary(scheduling(0x0023), reply.objectId ?? meetingObjectId()),
      ...(criticalChange === undefined ? [] : [time(scheduling(0x0001), criticalChange)]),
    ],
    recipients: [],
  };
}

function header({ attendee, subject, answer, mailer, received }: ReplyItem): string {
  const fields = [
    ...(received === undefined ? [] : [`Received: ${received}`]),
    `From: ${attendee.name} <${attendee.address}>`,
    `Subject: ${words[answer]}: ${subject}`,
    ...(mailer === undefined ? [] : [`X-Mailer: ${mailer}`]),
  ];
  return `${fields.join('\r\n')}\r\n`;
}
