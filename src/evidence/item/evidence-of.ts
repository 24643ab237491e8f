import { checkArgument } from '../../arguments/check';
import { aText } from '../../arguments/kinds';
import { aMessage } from '../../message/given-message';
import { isReportClass, meetingItemOf } from '../../message/meeting-class';
import type { Message } from '../../message/message';
import type { DeliveryReport } from '../ndr/delivery-report';
import type { ReplyEvidence } from '../reply/reply';
import { replyOfItem } from './reply-item';
import { reportOfItem } from './report-item';

/** The evidence in a message: a non-delivery report or a reply. */
export type ItemEvidence = DeliveryReport | ReplyEvidence;

/**
 * The evidence about other messages that a message contains: a non-delivery report (`REPORT.….NDR`), or an attendee's
 * answer (`IPM.Schedule.Meeting.Resp.…`). Undefined if the message is neither.
 */
export function evidenceOf(message: Message): ItemEvidence | undefined {
  checkArgument('evidenceOf', 'The message', message, aMessage);
  if (isReportClass(message.messageClass)) return reportOfItem(message);
  return meetingItemOf(message.messageClass) === 'reply' ? replyOfItem(message) : undefined;
}

/** Whether a message of this class is evidence about other messages. */
export function isEvidenceClass(messageClass: string | undefined): boolean {
  if (messageClass !== undefined) checkArgument('isEvidenceClass', 'The message class', messageClass, aText);
  return isReportClass(messageClass) || meetingItemOf(messageClass) === 'reply';
}
