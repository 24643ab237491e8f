import type { PropertyStore } from '../mapi/rows/property-store';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import { tablesOf } from '../message/meeting-tables';
import type { Message } from '../message/message';
import { refuse } from './doubts';
import type { Replacement } from './repaired-bytes';

const TRACK_STATUS_TIME = recipientProperties.trackStatusTime;

/** Compares a copy with its original: the cells that were replaced, every other value, and the damage. */
export function proveRepair(original: Message, copy: Message, replacements: readonly Replacement[]): void {
  const after = new Map(replacements.map(({ row, after: time }) => [row.properties, time]));
  const tables = tablesOf(original);
  const copied = tablesOf(copy);
  const isProven =
    tables.length === copied.length &&
    JSON.stringify(original.anomalies) === JSON.stringify(copy.anomalies) &&
    tables.every(({ message }, index) => {
      const other = copied[index]?.message;
      return (
        other !== undefined &&
        areEqual(message.properties, other.properties) &&
        message.attachments.length === other.attachments.length &&
        message.attachments.every(({ properties }, row) => hasEqual(properties, other.attachments[row])) &&
        message.recipients.length === other.recipients.length &&
        message.recipients.every(({ properties }, row) => {
          const now = other.recipients[row];
          const time = after.get(properties);
          if (now === undefined) return false;
          if (time === undefined) return areEqual(properties, now.properties);
          return now.trackStatusTime?.ticks === time.ticks && areEqual(properties, now.properties, true);
        })
      );
    });
  if (!isProven) refuse('the copy does not read as expected');
}

/** Whether two objects have the same properties, but for the cell that was replaced. */
function areEqual(one: PropertyStore, other: PropertyStore, isRepaired = false): boolean {
  const others = Array.from(other);
  if (one.size !== others.length) return false;
  return Array.from(one).every((property, index) => {
    const now = others[index];
    if (now?.tag !== property.tag || now.flags !== property.flags || now.size !== property.size) return false;
    if (isRepaired && property.tag === one.raw(TRACK_STATUS_TIME)?.tag) return true;
    return property.bytes.every((byte, at) => byte === now.bytes[at]);
  });
}

function hasEqual(one: PropertyStore, other: { readonly properties: PropertyStore } | undefined): boolean {
  return other !== undefined && areEqual(one, other.properties);
}
