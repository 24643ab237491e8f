import type { EventFields } from './event-fields';

// The properties of .NET's EventLogEntry (Get-EventLog) and EventLogRecord (Get-WinEvent), lower-case.

const idNames = ['eventid', 'instanceid', 'id'];

/** Whether properties are those of an event. */
export function isEventObject(object: ReadonlyMap<string, string>): boolean {
  return (
    idNames.some((name) => object.has(name)) &&
    ['message', 'source', 'providername', 'replacementstrings'].some((name) => object.has(name))
  );
}

/** The fields of an event that PowerShell wrote. */
export function fieldsOfObject(object: ReadonlyMap<string, string>, line: number): EventFields {
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => object.get(name)).find((value) => value !== undefined && value !== '');
  return {
    line,
    time: first('timegenerated', 'timecreated', 'timewritten'),
    source: first('source', 'providername'),
    category: first('category', 'taskdisplayname', 'categorynumber', 'task'),
    id: first(...idNames),
    type: first('entrytype', 'leveldisplayname', 'level'),
    computer: first('machinename'),
    recordNumber: first('recordid', 'index'),
    description: object.get('message'),
    strings: listOf(first('replacementstrings')),
  };
}

/** `{EcGetMime, -2147467259, …}`; PowerShell shows four strings and three dots for the rest. */
function listOf(text: string | undefined): string[] | undefined {
  if (text === undefined || !text.startsWith('{') || !text.endsWith('}')) return undefined;
  const inner = text.slice(1, -1);
  const shown = /(\.\.\.|\u2026)$/.test(inner) ? inner.replace(/(\.\.\.|\u2026)$/, '') : inner;
  return shown === '' ? [] : shown.split(',').map((cell) => cell.trim());
}
