import type { EventFields } from './event-fields';
import type { EventRoom } from '../worth-of-text';

// What psloglist of Sysinternals prints: `[number] source`, fields, and the description up to the next.

const HEAD = /^\[(\d{1,10})\]\s{1,4}(\S.{0,127})$/;
/** A line of fields is no longer, and an event has no more of them. */
const LONGEST_LINE = 400;
const MOST_LINES = 8;

/** The events that psloglist printed; none if the text has none. */
export function readPslogBlocks(lines: readonly string[], room: EventRoom): EventFields[] {
  const events: { fields: EventFields; description: string[] }[] = [];
  let index = 0;
  while (index < lines.length) {
    const text = lines[index] as string;
    const [, recordNumber, source] = HEAD.exec(text.trimEnd()) ?? [];
    const { values, next } = recordNumber === undefined ? noFields : fieldsBelow(lines, index + 1);
    if (values.has('time') || values.has('id')) {
      room.take();
      events.push({
        fields: { ...toFields(values), line: index + 1, recordNumber, source },
        description: [],
      });
      index = next;
      continue;
    }
    // another log begins: "Application log on \\MAIL01:"
    if (!/^\S.{0,80} log on \\\\\S{1,80}:$/.test(text.trimEnd())) events.at(-1)?.description.push(text);
    index += 1;
  }
  return events.map(({ fields, description }) => ({ ...fields, description: description.join('\n').trim() }));
}

const noFields: FieldsBelow = { values: new Map(), next: 0 };

interface FieldsBelow {
  /** By their names, lower-case. */
  readonly values: ReadonlyMap<string, string>;
  /** The line behind them. */
  readonly next: number;
}

/** The fields that follow a head, one or more in a line. */
function fieldsBelow(lines: readonly string[], from: number): FieldsBelow {
  const values = new Map<string, string>();
  let next = from;
  while (next < lines.length && next < from + MOST_LINES) {
    const fields = fieldsInLine(lines[next] as string);
    if (fields.length === 0) break;
    for (const [name, value] of fields) if (!values.has(name)) values.set(name, value);
    next += 1;
  }
  return { values, next };
}

/** `   Time:     3/12/2004 2:10:33 PM   ID:       327` */
function fieldsInLine(line: string): (readonly [name: string, value: string])[] {
  if (line.length > LONGEST_LINE) return [];
  const labels = [...line.matchAll(/(?:^\s{0,16}|\s{2}|\t)(Type|Category|Computer|Time|ID|User):(?=\s|$)/g)];
  return labels.map((label, index) => {
    const end = labels[index + 1]?.index ?? line.length;
    return [
      (label[1] as string).toLowerCase(),
      line.slice(label.index + label[0].length, end).trim(),
    ] as const;
  });
}

function toFields(values: ReadonlyMap<string, string>): Omit<EventFields, 'line'> {
  return {
    time: values.get('time'),
    id: values.get('id'),
    type: values.get('type'),
    category: values.get('category'),
    computer: values.get('computer'),
  };
}
