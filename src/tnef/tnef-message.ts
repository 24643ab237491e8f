import type { NamedPropertyMap } from '../mapi/values/named-property';
import type { PropertyTable } from '../mapi/rows/property-table';
import { StoredMessage } from '../mapi/object/stored-message';
import type { AttachmentParts, MessageParts } from '../mapi/object/stored-message';

/** Where the stream of a message lies. */
export interface StreamPlace {
  readonly start: number;
  readonly length: number;
  /** Where the message stands in the outermost `Message`, such as `embedded[0]`; empty for that itself. */
  readonly path: string;
  readonly depth: number;
  /** The attributes that hold the stream, with a slash at the end; empty for the file's own. */
  readonly attributes: string;
  /** The message around it, whose code page its 8-bit strings have if its stream does not say. */
  readonly outer: StoredMessage | undefined;
}

/** What was read of a stream. */
export interface TnefContent {
  readonly properties: PropertyTable;
  readonly recipients: PropertyTable;
  readonly attachments: AttachmentParts;
  readonly names: NamedPropertyMap;
  /** What attOemCodepage states. */
  readonly codePage: number | undefined;
}

/** A message of a TNEF stream: there before its content is, so that others can refer to it. */
export class TnefMessage implements MessageParts {
  readonly place: StreamPlace;
  readonly message: StoredMessage;
  readonly part: string | undefined;
  readonly #codePage: number;
  #content: TnefContent | undefined;

  /** `codePage` is that of 8-bit strings if nothing says otherwise. */
  constructor(place: StreamPlace, codePage: number, part?: string) {
    this.place = place;
    this.part = part;
    this.message = new StoredMessage(this);
    this.#codePage = codePage;
  }

  get content(): TnefContent {
    if (this.#content === undefined) throw new Error('The stream of this message has not been read');
    return this.#content;
  }

  set content(content: TnefContent) {
    this.#content = content;
  }

  get properties(): PropertyTable {
    return this.content.properties;
  }

  get recipients(): PropertyTable {
    return this.content.recipients;
  }

  get attachments(): AttachmentParts {
    return this.content.attachments;
  }

  get names(): NamedPropertyMap {
    return this.content.names;
  }

  get codePage(): number | undefined {
    return this.content.codePage;
  }

  get fallbackCodePage(): number {
    return this.place.outer?.codePage ?? this.#codePage;
  }
}
