import { quoted } from '../damage/quoted';

/**
 * What stands in what. `table` and `ContentsTable` list rows, `propertypane` – later `properties` – has one object, and
 * `message` all of a message but the messages in it, which get files of their own.
 */
const children: Readonly<Record<string, readonly string[]>> = {
  '': ['table', 'ContentsTable', 'propertypane', 'properties', 'message'],
  table: ['row'],
  ContentsTable: ['message'],
  propertypane: ['property'],
  properties: ['property'],
  message: ['property', 'properties', 'recipients', 'attachments', 'embeddedmessage'],
  recipients: ['recipient'],
  recipient: ['property'],
  attachments: ['attachment', 'embeddedmessage'],
  attachment: ['tableprops', 'getprops', 'embeddedmessage'],
  tableprops: ['property'],
  getprops: ['property'],
  row: ['property'],
  property: ['Value'],
  Value: ['row'],
};

/** Exports of other things than messages and recipients. */
const otherRoots: readonly string[] = ['mailboxtable', 'folderprops'];
const known: ReadonlySet<string> = new Set([...Object.values(children).flat(), ...otherRoots, 'body']);

/** An element as sentences name it: what no export has is a text of the file. */
export function elementText(name: string): string {
  return `<${known.has(name) ? name : quoted(name, 64)}>`;
}

export function mayHold(parent: string, name: string): boolean {
  return children[parent]?.includes(name) ?? false;
}

/** What a root element is an export of: `message` covers all that is read; undefined: nothing that MFCMAPI writes. */
export function rootKind(name: string): 'message' | 'other' | undefined {
  if (mayHold('', name)) return 'message';
  return otherRoots.includes(name) ? 'other' : undefined;
}

/** Whether an element may be the first one in a root: what tells an export from other files with such a root. */
export function mayBegin(root: string, name: string): boolean {
  return mayHold(root, name) || (root === 'message' && name === 'body') || rootKind(root) === 'other';
}
