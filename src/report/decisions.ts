import { messageProperties } from '../mapi/definitions/message-properties';
import type { PropertyDefinition } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import { messageClassOf } from '../mapi/values/legacy-message-class';
import { formatTag, isText8, typeOf } from '../mapi/values/property-type';
import type { Origin } from '../mapi/values/raw-property';
import { addressOf } from '../message/address';
import type { Message } from '../message/message';
import type { Recipient } from '../message/recipient';

/** Something that was decided while an object was read, where its file left a choice. */
export interface Decision {
  /**
   * `code-page`: in which its 8-bit strings are read; `message-class`: a class of Schedule+ or Microsoft Mail; `address`: of
   * an entry id; `unlisted`: a value that no entry names; `part`: of a mail; else the code of an anomaly that costs nothing.
   */
  readonly code: string;
  readonly message: string;
  /** The property or byte that it rests on; undefined: none. */
  readonly origin: Partial<Origin> | undefined;
}

const sources: Readonly<
  Record<Message['codePageDecision']['by'], readonly [words: string, property?: PropertyDefinition<unknown>]>
> = {
  override: ['as you asked, whatever the file says'],
  container: ['as attOemCodepage says'],
  messageCodePage: ['as PidTagMessageCodepage says', messageProperties.messageCodePage],
  messageLocaleId: ['the page of the locale in PidTagMessageLocaleId', messageProperties.messageLocaleId],
  internetCodePage: ['the page of the charset in PidTagInternetCodepage', messageProperties.internetCodePage],
  option: ['the message names none, and the caller named this one'],
  holder: ['the message names none, and the object that contains it named this one'],
  default: ['nothing says which'],
};

/**
 * What was decided while an object was read: the message itself, or what `path` names in it. `message` is the message that
 * it belongs to, with `path` as seen from there.
 */
export function decisionsOf(message: Message, path: string): Decision[] {
  const row = rowAt(message, path);
  const store = row?.properties ?? attachmentAt(message, path)?.properties ?? message.properties;
  return [
    ...(hasText8(message) ? [codePageDecision(message)] : []),
    ...(path === '' ? [...classDecision(message), ...partDecision(message)] : []),
    ...(row === undefined ? [] : addressDecision(row)),
    ...unlistedIn(store),
    ...tolerated(message, path),
  ];
}

function rowAt({ recipients }: Message, path: string): Recipient | undefined {
  const index = /^recipients\[(\d+)\]$/.exec(path)?.[1];
  return index === undefined ? undefined : recipients[Number(index)];
}

function attachmentAt({ attachments }: Message, path: string): Message['attachments'][number] | undefined {
  const index = /^attachments\[(\d+)\]$/.exec(path)?.[1];
  return index === undefined ? undefined : attachments[Number(index)];
}

function hasText8({ properties, recipients, attachments }: Message): boolean {
  const stores = [properties, ...[...recipients, ...attachments].map((each) => each.properties)];
  return stores.some((store) => [...store].some(({ tag }) => isText8(typeOf(tag))));
}

function codePageDecision({ codePageDecision: { codePage, by, stated }, properties }: Message): Decision {
  const [words, property] = sources[by];
  const number = stated === undefined || stated === codePage ? '' : ` (${stated})`;
  const origin = property && properties.raw(property)?.origin;
  return {
    code: 'code-page',
    message: `8-bit strings are read in code page ${codePage}: ${words}${number}`,
    origin,
  };
}

function classDecision({ messageClass = '', properties }: Message): Decision[] {
  const today = messageClassOf(messageClass);
  if (today === messageClass) return [];
  const { origin } = properties.raw(messageProperties.messageClass) ?? {};
  return [{ code: 'message-class', message: `${messageClass} is treated as ${today}`, origin }];
}

function partDecision({ note }: Message): Decision[] {
  return note === undefined ? [] : [{ code: 'part', message: note, origin: undefined }];
}

function addressDecision(row: Recipient): Decision[] {
  const { addressType, emailAddress } = addressOf(row);
  if (emailAddress === undefined || emailAddress === row.emailAddress) return [];
  const message = `no cell has an address: ${addressType ?? ''}:${emailAddress} is that of the one-off entry id`;
  return [{ code: 'address', message, origin: undefined }];
}

function unlistedIn(store: PropertyStore): Decision[] {
  return [...store]
    .filter(({ isUnlisted }) => isUnlisted)
    .map(({ tag, origin }) => ({
      code: 'unlisted',
      message: `${formatTag(tag)} has a value although no entry lists it`,
      origin,
    }));
}

/** What the object has that a specification forbids, and that costs nothing. */
function tolerated({ anomalies }: Message, path: string): Decision[] {
  return anomalies
    .filter((anomaly) => anomaly.path === path && anomaly.severity !== 'error' && anomaly.code !== 'eml-part')
    .map(({ code, message, storage, offset, part }) => ({
      code,
      message,
      origin: {
        ...(storage === undefined ? {} : { storage }),
        offset,
        ...(part === undefined ? {} : { part }),
      },
    }));
}

/** Decisions as text, a line each: what, and by which byte. */
export function formatDecisions(decisions: readonly Decision[]): string {
  return decisions.map(({ message, origin }) => `  - ${message}${placeOf(origin)}`).join('\n');
}

function placeOf(origin: Partial<Origin> | undefined): string {
  const { offset, part, storage = '' } = origin ?? {};
  if (offset === undefined) return storage === '' ? '' : ` (${storage})`;
  const where = part === undefined ? '' : ` of ${part}`;
  return ` (byte ${offset}${where}${storage === '' ? '' : `, ${storage}`})`;
}
