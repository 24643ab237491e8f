import { checkArgument } from '../../arguments/check';
import { attachmentContent } from '../../mapi/definitions/attachment-properties';
import type { ValuesOf } from '../../mapi/definitions/property';
import type { PropertyStore } from '../../mapi/rows/property-store';
import { aMessage } from '../../message/given-message';
import type { Attachment, Message } from '../../message/message';
import { fieldDefinitions } from './field-definitions';
import { structures } from './structure-fields';
import type { MsgReaderStructures } from './structure-fields';

/** The values that msgreader names, by its names. A value that an object lacks does not have a key. */
export type MsgReaderValues = ValuesOf<typeof fieldDefinitions>;

/**
 * What `getFileData()` of msgreader returns for a message, a recipient or an attachment: its `FieldsData` without the
 * fields that refer to its reader (`dataId`, `folderId`).
 */
export interface MsgReaderFileData extends MsgReaderValues, MsgReaderStructures {
  readonly dataType: 'msg' | 'attachment' | 'recipient';
  /** The recipients of a message, in the order of `message.recipients`. */
  readonly recipients?: MsgReaderFileData[];
  /** The attachments of a message, in the order of `message.attachments`, whose `read()` gives the content. */
  readonly attachments?: MsgReaderFileData[];
  /** The number of bytes of an attachment with content. */
  readonly contentLength?: number;
  /** Present on an attachment that contains a message. */
  readonly innerMsgContent?: true;
  /** The message in the attachment. */
  readonly innerMsgContentFields?: MsgReaderFileData;
}

/**
 * Gives a message in the form that `getFileData()` of `@kenjiuno/msgreader` returns. It is a first step of a migration:
 * code that reads these fields runs as before. Values that were left in the file are read, such as a large body.
 * Rejects with a `FormatError` if one of them is damaged; other damaged values do not have a key.
 *
 * Times are text, to the second, and values that are not among msgreader's hundred names are left out. The exact values
 * are still in `message`.
 */
export async function toMsgReaderFields(message: Message): Promise<MsgReaderFileData> {
  checkArgument('toMsgReaderFields', 'The message', message, aMessage);
  return fieldsOfMessage(message);
}

async function fieldsOfMessage(message: Message): Promise<MsgReaderFileData> {
  const recipients: MsgReaderFileData[] = [];
  for (const { properties } of message.recipients)
    recipients.push({ dataType: 'recipient', ...(await valuesOf(properties)) });
  const attachments: MsgReaderFileData[] = [];
  for (const attachment of message.attachments) attachments.push(await fieldsOfAttachment(attachment));
  return { dataType: 'msg', attachments, recipients, ...(await valuesOf(message.properties)) };
}

async function fieldsOfAttachment({ properties, embedded }: Attachment): Promise<MsgReaderFileData> {
  const content = properties.raw(attachmentContent);
  const isStream = content !== undefined && content.content !== 'storage';
  return {
    dataType: 'attachment',
    ...(await valuesOf(properties)),
    ...(isStream && { contentLength: content.size }),
    ...(embedded && { innerMsgContent: true, innerMsgContentFields: await fieldsOfMessage(embedded) }),
  };
}

async function valuesOf(properties: PropertyStore): Promise<MsgReaderValues & MsgReaderStructures> {
  const values: Record<string, unknown> = {};
  for (const [field, definition] of Object.entries(fieldDefinitions)) {
    if (properties.raw(definition) === undefined) continue;
    const value = await properties.load<unknown>(definition);
    if (value !== undefined) values[field] = value;
  }
  for (const [field, [definition, decode]] of Object.entries(structures)) {
    const bytes = properties.raw(definition) && (await properties.load(definition));
    const value = bytes && decode(bytes, properties.codePage);
    if (value !== undefined) values[field] = value;
  }
  return values;
}
