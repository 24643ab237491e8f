import type { ReportDamage } from '../../damage/anomaly';
import { FormatError, UnsupportedError } from '../../damage/errors';
import { crcOf } from '../../bytes/crc';
import { CryptMethod } from './encoding';
import { hex, id, u16, u32 } from './store-bytes';
import { ansi, unicode, unicode4k } from './store-format';
import type { StoreFormat } from './store-format';

// [MS-PST] 2.2.2.6: the header

const SIGNATURE = [0x21, 0x42, 0x44, 0x4e];
const PARTIAL_CRC = 4;
const CRC_START = 8;
const PARTIAL_CRC_END = 479;
const CLIENT = 8;
const VERSION = 10;
/** What is needed to tell the version. */
const SHORTEST = 12;

/** A page or block and where it lies: [MS-PST] 2.2.2.4. */
export interface BlockReference {
  readonly id: number;
  readonly offset: number;
}

export interface StoreHeader {
  readonly format: StoreFormat;
  readonly kind: 'pst' | 'ost' | 'pab';
  readonly encoding: keyof typeof encodings;
  readonly nodeTree: BlockReference;
  readonly blockTree: BlockReference;
  /** ibFileEof: how long the file should be. */
  readonly fileEnd: number;
}

const encodings = { none: CryptMethod.none, permute: CryptMethod.permute, cyclic: CryptMethod.cyclic };
const kinds: Readonly<Record<string, StoreHeader['kind']>> = { SM: 'pst', SO: 'ost', AB: 'pab' };

/** Whether bytes begin as a store does: dwMagic. */
export function hasStoreSignature(head: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => head[index] === byte);
}

/**
 * Decodes the header from the first bytes of a file of `fileLength` bytes. Throws a `FormatError` if they tell no place
 * to go on from, and an `UnsupportedError` for a protected store.
 */
export function decodeStoreHeader(bytes: Uint8Array, fileLength: number, report: ReportDamage): StoreHeader {
  if (bytes.length < SHORTEST) refuseShort(bytes, SHORTEST);
  const format = formatOf(u16(bytes, VERSION), hasStoreSignature(bytes));
  const { header, idSize } = format;
  if (bytes.length < header.length) refuseShort(bytes, header.length);
  const reference = (at: number): BlockReference => ({
    id: id(bytes, at, idSize),
    offset: id(bytes, at + idSize, idSize),
  });
  const encoding = encodingOf(bytes[header.cryptMethod] as number, report);
  checkCrcs(bytes, format, report);
  const fileEnd = id(bytes, header.fileEnd, idSize);
  if (fileEnd > fileLength) {
    report('pst-file-cut', `ibFileEof is ${fileEnd}, but the file has ${fileLength} bytes`, {
      offset: fileLength,
    });
  }
  return {
    format,
    kind: kindOf(bytes, report),
    encoding,
    nodeTree: reference(header.nodeTree),
    blockTree: reference(header.blockTree),
    fileEnd,
  };
}

function refuseShort(bytes: Uint8Array, expected: number): never {
  if (bytes.length === 0) throw new FormatError('file-empty', 'The file is empty', { path: '', offset: 0 });
  const message = `The file ends inside the header: ${bytes.length} bytes, expected at least ${expected}`;
  throw new FormatError('pst-header-short', message, { path: '', offset: bytes.length });
}

/**
 * 14 and 15 are Outlook 97 to 2002, 23 is Outlook 2003, 36 Outlook 2013, 37 the same protected.
 * QUIRK: the specification tells ANSI from Unicode by this number and knows pages of 512 bytes only; those of 36 have
 * 4 KiB (`sample.ost` of GroupDocs.Parser-for-.NET). 21, which other programs write, has those of 512. A number that
 * nobody knows is refused: where its pages lie would be a guess.
 */
function formatOf(version: number, isStore: boolean): StoreFormat {
  if (version === 14 || version === 15) return ansi;
  if (version === 37) throw isProtected('wVer is 37');
  if (version === 36) return unicode4k;
  if (version >= 21 && version < 36) return unicode;
  if (version > 37 && isStore)
    throw new UnsupportedError(
      'pst-version',
      `wVer is ${version}, which is not a known version of the format`,
    );
  const message = isStore
    ? `wVer is ${version}, expected 14, 15, 23 or 36: no page can be found`
    : 'Not a PST or OST store: dwMagic is not 0x4E444221 ("!BDN")';
  throw new FormatError('pst-version', message, { path: '', offset: isStore ? VERSION : 0 });
}

function isProtected(why: string): UnsupportedError {
  const message = `This store is protected by Windows Information Protection (${why}): open it in Outlook and export it`;
  return new UnsupportedError('pst-protected', message);
}

function encodingOf(method: number, report: ReportDamage): StoreHeader['encoding'] {
  if (method === CryptMethod.windowsInformationProtection) throw isProtected('bCryptMethod is 0x10');
  const known = Object.entries(encodings).find(([, number]) => number === method);
  if (known !== undefined) return known[0] as StoreHeader['encoding'];
  report('pst-header-field', `bCryptMethod is ${method}, expected 0, 1 or 2; taken for 1`);
  return 'permute';
}

function kindOf(bytes: Uint8Array, report: ReportDamage): StoreHeader['kind'] {
  const client = String.fromCharCode(bytes[CLIENT] as number, bytes[CLIENT + 1] as number);
  const kind = Object.entries(kinds).find(([name]) => name === client)?.[1];
  if (kind !== undefined) return kind;
  report('pst-header-field', `wMagicClient is ${hex(u16(bytes, CLIENT))}, expected SM, SO or AB`, {
    offset: CLIENT,
  });
  return 'pst';
}

function checkCrcs(bytes: Uint8Array, { header: { fullCrc } }: StoreFormat, report: ReportDamage): void {
  const check = (name: string, at: number, end: number): void => {
    const [found, computed] = [u32(bytes, at), crcOf(bytes.subarray(CRC_START, end))];
    if (found === computed) return;
    report('pst-header-crc', `${name} is ${hex(found)}, computed ${hex(computed)}`, { offset: at });
  };
  check('dwCRCPartial', PARTIAL_CRC, PARTIAL_CRC_END);
  if (fullCrc !== undefined) check('dwCRCFull', fullCrc, fullCrc);
}
