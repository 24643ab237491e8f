import type { FileTime } from '../mapi/values/file-time';
import { messageProperties } from '../mapi/definitions/message-properties';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import { ofId as tagged, text, time } from '../mapi/definitions/property';
import type { PropertyDefinition } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import { idOf } from '../mapi/values/property-type';

/** What a folder's contents table tells of an item. */
export interface ItemFields {
  readonly subject: string | undefined;
  readonly messageClass: string | undefined;
  /** When an appointment starts; of other items, when they were delivered or sent. */
  readonly start: FileTime | undefined;
}

/** The fields, where the item itself was looked at for what its folder does not tell. */
export interface PeekedFields extends ItemFields {
  /** Whether damage of the item may have cost some: reading it tells which. */
  readonly isDamaged: boolean;
}

const messageClass = tagged(0x001a, text);
const subject = tagged(0x0037, text);
/** Of an appointment PidLidAppointmentStartWhole, or PidTagStartDate; else when it was delivered or submitted. */
const starts: readonly PropertyDefinition<FileTime>[] = [
  messageProperties.appointmentStart,
  tagged(0x0060, time),
  tagged(0x0e06, time),
  tagged(0x0039, time),
];

/** Reads the fields from the row of a contents table, or from the message itself. */
export function itemFieldsOf(row: PropertyStore): ItemFields {
  const start = starts.map((definition) => row.peek(definition)).find((found) => found?.kind === 'time');
  return { subject: row.peek(subject), messageClass: row.peek(messageClass), start };
}

/** Which columns of a contents table are needed for that. */
export function neededColumns(tags: readonly number[], names: NamedPropertyMap): ReadonlySet<number> {
  const ids = [subject, messageClass, ...starts].flatMap(({ key }) =>
    typeof key === 'number' ? [key] : names.idsOf(key),
  );
  return new Set(tags.filter((tag) => ids.includes(idOf(tag))));
}
