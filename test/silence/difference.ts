import type { Content, Objects } from './content';

/**
 * How what was read of a damaged file differs from what was read of the sound one. `object`: a row, an attachment or a
 * message is gone or has come; `property`: properties of objects are; `tag`: one property of one object is called
 * otherwise; `name`: identifiers have other names; `values`, `value`: several, or one, have another value or type;
 * `order`: the same objects stand in another order; `conclusion`: the same is there, and judged otherwise.
 */
export type Difference =
  'none' | 'conclusion' | 'order' | 'value' | 'values' | 'name' | 'tag' | 'property' | 'object';

/** Properties of all objects, each with the path of its object. */
interface Changes {
  readonly gone: string[];
  readonly come: string[];
  readonly changed: string[];
}

export function differenceOf(sound: Content, damaged: Content): Difference {
  if (!haveSameObjects(sound.objects, damaged.objects)) return 'object';
  const changes = changesOf(sound.objects, damaged.objects);
  const count = changes.gone.length + changes.come.length + changes.changed.length;
  if (count === 0) return withoutProperties(sound, damaged);
  if (orderless(sound.objects) === orderless(damaged.objects)) return 'order';
  return ofProperties(changes);
}

function ofProperties({ gone, come, changed }: Changes): Difference {
  if (gone.length === 0 && come.length === 0) return changed.length === 1 ? 'value' : 'values';
  const [one] = gone;
  const [other] = come;
  const isOne = gone.length === 1 && come.length === 1 && changed.length === 0;
  if (!isOne || one === undefined || other === undefined || objectOf(one) !== objectOf(other))
    return 'property';
  return idOf(one) === idOf(other) ? 'value' : 'tag';
}

function withoutProperties(sound: Content, damaged: Content): Difference {
  if (JSON.stringify([...sound.names]) !== JSON.stringify([...damaged.names])) return 'name';
  return sound.claims === damaged.claims ? 'none' : 'conclusion';
}

function haveSameObjects(a: Objects, b: Objects): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
}

function changesOf(sound: Objects, damaged: Objects): Changes {
  const changes: Changes = { gone: [], come: [], changed: [] };
  for (const [path, properties] of sound) {
    const others = damaged.get(path) ?? new Map<string, string>();
    for (const [tag, value] of properties) {
      const list = others.has(tag) ? changes.changed : changes.gone;
      if (others.get(tag) !== value) list.push(`${path} ${tag}`);
    }
    for (const tag of others.keys()) if (!properties.has(tag)) changes.come.push(`${path} ${tag}`);
  }
  return changes;
}

/** All objects, those of one table in an order of their own. */
function orderless(objects: Objects): string {
  const rows = Array.from(objects, ([path, properties]) => {
    return `${path.replace(/\d+(?=\]$)/, '')} ${JSON.stringify([...properties].sort())}`;
  });
  return rows.sort().join('\n');
}

function objectOf(property: string): string {
  return property.slice(0, property.lastIndexOf(' '));
}

/** The identifier of a property; of a field its name. */
function idOf(property: string): string {
  const tag = property.slice(property.lastIndexOf(' ') + 1);
  return /^[\dA-F]{8}/.test(tag) ? tag.slice(0, 4) : tag;
}
