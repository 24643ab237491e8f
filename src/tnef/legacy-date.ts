import { ByteReader } from '../bytes/byte-reader';
import { TICKS_PER_MILLISECOND } from '../mapi/values/file-time';
import { propertyTag, PropertyType } from '../mapi/values/property-type';
import type { LegacyDecoder } from './legacy-values';

/** From 1601 to 1970, in milliseconds. */
const EPOCH = 11_644_473_600_000;

/**
 * A date attribute, [MS-OXTNEF] 2.1.3.3.4: year, month, day, hour, minute, second, day of the week.
 * QUIRK: the specification does not say in which time zone; Outlook writes local time and Exchange UTC. It is taken as
 * UTC, so such a time may be hours off: the property in attMsgProps counts wherever there is one.
 */
export function date(id: number): LegacyDecoder {
  return (bytes) => {
    const reader = new ByteReader(bytes);
    const [year, month, day] = [reader.u16(), reader.u16(), reader.u16()];
    const [hour, minute, second] = [reader.u16(), reader.u16(), reader.u16()];
    const isDate = year >= 1601 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!isDate || hour > 23 || minute > 59 || second > 59) return undefined;
    const ticks =
      BigInt(Date.UTC(year, month - 1, day, hour, minute, second) + EPOCH) * TICKS_PER_MILLISECOND;
    const value = new Uint8Array(8);
    new DataView(value.buffer).setBigUint64(0, ticks, true);
    return [{ tag: propertyTag(id, PropertyType.time), bytes: value, at: 0 }];
  };
}
