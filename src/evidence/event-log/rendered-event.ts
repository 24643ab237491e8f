// The XML of an event, as Event Viewer and wevtutil write it: a short, well-formed text whose elements are known.

/** What the System element says of an event, and the values of its EventData. */
export interface RenderedEvent {
  readonly source: string | undefined;
  readonly id: number | undefined;
  readonly level: number | undefined;
  readonly task: number | undefined;
  readonly computer: string | undefined;
  /** When it was logged, in ISO 8601 of UTC. */
  readonly time: string | undefined;
  readonly recordNumber: string | undefined;
  readonly data: readonly string[];
}

/** Reads the rendered XML of a record; undefined if nothing was rendered. */
export function readRenderedEvent(xml: string): RenderedEvent | undefined {
  const system = between(xml, '<System>', '</System>');
  if (system === undefined) return undefined;
  const provider = between(system, '<Provider ', '>') ?? '';
  return {
    source: attribute(provider, 'EventSourceName') ?? attribute(provider, 'Name'),
    id: numberIn(elementIn(system, 'EventID')),
    level: numberIn(elementIn(system, 'Level')),
    task: numberIn(elementIn(system, 'Task')),
    computer: elementIn(system, 'Computer'),
    time: attribute(between(system, '<TimeCreated ', '>') ?? '', 'SystemTime'),
    recordNumber: elementIn(system, 'EventRecordID'),
    data: elementsIn(between(xml, '<EventData', '</EventData>') ?? '', 'Data'),
  };
}

function between(text: string, opening: string, closing: string): string | undefined {
  const start = text.indexOf(opening);
  if (start < 0) return undefined;
  const end = text.indexOf(closing, start + opening.length);
  return end < 0 ? undefined : text.slice(start + opening.length, end);
}

function attribute(tag: string, name: string): string | undefined {
  const value = between(` ${tag}`, ` ${name}="`, '"') ?? between(` ${tag}`, ` ${name}='`, "'");
  return value === undefined || value === '' ? undefined : unescaped(value);
}

function elementIn(text: string, name: string): string | undefined {
  return elementsIn(text, name)[0];
}

function elementsIn(text: string, name: string): string[] {
  const values: string[] = [];
  const closing = `</${name}>`;
  for (let start = text.indexOf(`<${name}`); start >= 0;) {
    const open = text.indexOf('>', start);
    const end = open < 0 ? -1 : text.indexOf(closing, open);
    if (end < 0) break;
    const next = text[start + name.length + 1];
    if (next === '>' || next === ' ') values.push(unescaped(text.slice(open + 1, end)));
    start = text.indexOf(`<${name}`, end);
  }
  return values;
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const entities = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&amp;', '&'],
]);

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp|#39);/g, (entity) => entities.get(entity) ?? entity);
}
