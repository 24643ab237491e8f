import type { EventFields } from './event-fields';
import { fieldsOfObject, isEventObject } from './event-object';
import type { EventRoom } from '../worth-of-text';

// `wmic ntevent … /format:list` and `get … /value`: `Name=value`, the names of Win32_NTLogEvent in alphabetical order.

const LONGEST_NAME = 20;

/** The properties of Win32_NTLogEvent, whose names are never translated. */
const wmiNames: ReadonlySet<string> = new Set([
  'category',
  'categorystring',
  'computername',
  'data',
  'eventcode',
  'eventidentifier',
  'eventtype',
  'insertionstrings',
  'logfile',
  'message',
  'recordnumber',
  'sourcename',
  'timegenerated',
  'timewritten',
  'type',
  'user',
]);

/** Whether a name is a property of WMI's events. */
export function isWmiName(name: string): boolean {
  return wmiNames.has(name.toLowerCase());
}

/** The events of a list that wmic wrote; none if it is no such list. A name that comes again begins the next event. */
export function readWmiList(lines: readonly string[], room: EventRoom): EventFields[] {
  const events: EventFields[] = [];
  let properties = new Map<string, string[]>();
  let line = 1;
  let last: string[] | undefined;
  const close = (): void => {
    const object = new Map([...properties].map(([name, parts]) => [name, parts.join('\n').trim()]));
    if (isEventObject(object)) {
      room.take();
      events.push(fieldsOfObject(object, line));
    }
    properties = new Map();
  };
  lines.forEach((text, index) => {
    const equals = text.slice(0, LONGEST_NAME).indexOf('=');
    const name = text.slice(0, Math.max(0, equals)).toLowerCase();
    if (!isWmiName(name)) {
      last?.push(text);
      return;
    }
    if (properties.has(name)) close();
    if (properties.size === 0) line = index + 1;
    last = [text.slice(equals + 1)];
    properties.set(name, last);
  });
  close();
  return events;
}
