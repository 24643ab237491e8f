// node out/property-dump/main.js FILE: every property of a message, of its recipients and attachments and of the messages
// in it, by name, with type and value; its bodies beside them.
import { isMapilintError, kinds, readMessage, tagged } from 'mapilint';
import type { Message, PropertyStore, PropertyValue, RawProperty } from 'mapilint';
import { propertyNames } from 'mapilint/names';
import { fromFile } from 'mapilint/node';

function print(depth: number, ...words: string[]): void {
  console.log('  '.repeat(depth) + words.join(' '));
}

/** Identifiers from 0x8000 up are the file's own: what they are called, it says itself. */
function nameOf(store: PropertyStore, { tag }: RawProperty): string {
  const id = tag >>> 16;
  const name = id < 0x8000 ? undefined : store.nameOf(id);
  if (name === undefined) return propertyNames.ofTag(tag)?.names[0] ?? `0x${id.toString(16)}`;
  const set = propertyNames.ofSet(name.set) ?? name.set;
  return propertyNames.ofNamed(name)?.names[0] ?? `${set}:${name.name}`;
}

/** The value, however large: what was left in the file is fetched. */
async function valueOf(store: PropertyStore, property: RawProperty): Promise<PropertyValue | undefined> {
  if (property.content === 'loaded') return store.valueOf(property);
  if (property.content === 'left-in-file') return store.load(tagged(property.tag, kinds.untyped));
  return undefined;
}

function shown(value: PropertyValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Uint8Array) {
    const start = Buffer.from(value.subarray(0, 16)).toString('hex');
    return `${start}${value.length > 16 ? '…' : ''} (${value.length} bytes)`;
  }
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  return String(value);
}

async function dumpStore(depth: number, store: PropertyStore): Promise<void> {
  for (const property of store) {
    const type =
      propertyNames.ofType(property.tag & 0xffff)?.[0] ?? `0x${(property.tag & 0xffff).toString(16)}`;
    const value = await valueOf(store, property);
    const said = value === undefined ? `(${property.content}, ${property.size} bytes)` : shown(value);
    print(depth, nameOf(store, property), type, said);
  }
}

async function dump(depth: number, message: Message): Promise<void> {
  print(depth, `MESSAGE ${message.kind}`);
  await dumpStore(depth + 1, message.properties);
  const { text, html, rtf, encapsulated, damage = [] } = await message.body();
  for (const [name, body] of Object.entries({ text, html, rtf }))
    if (body !== undefined) print(depth + 1, `BODY ${name}`, JSON.stringify(body));
  if (encapsulated !== undefined) print(depth + 1, `RTF HOLDS ${encapsulated.format}`, encapsulated.state);
  for (const { code, message: words } of damage) print(depth + 1, `DAMAGE ${code}`, words);
  for (const recipient of message.recipients) {
    print(depth + 1, 'RECIPIENT');
    await dumpStore(depth + 2, recipient.properties);
  }
  for (const attachment of message.attachments) {
    print(depth + 1, 'ATTACHMENT');
    await dumpStore(depth + 2, attachment.properties);
    if (attachment.embedded !== undefined) await dump(depth + 2, attachment.embedded);
  }
}

try {
  await dump(0, await readMessage(fromFile(process.argv[2] ?? '')));
} catch (error) {
  if (!isMapilintError(error)) throw error;
  console.error(error.code, error.message);
  process.exitCode = 2;
}
