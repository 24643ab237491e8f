// The program as it is, with mapilint; rtf-stream-parser, which is installed, is used by `body()`.
import { decodeMessage } from 'mapilint';
import type { Attachment, Message } from 'mapilint';
import type { Told, ToldAttachment } from './told.js';

export function toldAfter(bytes: Uint8Array): Promise<Told> {
  return toldOf(decodeMessage(bytes));
}

async function toldOf(message: Message): Promise<Told> {
  const { text = '', html = '' } = await message.body();
  const {
    subject = '',
    senderName = '',
    senderSmtpAddress,
    senderEmailAddress = '',
    clientSubmitTime,
  } = message;
  const files = message.attachments.filter(({ embedded }) => embedded === undefined);
  return {
    subject,
    sender: `${senderName} <${senderSmtpAddress ?? senderEmailAddress}>`,
    sent: clientSubmitTime?.toDate()?.toISOString() ?? '',
    text,
    html,
    recipients: message.recipients.map(
      ({ recipientType = '', displayName = '', smtpAddress, emailAddress = '' }) =>
        `${recipientType} ${displayName} <${smtpAddress ?? emailAddress}>`,
    ),
    attachments: await Promise.all(files.map(attachmentOf)),
    embedded: await Promise.all(
      message.attachments.flatMap(({ embedded }) => (embedded === undefined ? [] : [toldOf(embedded)])),
    ),
  };
}

async function attachmentOf(attachment: Attachment): Promise<ToldAttachment> {
  const { longFileName = '', contentId = '' } = attachment;
  const content = Buffer.from((await attachment.read()) ?? []).toString('base64');
  return { name: longFileName, contentId, content };
}
