import { attachmentProperties } from '../mapi/definitions/attachment-properties';
import { messageProperties } from '../mapi/definitions/message-properties';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import type { Message } from './message';

/** Whether an export leaves out what the message is, so that it may or may not be a meeting. */
export function isClassNotCaptured({ messageClass, properties }: Message): boolean {
  return messageClass === undefined && properties.state(messageProperties.messageClass) === 'not-captured';
}

/** Why a recipient table may lack rows: an export leaves it out, or has one row alone. */
export function tableLeftOut({ notCaptured, recipients }: Message): readonly string[] {
  if (!notCaptured.includes('recipients')) return [];
  return [recipients.length === 0 ? 'the export leaves it out' : 'the export has only one row of it'];
}

/** Why a message may lack exceptions: an export leaves out the attachments, or what is in them. */
export function exceptionsLeftOut(message: Message): readonly string[] {
  const { notCaptured, attachments, recurring, properties } = message;
  if (isClassNotCaptured(message)) return []; // not even known to be a meeting
  const mayRecur = recurring ?? properties.state(messageProperties.recurring) === 'not-captured';
  if (notCaptured.includes('attachments') && mayRecur)
    return ['the export leaves out the attachments, and exceptions with them'];
  const exceptions = notCaptured.includes('embedded')
    ? attachments.filter((attachment) => attachment.embedded === undefined && isOfException(attachment))
    : [];
  return exceptions.length === 0 ? [] : ['the export has the exceptions in files of their own'];
}

/** Whether an attachment holds an exception, or does not tell. */
function isOfException({ properties }: Message['attachments'][number]): boolean {
  const flags = properties.peek(attachmentProperties.attachmentFlags);
  if (flags !== undefined) return flags !== 0;
  return properties.state(attachmentProperties.attachmentFlags) !== 'absent';
}

/** The columns by which a row is judged. */
const decisive = [
  'recipientType',
  'flags',
  'addressType',
  'emailAddress',
  'trackStatus',
  'trackStatusTime',
] as const;

/** A column by which a row is judged. */
export type DecisiveColumn = (typeof decisive)[number];

/** The columns by which rows are judged that an export leaves out, of one row or of all. */
export function columnsLeftOut({ recipients }: Message): readonly DecisiveColumn[] {
  const partial = recipients.filter(({ properties }) => properties.isPartial);
  return decisive.filter((name) =>
    partial.some(({ properties }) => properties.state(recipientProperties[name]) === 'not-captured'),
  );
}
