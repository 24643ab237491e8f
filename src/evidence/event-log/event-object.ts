import type { EventFields } from './event-fields';
import { stringsOfWords } from './failure-text';

// The properties of an event as programs name them, lower-case: .NET's EventLogEntry (Get-EventLog) and EventLogRecord
// (Get-WinEvent), and Win32_NTLogEvent of WMI (wmic).

const idNames = ['eventid', 'eventcode', 'instanceid', 'eventidentifier', 'id'];
/** The properties that hold insertion strings. */
export const stringsNames = ['replacementstrings', 'insertionstrings', 'properties'] as const;

/** Whether properties are those of an event. */
export function isEventObject(object: ReadonlyMap<string, string>): boolean {
  return (
    idNames.some((name) => object.has(name)) &&
    ['message', 'source', 'sourcename', 'providername', ...stringsNames].some((name) => object.has(name))
  );
}

/** Whether a name is one by which PowerShell or WMI calls the number of an event. */
export function namesEventNumber(name: string): boolean {
  return idNames.includes(name);
}

/** The properties that say something of an event, by what they say; the first that is there counts. */
const namesOf = {
  time: ['timegenerated', 'timecreated', 'timewritten'],
  source: ['source', 'sourcename', 'providername'],
  category: ['categorystring', 'category', 'taskdisplayname', 'categorynumber', 'task'],
  id: idNames,
  type: ['entrytype', 'leveldisplayname', 'level', 'type', 'eventtype'],
  computer: ['machinename', 'computername'],
  recordNumber: ['recordid', 'index', 'recordnumber'],
} as const;

/** Every name of a property that is read. */
export const eventPropertyNames: ReadonlySet<string> = new Set([
  ...Object.values(namesOf).flat(),
  ...stringsNames,
  'message',
]);

/** The fields of an event that a program wrote with its properties. */
export function fieldsOfObject(object: ReadonlyMap<string, string>, line: number): EventFields {
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => object.get(name)).find((value) => value !== undefined && value !== '');
  const { time, source, category, id, type, computer, recordNumber } = namesOf;
  return {
    line,
    time: first(time),
    source: first(source),
    category: first(category),
    id: first(id),
    type: first(type),
    computer: first(computer),
    recordNumber: first(recordNumber),
    description: object.get('message'),
    strings: listOf(first(['replacementstrings', 'insertionstrings'])),
  };
}

/**
 * `{EcGetMime, -2147467259, …}`, of which PowerShell shows four and three dots for the rest; wmic writes all, as
 * `{"EcGetMime","-2147467259"}` or `{EcGetMime;-2147467259}`. Where ConvertTo-Json goes no deeper, it writes them with blanks between them.
 */
function listOf(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  if (!text.startsWith('{') || !text.endsWith('}')) return stringsOfWords(text);
  const inner = text.slice(1, -1);
  if (inner.startsWith('"') && inner.endsWith('"')) return inner.slice(1, -1).split('","');
  const shown = /(\.\.\.|\u2026)$/.test(inner) ? inner.replace(/(\.\.\.|\u2026)$/, '') : inner;
  const separator = /^[^,;]*;/.test(shown) ? ';' : ',';
  return shown === '' ? [] : shown.split(separator).map((cell) => cell.trim());
}
