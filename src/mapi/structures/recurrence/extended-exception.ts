import type { ByteReader } from '../../../bytes/byte-reader';
import { decodeUtf16 } from '../../values/utf16';
import { LOCATION, SUBJECT } from './exception-info';
import { momentOf } from './recurrence-time';

/**
 * What ExceptionInfo cannot express: ExtendedException, [MS-OXOCAL] 2.2.1.44.4. Times are local, such as
 * `2004-03-23T14:00`.
 */
export interface ExtendedException {
  /**
   * ChangeHighlight: what changed for attendees, as the bits of PidLidChangeHighlight; undefined if it is not there.
   */
  readonly changeHighlight: number | undefined;
  /** The reserved bytes that follow the value in ChangeHighlight. */
  readonly changeHighlightReserved: Uint8Array;
  /** ReservedBlockEE1. */
  readonly reservedBlock1: Uint8Array;
  /**
   * The start again. This and all following fields are undefined if neither the subject nor the location is changed.
   */
  readonly start: string | undefined;
  /** The end again. */
  readonly end: string | undefined;
  /** The original start again. */
  readonly originalStart: string | undefined;
  /** The subject in Unicode; undefined if it is the same as in the series. */
  readonly subject: string | undefined;
  /** The location in Unicode; undefined if it is the same as in the series. */
  readonly location: string | undefined;
  /** ReservedBlockEE2. */
  readonly reservedBlock2: Uint8Array;
}

/** From this version on there is a ChangeHighlight. */
const WITH_HIGHLIGHT = 0x3009;
const nothing = (): Uint8Array => new Uint8Array();

/** Reads an ExtendedException, which takes its flags from the ExceptionInfo of the same number. */
export function readExtendedException(
  reader: ByteReader,
  overrideFlags: number,
  writerVersion2: number,
): ExtendedException {
  const highlight = writerVersion2 >= WITH_HIGHLIGHT ? readHighlight(reader) : noHighlight();
  const reservedBlock1 = readReservedBlock(reader);
  return { ...highlight, reservedBlock1, ...readTexts(reader, overrideFlags) };
}

/** A block of reserved bytes behind its size, which should be 0. */
export function readReservedBlock(reader: ByteReader): Uint8Array {
  return reader.bytes(reader.u32());
}

type Highlight = Pick<ExtendedException, 'changeHighlight' | 'changeHighlightReserved'>;

function noHighlight(): Highlight {
  return { changeHighlight: undefined, changeHighlightReserved: nothing() };
}

/** ChangeHighlight, [MS-OXOCAL] 2.2.1.44.3: its size counts the value, too. */
function readHighlight(reader: ByteReader): Highlight {
  const size = reader.u32();
  if (size < 4) return { changeHighlight: undefined, changeHighlightReserved: reader.bytes(size) };
  return { changeHighlight: reader.u32(), changeHighlightReserved: reader.bytes(size - 4) };
}

type Texts = Omit<ExtendedException, keyof Highlight | 'reservedBlock1'>;

function readTexts(reader: ByteReader, overrideFlags: number): Texts {
  const has = (bit: number): boolean => (overrideFlags & bit) !== 0;
  const hasTexts = has(SUBJECT | LOCATION);
  const moment = (): string | undefined => (hasTexts ? momentOf(reader.u32()) : undefined);
  const text = (bit: number): string | undefined =>
    has(bit) ? decodeUtf16(reader.bytes(reader.u16() * 2)) : undefined;
  return {
    start: moment(),
    end: moment(),
    originalStart: moment(),
    subject: text(SUBJECT),
    location: text(LOCATION),
    reservedBlock2: hasTexts ? readReservedBlock(reader) : nothing(),
  };
}
