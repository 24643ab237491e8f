import type { ReportDamage } from '../damage/anomaly';
import { ofId as tagged, text } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import { latin1Text } from '../mapi/values/code-page';
import { isText8, typeOf } from '../mapi/values/property-type';
import { hex } from './ndb/store-bytes';

/** PidTagDisplayName. */
export const displayName = tagged(0x3001, text);

/**
 * The name of a folder, [MS-PST] 2.4.4.1.1. Of one that cannot be read, what is ASCII in it with the number of the folder,
 * which no other folder has: `Gel?schte Objekte (0x8042)`.
 */
export function readFolderName(properties: PropertyStore, nodeId: number, report: ReportDamage): string {
  const name = properties.peek(displayName);
  if (name !== undefined && name !== '') return name;
  const raw = properties.raw(displayName);
  const what = raw === undefined || raw.size === 0 ? 'no name' : undecodable(raw.size, properties.codePage);
  report('pst-folder-name', `Folder ${hex(nodeId)} has ${what}; its number is used instead`);
  const readable = raw !== undefined && isText8(typeOf(raw.tag)) ? asciiOf(raw.bytes) : '';
  return `${readable} (${hex(nodeId)})`.trim();
}

function undecodable(size: number, codePage: number): string {
  return `a name of ${size} bytes that is not text of code page ${codePage}`;
}

/** What is ASCII in 8-bit text, with a question mark for each run of other bytes. */
function asciiOf(bytes: Uint8Array): string {
  return latin1Text(bytes)
    .replaceAll(/[^ -~]+/g, '?')
    .trim();
}
