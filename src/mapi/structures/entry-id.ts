import { checkStructure } from './given-structure';
import type { ByteReader } from '../../bytes/byte-reader';
import { DEFAULT_CODE_PAGE } from '../values/code-page';
import { toHex } from '../values/guid';
import { decodeStructure } from './decode-structure';
import { readString8, readUtf16 } from './null-terminated';

/** An address that is not in any address book: [MS-OXCDATA] 2.2.5.1. */
export interface OneOffEntryId {
  readonly kind: 'one-off';
  readonly displayName: string;
  readonly addressType: string;
  readonly emailAddress: string;
  /** Whether the strings are UTF-16; otherwise they are in the message's code page. */
  readonly isUnicode: boolean;
}

/** An entry of Exchange's address book: [MS-OXCDATA] 2.2.5.2. */
export interface AddressBookEntryId {
  readonly kind: 'address-book';
  /** 0 is a mail user, 1 a distribution list, 6 a remote user, and so on. */
  readonly type: number;
  /** The X.500 distinguished name. */
  readonly distinguishedName: string;
}

/** One of the addresses of a contact: [MS-OXOCNTC], wrapped as [MS-OXCDATA] 2.2.5.3 specifies. */
export interface ContactEntryId {
  readonly kind: 'contact';
  /** 4 is a contact, 5 a personal distribution list. */
  readonly type: number;
  /** Which address of the contact: 0 to 2 are e-mail, 3 to 5 fax; 255 for a distribution list. */
  readonly index: number;
  /** The entry ID of the contact itself. */
  readonly entryId: Uint8Array;
}

/** An entry ID of another provider. */
export interface OtherEntryId {
  readonly kind: 'other';
  /** The 16 bytes that name the provider, in hexadecimal. */
  readonly provider: string;
}

/** The decoded entry ID of an address, by its provider; `kind` says which. */
export type EntryId = OneOffEntryId | AddressBookEntryId | ContactEntryId | OtherEntryId;

const ONE_OFF = '812b1fa4bea310199d6e00dd010f5402';
const ADDRESS_BOOK = 'dca740c8c042101ab4b908002b2fe182';
const CONTACT = 'fe42aa0a18c71a10e8850b651c240000';
const ONE_OFF_UNICODE = 0x8000;

/** Decodes the entry ID of an address; 8-bit strings are in `codePage`. Undefined if the bytes are truncated. */
export function decodeEntryId(
  bytes: Uint8Array | undefined,
  codePage = DEFAULT_CODE_PAGE,
): EntryId | undefined {
  checkStructure('decodeEntryId', bytes, codePage);
  return decodeStructure(bytes, (reader): EntryId | undefined => {
    reader.skip(4); // flags
    const provider = toHex(reader.bytes(16));
    if (provider === ONE_OFF) return decodeOneOff(reader, codePage);
    if (provider === ADDRESS_BOOK) return decodeAddressBook(reader);
    return provider === CONTACT ? decodeContact(reader) : { kind: 'other', provider };
  });
}

function decodeOneOff(reader: ByteReader, codePage: number): OneOffEntryId | undefined {
  reader.skip(2); // version
  const isUnicode = (reader.u16() & ONE_OFF_UNICODE) !== 0;
  const read = (): string | undefined => (isUnicode ? readUtf16(reader) : readString8(reader, codePage));
  const displayName = read();
  const addressType = read();
  const emailAddress = read();
  if (displayName === undefined || addressType === undefined || emailAddress === undefined) return undefined;
  return { kind: 'one-off', displayName, addressType, emailAddress, isUnicode };
}

function decodeAddressBook(reader: ByteReader): AddressBookEntryId | undefined {
  reader.skip(4); // version
  const type = reader.u32();
  const distinguishedName = readString8(reader, DEFAULT_CODE_PAGE);
  return distinguishedName === undefined ? undefined : { kind: 'address-book', type, distinguishedName };
}

function decodeContact(reader: ByteReader): ContactEntryId {
  reader.skip(4); // version
  const type = reader.u32();
  const index = reader.u32();
  return { kind: 'contact', type, index, entryId: reader.bytes(reader.u32()) };
}
