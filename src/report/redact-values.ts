import type { Person, Values } from '../rules/rule';
import type { Redacted, Substitute } from '../rules/redacted';
import type { KnownEverywhere, PartlyShown, ValueKind, ValueKinds } from '../rules/value-kinds';
import { partlyShown } from './shown-text';

/** What is asked for each value once, however often it stands in a report. */
export function remembering(substitute: Substitute): Substitute {
  const known = new Map<Redacted, Map<string, string>>();
  return (kind, value) => {
    const ofKind = known.get(kind) ?? new Map<string, string>();
    known.set(kind, ofKind);
    const stands = ofKind.get(value) ?? substitute(kind, value);
    ofKind.set(value, stands);
    return stands;
  };
}

/** Endings of paths that say what a file is; any other may be a part of its name. */
const endings: ReadonlySet<string> = new Set(
  '.msg .oft .pst .ost .eml .emlx .mbox .tnef .dat .xml .ics .evt .evtx .log .txt .csv .json .zip .olm'.split(
    ' ',
  ),
);

/** The ending of a path that may be shown beside what stands for it; empty: there is none. */
export function shownEnding(path: string): string {
  const ending = path.slice(path.lastIndexOf('.')).toLowerCase();
  return path.includes('.') && endings.has(ending) ? ending : '';
}

/** A person with what stands for their name and address; who is called by the address is so still. */
export function redactPerson<P extends Person>(person: P, substitute: Substitute): P {
  const { name, address } = person;
  const isOne = name !== undefined && name === address;
  return {
    ...person,
    ...(name === undefined ? {} : { name: substitute(isOne ? 'address' : 'name', name) }),
    ...(address === undefined ? {} : { address: substitute('address', address) }),
  };
}

/** The values of a statement: figures and terms stay, of all else what stands for it. */
export function redactValues(
  values: Values | undefined,
  kinds: ValueKinds | undefined,
  substitute: Substitute,
): Values | undefined {
  if (values === undefined) return undefined;
  const isOne = values['name'] !== undefined && values['name'] === values['address'];
  const shown = Object.entries(values).map(([name, value]) => {
    const kind = isOne && name === 'name' ? 'address' : valueKind(name, kinds);
    return [name, shownValue(value, kind, substitute)] as const;
  });
  return Object.fromEntries(shown);
}

function shownValue(value: unknown, kind: ValueKind, substitute: Substitute): Values[string] {
  if (Array.isArray(value)) return shownList(value, kind, substitute);
  return value === undefined || typeof value === 'number' ? value : shownScalar(value, kind, substitute);
}

/** A list of people, or of texts of a kind. */
function shownList(list: readonly unknown[], kind: ValueKind, substitute: Substitute): Values[string] {
  const people = list.filter((each) => typeof each === 'object' && each !== null);
  if (people.length > 0) return people.map((each) => listedPerson(each, substitute));
  return list.map((each) => shownScalar(each, kind, substitute));
}

/** A text; what is neither text nor figure can come from a rule without a compiler only. */
function shownScalar(value: unknown, kind: ValueKind, substitute: Substitute): string {
  return typeof value === 'string' ? shownText(value, kind, substitute) : substitute('text', typeof value);
}

/** Somebody in a list: name, address and figures; whatever else a rule may have put there is hidden. */
function listedPerson(each: object, substitute: Substitute): Person {
  const shown = Object.entries(each).map(([name, value]: [string, unknown]) => {
    const kind: ValueKind = name === 'name' || name === 'address' ? name : 'text';
    return [name, name === kind ? value : shownValue(value, kind, substitute)] as const;
  });
  return redactPerson(Object.fromEntries(shown) as Person, substitute);
}

function shownText(text: string, kind: ValueKind, substitute: Substitute): string {
  if (kind === 'term') return text;
  if (isPartlyShown(kind)) return partlyShown[kind](text, (hidden) => substitute('text', hidden));
  return substitute(kind, text);
}

function isPartlyShown(kind: ValueKind): kind is PartlyShown {
  return Object.hasOwn(partlyShown, kind);
}

const everywhere: Readonly<Record<KnownEverywhere, ValueKind>> = {
  name: 'name',
  address: 'address',
  subject: 'subject',
};

/** What a value is: by its rule, else as everywhere, else some text. */
function valueKind(name: string, kinds: ValueKinds = {}): ValueKind {
  if (Object.hasOwn(kinds, name)) return kinds[name] ?? 'text';
  return Object.hasOwn(everywhere, name) ? everywhere[name as KnownEverywhere] : 'text';
}
