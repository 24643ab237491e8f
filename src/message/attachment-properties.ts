import { attachmentContent, attachmentProperties } from '../mapi/definitions/attachment-properties';
import type { ValuesOf } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import { isShownInBody } from './inline';
import { jsonValues, NamedObject, namedValues } from './named-object';
import type { NamedClass } from './named-object';

/** The named values of an attachment. A value that it lacks does not have a key. */
export type AttachmentValues = ValuesOf<typeof attachmentProperties>;

/** Named, so that the declarations keep the rows' comments. */
const AttachmentObject: NamedClass<AttachmentValues> = NamedObject;

/** The named values of an attachment, as own properties, and its content. `Attachment` adds the message in it. */
export class AttachmentProperties extends AttachmentObject {
  constructor(properties: PropertyStore) {
    super(properties, attachmentProperties);
  }

  /**
   * The values, ready for JSON, without the message in the attachment: `message.embedded` lists it, and listing it
   * twice at each depth would multiply the output.
   */
  override toJSON(): Record<string, unknown> {
    return jsonValues(namedValues(attachmentProperties, this.properties));
  }

  /** The name to show. It is data from the file: check it before you use it as a path. */
  get name(): string | undefined {
    return this.longFileName ?? this.fileName ?? this.displayName;
  }

  /**
   * Whether the body shows the attachment, as a picture in the text. True if the attachment says so
   * (PidTagAttachFlags), or if it lacks that property, is hidden and has a content ID. Other attachments belong below
   * the message. Some programs leave the flags out and still refer to an attachment: look for `cid:` and `contentId`,
   * or for `contentLocation`, in the HTML.
   */
  get isInline(): boolean {
    return isShownInBody(this.properties);
  }

  /**
   * How many bytes `read()` gives; undefined if there are none to read, as in an embedded message, an OLE object or a
   * link.
   */
  get contentSize(): number | undefined {
    const property = this.properties.raw(attachmentContent);
    return property?.content === 'loaded' || property?.content === 'left-in-file' ? property.size : undefined;
  }

  /**
   * Fetches the content; undefined for an attachment without content of its own. Rejects with a `FormatError` if the
   * content is damaged or missing.
   */
  async read(): Promise<Uint8Array | undefined> {
    const property = this.properties.raw(attachmentContent);
    return property === undefined || property.content === 'storage' ? undefined : property.read();
  }
}
