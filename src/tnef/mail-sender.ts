import type { Mailbox } from '../mapi/values/mailbox';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { propertyTag, PropertyType } from '../mapi/values/property-type';
import { encodeUtf16 } from '../mapi/values/utf16';

/** PidTagSentRepresentingName, PidTagSentRepresentingAddressType and PidTagSentRepresentingEmailAddress. */
const sentRepresenting = { name: 0x0042, type: 0x0064, address: 0x0065 };
/** PidTagSenderEmailAddress. */
const SENDER_ADDRESS = 0x0c1f;

/**
 * Adds who sent a message whose TNEF does not say: a mail's header has it, and [MS-OXTNEF] 2.1.2 leaves it to that. From
 * is for whom a mail is sent, [MS-OXCMAIL] 2.2.3.1.
 */
export function addSender(table: PropertyTableBuilder, { name, address }: Mailbox): void {
  if (table.hasInRow(sentRepresenting.address) || table.hasInRow(SENDER_ADDRESS)) return;
  addMissing(table, sentRepresenting.name, name);
  addMissing(table, sentRepresenting.type, 'SMTP');
  addMissing(table, sentRepresenting.address, address);
}

function addMissing(table: PropertyTableBuilder, id: number, text: string | undefined): void {
  if (text === undefined || table.hasInRow(id)) return;
  table.addValue(propertyTag(id, PropertyType.string), 0, encodeUtf16(text), undefined);
}
