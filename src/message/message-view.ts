import { messageProperties } from '../mapi/definitions/message-properties';
import type { PropertyDefinition } from '../mapi/definitions/property';
import type { KnownProperties, KnownPropertyName } from '../mapi/definitions/known-properties';
import type { PropertyStore } from '../mapi/rows/property-store';
import type { MessageAccessors } from './message-accessors';

/**
 * The accessors of a message's named values: each decodes when it is read for the first time. Rules ask for the same
 * values again and again, and a store is searched from its beginning.
 */
abstract class View {
  static {
    for (const [name, definition] of Object.entries<PropertyDefinition<unknown>>(messageProperties)) {
      Object.defineProperty(this.prototype, name, {
        enumerable: true,
        get(this: View) {
          const kept = (this.#values ??= new Map<string, unknown>());
          if (kept.has(name)) return kept.get(name);
          const value = this.properties.peek(definition);
          kept.set(name, value);
          return value;
        },
      });
    }
  }

  /** What was read so far; nothing is kept for a value that nobody looks at. */
  #values: Map<string, unknown> | undefined;

  /** Every property, known or not: typed access, states, raw bytes and their place in the file. */
  abstract get properties(): PropertyStore;

  /** A value by its name in MAPI or [MS-OXPROPS], such as `PR_IMPORTANCE`, if `mapilint/names` is loaded. */
  get<Name extends KnownPropertyName>(name: Name): KnownProperties[Name] | undefined {
    return this.properties.get(name);
  }
}

/** What `Message` extends: the accessors by their declarations, one for each row of `messageProperties`. */
export const MessageView = View as unknown as abstract new () => MessageAccessors & View;
