import { concat } from '../bytes/concat';
import type { PropertyName } from '../mapi/values/named-property';
import { elementType, isMultiValued, typeOf, valueSize } from '../mapi/values/property-type';
import type { ExportText } from './export-text';
import { exactValue, guidIn } from './exact-value';
import type { ExactValue } from './exact-value';
import { exactValues, valuesOnOneLine } from './multiple-values';
import { attributeOf } from './markup';
import { shortText } from './exported-value';
import type { ExportedValue, ValueElement } from './exported-value';

/** A property as an export shows it: a `property` element and what stands in it. */
export interface ExportedProperty extends ExportedValue {
  /** The unit of the text at which it begins. */
  readonly at: number;
  readonly tag: number;
  /** How the tool calls the type that the tag has: `PT_LONG`. */
  readonly typeName: string | undefined;
  /** Several values, each in a row of its own; undefined: there are no rows. */
  readonly rows: readonly ExportedValue[] | undefined;
  /** How many rows the export says there are. */
  readonly count: number | undefined;
  readonly set: ValueElement | undefined;
  readonly name: ValueElement | undefined;
  /** Whether nothing in it was out of place, so that what is not there was not written. */
  readonly isWhole: boolean;
}

/** The values of a property of variable length that has several. */
export interface ExactItems {
  readonly items: readonly Uint8Array[];
}

/** The tag that a `property` element states, `0x5FFF0003`; undefined: none. */
export function statedTag(attributes: string): number | undefined {
  const stated = attributeOf(attributes, 'tag')?.trim() ?? '';
  return /^0x[0-9A-F]{5,8}$/i.test(stated) ? Number(stated) >>> 0 : undefined;
}

/** The value of a property as a store would have it. */
export function exactOf(text: ExportText, property: ExportedProperty): ExactValue | ExactItems {
  const type = typeOf(property.tag);
  if (!isMultiValued(type)) return exactValue(type, text, property);
  const element = elementType(type);
  if (property.rows !== undefined && property.count !== undefined && property.rows.length < property.count)
    return 'cut';
  const isShown = property.value !== undefined || property.alternative !== undefined;
  const shown = property.rows ?? (isShown ? valuesOnOneLine(text, property) : []);
  const values = shown === undefined ? 'malformed' : exactValues(element, text, shown);
  if (typeof values === 'string') return values;
  if ('unicode' in values) return 'left-out';
  return valueSize(element) === undefined ? { items: values } : concat(values);
}

const lid = /^id: (0x[0-9A-F]{1,8})=/i;
const quoted = /^sz: "(.*)"/s;

/**
 * The name of a property from 0x8000 up: `{00062002-…} = PSETID_Appointment` and `id: 0x8217=33303 = …`, or
 * `sz: "name"`. Undefined: it has none; `malformed`: what stands there is no name.
 */
export function exportedName(
  text: ExportText,
  { set, name }: ExportedProperty,
): PropertyName | 'malformed' | undefined {
  if (set === undefined && name === undefined) return undefined;
  const guid = guidIn(shortText(text, set));
  const shown = name === undefined ? undefined : text.decode(name.from, Math.min(name.to, name.from + 2048));
  if (guid === undefined || shown === undefined) return 'malformed';
  const number = lid.exec(shown)?.[1];
  if (number !== undefined) return { set: guid, name: Number(number) };
  const string = quoted.exec(shown)?.[1];
  return string === undefined ? 'malformed' : { set: guid, name: string };
}
