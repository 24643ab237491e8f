import type { ReportDamage } from '../../damage/anomaly';
import type { FormatError } from '../../damage/errors';
import { codePageHintsOf, decideCodePage, isFoundToFit } from './message-code-page';
import type { CodePageDecision } from './message-code-page';
import type { AttachmentObject, MessageObject, MessagePart, StatedCount } from './message-object';
import type { NamedPropertyMap } from '../values/named-property';
import { emptyTable } from '../rows/empty-table';
import { PropertyStore } from '../rows/property-store';
import type { PropertyTable } from '../rows/property-table';
import type { FetchObject } from './attached-object';
import type { StoreContext } from '../rows/store-context';
import { checkUnsendableRecipients, checkValues, isUtf8Throughout } from './check-values';

/** What a message is made of, each read from the file when it is first asked for. */
export interface MessageParts {
  /** The message's own properties, a table of one row. */
  readonly properties: PropertyTable;
  readonly recipients: PropertyTable;
  readonly attachments: AttachmentParts;
  readonly names: NamedPropertyMap;
  /** The code page of 8-bit strings unless the message says; `fitsUtf8` tells whether all of them are UTF-8. */
  fallbackCodePage(fitsUtf8: () => boolean): CodePageDecision;
  /** How many recipients the container says there are; undefined: it does not say. */
  readonly recipientCount?: StatedCount | undefined;
  /** What of the message an export leaves out as a whole. */
  readonly notCaptured?: readonly MessagePart[] | undefined;
  /** The code page of 8-bit strings where the container states it beside the message, which counts then. */
  readonly codePage?: number | undefined;
  /** The code page of 8-bit strings whatever is said anywhere; undefined: what is said counts. */
  readonly codePageOverride?: number | undefined;
  /** The part of a mail in which the message lies; undefined: the file itself. */
  readonly part?: string | undefined;
  /** What it is called that a value is not where it should be. */
  readonly lostValue?: FormatError['code'] | undefined;
  /** Whether it is what a mail carries of a message. */
  readonly isOfMail?: boolean | undefined;
}

export interface AttachmentParts {
  readonly table: PropertyTable;
  /** The message in each attachment, where there is one. */
  readonly embedded: readonly (MessageObject | undefined)[];
  /** What fetches the OLE object in each attachment, where there is one. */
  readonly objects?: readonly (FetchObject | undefined)[] | undefined;
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
  #codePage: CodePageDecision | undefined;
  #attachmentTable: PropertyTable | undefined;
  #notCaptured: readonly MessagePart[] | undefined;
  #recipientCount: StatedCount | undefined;

  readonly part: string | undefined;
  readonly lostValue: FormatError['code'] | undefined;
  readonly isOfMail: boolean | undefined;

  constructor(parts: MessageParts) {
    this.#source = parts;
    this.part = parts.part;
    this.lostValue = parts.lostValue;
    this.isOfMail = parts.isOfMail;
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
    return this.codePageDecision.codePage;
  }

  get codePageDecision(): CodePageDecision {
    return (this.#codePage ??= this.#decideCodePage());
  }

  /** The same for a message within that says nothing; `fitsUtf8` tells whether all strings of that are UTF-8. */
  codePageWithin(fitsUtf8: () => boolean): CodePageDecision {
    const own = this.codePageDecision;
    const isAround = own.by === 'holder' || own.by === 'default' || (isFoundToFit(own) && !fitsUtf8());
    return isAround ? this.#parts.fallbackCodePage(fitsUtf8) : { codePage: own.codePage, by: 'holder' };
  }

  /** Is told the rows of the attachments while what they hold is being read, which their names may be needed for. */
  beginAttachments(table: PropertyTable): void {
    this.#attachmentTable = table;
  }

  /** Reports the values of the message, its recipients and its attachments that cannot be decoded. */
  check(reportAt: (part: string) => ReportDamage): void {
    const own = reportAt('');
    checkValues(this.#parts.properties, 0, this, own);
    checkUnsendableRecipients(this.properties, own);
    this.#checkRows(this.#parts.recipients, (row) => reportAt(`recipients[${row}]`));
    this.#checkRows(this.#parts.attachments.table, (row) => reportAt(`attachments[${row}]`));
  }

  /** Takes what has not been asked for yet. */
  takeAll(): void {
    this.#names = this.names;
    this.#codePage = this.codePageDecision;
    this.#recipients = this.#parts.recipients;
    this.#attachments = this.attachments;
    this.#notCaptured = this.notCaptured;
    this.#recipientCount = this.recipientCount;
  }

  /** Lets go of the file, of which all was taken. */
  detach(): void {
    const { properties, recipients, attachments } = this.#parts;
    for (const table of [properties, recipients, attachments.table]) table.release();
    this.#source = undefined;
    this.#attachmentTable = undefined;
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
    const { table, embedded, objects } = this.#parts.attachments;
    return storesOf(table).map((properties, index) => ({
      properties,
      embedded: embedded[index],
      fetchObject: objects?.[index],
    }));
  }

  #decideCodePage(): CodePageDecision {
    const { codePage, codePageOverride } = this.#parts;
    if (codePageOverride !== undefined) return { codePage: codePageOverride, by: 'override' };
    if (codePage !== undefined) return { codePage, by: 'container' };
    const fitsUtf8 = (): boolean => this.#fitsUtf8();
    return (
      decideCodePage(codePageHintsOf(this.properties), fitsUtf8) ?? this.#parts.fallbackCodePage(fitsUtf8)
    );
  }

  /** Whether all 8-bit strings that are here are UTF-8: those of the message, its recipients and its attachments. */
  #fitsUtf8(): boolean {
    const { properties, recipients } = this.#parts;
    const attachments = this.#attachmentTable ?? this.#parts.attachments.table;
    return [properties, recipients, attachments].every(isUtf8Throughout);
  }
}

function storesOf(table: PropertyTable): PropertyStore[] {
  const stores: PropertyStore[] = [];
  for (let row = 0; row < table.rowCount; row++) stores.push(new PropertyStore(table, row));
  return stores;
}
