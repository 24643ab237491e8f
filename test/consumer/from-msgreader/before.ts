// The program as it was, with @kenjiuno/msgreader and what takes HTML out of RTF.
import { createRequire } from 'node:module';
import { decompressRTF } from '@kenjiuno/decompressrtf';
import msgReader from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import iconv from 'iconv-lite';
import type { Told } from './told.js';

/** As `require` gives it: the declarations of this package fail under `exactOptionalPropertyTypes` where libraries are checked. */
interface RtfStreamParser {
  readonly deEncapsulateSync: (
    rtf: Buffer,
    options: { mode: 'html'; decode: (bytes: Buffer, encoding: string) => string },
  ) => { readonly text: string | Buffer };
}
const { deEncapsulateSync } = createRequire(import.meta.url)('rtf-stream-parser') as RtfStreamParser;

const MsgReader = msgReader.default;
type Reader = InstanceType<typeof MsgReader>;

export function toldBefore(bytes: Uint8Array): Told {
  const reader = new MsgReader(new Uint8Array(bytes).buffer);
  return toldOf(reader, reader.getFileData());
}

function toldOf(reader: Reader, fields: FieldsData): Told {
  const attachments = fields.attachments ?? [];
  return {
    subject: fields.subject ?? '',
    sender: `${fields.senderName ?? ''} <${fields.senderSmtpAddress ?? fields.senderEmail ?? ''}>`,
    sent: fields.clientSubmitTime === undefined ? '' : new Date(fields.clientSubmitTime).toISOString(),
    text: fields.body ?? '',
    html: htmlOf(fields),
    recipients: (fields.recipients ?? []).map(
      ({ recipType, name, smtpAddress, email }) =>
        `${recipType ?? ''} ${name ?? ''} <${smtpAddress ?? email ?? ''}>`,
    ),
    attachments: attachments
      .filter(({ innerMsgContent }) => innerMsgContent !== true)
      .map((attachment) => ({
        name: attachment.fileName ?? '',
        contentId: attachment.pidContentId ?? '',
        content: Buffer.from(reader.getAttachment(attachment).content).toString('base64'),
      })),
    embedded: attachments.flatMap(({ innerMsgContentFields }) =>
      innerMsgContentFields === undefined ? [] : [toldOf(reader, innerMsgContentFields)],
    ),
  };
}

function htmlOf({ bodyHtml, html, compressedRtf }: FieldsData): string {
  if (bodyHtml !== undefined) return bodyHtml;
  if (html !== undefined) return new TextDecoder().decode(html);
  if (compressedRtf === undefined) return '';
  const rtf = Buffer.from(decompressRTF([...compressedRtf]));
  const decode = (bytes: Buffer, encoding: string): string => iconv.decode(bytes, encoding);
  return String(deEncapsulateSync(rtf, { mode: 'html', decode }).text);
}
