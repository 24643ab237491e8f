import { UnsupportedError } from '../../damage/errors';
import type { MessageObject } from '../../mapi/object/message-object';
import type { PropertyStore } from '../../mapi/rows/property-store';
import { nameKey } from '../../mapi/values/named-property';
import type { PropertyName } from '../../mapi/values/named-property';
import { PS_INTERNET_HEADERS } from '../../mapi/values/property-sets';
import { FIRST_NAMED_ID, idOf, isNamedId, LAST_NAMED_ID } from '../../mapi/values/property-type';
import { nestedMessage } from './nested-message';

/**
 * The names that a message, its parts and what it embeds use, numbered anew in the order in which they occur. An
 * identifier without a name gets one behind those of the names, where the map has none either.
 */
export class NamesInUse {
  readonly names: PropertyName[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #nameless = new Map<number, number>();

  constructor(message: MessageObject) {
    for (const store of storesOf(message)) this.#collect(store);
    if (this.names.length + this.#nameless.size > LAST_NAMED_ID - FIRST_NAMED_ID + 1)
      throw new UnsupportedError('msg-size', `${this.names.length} names are more than a .msg can have`);
  }

  /** The new identifiers of an object, by those that it had. */
  idsOf(store: PropertyStore): ReadonlyMap<number, number> {
    const ids = new Map<number, number>();
    for (const [id, key] of keysOf(store)) {
      const number = key === undefined ? this.#behindNames(id) : this.#numbers.get(key);
      ids.set(id, FIRST_NAMED_ID + (number as number));
    }
    return ids;
  }

  #behindNames(id: number): number {
    return this.names.length + (this.#nameless.get(id) as number);
  }

  #collect(store: PropertyStore): void {
    for (const [id, key] of keysOf(store)) {
      if (key === undefined) {
        if (!this.#nameless.has(id)) this.#nameless.set(id, this.#nameless.size);
      } else if (!this.#numbers.has(key)) {
        this.#numbers.set(key, this.names.push(canonical(store.nameOf(id) as PropertyName)) - 1);
      }
    }
  }
}

/**
 * By what each named identifier of an object is numbered: undefined has no name. A map may give one name to several
 * identifiers, and an object have two of them: then both are kept, under identifiers that share the name again.
 */
function keysOf(store: PropertyStore): Map<number, string | undefined> {
  const keys = new Map<number, string | undefined>();
  const counts = new Map<string, number>();
  for (const { tag } of store) {
    const id = idOf(tag);
    if (!isNamedId(id) || keys.has(id)) continue;
    const name = store.nameOf(id);
    const key = name && nameKey(name);
    const count = (key !== undefined && counts.get(key)) || 0;
    if (key !== undefined) counts.set(key, count + 1);
    keys.set(id, key && `${count} ${key}`);
  }
  return keys;
}

/** Names of Internet headers are compared without case, and looked up by the sum of their small letters (2.2.3.2.2). */
function canonical({ set, name }: PropertyName): PropertyName {
  const upper = set.toUpperCase();
  const isHeader = upper === PS_INTERNET_HEADERS && typeof name === 'string';
  return { set: upper, name: isHeader ? name.toLowerCase() : name };
}

function* storesOf({
  properties,
  recipients,
  attachments,
}: MessageObject): Generator<PropertyStore, undefined> {
  yield properties;
  yield* recipients;
  for (const attachment of attachments) {
    yield attachment.properties;
    const nested = nestedMessage(attachment);
    if (nested !== undefined) yield* storesOf(nested);
  }
}
