import { checkArgument } from '../../arguments/check';
import { attachmentContent } from '../../mapi/definitions/attachment-properties';
import type { ValuesOf } from '../../mapi/definitions/property';
import type { PropertyStore } from '../../mapi/rows/property-store';
import { aMessage } from '../../message/given-message';
import type { Attachment, Message } from '../../message/message';
import { fieldDefinitions } from './field-definitions';
import { structures } from './structure-fields';
import type { MsgReaderStructures } from './structure-fields';

/** The values that msgreader names, under its names; what an object lacks is no key. */
export type MsgReaderValues = ValuesOf<typeof fieldDefinitions>;

/**
 * What `getFileData()` of msgreader gives for a message, a recipient or an attachment; its `FieldsData` without what leads
 * back into its reader (`dataId`, `folderId`).
 */
export interface MsgReaderFileData extends MsgReaderValues, MsgReaderStructures {
  readonly dataType: 'msg' | 'attachment' | 'recipient';
  /** Of a message, in the order of `message.recipients`. */
  readonly recipients?: MsgReaderFileData[];
  /** Of a message, in the order of `message.attachments`, whose `read()` gives the content. */
  readonly attachments?: MsgReaderFileData[];
  /** Of an attachment with content: how many bytes. */
  readonly contentLength?: number;
  /** Of an attachment that holds a message. */
  readonly innerMsgContent?: true;
  /** The message in it. */
  readonly innerMsgContentFields?: MsgReaderFileData;
}

/**
 * A message in the shape that `getFileData()` of `@kenjiuno/msgreader` gives: a first step of a migration, after which code
 * that reads these fields runs as before. Values that were left in the file are read: a body may be large. Rejects with a
 * `FormatError` if one is damaged there; other damaged values are no key.
 *
 * Times are text to the second, and what is not among its hundred names is left out: the exact values stay at `message`.
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
