import { attachmentContent, attachmentProperties } from '../mapi/definitions/attachment-properties';
import type { ValuesOf } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import { isShownInBody } from './inline';
import { jsonValues, NamedObject, namedValues } from './named-object';
import type { NamedClass } from './named-object';

/** The named values of an attachment; what it lacks is no key. */
export type AttachmentValues = ValuesOf<typeof attachmentProperties>;

/** Named, so that the declarations keep the rows' comments. */
const AttachmentObject: NamedClass<AttachmentValues> = NamedObject;

/** What is said about an attachment, as properties of its own, and its content; the message in it is `Attachment`'s. */
export class AttachmentProperties extends AttachmentObject {
  constructor(properties: PropertyStore) {
    super(properties, attachmentProperties);
  }

  /** The values, ready for JSON, without the message in it: `message.embedded` lists that, and one that stands twice at each depth would be endless. */
  override toJSON(): Record<string, unknown> {
    return jsonValues(namedValues(attachmentProperties, this.properties));
  }

  /** The name to show: data from the file, never a path to write to unchecked. */
  get name(): string | undefined {
    return this.longFileName ?? this.fileName ?? this.displayName;
  }

  /**
   * Whether the body shows it, as a picture in the text: the attachment says so (PidTagAttachFlags), or says nothing of that,
   * is hidden and has a content id. Others belong below the message. Programs that leave the flags out may still refer to it:
   * look for `cid:` and `contentId`, or `contentLocation`, in the HTML then.
   */
  get isInline(): boolean {
    return isShownInBody(this.properties);
  }

  /** How many bytes `read()` gives; undefined if there are none to read: an embedded message, an OLE object, a link. */
  get contentSize(): number | undefined {
    const property = this.properties.raw(attachmentContent);
    return property?.content === 'loaded' || property?.content === 'left-in-file' ? property.size : undefined;
  }

  /**
   * Fetches the content; undefined for an attachment that has none of its own. Rejects with a `FormatError` if the
   * content is damaged or gone.
   */
  async read(): Promise<Uint8Array | undefined> {
    const property = this.properties.raw(attachmentContent);
    return property === undefined || property.content === 'storage' ? undefined : property.read();
  }
}
