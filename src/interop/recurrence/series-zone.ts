import { timeZone, toUtc } from '../../evidence/time-zone';
import type { TimeZone } from '../../evidence/time-zone';
import type { TimeZoneDefinition, TimeZoneRule, TimeZoneTransition } from '../../mapi/structures/time-zone';
import { FileTime, TICKS_PER_MILLISECOND } from '../../mapi/values/file-time';

/**
 * The time zone of a series: decoded from the item (`decodeTimeZoneDefinition` of
 * PidLidAppointmentTimeZoneDefinitionRecur, `decodeTimeZoneStruct` of PidLidTimeZoneStruct), or by its name
 * (`Europe/Berlin`, `+02:00`, `UTC`).
 */
export type SeriesZone = string | TimeZoneDefinition | TimeZoneRule;

const MILLISECONDS_PER_MINUTE = 60_000;
/** 1601-01-01 in milliseconds. */
const EPOCH = -11_644_473_600_000;

/**
 * The moment at which clocks of a zone show a local time (`2004-03-15T14:00`), in ISO 8601 with Z. As RFC 5545 3.3.5
 * says: where clocks are set back, the first of the two; where they are set forward, by the time before.
 */
export function utcOf(local: string, zone: TimeZone): string {
  const ticks = BigInt(Date.parse(`${local}Z`) - EPOCH) * TICKS_PER_MILLISECOND;
  const [moment] = toUtc(new FileTime(ticks), zone);
  return (moment?.toDate() ?? new Date(0)).toISOString();
}

/** What a zone of a series says. Throws a `TypeError` if there is none of that name. */
export function zoneOf(zone: SeriesZone): TimeZone {
  if (typeof zone === 'string') return timeZone(zone);
  if (!('rules' in zone)) return { name: '', offsetAt: (utc) => offsetOf(zone, utc) };
  const { keyName, rules } = zone;
  if (rules.length === 0) throw new TypeError(`The time zone ${keyName} has no rule`);
  return { name: keyName, offsetAt: (utc) => offsetByYear(rules, utc) };
}

/** By the rule of the year: the last that is in force then. */
function offsetByYear(rules: TimeZoneDefinition['rules'], utc: Date): number {
  const rule = rules.filter(({ year }) => year <= utc.getUTCFullYear()).at(-1) ?? rules[0];
  return rule === undefined ? 0 : offsetOf(rule, utc);
}

/** Minutes east of UTC at a moment. */
function offsetOf(rule: TimeZoneRule, utc: Date): number {
  const standard = -(rule.bias + rule.standardBias);
  const daylight = -(rule.bias + rule.daylightBias);
  const year = new Date(utc.getTime() + standard * MILLISECONDS_PER_MINUTE).getUTCFullYear();
  const [from, to] = [changeIn(rule.daylightStart, year), changeIn(rule.standardStart, year)];
  if (from === undefined || to === undefined) return standard;
  const begins = from - standard * MILLISECONDS_PER_MINUTE;
  const ends = to - daylight * MILLISECONDS_PER_MINUTE;
  const at = utc.getTime();
  const isDaylight = begins < ends ? at >= begins && at < ends : at >= begins || at < ends;
  return isDaylight ? daylight : standard;
}

/** When a zone changes in a year, as its clocks show it; undefined: it does not. */
function changeIn(change: TimeZoneTransition, year: number): number | undefined {
  const { month, day, dayOfWeek, hour, minute } = change;
  if (month === 0 || (change.year !== 0 && change.year !== year)) return undefined;
  if (change.year !== 0) return Date.UTC(year, month - 1, day, hour, minute);
  const first = (dayOfWeek - new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 7) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const last = first + Math.floor((length - 1 - first) / 7) * 7;
  return Date.UTC(year, month - 1, 1 + Math.min(first + (day - 1) * 7, last), hour, minute);
}
