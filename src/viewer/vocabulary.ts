import type { Message } from '../index';
import type { PropertyNames } from '../mapi/names/index';
import type { Vocabulary } from './protocol';

type Row = Message['recipients'][number];

/** Names of the columns of every recipient table in a message, and the meaning of the numbers in them. */
export function vocabularyOf(message: Message, names: PropertyNames): Vocabulary {
  const words: ColumnNames = { names: new Map(), labels: new Map() };
  const pending = [message];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const row of next.recipients) learn(row, names, words);
    pending.push(...next.embedded);
  }
  const labels = Array.from(words.labels, ([tag, values]) => [tag, Object.fromEntries(values)] as const);
  return {
    order: [...words.names.keys()],
    names: Object.fromEntries(words.names),
    labels: Object.fromEntries(labels.filter(([, values]) => Object.keys(values).length > 0)),
  };
}

interface ColumnNames {
  readonly names: Map<string, string>;
  readonly labels: Map<string, Map<string, string>>;
}

function learn({ properties }: Row, names: PropertyNames, words: ColumnNames): void {
  for (const property of properties) {
    const { tag, content } = property;
    const key = tag.toString(16).toUpperCase().padStart(8, '0');
    if (!words.names.has(key)) words.names.set(key, nameOf(properties, tag, names) ?? '');
    const value = content === 'loaded' ? properties.valueOf(property) : undefined;
    if (typeof value === 'number') learnLabel(key, tag, value, names, words);
  }
}

function learnLabel(
  key: string,
  tag: number,
  value: number,
  names: PropertyNames,
  { labels }: ColumnNames,
): void {
  const known = labels.get(key) ?? new Map<string, string>();
  labels.set(key, known);
  if (known.has(String(value))) return;
  const meaning = names.labelsOf(tag, value);
  if (meaning === undefined || meaning.labels.length === 0) return;
  const rest = meaning.rest === 0 ? [] : [`0x${(meaning.rest >>> 0).toString(16)}`];
  known.set(String(value), [...meaning.labels, ...rest].join(' | '));
}

function nameOf(properties: Row['properties'], tag: number, names: PropertyNames): string | undefined {
  const named = properties.nameOf(tag >>> 16);
  return (named === undefined ? names.ofTag(tag) : names.ofNamed(named))?.names[0];
}
