import type { MessageObject } from '../../mapi/object/message-object';
import type { PropertyStore } from '../../mapi/rows/property-store';
import { elementType, isText8, propertyTag, PropertyType, typeOf } from '../../mapi/values/property-type';
import { nestedMessage } from './nested-message';
import type { EncodedProperty } from './object-nodes';

// What a message has to say in a .msg that another container says for it

const MESSAGE_CODE_PAGE = propertyTag(0x3ffd, PropertyType.integer32);
const STORE_SUPPORT_MASK = propertyTag(0x340d, PropertyType.integer32);
/** STORE_UNICODE_OK, [MS-OXMSG] 2.1.1.1: the texts of the file are UTF-16. */
const STORE_UNICODE_OK = 0x00040000;
const READABLE_AND_WRITABLE = 6;

/** Decisions that a reader of the .msg comes to by itself. */
const repeatable = new Set(['messageCodePage', 'messageLocaleId', 'internetCodePage', 'default']);

/**
 * The properties that a message needs beside its own: the code page of its 8-bit strings, where that was known from
 * elsewhere – its store, TNEF, an option, the message around it –, and that there are UTF-16 texts, which Outlook asks for.
 */
export function addedProperties(message: MessageObject, isOutermost: boolean): EncodedProperty[] {
  const { codePage, by } = message.codePageDecision;
  const isKnown = repeatable.has(by) || (by === 'holder' && !isOutermost);
  const added: EncodedProperty[] = [];
  if (!isKnown && hasText(message, isText8)) added.push(integer(MESSAGE_CODE_PAGE, codePage));
  const lacksMask = isOutermost && !hasTag(message.properties, STORE_SUPPORT_MASK);
  if (lacksMask && hasText(message, isText16)) added.push(integer(STORE_SUPPORT_MASK, STORE_UNICODE_OK));
  return added;
}

function integer(tag: number, number: number): EncodedProperty {
  const value = new Uint8Array(4);
  new DataView(value.buffer).setUint32(0, number, true);
  return { tag, flags: READABLE_AND_WRITABLE, value };
}

function isText16(type: number): boolean {
  return elementType(type) === PropertyType.string;
}

function hasTag(store: PropertyStore, wanted: number): boolean {
  for (const { tag } of store) if (tag === wanted) return true;
  return false;
}

/** Whether there is text of a kind anywhere in a message. */
function hasText(message: MessageObject, isOfKind: (type: number) => boolean): boolean {
  const { properties, recipients, attachments } = message;
  const isIn = (store: PropertyStore): boolean => {
    for (const { tag } of store) if (isOfKind(typeOf(tag))) return true;
    return false;
  };
  if (isIn(properties) || recipients.some(isIn)) return true;
  return attachments.some((attachment) => {
    const nested = nestedMessage(attachment);
    return isIn(attachment.properties) || (nested !== undefined && hasText(nested, isOfKind));
  });
}
