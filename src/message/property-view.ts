import { FileTime } from '../mapi/values/file-time';
import { toHex } from '../mapi/values/guid';
import type { PropertyDefinitions, ValuesOf } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';

/** What every object over a property store has beside its named values. */
interface PropertyView<Table extends PropertyDefinitions> {
  /** Every property, known or not: typed lookup, states, raw bytes and where they lie. */
  readonly properties: PropertyStore;
  /** The named values that are there, as a plain object: to spread, to post to a worker, for `console.table`. */
  toObject(): Partial<ValuesOf<Table>>;
  /** The same, ready for JSON: times as `FileTime.toJSON()`, 64-bit integers as decimal strings, bytes as hexadecimal. */
  toJSON(): Record<string, unknown>;
  /** @internal What `console.log` shows beside the named values. */
  held(): Record<string, unknown>;
}

/** The hook by which Node's `console.log` asks an object how it wants to be shown. */
const inspect = Symbol.for('nodejs.util.inspect.custom');

/** A class whose accessors are the rows of a property table. Its subclasses say where the properties come from. */
export type ViewClass<Table extends PropertyDefinitions> = abstract new () => ValuesOf<Table> &
  PropertyView<Table>;

/**
 * Makes the class whose accessors are the rows of a property table: each decodes when it is read for the first time.
 * Rules ask for the same cells again and again, and a store is searched from its beginning.
 */
/* @__NO_SIDE_EFFECTS__ */
export function viewOf<Table extends PropertyDefinitions>(table: Table): ViewClass<Table> {
  abstract class View {
    static {
      for (const [name, definition] of Object.entries(table)) {
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

    /** What was read so far; nothing is kept for a row that nobody looks at. */
    #values: Map<string, unknown> | undefined;

    abstract get properties(): PropertyStore;

    toObject(): Record<string, unknown> {
      const values: Record<string, unknown> = {};
      for (const [name, definition] of Object.entries(table)) {
        const value = this.properties.peek(definition);
        if (value !== undefined) values[name] = value;
      }
      return values;
    }

    toJSON(): Record<string, unknown> {
      return Object.fromEntries(
        Object.entries(this.toObject()).map(([name, value]) => [name, toJsonValue(value)]),
      );
    }

    held(): Record<string, unknown> {
      return {};
    }

    [inspect](): Record<string, unknown> {
      return { ...this.toObject(), ...this.held() };
    }
  }
  return View as unknown as ViewClass<Table>;
}

/** A value as JSON can hold it: nothing is rounded, and what JSON has no form for becomes text. */
export function toJsonValue(value: unknown): unknown {
  if (value instanceof FileTime) return value.toJSON();
  if (value instanceof Uint8Array) return toHex(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return Array.isArray(value) ? value.map(toJsonValue) : value;
}
