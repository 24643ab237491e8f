import { FileTime } from '../../mapi/values/file-time';
import type { EventTime } from './logged-event';

// Times as programs write them for programs: ISO 8601, CIM_DATETIME (WMI), and .NET's dates in JSON.

const MINUTE = 60_000;
/** A zone that CIM_DATETIME leaves open. */
const OPEN_ZONE = '***';

/** Reads such a time; undefined if it is none. One that says how far it is from UTC is exact. */
export function parseMachineTime(text: string): EventTime | undefined {
  return parseIso(text) ?? parseCim(text) ?? parseSerialized(text);
}

function parseIso(text: string): EventTime | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))? ?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (match === null) return undefined;
  const [, date = '', clock = '', fraction = '', zone] = match;
  return toTime(Date.parse(`${date}T${clock}Z`), fraction, zone === undefined ? undefined : minutesOf(zone));
}

/** `20080305101112.000000+060`: local time, and the minutes by which it is ahead of UTC. */
function parseCim(text: string): EventTime | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{6})([+-](?:\d{3}|\*{3}))$/.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', zone = ''] =
    match;
  const base = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return toTime(base, fraction, zone.endsWith(OPEN_ZONE) ? undefined : Number(zone));
}

/** `/Date(1204711872000)/`: milliseconds since 1970 of UTC; a distance behind them says only where they were written. */
function parseSerialized(text: string): EventTime | undefined {
  const match = /^\\?\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?\/$/.exec(text);
  return match === null ? undefined : toTime(Number(match[1]), '', 0);
}

/** Minutes east of UTC: `+02:00`, `-0430`, `Z`. */
function minutesOf(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(':', '');
  return (zone.startsWith('-') ? -1 : 1) * (Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3)));
}

function toTime(base: number, fraction: string, minutes: number | undefined): EventTime | undefined {
  const date = new Date(base - (minutes ?? 0) * MINUTE);
  if (Number.isNaN(date.getTime())) return undefined;
  const ticks = FileTime.fromDate(date).ticks + BigInt(fraction.padEnd(7, '0').slice(0, 7));
  if (ticks < 0n) return undefined;
  return {
    time: new FileTime(ticks),
    alternative: undefined,
    zone: minutes === undefined ? 'unstated' : 'utc',
  };
}
