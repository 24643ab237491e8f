import type { PropertyDefinitions } from '../mapi/definitions/property';
import { formatTag } from '../mapi/values/property-type';
import type { PropertyStore } from '../mapi/rows/property-store';
import type { RawProperty } from '../mapi/values/raw-property';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import { toJsonValue } from '../message/named-object';
import type { Recipient } from '../message/recipient';

/** A row of a recipient table, ready for JSON: its named values and the fields below. */
export interface RecipientReport {
  readonly [name: string]: unknown;
  /** Every value by its tag, such as `5FFF0003`. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The names of the values that an export leaves out; absent if there are none. */
  readonly notCaptured?: readonly string[];
}

/** A row of a recipient table, ready for JSON. */
export function recipientReport(recipient: Recipient): RecipientReport {
  const { properties } = recipient;
  const left = namesNotCaptured(recipientProperties, properties);
  return {
    ...recipient.toJSON(),
    ...(left.length === 0 ? {} : { notCaptured: left }),
    properties: propertiesReport(properties),
  };
}

/** The names of the values that an export leaves out; absent if there are none. */
export function namesNotCaptured(
  table: PropertyDefinitions,
  properties: Pick<PropertyStore, 'state'>,
): string[] {
  return Object.entries(table).flatMap(([name, definition]) =>
    properties.state(definition) === 'not-captured' ? [name] : [],
  );
}

/** Bytes of a value without a name that are shown: larger ones may have been left in the file or not. */
const LARGEST = 65_536;

/** Every property by its tag; of a tag that occurs twice the first counts. */
function propertiesReport(store: PropertyStore): Record<string, unknown> {
  const values = new Map<string, unknown>();
  for (const property of store) {
    const tag = formatTag(property.tag);
    if (!values.has(tag)) values.set(tag, valueReport(store, property));
  }
  return Object.fromEntries(values);
}

function valueReport(store: PropertyStore, property: RawProperty): unknown {
  if (property.content === 'left-in-file') return { state: 'not-loaded', size: property.size };
  if (property.size > LARGEST) return { state: 'not-loaded', size: property.size }; // wherever the file is
  if (property.content === 'storage' || property.content === 'not-captured')
    return { state: property.content };
  const value = store.valueOf(property);
  return value === undefined ? { state: 'damaged', bytes: toJsonValue(property.bytes) } : toJsonValue(value);
}
