import type { Anomaly } from '../damage/anomaly';
import type { Place } from '../damage/errors';
import { withoutQuotes } from '../damage/quoted';
import { messageProperties } from '../mapi/definitions/message-properties';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import type { Substitute } from '../rules/redacted';

/** The words of an error or of damage without what they quote of the file. */
export function redactWords(words: string, substitute: Substitute): string {
  return withoutQuotes(words, (text) => substitute('text', text));
}

/** Damage, with what stands for the texts of the file in it: names of folders, storages and parts. */
export function redactAnomaly(anomaly: Anomaly, substitute: Substitute): Anomaly {
  const { path, message } = anomaly;
  return {
    ...redactWhere(anomaly, substitute),
    path: isPlace(path) ? path : substitute('folder', path),
    message: redactWords(message, substitute),
  };
}

/** Where something lies in a file, with what stands for names that no container gives by itself. */
export function redactWhere<P extends Pick<Place, 'storage' | 'part'>>(place: P, substitute: Substitute): P {
  const { storage, part } = place;
  return {
    ...place,
    ...(storage === undefined ? {} : { storage: redactStorage(storage, substitute) }),
    ...(part === undefined ? {} : { part: redactPart(part, substitute) }),
  };
}

const properties: ReadonlySet<string> = new Set([
  ...Object.keys(messageProperties),
  ...Object.keys(recipientProperties),
]);

/** Whether a path leads to something in a message, rather than being that of a folder. */
function isPlace(path: string): boolean {
  return path === '' || path.split('.').every((part) => isPart(part) || properties.has(part));
}

function isPart(part: string): boolean {
  return /^(?:recipients|attachments|embedded)(?:\[\d{1,7}\])?$/.test(part);
}

/** What the containers call their parts. */
const partOfContainer =
  /^(?:__(?:recip|attach)_version1\.0_#[\dA-F]{8}|__substg1\.0_[\dA-F]{8}(?:-[\dA-F]{8})?|__properties_version1\.0|__nameid_version1\.0|(?:node|message|attachment) 0x[\dA-Fa-f]{1,8}|(?:block|node) B-tree|recipients row \d{1,7}|recipients|named-property map|att[A-Z][A-Za-z]{1,40}|(?:table|message|recipients|attachments|properties|propertypane|ContentsTable|(?:row|message|recipient|attachment)\[\d{1,7}\]))$/;

function redactStorage(storage: string, substitute: Substitute): string {
  return storage
    .split('/')
    .map((part) => (part === '' || partOfContainer.test(part) ? part : substitute('text', part)))
    .join('/');
}

/** Names of parts that programs give. */
const partNames: ReadonlySet<string> = new Set(['winmail.dat', 'application/ms-tnef']);

function redactPart(part: string, substitute: Substitute): string {
  return partNames.has(part.toLowerCase()) ? part : substitute('path', part);
}
