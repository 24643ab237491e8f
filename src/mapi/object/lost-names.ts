import type { ReportDamage } from '../../damage/anomaly';
import type { DamageCode } from '../../damage/damage';
import { joinPath } from '../../damage/path';
import type { PropertyTable } from '../rows/property-table';
import { formatTag, idOf } from '../values/property-type';
import type { MessageParts } from './stored-message';

/** Identifiers whose entry in the named-property map makes no sense, each with what is wrong. */
export type LostNames = ReadonlyMap<number, string>;

/** A message that was read, and where it stands. */
export interface PlacedMessage extends Pick<MessageParts, 'properties' | 'recipients' | 'attachments'> {
  readonly place: { readonly path: string };
}

/** What is done when all messages of a file were read, before they let go of it. */
export type FinishReading = (messages: readonly PlacedMessage[]) => void;

/**
 * Reports the properties of messages that have an identifier whose name is lost, each object's once: whether there are
 * any is known when all is read. Gives the identifiers that no property has.
 */
export function reportLostNames(
  lost: LostNames,
  messages: readonly PlacedMessage[],
  code: DamageCode,
  reportAt: (path: string) => ReportDamage,
): Set<number> {
  const unused = new Set(lost.keys());
  if (unused.size === 0) return unused;
  const search = (table: PropertyTable, pathOf: (row: number) => string): void => {
    for (let row = 0; row < table.rowCount; row++) {
      for (const tag of tagsIn(table, row, lost)) {
        unused.delete(idOf(tag));
        const message = `Property ${formatTag(tag)} has no name: ${lost.get(idOf(tag))}`;
        reportAt(pathOf(row))(code, message, { tag: formatTag(tag) });
      }
    }
  };
  for (const { place, properties, recipients, attachments } of messages) {
    search(properties, () => place.path);
    search(recipients, (row) => joinPath(place.path, `recipients[${row}]`));
    search(attachments.table, (row) => joinPath(place.path, `attachments[${row}]`));
  }
  return unused;
}

/** The tags of a row whose identifiers are lost, in their order. */
function tagsIn(table: PropertyTable, row: number, lost: LostNames): Set<number> {
  const found = new Set<number>();
  for (let index = table.start(row); index < table.start(row + 1); index++)
    if (lost.has(idOf(table.tag(index)))) found.add(table.tag(index));
  return found;
}
