import type { ReportDamage } from '../../damage/anomaly';
import type { DamageCode } from '../../damage/damage';
import { joinPath } from '../../damage/path';
import type { PropertyTable } from '../rows/property-table';
import type { NamedPropertyMap } from '../values/named-property';
import { formatTag, idOf, isNamedId } from '../values/property-type';
import type { MessageParts } from './stored-message';

/** Identifiers whose entry in the named-property map makes no sense, each with what is wrong. */
export type LostNames = ReadonlyMap<number, string>;

/** A named-property map, and what is wrong with entries that properties may use or not. */
export interface ReadNames {
  readonly map: NamedPropertyMap;
  readonly lost: LostNames;
}

/** A message that was read, and where it stands. */
export interface PlacedMessage extends Pick<MessageParts, 'properties' | 'recipients' | 'attachments'> {
  readonly place: { readonly path: string };
}

/** What is done when all messages of a file were read, before they let go of it. */
export type FinishReading = (messages: readonly PlacedMessage[]) => void;

/**
 * Reports the properties of messages that have an identifier without a name, each object's once: whether there are any is
 * known when all is read. Without `map`, only entries that are damaged are looked for. Gives the identifiers with such an
 * entry that no property has.
 */
export function reportLostNames(
  { map, lost }: { readonly map?: NamedPropertyMap; readonly lost: LostNames },
  messages: readonly PlacedMessage[],
  code: DamageCode,
  reportAt: (path: string) => ReportDamage,
): Set<number> {
  const unused = new Set(lost.keys());
  const isNameless = (id: number): boolean =>
    isNamedId(id) && (lost.has(id) || (map !== undefined && map.nameOf(id) === undefined));
  const search = (table: PropertyTable, pathOf: (row: number) => string): void => {
    for (let row = 0; row < table.rowCount; row++) {
      for (const tag of tagsIn(table, row, isNameless)) {
        unused.delete(idOf(tag));
        const why = lost.get(idOf(tag)) ?? 'the map has no entry for it';
        const message = `Property ${formatTag(tag)} has no name: ${why}`;
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

/** The tags of a row whose identifiers have no name, in their order. */
function tagsIn(table: PropertyTable, row: number, isNameless: (id: number) => boolean): Set<number> {
  const found = new Set<number>();
  for (let index = table.start(row); index < table.start(row + 1); index++)
    if (isNameless(idOf(table.tag(index)))) found.add(table.tag(index));
  return found;
}
