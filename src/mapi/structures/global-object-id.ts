import { checkStructure } from './given-structure';
import { decodeString8 } from '../values/code-page';
import { FileTime } from '../values/file-time';
import { toHex } from '../values/guid';
import { decodeStructure } from './decode-structure';

/** The identifier that all copies of a meeting have in common: PidLidGlobalObjectId, [MS-OXOCAL] 2.2.1.27. */
export interface GlobalObjectId {
  /**
   * The date of the occurrence that an exception replaces, such as `2004-03-22`; undefined for a series or a single
   * meeting.
   */
  readonly exceptionDate: string | undefined;
  /** When the identifier was created. */
  readonly creationTime: FileTime;
  /** The data that makes the identifier unique. */
  readonly data: Uint8Array;
  /** The iCalendar UID, if the meeting came from iCalendar; otherwise undefined. */
  readonly uid: string | undefined;
}

const SIGNATURE = '040000008200e00074c5b7101a82e008';
/** `vCal-Uid` and a version, before a UID that is not Outlook's own. */
const UID_MARK = '7643616c2d55696401000000';
const WINDOWS_1252 = 1252;

/** Decodes a PidLidGlobalObjectId or PidLidCleanGlobalObjectId; undefined if the bytes are neither. */
export function decodeGlobalObjectId(bytes: Uint8Array | undefined): GlobalObjectId | undefined {
  checkStructure('decodeGlobalObjectId', bytes);
  return decodeStructure(bytes, (reader) => {
    if (toHex(reader.bytes(16)) !== SIGNATURE) return undefined;
    const year = reader.u8() * 256 + reader.u8(); // high byte first, unlike everything else
    const month = reader.u8();
    const day = reader.u8();
    const creationTime = new FileTime(reader.u64());
    reader.skip(8); // reserved
    const data = reader.bytes(reader.u32());
    const exceptionDate =
      year === 0 ? undefined : [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
    return { exceptionDate, creationTime, data, uid: uidOf(data) };
  });
}

function uidOf(data: Uint8Array): string | undefined {
  const mark = UID_MARK.length / 2;
  if (toHex(data.subarray(0, mark)) !== UID_MARK) return undefined;
  let end = data.length;
  while (end > mark && data[end - 1] === 0) end -= 1;
  return decodeString8(data.subarray(mark, end), WINDOWS_1252);
}
