import { plural } from '../rules/wording';
import { FileTime } from '../mapi/values/file-time';
import { toHex } from '../mapi/values/guid';
import type { PropertyName } from '../mapi/values/named-property';
import type { PropertyNames, ValueLabels } from '../mapi/names/index';
import type { PropertyStore } from '../mapi/rows/property-store';
import type { Origin, RawProperty } from '../mapi/values/raw-property';
import { formatTag, idOf, typeOf } from '../mapi/values/property-type';
import type { PropertyValue } from '../mapi/values/property-value';
import { toJsonValue } from '../message/named-object';
import { shorten, visible } from './layout';

/** A property as MFCMAPI's property pane shows it. */
export interface PropertyReport {
  /** The tag, as eight upper-case hexadecimal digits. */
  readonly tag: string;
  /** All known names, the preferred one first. */
  readonly names: readonly string[];
  /** The name that the file itself gives to a property of 0x8000 or above. */
  readonly named: {
    readonly set: string;
    readonly setName: string | null;
    readonly name: number | string;
  } | null;
  /** The names of the type, such as `PT_LONG` and `PtypInteger32`. */
  readonly type: readonly string[];
  readonly state: 'present' | 'unlisted' | 'damaged' | 'not-loaded' | 'storage' | 'not-captured';
  /** The value, in the form that `docs/json.md` describes; null unless the state is `present` or `unlisted`. */
  readonly value: unknown;
  /** What the number means: the names of a value or of its bits, and the bits without a name. */
  readonly labels: readonly string[];
  readonly rest: number;
  /** The bytes of the value in hexadecimal; empty if they are still in the file. */
  readonly raw: string;
  readonly size: number;
  /** The container's flags: 1 mandatory, 2 readable, 4 writable. */
  readonly flags: number;
  readonly origin: Origin;
}

/**
 * Reports every property of an object with all that is known about it. You pass the names, because they are much data.
 */
export function toPropertyReports(store: PropertyStore, names: PropertyNames): PropertyReport[] {
  return Array.from(store, (property) => reportOf(store, property, names));
}

function reportOf(store: PropertyStore, property: RawProperty, names: PropertyNames): PropertyReport {
  const { tag, flags, bytes, size, origin } = property;
  const named = store.nameOf(idOf(tag));
  const value = valueOf(store, property);
  const known = named === undefined ? names.ofTag(tag) : names.ofNamed(named);
  const { labels, rest } = meaningOf(names, named ?? tag, value);
  return {
    tag: formatTag(tag),
    names: known?.names ?? [],
    named: named === undefined ? null : { ...named, setName: names.ofSet(named.set) ?? null },
    type: names.ofType(typeOf(tag)) ?? [],
    state: stateOf(property, value),
    value: value === undefined ? null : toJsonValue(value),
    labels,
    rest,
    raw: toHex(bytes),
    size,
    flags,
    origin,
  };
}

function meaningOf(
  names: PropertyNames,
  property: number | PropertyName,
  value: PropertyValue | undefined,
): ValueLabels {
  const meaning = typeof value === 'number' ? names.labelsOf(property, value) : undefined;
  return meaning ?? { labels: [], rest: 0, undocumented: [] };
}

function valueOf(store: PropertyStore, property: RawProperty): PropertyValue | undefined {
  return property.content === 'left-in-file' ? undefined : store.valueOf(property);
}

function stateOf(
  { content, isUnlisted }: RawProperty,
  value: PropertyValue | undefined,
): PropertyReport['state'] {
  if (content === 'left-in-file') return 'not-loaded';
  if (content === 'storage' || content === 'not-captured') return content;
  if (value === undefined) return 'damaged';
  return isUnlisted === true ? 'unlisted' : 'present';
}

const MAX_TEXT = 160;
const MAX_RAW = 64;

/**
 * Formats properties as text: names, type, value and its meaning; below them, the raw bytes and their place in the
 * file.
 */
export function formatProperties(
  store: PropertyStore,
  names: PropertyNames,
  isWanted: (report: PropertyReport) => boolean = () => true,
): string {
  return Array.from(store, (property) => ({
    report: reportOf(store, property, names),
    value: valueOf(store, property),
  }))
    .filter(({ report }) => isWanted(report))
    .map(({ report, value }) => formatProperty(report, value))
    .join('\n');
}

function formatProperty(report: PropertyReport, value: PropertyValue | undefined): string {
  const { tag, names, named, type, raw, size, flags, origin } = report;
  const called = [...names, ...(named === null ? [] : [namedText(named)])];
  const offset =
    origin.offset === undefined
      ? ''
      : `byte ${origin.offset}${origin.part === undefined ? '' : ` of ${visible(origin.part)}`}, `;
  const bytes = raw.length > MAX_RAW ? `${raw.slice(0, MAX_RAW)}…` : raw || '(none)';
  return [
    `0x${tag} ${visible(called.join(', ')) || '(no known name)'}`,
    `    ${type[0] ?? 'unknown type'}  ${valueText(report, value)}`,
    `    raw ${bytes} (${plural(size, 'byte')}), flags ${flags}, ${offset}${visible(origin.storage)}`,
  ].join('\n');
}

function namedText({ set, setName, name }: NonNullable<PropertyReport['named']>): string {
  const id =
    typeof name === 'number' ? `0x${name.toString(16).toUpperCase().padStart(4, '0')}` : JSON.stringify(name);
  return `${setName ?? set}:${id}`;
}

function valueText({ state, labels, rest, size }: PropertyReport, value: PropertyValue | undefined): string {
  if (state === 'not-loaded') return `(${size} bytes, left in the file)`;
  if (state === 'storage') return '(a storage: an embedded message or an OLE object)';
  if (state === 'not-captured') return '(not captured: the export leaves the value out)';
  if (value === undefined) return '(damaged)';
  const meaning = [...labels, ...(rest === 0 || labels.length === 0 ? [] : [`0x${rest.toString(16)}`])];
  if (state === 'unlisted') meaning.push('unlisted: no entry lists it');
  return (
    shorten(visible(scalarText(value)), MAX_TEXT) + (meaning.length === 0 ? '' : ` (${meaning.join(' | ')})`)
  );
}

function scalarText(value: PropertyValue): string {
  if (value === null) return '(null)';
  if (value instanceof FileTime) return `${value.toString()} = ${value.toHalves()}`;
  if (value instanceof Uint8Array) return value.length === 0 ? '(empty)' : toHex(value.subarray(0, MAX_TEXT));
  if (typeof value === 'string') return JSON.stringify(value);
  return typeof value === 'object' ? `[${value.map(scalarText).join(', ')}]` : value.toString();
}
