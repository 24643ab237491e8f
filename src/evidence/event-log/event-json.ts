import type { ReportDamage } from '../../damage/anomaly';
import type { EventFields } from './event-fields';
import { fieldsOfObject, isEventObject, namesEventNumber, stringsNames } from './event-object';

// ConvertTo-Json of PowerShell: one object, several behind one another, or an array of them.

type JsonObject = Readonly<Record<string, unknown>>;

/** The events of a text of JSON; none if it is no such text. What is cut or malformed is reported and left out. */
export function readEventJson(text: string, report: ReportDamage): EventFields[] {
  if (!/^\s*[[{]/.test(text)) return [];
  return objectsIn(text).flatMap(({ json, line }) => {
    const object = parsed(json);
    if (object !== undefined) return eventsOf(object, line);
    if (hasEventNumber(json))
      report('event-object', `The object of JSON that begins in line ${line} is cut or malformed`);
    return [];
  });
}

interface FoundObject {
  /** From its opening brace to its closing one, or to the end of the text. */
  readonly json: string;
  readonly line: number;
}

/** The outermost objects of a text, each by its braces: one that is damaged does not cost the others. */
function objectsIn(text: string): FoundObject[] {
  const found: FoundObject[] = [];
  let open: { start: number; line: number } | undefined;
  let depth = 0;
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n') line += 1;
    else if (character === '"') at = endOfString(text, at);
    else if (character === '{') {
      if (depth === 0) open = { start: at, line };
      depth += 1;
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0 && open !== undefined)
        found.push({ json: text.slice(open.start, at + 1), line: open.line });
    }
  }
  if (depth > 0 && open !== undefined) found.push({ json: text.slice(open.start), line: open.line });
  return found;
}

/** Where the string that begins at a place ends: a string holds no line end, so it ends there if nowhere before. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at;
    if (text[at] === '\n') return at - 1;
    if (text[at] === '\\') at += 1;
  }
  return text.length;
}

function parsed(json: string): JsonObject | undefined {
  try {
    return JSON.parse(json) as JsonObject;
  } catch {
    return undefined;
  }
}

function hasEventNumber(json: string): boolean {
  const names = json.slice(0, 65_536).matchAll(/"(\w{2,20})"\s{0,8}:/g);
  return [...names].some(([, name = '']) => namesEventNumber(name.toLowerCase()));
}

/** An event, or the events in what PowerShell wraps around an array: `{"value":[…],"Count":2}`. */
function eventsOf(object: JsonObject, line: number): EventFields[] {
  const own = fieldsIn(object, line);
  if (own !== undefined) return [own];
  const { value } = object;
  if (!Array.isArray(value)) return [];
  return value.flatMap((inner) => (isObject(inner) ? (fieldsIn(inner, line) ?? []) : []));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsIn(object: JsonObject, line: number): EventFields | undefined {
  const entries = Object.entries(object).map(([name, value]) => [name.toLowerCase(), value] as const);
  const properties = new Map(
    entries.flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
  if (!isEventObject(properties)) return undefined;
  const strings = entries.find(([name, value]) => isStringsName(name) && Array.isArray(value))?.[1];
  const fields = fieldsOfObject(properties, line);
  return { ...fields, strings: stringsOf(strings) ?? fields.strings };
}

function isStringsName(name: string): boolean {
  return stringsNames.some((known) => known === name);
}

/** A value as a text has it. A date that PowerShell wrote with its properties has its moment in `value`. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return '';
  return isObject(value) && typeof value.value === 'string' ? value.value : undefined;
}

/** Insertion strings: texts, or the objects of Get-WinEvent, each with its Value. */
function stringsOf(values: unknown): string[] | undefined {
  if (!Array.isArray(values)) return undefined;
  const texts = values.map((value: unknown) => textOf(isObject(value) ? value.Value : value));
  const isNamed = texts.some((text) => text === undefined || text.startsWith('System.Diagnostics.'));
  return isNamed ? undefined : texts.map((text) => text ?? '');
}
