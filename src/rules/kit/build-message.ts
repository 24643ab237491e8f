import { checkArgument } from '../../arguments/check';
import { aListOf, brandOf } from '../../arguments/kinds';
import type { Kind } from '../../arguments/kinds';
import { isBytes } from '../../bytes/is-bytes';
import { joinPath } from '../../damage/path';
import { writeCompoundFile } from '../../cfb/writing/write-compound-file';
import { attachmentContent, attachmentProperties } from '../../mapi/definitions/attachment-properties';
import { messageProperties } from '../../mapi/definitions/message-properties';
import { attendeeRoleProperty, recipientProperties } from '../../mapi/definitions/recipient-properties';
import { ATTACH_DATA_OBJECT } from '../../mapi/object/attachment-content';
import { nameKey } from '../../mapi/values/named-property';
import type { PropertyName } from '../../mapi/values/named-property';
import { FIRST_NAMED_ID, formatTag, propertyTag, PropertyType } from '../../mapi/values/property-type';
import type { Message } from '../../message/message';
import { nameMapStorage } from '../../msg/writing/name-map-storage';
import { messageHeader, objectNodes } from '../../msg/writing/object-nodes';
import type { EncodedProperty, Node } from '../../msg/writing/object-nodes';
import { decodeMessage } from '../../reading/decode-message';
import { describedProperties } from './described-properties';
import type { AttachmentDescription, MessageDescription, RecipientDescription } from './message-description';

/** Readable and writable, as Outlook writes. */
const USUAL_FLAGS = 6;
const HEADER_OF_PART = new Uint8Array(8);

const aDescription: Kind = ['an object that describes a message', (value) => brandOf(value) === 'Object'];
const descriptions = /* @__PURE__ */ aListOf('objects', aDescription);
const rowTable = { ...recipientProperties, attendeeRole: attendeeRoleProperty };

/**
 * Makes a message from a description, for tests. It is written as a .msg and read again, so that everything is as in a
 * file: states of values, offsets, named properties. Throws a `TypeError` for an unknown property, with the nearest
 * known name, and for a value that the property cannot have.
 *
 * @example
 * ```ts
 * const message = buildMessage({
 *   messageClass: 'IPM.Appointment',
 *   subject: 'Weekly call',
 *   recipients: [{ displayName: 'Bob', emailAddress: 'bob@partner.example', trackStatusTime: zeroTime }],
 * });
 * ```
 */
export function buildMessage(description: MessageDescription): Message {
  return decodeMessage(buildMsg(description));
}

/** Makes a .msg file from a description. The same description always gives the same bytes. */
export function buildMsg(description: MessageDescription): Uint8Array {
  checkArgument('buildMessage', 'The message', description, aDescription);
  const numbers = new NameNumbers();
  const children = messageNodes('', description, 32, numbers);
  return writeCompoundFile({ name: 'Root Entry', children: [...children, nameMapStorage(numbers.names)] });
}

/** Gives the names of properties their identifiers in one file. */
class NameNumbers {
  readonly names: PropertyName[] = [];
  readonly #ids = new Map<string, number>();

  idOf(name: PropertyName): number {
    const key = nameKey(name);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = FIRST_NAMED_ID + this.names.push(name) - 1;
    this.#ids.set(key, id);
    return id;
  }
}

function messageNodes(
  path: string,
  description: MessageDescription,
  headerLength: 32 | 24,
  numbers: NameNumbers,
): Node[] {
  const what = path === '' ? 'the message' : path;
  const { recipients = [], attachments = [] } = description;
  checkArgument(what, 'The option recipients', recipients, descriptions);
  checkArgument(what, 'The option attachments', attachments, descriptions);
  const apart = ['recipients', 'attachments', 'properties'];
  const own = describedProperties(what, description, messageProperties, apart);
  const header = messageHeader(headerLength, recipients.length, attachments.length);
  return [
    ...objectNodes(
      header,
      own.map((each) => entryOf(each, numbers)),
    ),
    ...recipients.map((row, index) =>
      recipientNode(joinPath(path, `recipients[${index}]`), row, index, numbers),
    ),
    ...attachments.map((each, index) =>
      attachmentNode(joinPath(path, `attachments[${index}]`), each, index, numbers),
    ),
  ];
}

function recipientNode(path: string, row: RecipientDescription, index: number, numbers: NameNumbers): Node {
  const own = describedProperties(path, row, rowTable, ['properties']);
  const entries = own.map((each) => entryOf(each, numbers));
  return { name: `__recip_version1.0_#${formatTag(index)}`, children: objectNodes(HEADER_OF_PART, entries) };
}

function attachmentNode(
  path: string,
  given: AttachmentDescription,
  index: number,
  numbers: NameNumbers,
): Node {
  const { content, message, ...rest } = given;
  if (content !== undefined && message !== undefined)
    throw new TypeError(`${path} has a content and a message, and can have one of them`);
  const usual = message !== undefined ? 'embeddedMessage' : content !== undefined ? 'byValue' : undefined;
  const described = { method: usual, ...rest };
  const own = describedProperties(path, described, attachmentProperties, [
    'properties',
    'content',
    'message',
  ]);
  const entries = own.map((each) => entryOf(each, numbers));
  if (content !== undefined) entries.push(contentEntry(path, content));
  if (message !== undefined) {
    checkArgument(path, 'The message', message, aDescription);
    const children = messageNodes(joinPath(path, 'message'), message, 24, numbers);
    entries.push({ tag: ATTACH_DATA_OBJECT, flags: USUAL_FLAGS, value: { isMessage: true, children } });
  }
  return { name: `__attach_version1.0_#${formatTag(index)}`, children: objectNodes(HEADER_OF_PART, entries) };
}

const someContent: Kind = ['bytes or a text', (value) => isBytes(value) || typeof value === 'string'];

function contentEntry(what: string, content: Uint8Array | string): EncodedProperty {
  checkArgument(what, 'The content', content, someContent);
  const value = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const tag = propertyTag(attachmentContent.key as number, PropertyType.binary);
  return { tag, flags: USUAL_FLAGS, value };
}

function entryOf(
  { key, type, value }: ReturnType<typeof describedProperties>[number],
  numbers: NameNumbers,
): EncodedProperty {
  const id = typeof key === 'number' ? key : numbers.idOf(key);
  return { tag: propertyTag(id, type), flags: USUAL_FLAGS, value };
}
