import { checkArgument } from '../../arguments/check';
import { aText, either } from '../../arguments/kinds';
import type { Kind } from '../../arguments/kinds';
import { nearestName } from '../../arguments/nearest-name';
import type { NamedKey } from '../definitions/loaded-names';
import type { Guid } from '../values/guid';
import { nameKey } from '../values/named-property';
import type { PropertyName } from '../values/named-property';
import { FIRST_NAMED_ID, formatTag, idOf, propertyTag, PropertyType, typeOf } from '../values/property-type';
import type { KnownNamedProperty, KnownTag } from './known-property';
import { matchLabels } from './value-labels';
import type { Label, ValueLabels } from './value-labels';
import { labelTable, namedTable, setTable, tagTable, typeTable } from './tables';

const MULTI = 0x1000;

const aNumber: Kind = ['a number', (value) => typeof value === 'number']; // values may be fractions
const aPropertyName: Kind = [
  'a name: an object with set and name',
  (value) => {
    const { set, name } = (value ?? {}) as Partial<PropertyName>;
    return typeof set === 'string' && ['string', 'number'].includes(typeof name);
  },
];
const aLabelled = /* @__PURE__ */ either(/* @__PURE__ */ either(aNumber, aText), aPropertyName);

/** All names that this library knows. The tables are indexed at the first call. */
export class PropertyNames {
  #tags: Map<number, KnownTag> | undefined;
  #byId = new Map<number, KnownTag>();
  #byName = new Map<string, KnownTag>();
  #named: Map<string, KnownNamedProperty> | undefined;
  #namedByName = new Map<string, KnownNamedProperty>();
  #labels: Map<string, Label[]> | undefined;
  #sets: Map<string, string> | undefined;
  #types: Map<number, readonly string[]> | undefined;

  /**
   * The names of a tag: by identifier and type, otherwise with the other string type, otherwise by the identifier
   * alone. Undefined if there are none. A file assigns identifiers of 0x8000 and above itself: use `ofNamed` for them.
   */
  ofTag(tag: number): KnownTag | undefined {
    checkArgument('PropertyNames.ofTag', 'The tag', tag, aNumber);
    const tags = this.#loadTags();
    if (idOf(tag) >= FIRST_NAMED_ID) return undefined;
    const exact = tags.get(tag);
    const sibling = tags.get(otherStringType(tag));
    if (exact === undefined || sibling === undefined || exact === sibling)
      return exact ?? sibling ?? this.#byId.get(idOf(tag));
    return { ...exact, names: [...new Set([...exact.names, ...sibling.names])] }; // PR_SUBJECT_A is PidTagSubject too
  }

  /** The tag that a name stands for: PidTag…, PR_… or ptag…, in upper or lower case. */
  toTag(name: string): KnownTag | undefined {
    checkArgument('PropertyNames.toTag', 'The name', name, aText);
    this.#loadTags();
    return this.#byName.get(name.toLowerCase());
  }

  /** The names of a named property. Case does not matter in names of Internet headers. */
  ofNamed(name: PropertyName): KnownNamedProperty | undefined {
    checkArgument('PropertyNames.ofNamed', 'The name', name, aPropertyName);
    return this.#loadNamed().get(nameKey(name));
  }

  /** The named property that a name stands for: PidLid…, PidName… or dispid…, in upper or lower case. */
  toNamed(name: string): KnownNamedProperty | undefined {
    checkArgument('PropertyNames.toNamed', 'The name', name, aText);
    this.#loadNamed();
    return this.#namedByName.get(name.toLowerCase());
  }

  /** The property that a name stands for, whether it has a tag or is a named property. */
  toKey(name: string): NamedKey | undefined {
    checkArgument('PropertyNames.toKey', 'The name', name, aText);
    const tag = this.toTag(name);
    if (tag !== undefined) return { key: idOf(tag.tag), type: tag.type };
    const other = this.toNamed(name);
    return other && { key: { set: other.set, name: other.name }, type: other.type };
  }

