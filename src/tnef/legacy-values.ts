import { ByteReader } from '../bytes/byte-reader';
import { latin1Text } from '../mapi/values/code-page';
import { propertyTag, PropertyType } from '../mapi/values/property-type';
import { messageClassOf } from '../mapi/values/legacy-message-class';

// [MS-OXTNEF] 2.1.3.3: what the attributes of Microsoft Mail say, as properties

/** A property that an attribute stands for. */
export interface LegacyProperty {
  readonly tag: number;
  readonly bytes: Uint8Array;
  /** Where in the attribute its value begins. */
  readonly at: number;
}

/** Decodes an attribute; undefined if the bytes are none of its kind. Fails with `EndOfBytes` if they are too few. */
export type LegacyDecoder = (bytes: Uint8Array) => readonly LegacyProperty[] | undefined;

/** A value whose attribute has one length: of another, it is damaged, or was another attribute. */
export function ofLength(length: number, decode: LegacyDecoder): LegacyDecoder {
  return (bytes) => (bytes.length === length ? decode(bytes) : undefined);
}

/** How long an attribute's value may be that is read as one property and needs no other look. */
function whole(tag: number): LegacyDecoder {
  return (bytes) => [{ tag, bytes, at: 0 }];
}

/** Text in the code page of attOemCodepage, with its terminator. */
export function textAttribute(id: number): LegacyDecoder {
  return whole(propertyTag(id, PropertyType.string8));
}

export function binaryAttribute(id: number): LegacyDecoder {
  return whole(propertyTag(id, PropertyType.binary));
}

/** A message class, by the name that it has today. */
export function messageClass(id: number): LegacyDecoder {
  return (bytes) => {
    const name = ascii(bytes);
    const today = messageClassOf(name);
    const value = today === name ? bytes : Uint8Array.from(today, (character) => character.charCodeAt(0));
    return [{ tag: propertyTag(id, PropertyType.string8), bytes: value, at: 0 }];
  };
}

/** Bytes written as hexadecimal text (attMessageID, attParentID, attConversationID). */
export function hexadecimal(id: number): LegacyDecoder {
  return (bytes) => {
    const digits = ascii(bytes);
    if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) return undefined;
    const value = new Uint8Array(digits.length / 2);
    for (let index = 0; index < value.length; index++)
      value[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
    return [{ tag: propertyTag(id, PropertyType.binary), bytes: value, at: 0 }];
  };
}

/** A 32-bit number. */
export function long(id: number): LegacyDecoder {
  return (bytes) => [integer(id, new ByteReader(bytes).i32())];
}

/** A 16-bit number that is a truth value. */
export function flag(id: number): LegacyDecoder {
  return (bytes) => {
    const value = new ByteReader(bytes).u16() === 0 ? 0 : 1;
    return [{ tag: propertyTag(id, PropertyType.boolean), bytes: Uint8Array.of(value, 0), at: 0 }];
  };
}

/** attPriority: 1 high, 2 normal, 3 low; PidTagImportance counts the other way round. */
export function priority(id: number): LegacyDecoder {
  return (bytes) => {
    const value = new ByteReader(bytes).u16();
    return value >= 1 && value <= 3 ? [integer(id, 3 - value)] : undefined;
  };
}

/** The bits of attMessageStatus and what PidTagMessageFlags has for them; fmsModified (1) is the absence of one. */
const statusFlags: readonly (readonly [status: number, flag: number])[] = [
  [0x02, 0x08], // fmsLocal: mfUnsent
  [0x04, 0x04], // fmsSubmitted: mfSubmitted
  [0x20, 0x01], // fmsRead: mfRead
  [0x80, 0x10], // fmsHasAttach: mfHasAttach
];
const FMS_MODIFIED = 0x01;
const MF_UNMODIFIED = 0x02;

/** attMessageStatus, a byte of flags. */
export function messageStatus(id: number): LegacyDecoder {
  return (bytes) => {
    const status = new ByteReader(bytes).u8();
    const unmodified = (status & FMS_MODIFIED) === 0 ? MF_UNMODIFIED : 0;
    return [
      integer(
        id,
        statusFlags.reduce((all, [bit, value]) => ((status & bit) === 0 ? all : all | value), unmodified),
      ),
    ];
  };
}

/** attAttachRendData: kind of attachment, position, width, height, flags. */
export function rendering(method: number, position: number): LegacyDecoder {
  return (bytes) => {
    const reader = new ByteReader(bytes);
    const attachType = reader.u16();
    // AttachTypeFile 1 is ATTACH_BY_VALUE, AttachTypeOle 2 ATTACH_OLE; a picture (3) is an object, too
    const attachMethod = attachType === 1 ? 1 : attachType === 2 || attachType === 3 ? 6 : undefined;
    if (attachMethod === undefined) return undefined;
    return [integer(method, attachMethod), { ...integer(position, reader.i32()), at: 2 }];
  };
}

function integer(id: number, value: number): LegacyProperty {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value, true);
  return { tag: propertyTag(id, PropertyType.integer32), bytes, at: 0 };
}

/** A name or a number in plain characters, without its terminator. */
function ascii(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return latin1Text(end < 0 ? bytes : bytes.subarray(0, end));
}
