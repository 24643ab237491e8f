// What a message has, property by property, to compare it with what was written of it.

import type { Message, PropertyStore, RawProperty } from '../../src/index';
import { hasCompoundFileSignature } from '../../src/cfb/header';
import { nameKey } from '../../src/mapi/values/named-property';
import {
  elementType,
  formatTag,
  idOf,
  isNamedId,
  isText,
  isText8,
  PropertyType,
  typeOf,
} from '../../src/mapi/values/property-type';

/** A property as a line: its tag or name, its flags, its bytes, and of 8-bit text what it says. */
type Line = string;

export interface Described {
  readonly properties: readonly Line[];
  readonly recipients: readonly (readonly Line[])[];
  readonly attachments: readonly {
    readonly properties: readonly Line[];
    readonly message: Described | undefined;
  }[];
}

export interface DescribedAs {
  /** Whether flags and the NULs of texts are the container's own, and compared. */
  readonly isMsg: boolean;
  /** Whether values are left out that the file lacks. */
  readonly isWhole: boolean;
  /** Tags that are left out. */
  readonly ignored: ReadonlySet<string>;
}

/** All of a message and of what it embeds. */
export async function describeMessage(message: Message, as: DescribedAs): Promise<Described> {
  const attachments = [];
  for (const attachment of message.attachments) {
    const inFile = [...attachment.properties].some(({ tag }) => tag === 0x37010102);
    attachments.push({
      properties: await linesOf(attachment.properties, as),
      message: attachment.embedded && !inFile ? await describeMessage(attachment.embedded, as) : undefined,
    });
  }
  const recipients = [];
  for (const { properties } of message.recipients) recipients.push(await linesOf(properties, as));
  return { properties: await linesOf(message.properties, as), recipients, attachments };
}

async function linesOf(store: PropertyStore, as: DescribedAs): Promise<Line[]> {
  const lines: Line[] = [];
  const seen = new Set<number>();
  for (const property of store) {
    const { tag } = property;
    if (as.ignored.has(formatTag(tag)) || seen.has(tag)) continue;
    seen.add(tag);
    const value = await valueOf(property, as);
    if (value === undefined && as.isWhole) continue;
    const says = isText8(typeOf(tag)) && property.content === 'loaded' ? String(store.valueOf(property)) : '';
    const flags = as.isMsg ? property.flags : '';
    lines.push([nameOf(store, tag), flags, property.isUnlisted === true, value, says].join(' '));
  }
  return lines;
}

function nameOf(store: PropertyStore, tag: number): string {
  if (!isNamedId(idOf(tag))) return formatTag(tag);
  const name = store.nameOf(idOf(tag));
  return `${name === undefined ? 'nameless' : nameKey(name)} ${formatTag(tag).slice(4)}`;
}

/** The bytes in base64; undefined: the file lacks them. */
async function valueOf(property: RawProperty, as: DescribedAs): Promise<string | undefined> {
  const { content, tag } = property;
  if (content === 'storage') return as.isWhole ? undefined : 'storage';
  const element = elementType(typeOf(tag));
  const form = (bytes: Uint8Array): string =>
    shown(as.isMsg || !isText(element) ? bytes : withoutNuls(bytes));
  try {
    const items = await property.readItems?.();
    return items === undefined ? formOf(tag, await property.read(), form) : items.map(form).join(',');
  } catch {
    return undefined;
  }
}

function withoutNuls(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

function shown(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** An OLE object, which TNEF and stores have as a compound file, is a storage in a .msg. */
function formOf(tag: number, bytes: Uint8Array, form: (bytes: Uint8Array) => string): string {
  return typeOf(tag) === PropertyType.object && hasCompoundFileSignature(bytes) ? 'storage' : form(bytes);
}
