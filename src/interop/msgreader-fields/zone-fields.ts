// Time zones in the shape of msgreader: TzReg, TzDefinition

import type { ByteReader } from '../../bytes/byte-reader';
import { decodeStructure } from '../../mapi/structures/decode-structure';
import { readBiases, readTransition } from '../../mapi/structures/time-zone';
import type { TimeZoneTransition } from '../../mapi/structures/time-zone';
import { decodeUtf16 } from '../../mapi/values/utf16';

/** A PidLidTimeZoneStruct as msgreader shows it. See `TimeZoneRule` for the meaning of the biases and dates. */
export interface MsgReaderZone {
  readonly bias: number;
  readonly standardBias: number;
  readonly daylightBias: number;
  readonly standardYear: number;
  readonly standardDate: TimeZoneTransition;
  readonly daylightYear: number;
  readonly daylightDate: TimeZoneTransition;
}

/** A PidLidAppointmentTimeZoneDefinition… property as msgreader shows it. */
export interface MsgReaderZoneDefinition {
  /** The key of the zone in the Windows registry. */
  readonly keyName?: string;
  readonly rules: MsgReaderZoneRule[];
}

/** A rule of a time zone definition. */
export interface MsgReaderZoneRule extends Omit<MsgReaderZone, 'standardYear' | 'daylightYear'> {
  /** 1 for the rule of the recurrence, 2 for the rule in force. */
  readonly flags: number;
  /** When the rule begins to apply, in the form of `toUTCString`; null if the date is all zeros. */
  readonly start: string | null;
}

const HAS_GUID = 0x1;
const HAS_KEY_NAME = 0x2;
const GUID_LENGTH = 16;
/** Of TZDEFINITION and of TZRULE. */
const MAJOR_VERSION = 2;
/** What stands before the part whose size a header states: two versions and the size. */
const SIZED_FROM = 4;

/** Undefined if it is cut. */
export function zoneField(bytes: Uint8Array): MsgReaderZone | undefined {
  return decodeStructure(bytes, (reader) => ({
    ...readBiases(reader),
    standardYear: reader.u16(),
    standardDate: readTransition(reader),
    daylightYear: reader.u16(),
    daylightDate: readTransition(reader),
  }));
}

/** Undefined if it is cut, or of another version. */
export function zoneDefinitionField(bytes: Uint8Array): MsgReaderZoneDefinition | undefined {
  return decodeStructure(bytes, (reader) => {
    if (reader.u8() !== MAJOR_VERSION) return undefined;
    reader.skip(1); // minor version
    const headerSize = reader.u16();
    const flags = reader.u16();
    if ((flags & HAS_GUID) !== 0) reader.skip(GUID_LENGTH);
    const keyName = (flags & HAS_KEY_NAME) === 0 ? undefined : decodeUtf16(reader.bytes(reader.u16() * 2));
    const count = reader.u16();
    reader.seek(SIZED_FROM + headerSize);
    const rules = readRules(reader, count);
    return keyName === undefined ? { rules } : { keyName, rules };
  });
}

/** As many rules as are of the version that is known. */
function readRules(reader: ByteReader, count: number): MsgReaderZoneRule[] {
  const rules: MsgReaderZoneRule[] = [];
  while (rules.length < count && reader.u8() === MAJOR_VERSION) {
    reader.skip(1); // minor version
    const size = reader.u16();
    const end = reader.position + size;
    rules.push({
      flags: reader.u16(),
      start: readStart(reader),
      ...readBiases(reader),
      standardDate: readTransition(reader),
      daylightDate: readTransition(reader),
    });
    reader.seek(end);
  }
  return rules;
}

/** A SYSTEMTIME that is a moment. */
function readStart(reader: ByteReader): string | null {
  const [year, month, , day, hour, minute, second] = Array.from({ length: 8 }, () => reader.u16());
  const digits = (value = 0, length = 2): string => String(value).padStart(length, '0');
  const moment = `${digits(year, 4)}-${digits(month)}-${digits(day)}T${digits(hour)}:${digits(minute)}:${digits(second)}Z`;
  return moment === '0000-00-00T00:00:00Z' ? null : new Date(moment).toUTCString();
}
