import type { EventFields } from './event-fields';
import { fieldsOfObject, isEventObject } from './event-object';
import type { EventRoom } from '../worth-of-text';

// Format-List of PowerShell: `Name : value`, long values go on in indented lines, objects end with an empty line.

const LONGEST_NAME = 40;

/** The events of a list that PowerShell wrote; none if it is no such list. */
export function readPropertyList(lines: readonly string[], room: EventRoom): EventFields[] {
  const events: EventFields[] = [];
  let properties = new Map<string, string[]>();
  let line = 1;
  let last: string[] | undefined;
  const close = (): void => {
    const object = new Map([...properties].map(([name, parts]) => [name, parts.join(' ').trim()]));
    if (isEventObject(object)) {
      room.take();
      events.push(fieldsOfObject(object, line));
    }
    properties = new Map();
    last = undefined;
  };
  lines.forEach((text, index) => {
    const property = propertyOf(text);
    if (property === undefined) {
      last?.push(text.trim());
      return;
    }
    const [name, value] = property;
    if (properties.has(name)) close();
    if (properties.size === 0) line = index + 1;
    last = [value];
    properties.set(name, last);
  });
  close();
  return events;
}

/** A line that begins a property; the names of properties are never translated. */
function propertyOf(text: string): [name: string, value: string] | undefined {
  const colon = text.slice(0, LONGEST_NAME).indexOf(' :');
  const tight = colon < 0 ? text.slice(0, LONGEST_NAME).indexOf(':') : colon + 1;
  const name = text.slice(0, tight).trimEnd();
  if (tight <= 0 || !/^[A-Za-z]{2,}$/.test(name)) return undefined;
  return [name.toLowerCase(), text.slice(tight + 1).trim()];
}
