import { NameTable } from '../mapi/object/name-table';
import type { NamedPropertyMap, PropertyName } from '../mapi/values/named-property';
import { FIRST_NAMED_ID, LAST_NAMED_ID } from '../mapi/values/property-type';

/**
 * The named properties of one message. Each stands in the stream with its name, and its identifier there is the
 * writer's own: identifiers are given anew, in the order in which the names are met.
 * QUIRK: [MS-OXTNEF] 2.1.3.4 calls the tag's identifier that of the property; Exchange writes 0x8000 for all of them
 * (`ukr.eml_part2.dat` of MimeKit).
 */
export class MessageNames implements NamedPropertyMap {
  #table: NameTable | undefined;
  #next = FIRST_NAMED_ID;

  idsOf(name: PropertyName): readonly number[] {
    return this.#table?.idsOf(name) ?? [];
  }

  nameOf(id: number): PropertyName | undefined {
    return this.#table?.nameOf(id);
  }

  /** The identifier of a name, a new one if it has none; undefined if all have been given. */
  identify(name: PropertyName): number | undefined {
    this.#table ??= new NameTable();
    const [known] = this.#table.idsOf(name);
    if (known !== undefined) return known;
    if (this.#next > LAST_NAMED_ID) return undefined;
    this.#table.add(this.#next, name);
    return this.#next++;
  }
}