  /** The known name of a property that is most similar to a name; undefined if none is similar. */
  nearestTo(name: string): string | undefined {
    checkArgument('PropertyNames.nearestTo', 'The name', name, aText);
    const known = [...this.#loadTags().values(), ...this.#loadNamed().values()];
    return nearestName(
      name,
      known.flatMap(({ names }) => names),
    );
  }

  /** The name of a property set, such as PSETID_Appointment. */
  ofSet(set: Guid): string | undefined {
    checkArgument('PropertyNames.ofSet', 'The property set', set, aText);
    this.#sets ??= new Map(setTable.split('\n').map((line) => [line.slice(0, 36), line.slice(37)]));
    return this.#sets.get(set.toUpperCase());
  }

  /** The property set that a name such as PSETID_Task stands for, in upper or lower case. */
  toSet(name: string): Guid | undefined {
    checkArgument('PropertyNames.toSet', 'The name of the set', name, aText);
    const line = setTable.split('\n').find((each) => each.slice(37).toLowerCase() === name.toLowerCase());
    return line?.slice(0, 36);
  }

  /** The names of a property type: `PT_LONG` and, if [MS-OXCDATA] 2.11.1 names it, `PtypInteger32`. */
  ofType(type: number): readonly string[] | undefined {
    checkArgument('PropertyNames.ofType', 'The type', type, aNumber);
    this.#types ??= new Map(
      typeTable.split('\n').map((line) => {
        const [code = '', ...names] = line.split(' ');
        return [Number.parseInt(code, 16), names];
      }),
    );
    return this.#types.get(type);
  }

  /**
   * What a number means as the value of a property, or of a field of a structure such as
   * `PidLidAppointmentRecur.EndType`; undefined if nothing is known about its values.
   */
  labelsOf(property: number | PropertyName | string, value: number): ValueLabels | undefined {
    checkArgument('PropertyNames.labelsOf', 'The property', property, aLabelled);
    checkArgument('PropertyNames.labelsOf', 'The value', value, aNumber);
    const labels = this.#loadLabels().get(labelKey(property));
    return labels && matchLabels(labels, value);
  }

  #loadTags(): Map<number, KnownTag> {
    if (this.#tags !== undefined) return this.#tags;
    this.#tags = new Map();
    for (const line of tagTable.split('\n')) {
      const [code = '', ...names] = line.split(' ');
      const tag = Number.parseInt(code.slice(0, 8), 16);
      const known: KnownTag = { tag, names, type: typeOf(tag) };
      for (const name of names) setOnce(this.#byName, name.toLowerCase(), known);
      if (code.endsWith('!') && idOf(tag) >= FIRST_NAMED_ID) continue;
      setOnce(this.#tags, tag, known);
      setOnce(this.#byId, idOf(tag), known);
    }
    return this.#tags;
  }

  #loadNamed(): Map<string, KnownNamedProperty> {
    if (this.#named !== undefined) return this.#named;
    this.#named = new Map();
    for (const line of namedTable.split('\n')) {
      const [set = '', lidOrName = '', type = '', names = ''] = line.split('\t');
      const name = lidOrName.startsWith('#') ? Number.parseInt(lidOrName.slice(1), 16) : lidOrName;
      const known = { set, name, names: names.split(' '), type: Number.parseInt(type, 16) || 0 };
      setOnce(this.#named, nameKey({ set, name }), known);
      for (const each of known.names) setOnce(this.#namedByName, each.toLowerCase(), known);
    }
    return this.#named;
  }

  #loadLabels(): Map<string, Label[]> {
    if (this.#labels !== undefined) return this.#labels;
    this.#labels = new Map();
    for (const line of labelTable.split('\n')) {
      const [property = '', kind, value = '', mask = '', label = ''] = line.split('\t');
      const [set = '', lid] = property.split(':');
      const key = lid === undefined ? property : nameKey({ set, name: Number.parseInt(lid, 16) });
      const labels = this.#labels.get(key) ?? [];
      labels.push({
        isFlag: kind !== 'e',
        isUndocumented: kind === 'u',
        value: parse(value) ?? 0,
        mask: parse(mask),
        label,
      });
      this.#labels.set(key, labels);
    }
    return this.#labels;
  }
}

function labelKey(property: number | PropertyName | string): string {
  if (typeof property === 'string') return property;
  return typeof property === 'number' ? formatTag(property) : nameKey(property);
}

function otherStringType(tag: number): number {
  const type = typeOf(tag);
  const single = type & ~MULTI;
  if (single === PropertyType.string) return propertyTag(idOf(tag), PropertyType.string8 | (type & MULTI));
  return single === PropertyType.string8 ? propertyTag(idOf(tag), PropertyType.string | (type & MULTI)) : tag;
}

function setOnce<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

function parse(hex: string): number | undefined {
  return hex === '' ? undefined : Number.parseInt(hex, 16) | 0;
}
