import type { AttachmentObject, MessageObject } from '../../mapi/object/message-object';
import { ATTACH_DATA_OBJECT } from '../../mapi/object/attachment-content';
import type { FetchObject } from '../../mapi/object/attached-object';
import type { PropertyStore } from '../../mapi/rows/property-store';
import { FormatError } from '../../damage/errors';
import { joinPath } from '../../damage/path';
import {
  elementType,
  formatTag,
  hasItems,
  idOf,
  inlineSize,
  propertyTag,
  PropertyType,
  typeOf,
} from '../../mapi/values/property-type';
import type { RawProperty } from '../../mapi/values/raw-property';
import { headerLength } from '../property-stream';
import { addedProperties } from './added-properties';
import type { Losses } from './left-out';
import type { NamesInUse } from './names-in-use';
import { nestedMessage } from './nested-message';
import { messageHeader, objectNodes } from './object-nodes';
import type { EncodedProperty, Node, StoredObject } from './object-nodes';
import { hasFlags, storageIn, withoutTerminator, withTerminator } from './value-forms';

/** What the flags of a property are where its container has none: readable and writable, as Outlook writes. */
const USUAL_FLAGS = 6;

type Value = EncodedProperty['value'];

/** Puts a message into the storages and streams of a .msg. */
export class MessageWriter {
  readonly #names: NamesInUse;
  readonly #losses: Losses;
  readonly #message: MessageObject;
  /** Whether the values have the form that they have in a .msg already. */
  readonly #isOfMsg: boolean;

  constructor(names: NamesInUse, losses: Losses, message: MessageObject) {
    this.#names = names;
    this.#losses = losses;
    this.#message = message;
    this.#isOfMsg = hasFlags(message);
  }

  /** What the storage of the message holds; `path` is where it stands in the outermost, which has none. */
  async nodes(path: string): Promise<Node[]> {
    const { recipients, attachments, properties, notCaptured = [] } = this.#message;
    for (const part of notCaptured)
      this.#losses.add(joinPath(path, part), undefined, 'not-captured', 'the export leaves it out');
    const added = addedProperties(this.#message, path === '');
    const own = await this.#encode(properties, path);
    const kept = own.filter(({ tag }) => added.every((other) => other.tag !== tag));
    const length = path === '' ? headerLength.message : headerLength.embeddedMessage;
    const nodes = objectNodes(messageHeader(length, recipients.length, attachments.length), [
      ...kept,
      ...added,
    ]);
    for (const [row, store] of recipients.entries()) {
      const values = await this.#encode(store, joinPath(path, `recipients[${row}]`));
      nodes.push(partNode('recip', row, values));
    }
    let embedded = 0;
    for (const [row, attachment] of attachments.entries()) {
      const within = joinPath(path, `embedded[${embedded}]`);
      const values = await this.#encodeAttachment(attachment, joinPath(path, `attachments[${row}]`), within);
      nodes.push(partNode('attach', row, values));
      if (attachment.embedded !== undefined) embedded += 1;
    }
    return nodes;
  }

  async #encodeAttachment(
    attachment: AttachmentObject,
    path: string,
    within: string,
  ): Promise<EncodedProperty[]> {
    const message = nestedMessage(attachment);
    const values = await this.#encode(
      attachment.properties,
      path,
      attachment.fetchObject,
      message !== undefined,
    );
    if (message === undefined) return values;
    const value: StoredObject = { isMessage: true, children: await this.#nodesWithin(message, within) };
    const at = values.findIndex(({ tag }) => tag === ATTACH_DATA_OBJECT);
    if (at < 0) return [...values, { tag: ATTACH_DATA_OBJECT, flags: 0, value, isUnlisted: true }];
    return values.map((property, index) => (index === at ? { ...property, value } : property));
  }

  #nodesWithin(message: MessageObject, path: string): Promise<Node[]> {
    return new MessageWriter(this.#names, this.#losses, message).nodes(path);
  }

