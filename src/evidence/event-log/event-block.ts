import type { EventFields } from './event-fields';
import { fieldsOf } from './event-xml';
import { isDate } from './moment';
import type { EventRoom } from '../worth-of-text';

// The text that Event Viewer copies, and what eventquery.vbs lists: a line for each field, then the description.

type Field = Exclude<keyof EventFields, 'line' | 'strings'> | 'date' | 'clock' | 'other';
type Entries = Partial<Record<Field, string>>;

/** The labels of English systems, of either generation of Event Viewer, of eventquery.vbs and of wevtutil. */
const labels = new Map<string, Field>([
  ['event type', 'type'],
  ['type', 'type'],
  ['level', 'type'],
  ['event source', 'source'],
  ['source', 'source'],
  ['event category', 'category'],
  ['category', 'category'],
  ['task category', 'category'],
  ['task', 'category'],
  ['event id', 'id'],
  ['event', 'id'],
  ['date', 'date'],
  ['date and time', 'date'],
  ['date time', 'date'],
  ['time', 'clock'],
  ['computer', 'computer'],
  ['computername', 'computer'],
  ['description', 'description'],
  ['log name', 'other'],
  ['user', 'other'],
  ['user name', 'other'],
  ['keywords', 'other'],
  ['keyword', 'other'],
  ['opcode', 'other'],
]);

/** The order of the fields, which is the same in every language: up to Windows 2003, and since. */
const classicOrder: readonly Field[] = [
  'type',
  'source',
  'category',
  'id',
  'date',
  'clock',
  'other',
  'computer',
];
const newerOrder: readonly Field[] = [
  'other',
  'source',
  'date',
  'id',
  'category',
  'type',
  'other',
  'other',
  'computer',
];
/** That of eventquery.vbs, and of its /v. */
const scriptOrder: readonly Field[] = ['type', 'id', 'date', 'source', 'computer'];
const verboseScriptOrder: readonly Field[] = [...scriptOrder, 'category', 'other'];
const LONGEST_LABEL = 40;
const MOST_FIELDS = 12;

interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** The events of a text of blocks; none if it has no block. */
export function readBlocks(lines: readonly string[], room: EventRoom): EventFields[] {
  const events: EventFields[] = [];
  let description: string[] = [];
  const labelled = new LabelledLines(lines);
  let index = 0;
  let open: { line: number; entries: Entries } | undefined;
  const close = (): void => {
    if (open !== undefined) events.push(toFields(open.entries, open.line, description));
    description = [];
  };
  while (index < lines.length) {
    const block = blockAt(labelled, index);
    if (block === undefined) {
      if (open !== undefined) description.push(lines[index] as string);
      index += 1;
      continue;
    }
    close();
    room.take();
    open = { line: index + 1, entries: block.entries };
    index = block.next;
  }
  close();
  return events;
}

function toFields(entries: Entries, line: number, following: readonly string[]): EventFields {
  const { date, clock, description, ...fields } = entries;
  delete fields.other;
  const text = [description ?? '', ...following].join('\n').trim();
  const shown = clock === undefined ? date : `${date ?? ''} ${clock}`;
  return { ...fields, line, time: exactTime(text) ?? shown, description: text };
}

/** The moment in the XML that Event Viewer puts behind what it copies: of UTC, which the lines before it are not. */
function exactTime(text: string): string | undefined {
  const start = text.lastIndexOf('<Event ');
  return start < 0 ? undefined : fieldsOf(text.slice(start))?.time;
}

/** The block that begins at a line, and the line behind its fields. */
function blockAt(lines: LabelledLines, start: number): { entries: Entries; next: number } | undefined {
  const found: Labelled[] = [];
  while (found.length < MOST_FIELDS) {
    const labelled = lines.at(start + found.length);
    if (labelled === undefined) break;
    found.push(labelled);
    if (labels.get(labelled.label.toLowerCase()) === 'description') break;
  }
  if (found.length < 2) return undefined;
  return english(found, start) ?? positional(found, start);
}

/** Lines by their labels. Each is looked at from every line above it that may begin a block, and taken apart once. */
class LabelledLines {
  readonly #lines: readonly string[];
  readonly #known: { readonly index: number; readonly labelled: Labelled | undefined }[] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  at(index: number): Labelled | undefined {
    const place = index % (MOST_FIELDS + 1);
    const known = this.#known[place];
    if (known?.index === index) return known.labelled;
    const labelled = labelledLine(this.#lines[index]);
    this.#known[place] = { index, labelled };
    return labelled;
  }
}

function labelledLine(line: string | undefined): Labelled | undefined {
  const text = line?.trimStart() ?? '';
  const colon = text.slice(0, LONGEST_LABEL + 1).search(/[:\uff1a]/);
  if (colon <= 0) return undefined;
  return { label: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
}

/** A block by its labels: from a known label on, up to the first unknown one. */
function english(found: readonly Labelled[], start: number): { entries: Entries; next: number } | undefined {
  const entries: Entries = {};
  let count = 0;
  for (const { label, value } of found) {
    const field = labels.get(label.toLowerCase());
    if (field === undefined || (field !== 'other' && field in entries)) break;
    entries[field] = value;
    count += 1;
  }
  return entries.id === undefined || count < 2 ? undefined : { entries, next: start + count };
}

/** A block in another language, by where the number and the date stand in it. */
function positional(
  found: readonly Labelled[],
  start: number,
): { entries: Entries; next: number } | undefined {
  const values = found.map(({ value }) => value);
  const order = orderOf(values);
  if (order === undefined) return undefined;
  const entries: Entries = {};
  order.forEach((field, index) => (entries[field] = values[index] ?? ''));
  if (order === scriptOrder) return { entries, next: start + order.length };
  if (found.length <= order.length) return undefined;
  entries.description = values[order.length] ?? '';
  return { entries, next: start + order.length + 1 };
}

function orderOf(values: readonly string[]): readonly Field[] | undefined {
  const isNumber = (index: number): boolean => /^\d{1,10}$/.test(values[index] ?? '');
  const hasDate = (index: number): boolean => isDate(values[index] ?? '');
  if (isNumber(3) && hasDate(4) && /^.{0,9}\d{1,2}[:.]\d\d/.test(values[5] ?? '')) return classicOrder;
  if (!hasDate(2)) return undefined;
  if (isNumber(1)) return scriptOrderOf(values.length);
  return isNumber(3) ? newerOrder : undefined;
}

function scriptOrderOf(count: number): readonly Field[] | undefined {
  if (count > verboseScriptOrder.length) return verboseScriptOrder;
  return count >= scriptOrder.length ? scriptOrder : undefined;
}
