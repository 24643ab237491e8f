import type { Mail } from '../eml/mail';
import type { MailPart } from '../eml/mail-parts';
import { ATTACH_DATA_OBJECT } from '../mapi/object/attachment-content';
import type { DecodedMessage } from '../mapi/object/decoded-message';
import type { MessageObject } from '../mapi/object/message-object';
import { StoredMessage } from '../mapi/object/stored-message';
import { emptyTable } from '../mapi/rows/empty-table';
import { ValuePlace } from '../mapi/rows/property-columns';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { UTF8 } from '../mapi/values/code-page';
import { noNames } from '../mapi/values/named-property';
import { propertyTag, PropertyType } from '../mapi/values/property-type';
import { encodeUtf16 } from '../mapi/values/utf16';

// [MS-OXCMAIL]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxcmail/b60d48db-183f-4bf5-a908-f584e62cb2d4

/** What a mail without TNEF is, [MS-OXCMAIL] 2.2.3.1. */
const NOTE = 'IPM.Note';
const EMBEDDED_MESSAGE = 5;

/** A message that a part of a mail is. */
export interface MailedMessage {
  readonly part: MailPart;
  readonly read: DecodedMessage;
}

/** A mail that carries several messages, as the message that it is itself: what is named of it, and those embedded. */
export function mailAsMessage(mail: Mail, messages: readonly MailedMessage[]): MessageObject {
  const properties = new PropertyTableBuilder(0, 1);
  addText(properties, 0x001a, NOTE);
  addText(properties, 0x0037, mail.subject);
  addText(properties, 0x0042, mail.from?.name);
  addText(properties, 0x0064, mail.from && 'SMTP');
  addText(properties, 0x0065, mail.from?.address);
  addText(properties, 0x1035, mail.messageId);
  properties.endRow();
  const attachments = new PropertyTableBuilder(0, messages.length);
  for (const { part } of messages) {
    addText(attachments, 0x3707, part.name);
    addText(attachments, 0x370e, part.type);
    attachments.addInline(propertyTag(0x3705, PropertyType.integer32), 0, EMBEDDED_MESSAGE, 0, undefined);
    attachments.addWithoutValue(ATTACH_DATA_OBJECT, 0, ValuePlace.storage);
    attachments.endRow();
  }
  const context = { codePage: UTF8, names: noNames };
  return new StoredMessage({
    properties: properties.finish(() => 'header', context),
    recipients: emptyTable,
    attachments: {
      table: attachments.finish(() => 'part', context),
      embedded: messages.map(({ read }) => read.message),
    },
    names: noNames,
    fallbackCodePage: () => ({ codePage: UTF8, by: 'default' }),
  });
}

function addText(table: PropertyTableBuilder, id: number, text: string | undefined): void {
  if (text === undefined) return;
  table.addValue(propertyTag(id, PropertyType.string), 0, encodeUtf16(text), undefined);
}
