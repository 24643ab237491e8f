import { checkStructure } from './given-structure';
import type { ByteReader } from '../../bytes/byte-reader';
import { decodeUtf16 } from '../values/utf16';
import { decodeStructure } from './decode-structure';

/** When a zone changes to or from daylight saving time: a SYSTEMTIME used as a rule. */
export interface TimeZoneTransition {
  /** The year; 0 for every year. */
  readonly year: number;
  /** The month, 1 to 12; 0 if the zone does not change. */
  readonly month: number;
  /** The day of the week; 0 is Sunday. */
  readonly dayOfWeek: number;
  /** Which such weekday of the month, 5 for the last; if `year` is not 0, the day of the month. */
  readonly day: number;
  /** Local time of the change, 0 to 23. */
  readonly hour: number;
  /** Minute of the change, 0 to 59. */
  readonly minute: number;
}

/** How a zone relates to UTC. Local time is UTC minus `bias`, minus the bias of the season; all in minutes. */
export interface TimeZoneRule {
  /** UTC minus local time, in minutes: -60 in Berlin. */
  readonly bias: number;
  /** What is added to `bias` in standard time, usually 0. */
  readonly standardBias: number;
  /** What is added to `bias` in daylight saving time, usually -60. */
  readonly daylightBias: number;
  /** When standard time begins. */
  readonly standardStart: TimeZoneTransition;
  /** When daylight saving time begins. */
  readonly daylightStart: TimeZoneTransition;
}

/** A rule of a time zone definition, valid from a given year on. */
export interface TimeZoneDefinitionRule extends TimeZoneRule {
  /** The first year in which the rule applies. */
  readonly year: number;
  /** Whether it is the rule in force: TZRULE_FLAG_EFFECTIVE_TZREG. */
  readonly isEffective: boolean;
  /** Whether the recurrence uses this rule: TZRULE_FLAG_RECUR_CURRENT_TZREG. */
  readonly isRecurrences: boolean;
}

/** A time zone with its Windows name: [MS-OXOCAL] 2.2.1.41. */
export interface TimeZoneDefinition {
  /** The key of the zone in the Windows registry, such as `W. Europe Standard Time`. */
  readonly keyName: string;
  /** The rules of the zone, the earliest first. */
  readonly rules: readonly TimeZoneDefinitionRule[];
}

const RECURRENCES = 0x1;
const EFFECTIVE = 0x2;
const RULE_LENGTH = 66;

/** Decodes a PidLidAppointmentTimeZoneDefinition… property; undefined if the bytes do not have this form. */
export function decodeTimeZoneDefinition(bytes: Uint8Array | undefined): TimeZoneDefinition | undefined {
  checkStructure('decodeTimeZoneDefinition', bytes);
  return decodeStructure(bytes, (reader) => {
    reader.skip(2); // major and minor version
    reader.skip(2); // size of the header
    reader.skip(2); // reserved
    const keyName = decodeUtf16(reader.bytes(reader.u16() * 2));
    const count = reader.u16();
    if (keyName === undefined || count * RULE_LENGTH > reader.remaining) return undefined;
    return { keyName, rules: Array.from({ length: count }, () => readDefinitionRule(reader)) };
  });
}

/** Decodes a PidLidTimeZoneStruct, [MS-OXOCAL] 2.2.1.39; undefined if the bytes are truncated. */
export function decodeTimeZoneStruct(bytes: Uint8Array | undefined): TimeZoneRule | undefined {
  checkStructure('decodeTimeZoneStruct', bytes);
  return decodeStructure(bytes, (reader) => {
    const biases = readBiases(reader);
    reader.skip(2); // standard year, also in the date
    const standardStart = readTransition(reader);
    reader.skip(2); // daylight year
    return { ...biases, standardStart, daylightStart: readTransition(reader) };
  });
}

function readDefinitionRule(reader: ByteReader): TimeZoneDefinitionRule {
  reader.skip(2); // major and minor version
  reader.skip(2); // size of the rule
  const flags = reader.u16();
  const year = reader.u16();
  reader.skip(14); // unused
  const biases = readBiases(reader);
  const standardStart = readTransition(reader);
  const daylightStart = readTransition(reader);
  const isEffective = (flags & EFFECTIVE) !== 0;
  return {
    year,
    isEffective,
    isRecurrences: (flags & RECURRENCES) !== 0,
    ...biases,
    standardStart,
    daylightStart,
  };
}

/** The three biases, as both structures have them one after the other. */
export function readBiases(reader: ByteReader): Pick<TimeZoneRule, 'bias' | 'standardBias' | 'daylightBias'> {
  return { bias: reader.i32(), standardBias: reader.i32(), daylightBias: reader.i32() };
}

/** A SYSTEMTIME that is a rule. */
export function readTransition(reader: ByteReader): TimeZoneTransition {
  const year = reader.u16();
  const month = reader.u16();
  const dayOfWeek = reader.u16();
  const day = reader.u16();
  const hour = reader.u16();
  const minute = reader.u16();
  reader.skip(4); // second, millisecond
  return { year, month, dayOfWeek, day, hour, minute };
}
