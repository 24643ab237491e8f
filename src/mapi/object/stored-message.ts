import type { ReportDamage } from '../../damage/anomaly';
import type { DamageCode } from '../../damage/damage';
import { UTF8 } from '../values/code-page';
import { chooseCodePage, codePageHintsOf } from './message-code-page';
import type { AttachmentObject, MessageObject, MessagePart, StatedCount } from './message-object';
import type { NamedPropertyMap } from '../values/named-property';
import { emptyTable } from '../rows/empty-table';
import { PropertyStore } from '../rows/property-store';
import type { PropertyTable } from '../rows/property-table';
import type { StoreContext } from '../rows/store-context';
import { PropertyType, typeOf } from '../values/property-type';
import { checkUnsendableRecipients, checkValues } from './check-values';

/** What a message is made of, each read from the file when it is first asked for. */
export interface MessageParts {
  /** The message's own properties, a table of one row. */
  readonly properties: PropertyTable;
  readonly recipients: PropertyTable;
  readonly attachments: AttachmentParts;
  readonly names: NamedPropertyMap;
  /** The code page of 8-bit strings unless the message says. */
  readonly fallbackCodePage: number;
  /** How many recipients the container says there are; undefined: it does not say. */
  readonly recipientCount?: StatedCount | undefined;
  /** What of the message an export leaves out as a whole. */
  readonly notCaptured?: readonly MessagePart[] | undefined;
  /** The code page of 8-bit strings where the container states it beside the message, which counts then. */
  readonly codePage?: number | undefined;
  /** The part of a mail in which the message lies; undefined: the file itself. */
  readonly part?: string | undefined;
  /** What it is called that a value is not where it should be. */
  readonly lostValue?: DamageCode | undefined;
}

export interface AttachmentParts {
  readonly table: PropertyTable;
  /** The message in each attachment, where there is one. */
  readonly embedded: readonly (MessageObject | undefined)[];
}

/** The attachments of a message that has none. */
export const noAttachments: AttachmentParts = { table: emptyTable, embedded: [] };

/** A message of the file as the layers above see it. */
export class StoredMessage implements MessageObject, StoreContext {
  /** Undefined when all has been read and nothing of the file is kept. */
  #source: MessageParts | undefined;
  #names: NamedPropertyMap | undefined;
  #properties: PropertyStore | undefined;
  #recipients: PropertyTable | undefined;
  #attachments: readonly AttachmentObject[] | undefined;
  #codePage: number | undefined;
  #notCaptured: readonly MessagePart[] | undefined;
  #recipientCount: StatedCount | undefined;

  readonly part: string | undefined;
  readonly lostValue: DamageCode | undefined;

  constructor(parts: MessageParts) {
    this.#source = parts;
    this.part = parts.part;
    this.lostValue = parts.lostValue;
  }

  get properties(): PropertyStore {
    return (this.#properties ??= new PropertyStore(this.#parts.properties, 0));
  }

  get recipients(): readonly PropertyStore[] {
    return storesOf(this.#recipients ?? this.#parts.recipients);
  }

  get attachments(): readonly AttachmentObject[] {
    return (this.#attachments ??= this.#readAttachments());
  }

  get names(): NamedPropertyMap {
    return this.#names ?? this.#parts.names;
  }

  get recipientCount(): StatedCount | undefined {
    return this.#recipientCount ?? this.#source?.recipientCount;
  }

  get notCaptured(): readonly MessagePart[] | undefined {
    return this.#notCaptured ?? this.#source?.notCaptured;
  }

  /** The code page of the message's 8-bit strings, and of those of its recipients and attachments. */
  get codePage(): number {
    return (this.#codePage ??= this.#chooseCodePage());
  }

  /** Reports the values of the message, its recipients and its attachments that cannot be decoded. */
  check(reportAt: (part: string) => ReportDamage): void {
    const own = reportAt('');
    checkValues(this.#parts.properties, 0, this, own);
    checkUnsendableRecipients(this.properties, own);
    this.#checkRows(this.#parts.recipients, (row) => reportAt(`recipients[${row}]`));
    this.#checkRows(this.#parts.attachments.table, (row) => reportAt(`attachments[${row}]`));
  }

  /** Takes what has not been asked for yet, and lets go of the file. */
  detach(): void {
    this.#names = this.names;
    this.#codePage = this.codePage;
    this.#recipients = this.#parts.recipients;
    this.#attachments = this.attachments;
    this.#notCaptured = this.notCaptured;
    this.#recipientCount = this.recipientCount;
    this.#source = undefined;
  }

  get #parts(): MessageParts {
    if (this.#source === undefined) throw new Error('A detached message has nothing left to read');
    return this.#source;
  }

  #checkRows(table: PropertyTable, reportAt: (row: number) => ReportDamage): void {
    for (let row = 0; row < table.rowCount; row++) {
      checkValues(table, row, this, (code, message, at) => {
        reportAt(row)(code, message, at);
      });
    }
  }

  #readAttachments(): AttachmentObject[] {
    const { table, embedded } = this.#parts.attachments;
    return storesOf(table).map((properties, index) => ({ properties, embedded: embedded[index] }));
  }

  #chooseCodePage(): number {
    const { fallbackCodePage, codePage } = this.#parts;
    if (codePage !== undefined) return codePage;
    return chooseCodePage(codePageHintsOf(this.properties), fallbackCodePage, () => this.#fitsUtf8());
  }

  #fitsUtf8(): boolean {
    const table = this.#parts.properties;
    for (let index = 0; index < table.start(1); index++) {
      const isText8 = typeOf(table.tag(index)) === PropertyType.string8;
      if (isText8 && !table.isSound(index, { codePage: UTF8 })) return false;
    }
    return true;
  }
}

function storesOf(table: PropertyTable): PropertyStore[] {
  const stores: PropertyStore[] = [];
  for (let row = 0; row < table.rowCount; row++) stores.push(new PropertyStore(table, row));
  return stores;
}
