import { allRules } from '../../src/rules/index';
import { diagnose } from '../../src/index';
import type { Anomaly, Message, PropertyStore, Recipient } from '../../src/index';
import { elementType, formatTag, isText, typeOf } from '../../src/mapi/values/property-type';

/** The properties of one object: tag (and number, of one that occurs again) to what is there. */
export type Objects = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a file holds and what is concluded from it, in a form that can be compared. */
export interface Content {
  /** By path. */
  readonly objects: Objects;
  /** The names of the identifiers that properties have, by path and identifier. */
  readonly names: ReadonlyMap<string, string>;
  /** What is concluded: class, kind, the verdict of every rule. */
  readonly claims: string;
}

/** A piece of damage, or an item that was refused for it. */
export type Damage = Pick<Anomaly, 'severity' | 'loses' | 'path'> & { readonly code: string };

/** What a file holds, and its damage. */
export interface Reading {
  readonly content: Content;
  readonly damage: readonly Damage[];
}

/** What several messages hold, each under its own path. */
export function contentOf(messages: readonly (readonly [path: string, message: Message])[]): Content {
  const objects = new Map<string, Map<string, string>>();
  const names = new Map<string, string>();
  for (const [path, message] of messages) collect(path, message, objects, names);
  return {
    objects,
    names,
    claims: JSON.stringify(messages.map(([path, message]) => [path, claimsOf(message)])),
  };
}

function collect(
  path: string,
  message: Message,
  objects: Map<string, Map<string, string>>,
  names: Map<string, string>,
): void {
  const add = (at: string, store: PropertyStore): void => {
    objects.set(at, propertiesOf(store, at, names));
  };
  add(path, message.properties);
  message.recipients.forEach((recipient, row) => {
    add(`${path}/recipients[${row}]`, recipient.properties);
  });
  message.attachments.forEach((attachment, row) => {
    add(`${path}/attachments[${row}]`, attachment.properties);
  });
  message.embedded.forEach((embedded, index) => {
    collect(`${path}/embedded[${index}]`, embedded, objects, names);
  });
}

function propertiesOf(store: PropertyStore, at: string, names: Map<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { tag, content, bytes, items, size, isUnlisted } of store) {
    const again = found.has(formatTag(tag)) ? `#${found.size}` : '';
    const parts = (items ?? [bytes]).map((item) => hexOf(tag, item));
    const left = content === 'loaded' ? '' : size;
    found.set(`${formatTag(tag)}${again}`, [content, left, isUnlisted ?? false, ...parts].join(' '));
    const name = store.nameOf(tag >>> 16);
    if (tag >>> 16 >= 0x8000)
      names.set(`${at} ${formatTag(tag)}`, name === undefined ? 'none' : JSON.stringify(name));
  }
  return found;
}

/** A value in hexadecimal; zeros behind a text are no part of it. */
function hexOf(tag: number, item: Uint8Array | undefined): string {
  if (item === undefined) return '-';
  const hex = Buffer.from(item).toString('hex');
  return isText(elementType(typeOf(tag))) ? hex.replace(/(00)+$/, '') : hex;
}

function claimsOf(message: Message): unknown {
  const { results } = diagnose(message, { rules: allRules });
  const rows = message.recipients.map(({ recipientType, trackStatus }: Recipient) => [
    recipientType,
    trackStatus,
  ]);
  return [
    message.kind,
    message.messageClass,
    rows,
    results.map(({ rule, outcome, verdict }) => [rule, outcome, verdict]),
  ];
}
