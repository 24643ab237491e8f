import type { AnomalyLog, ReportDamage } from '../damage/anomaly';
import { quoted } from '../damage/quoted';
import type { Limits } from '../damage/errors';
import { NameTable } from '../mapi/object/name-table';
import { ATTACH_DATA_OBJECT } from '../mapi/object/attachment-content';
import { idOf } from '../mapi/values/property-type';
import type { ExportListener } from './export-reader';
import type { ExportText } from './export-text';
import { attributeOf } from './markup';
import { RowNumbers } from './row-numbers';
import type { ExportedProperty } from './exported-property';
import { ExportedRows } from './exported-rows';

/** What an attachment of an export is known by. */
interface OpenAttachment {
  table: readonly ExportedProperty[];
  /** All that the attachment has, where the tool could open it. */
  all: { readonly properties: readonly ExportedProperty[]; readonly isWhole: boolean } | undefined;
}

/** One object, and whether all that it has is shown. */
interface ExportedObject {
  readonly properties: readonly ExportedProperty[];
  readonly isWhole: boolean;
}

/** PidTagRecipientType and the columns that only recipients have. */
const ofRecipients = [0x0c15, 0x5ffd, 0x5fff, 0x5ffb, 0x5fde, 0x5ff6, 0x3002, 0x3003];
const MESSAGE_CLASS = 0x001a;
/** The two lists of a message's properties. */
const FULL_LIST = 'FullPropList';
const SUMMARY = 'summary';
/** PidTagRowType and PidTagInstanceKey: what a property pane shows is a row of a table, not the object itself. */
const ofRows = [0x0ff5, 0x0ff6];

/** What the elements of an export make up. */
export class ExportedFile implements ExportListener {
  readonly text: ExportText;
  readonly names = new NameTable();
  /** The rows of a table, or the recipients of a message. */
  readonly rows: ExportedRows;
  readonly attachments: ExportedRows;
  /** The root element. */
  root = '';
  /** Whether the rows of a table are messages of their own. */
  isContents = false;
  /** Each of those messages, a table of one row. */
  readonly messages: ExportedRows[] = [];
  /** Whether the rows of a table are neither messages nor recipients. */
  isForeign = false;
  hasRecipients = false;
  hasAttachments = false;
  hasEmbedded = false;
  object: ExportedObject | undefined;
  readonly #log: AnomalyLog;
  readonly #limits: Limits;
  #index = new RowNumbers();
  #attachment: OpenAttachment = { table: [], all: undefined };
  #isBeyondLimit = false;
  #listType = '';

  constructor(text: ExportText, log: AnomalyLog, limits: Limits) {
    this.text = text;
    this.rows = new ExportedRows(text, this.names);
    this.attachments = new ExportedRows(text, this.names);
    this.#log = log;
    this.#limits = limits;
  }

  begin(name: string, attributes: string, parent: string, at: number): void {
    if (parent === '') this.root = name;
    if (name === 'recipients') {
      this.hasRecipients = true;
      this.#index = new RowNumbers();
    } else if (name === 'attachments') {
      this.hasAttachments = true;
      this.#index = new RowNumbers();
    } else if (name === 'attachment') this.#attachment = { table: [], all: undefined };
    else if (name === 'embeddedmessage') this.hasEmbedded = true;
    else if (name === 'properties') this.#listType = attributes;
    if (isRow(name, parent)) this.#index.check(attributes, this.#at(this.#rowPath(name), at));
  }

  end(name: string, parent: string, properties: readonly ExportedProperty[], isWhole: boolean): void {
    if (name === 'row' || name === 'recipient' || (name === 'message' && parent !== '')) {
      this.#addRow(name, properties);
    } else if (name === 'tableprops') this.#attachment.table = properties;
    else if (name === 'getprops') this.#attachment.all = { properties, isWhole };
    else if (name === 'attachment') this.#addAttachment();
    else if (name === 'properties' && parent === 'message') this.#takeList(properties, isWhole);
    else if (parent === '') this.#endRoot(name, properties, isWhole);
  }

  #endRoot(name: string, properties: readonly ExportedProperty[], isWhole: boolean): void {
    if (name !== 'propertypane' && name !== 'properties') return;
    const ids = new Set(properties.map(({ tag }) => idOf(tag)));
    const isMessage = ids.has(MESSAGE_CLASS) || !ofRecipients.some((id) => ids.has(id));
    if (isMessage) this.object = { properties, isWhole: isWhole && !ofRows.some((id) => ids.has(id)) };
    else this.#addRow('row', properties);
  }

  #addRow(name: string, properties: readonly ExportedProperty[]): void {
    if (properties.length === 0) {
      this.#log.at('')('mfcmapi-structure', `A <${name}> has no property; it was left out`);
      return;
    }
    const count = this.#rowCount;
    if (count >= this.#limits.recipients) {
      if (!this.#isBeyondLimit) this.#reportLimit();
      this.#isBeyondLimit = true;
      return;
    }
    if (count === 0 && name !== 'recipient') this.#tellRows(properties);
    const table = this.isContents ? new ExportedRows(this.text, this.names) : this.rows;
    table.add(properties, false, this.#log.at(this.#rowPath(name)));
    if (this.isContents) this.messages.push(table);
  }

  get #rowCount(): number {
    return this.isContents ? this.messages.length : this.rows.rowCount;
  }

  #reportLimit(): void {
    const { recipients } = this.#limits;
    this.#log.at(this.isContents ? '' : 'recipients')(
      'limit-recipients',
      `More than ${recipients} rows; the rest was not read`,
    );
  }

  /** All rows of a table have the same columns, so the first tells what they are. */
  #tellRows(properties: readonly ExportedProperty[]): void {
    const ids = new Set(properties.map(({ tag }) => idOf(tag)));
    this.isContents = ids.has(MESSAGE_CLASS);
    this.isForeign = !this.isContents && ids.size > 0 && !ofRecipients.some((id) => ids.has(id));
  }

  /** The first list has a few properties once more, the other one all. */
  #takeList(properties: readonly ExportedProperty[], isWhole: boolean): void {
    const listType = attributeOf(this.#listType, 'listtype');
    const isFull = listType === FULL_LIST;
    if (!isFull && listType !== SUMMARY)
      this.#log.at('')('mfcmapi-structure', `A list of properties has the type ${quoted(listType ?? '')}`);
    if (isFull || this.object === undefined) this.object = { properties, isWhole: isFull && isWhole };
  }

  #addAttachment(): void {
    const { table, all } = this.#attachment;
    const { properties, isWhole } = all ?? { properties: table, isWhole: false };
    this.hasEmbedded ||= properties.some(({ tag }) => tag === ATTACH_DATA_OBJECT);
    this.attachments.add(properties, isWhole, this.#log.at(`attachments[${this.attachments.rowCount}]`));
  }

  #rowPath(name: string): string {
    if (name === 'attachment') return `attachments[${this.attachments.rowCount}]`;
    return `${this.isContents ? 'embedded' : 'recipients'}[${this.#rowCount}]`;
  }

  #at(path: string, at: number): ReportDamage {
    return (code, message) => {
      this.#log.at(path)(code, message, { offset: this.text.offsetOf(at) });
    };
  }
}

function isRow(name: string, parent: string): boolean {
  return (
    name === 'row' || name === 'recipient' || name === 'attachment' || (name === 'message' && parent !== '')
  );
}
