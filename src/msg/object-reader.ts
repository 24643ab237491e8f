import type { Report } from '../anomaly';
import { UTF8 } from '../mapi/code-page';
import { chooseCodePage } from '../mapi/message-code-page';
import { messageProperties } from '../mapi/message-properties';
import { noNames } from '../mapi/named-property';
import type { NamedPropertyMap } from '../mapi/named-property';
import { integer, tagged } from '../mapi/property';
import { malformation, PropertyStore } from '../mapi/property-store';
import type { RawProperty } from '../mapi/property-store';
import { formatTag, PropertyType, typeOf } from '../mapi/property-type';
import { hasPlausibleRtfHeader, RTF_COMPRESSED } from '../mapi/structures/compressed-rtf';
import { decodeUnsendableRecipients } from '../mapi/structures/unsendable-recipients';
import type { PropertyFile } from './msg-property';
import type { ObjectStorage } from './object-storage';
import { decodeCounts, headerLength } from './property-stream';
import { readProperties } from './read-properties';

/** Reads the property stores of the objects of one file: messages, recipients, attachments. */
export class ObjectReader {
  readonly #from: PropertyFile;
  readonly #names: NamedPropertyMap;

  constructor(from: PropertyFile, names: NamedPropertyMap) {
    this.#from = from;
    this.#names = names;
  }

  /** A message's properties; `header` tells the outermost from an embedded one, `fallback` is the code page unless it says. */
  readMessage(storage: ObjectStorage, header: number, fallback: number, report: Report): PropertyStore {
    const raw = this.#readProperties(storage, header, report);
    const properties = this.#store(raw, codePageOf(raw, fallback), report);
    checkUnsendableRecipients(properties, report);
    return properties;
  }

  /** A recipient's or attachment's properties; `codePage` is the message's. */
  readPart(storage: ObjectStorage, codePage: number, report: Report): PropertyStore {
    return this.#store(
      this.#readProperties(storage, headerLength.recipientOrAttachment, report),
      codePage,
      report,
    );
  }

  /** The raw properties of an object; none, and reported, if it has no property stream. */
  #readProperties(storage: ObjectStorage, header: number, report: Report): RawProperty[] {
    const { file } = this.#from;
    if (storage.properties === undefined || file.isStorage(storage.properties)) {
      report('msg-property-stream-missing', 'No property stream', { storage: file.path(storage.id) });
      return [];
    }
    const stream = file.read(storage.properties, report);
    if (header !== headerLength.recipientOrAttachment) checkCounts(stream.bytes, storage, report);
    return readProperties(this.#from, storage, stream, header, report);
  }

  #store(raw: RawProperty[], codePage: number, report: Report): PropertyStore {
    for (const property of raw) {
      if (property.tag === RTF_COMPRESSED) checkRtf(property, report);
      const code = malformation(property, codePage);
      if (code === undefined) continue;
      const text =
        code === 'mapi-text-undecodable' ? `is not text of code page ${codePage}` : 'does not fit its type';
      report(
        code,
        `Property ${formatTag(property.tag)} (${property.size} bytes) ${text}; kept raw`,
        property.origin,
      );
    }
    return new PropertyStore(raw, { codePage, names: this.#names });
  }
}

function checkUnsendableRecipients(properties: PropertyStore, report: Report): void {
  const blob = properties.peek(messageProperties.unsendableRecipients);
  if (blob === undefined || decodeUnsendableRecipients(blob, properties.codePage) !== undefined) return;
  const place = properties.raw(messageProperties.unsendableRecipients)?.origin;
  report(
    'mapi-unsendable-recipients',
    'The table of unsendable recipients cannot be decoded; kept raw',
    place,
  );
}

function checkRtf(property: RawProperty, report: Report): void {
  if (property.content !== 'loaded' || hasPlausibleRtfHeader(property.bytes)) return;
  const message = `Compressed RTF body (${property.size} bytes) states sizes that it cannot have`;
  report('mapi-rtf-header', message, property.origin);
}

/** The counts in the header lie at times: the storages are right, the difference is worth knowing. */
function checkCounts(stream: Uint8Array, storage: ObjectStorage, report: Report): void {
  const counts = decodeCounts(stream);
  if (counts === undefined) return;
  const check = (what: 'recipients' | 'attachments', found: number): void => {
    if (counts[what] === found) return;
    report('msg-object-count', `Header counts ${counts[what]} ${what}, but there are ${found} storages`);
  };
  check('recipients', storage.recipients.length);
  check('attachments', storage.attachments.length);
}

function codePageOf(raw: RawProperty[], fallback: number): number {
  const store = new PropertyStore(raw, { codePage: fallback, names: noNames });
  return chooseCodePage(
    {
      messageCodePage: store.get(tagged(0x3ffd, integer)),
      localeId: store.get(tagged(0x3ff1, integer)),
      internetCodePage: store.get(tagged(0x3fde, integer)),
    },
    fallback,
    () =>
      raw.every(
        (property) =>
          typeOf(property.tag) !== PropertyType.string8 || malformation(property, UTF8) === undefined,
      ),
  );
}