  /** The properties of an object; `hasMessage`: what an attachment holds is a message, whose storage is added later. */
  async #encode(
    store: PropertyStore,
    path: string,
    fetchObject?: FetchObject,
    hasMessage = false,
  ): Promise<EncodedProperty[]> {
    if (store.isPartial)
      this.#losses.add(path, undefined, 'not-captured', 'the export shows only some of the properties');
    const ids = this.#names.idsOf(store);
    const seen = new Map<number, RawProperty>();
    const encoded: EncodedProperty[] = [];
    for (const property of store) {
      const tag = propertyTag(ids.get(idOf(property.tag)) ?? idOf(property.tag), typeOf(property.tag));
      const first = seen.get(tag);
      if (first !== undefined) {
        if (saysOtherwise(property, first))
          this.#losses.add(path, property.tag, 'repeated', 'the object has it twice, and the first counts');
        continue;
      }
      seen.set(tag, property);
      const isMessage = hasMessage && tag === ATTACH_DATA_OBJECT;
      const pending = isMessage ? new Uint8Array(0) : this.#valueOf(property, path, fetchObject);
      const value = pending instanceof Promise ? await pending : pending;
      if (value === undefined) continue;
      const flags = this.#isOfMsg ? property.flags : USUAL_FLAGS;
      encoded.push({ tag, flags, value, isUnlisted: property.isUnlisted });
    }
    return encoded;
  }

  /** A value as it is written; undefined, and told, if it is not there. Only what was left in the file is waited for. */
  #valueOf(
    property: RawProperty,
    path: string,
    fetchObject: FetchObject | undefined,
  ): Value | undefined | Promise<Value | undefined> {
    const { content, tag } = property;
    if (content === 'storage') return this.#fetchStorage(property, path, fetchObject);
    if (hasItems(typeOf(tag))) return this.#itemsOf(property, path);
    const { bytes } = property;
    const isHere = content === 'loaded' && (bytes.length > 0 || property.size === 0); // one that is damaged has no bytes
    if (isHere) return this.#formOf(property, bytes, path);
    return this.#losses
      .fetch(path, tag, () => property.read())
      .then((fetched) => fetched && this.#formOf(property, fetched, path));
  }

  #formOf({ tag, isUnlisted }: RawProperty, bytes: Uint8Array, path: string): Value | undefined {
    const type = typeOf(tag);
    if (isUnlisted !== true && bytes.length < (inlineSize(type) ?? 0)) {
      this.#losses.add(path, tag, 'damaged', `its value has ${bytes.length} bytes, which are too few`);
      return undefined;
    }
    if (type === PropertyType.object) {
      const storage = storageIn(bytes);
      if (storage !== undefined) return { ...storage, isMessage: false };
    }
    return this.#isOfMsg ? bytes : withoutTerminator(type, bytes);
  }

  async #itemsOf(property: RawProperty, path: string): Promise<Value | undefined> {
    const { tag, items, readItems } = property;
    const isHere = items?.every((item) => item !== undefined) === true;
    const values = isHere
      ? items
      : await this.#losses.fetch(path, tag, readItems ?? (() => noItems(property)));
    if (values === undefined || this.#isOfMsg) return values;
    return values.map((item) => withTerminator(elementType(typeOf(tag)), item));
  }

  async #fetchStorage(
    property: RawProperty,
    path: string,
    fetchObject: FetchObject | undefined,
  ): Promise<Value | undefined> {
    const { tag } = property;
    if (fetchObject === undefined || tag !== ATTACH_DATA_OBJECT) {
      this.#losses.add(path, tag, 'unread', 'its storage was not read');
      return undefined;
    }
    const object = await this.#losses.fetch(path, tag, fetchObject);
    if (object instanceof Uint8Array) return this.#formOf(property, object, path);
    return object && { ...object, isMessage: false };
  }
}

function partNode(kind: 'recip' | 'attach', row: number, properties: readonly EncodedProperty[]): Node {
  const header = new Uint8Array(headerLength.recipientOrAttachment);
  return { name: `__${kind}_version1.0_#${formatTag(row)}`, children: objectNodes(header, properties) };
}

/** Whether a second property of one tag has a value that the first one does not have. */
function saysOtherwise({ content, bytes }: RawProperty, first: RawProperty): boolean {
  if (content === 'missing') return false;
  const other = first.bytes;
  return (
    content !== 'loaded' || bytes.length !== other.length || bytes.some((byte, at) => byte !== other[at])
  );
}

/** Why a property of several values has none: it lacks its bytes, or nobody knows where each ends. */
async function noItems(property: RawProperty): Promise<never> {
  const { length } = await property.read();
  throw new FormatError('mapi-value-malformed', `its ${length} bytes cannot be divided into values`);
}
