import type { ReportDamage } from '../../damage/anomaly';
import type { EventFields } from './event-fields';
import {
  eventPropertyNames,
  fieldsOfObject,
  isEventObject,
  namesEventNumber,
  stringsNames,
} from './event-object';
import type { EventRoom } from '../worth-of-text';

// ConvertTo-Json of PowerShell: one object, several behind one another, or an array of them.

type JsonObject = Readonly<Record<string, unknown>>;

/** The events of a text of JSON; none if it is no such text. What is cut or malformed is reported and left out. */
export function readEventJson(text: string, report: ReportDamage, room: EventRoom): EventFields[] {
  if (!/^\s*[[{]/.test(text)) return [];
  const events: EventFields[] = [];
  for (const { json, line, isReasonable } of objectsIn(text)) {
    const object = isReasonable ? parsed(json) : undefined;
    for (const event of object === undefined ? [] : eventsOf(object, line)) {
      room.take();
      events.push(event);
    }
    if (object === undefined && hasEventNumber(json))
      report('event-object', `The object of JSON that begins in line ${line} is cut or malformed`);
  }
  return events;
}

interface FoundObject {
  /** From its opening brace to its closing one, or to the end of the text. */
  readonly json: string;
  readonly line: number;
  /** Whether it is whole, and as deep and as dense as what programs write. */
  readonly isReasonable: boolean;
}

/** What PowerShell wraps around an array: its objects are the outermost ones then. */
const WRAPPER = /^\{\s{0,16}"value"\s{0,16}:\s{0,16}\[/;

/** The outermost objects of a text, each by its braces: one that is damaged does not cost the others. */
function* objectsIn(text: string): Generator<FoundObject, void, undefined> {
  const brackets = new Brackets();
  let open: { start: number; line: number } | undefined;
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n') line += 1;
    else if (character === '"') at = endOfString(text, at);
    else if (open === undefined && character === '{' && !WRAPPER.test(text.slice(at, at + 64))) {
      open = { start: at, line };
      brackets.begin();
    } else if (open !== undefined && brackets.take(character)) {
      yield {
        json: text.slice(open.start, at + 1),
        line: open.line,
        isReasonable: brackets.areReasonable,
      };
      open = undefined;
    }
  }
  if (open !== undefined) yield { json: text.slice(open.start), line: open.line, isReasonable: false };
}

/** Deeper than ConvertTo-Json goes. */
const DEEPEST = 128;
/** Commas and brackets of an object: an event has a few dozen, and two for each of its strings. */
const MARKS = 10_000;

/** What of the punctuation of an object tells whether it is worth reading: how deep it goes, and into how many pieces. */
class Brackets {
  #objects = 0;
  #arrays = 0;
  #deepest = 0;
  #marks = 0;

  /** The outermost object begins. */
  begin(): void {
    [this.#objects, this.#arrays, this.#deepest, this.#marks] = [1, 0, 1, 0];
  }

  /** Takes a character that stands in no string; whether the outermost object ends with it. */
  take(character: string | undefined): boolean {
    if (character === '{') this.#objects += 1;
    else if (character === '}') this.#objects -= 1;
    else if (character === '[') this.#arrays += 1;
    else if (character === ']') this.#arrays -= 1;
    else if (character !== ',') return false;
    this.#marks += 1;
    this.#deepest = Math.max(this.#deepest, this.#objects + this.#arrays);
    return this.#objects === 0;
  }

  get areReasonable(): boolean {
    return this.#deepest <= DEEPEST && this.#marks <= MARKS;
  }
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
  const properties = new Map<string, string>();
  let strings: unknown;
  for (const written in object) {
    const name = written.toLowerCase();
    const value = object[written];
    const text = textOf(value);
    if (text !== undefined && eventPropertyNames.has(name)) properties.set(name, text);
    if (isStringsName(name) && Array.isArray(value)) strings ??= value;
  }
  if (!isEventObject(properties)) return undefined;
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
