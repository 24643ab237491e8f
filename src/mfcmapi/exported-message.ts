import type { AnomalyLog } from '../damage/anomaly';
import type { ContainerMessages } from '../mapi/object/container-messages';
import type { MessagePlace, MessageSteps } from '../mapi/object/message-reading';
import type { MessagePart } from '../mapi/object/message-object';
import { noAttachments } from '../mapi/object/stored-message';
import type { AttachmentParts, StoredMessage } from '../mapi/object/stored-message';
import { emptyTable } from '../mapi/rows/empty-table';
import type { PropertyTable } from '../mapi/rows/property-table';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import type { ExportedFile } from './exported-file';
import { ExportedRows } from './exported-rows';

type Messages = ContainerMessages<ExportedRows | undefined>;
type Place = MessagePlace<ExportedRows | undefined>;

/** The message that an export is of, or that stands for the table that it is of. */
export class ExportedMessage implements MessageSteps {
  readonly names: NamedPropertyMap;
  readonly #file: ExportedFile;
  readonly #log: AnomalyLog;
  readonly #place: Place;
  readonly #message: StoredMessage;
  readonly #messages: Messages;

  constructor(file: ExportedFile, log: AnomalyLog, place: Place, message: StoredMessage, messages: Messages) {
    this.names = file.names;
    this.#file = file;
    this.#log = log;
    this.#place = place;
    this.#message = message;
    this.#messages = messages;
  }

  /** Where the export has none of them, all of them are not captured. */
  get properties(): PropertyTable {
    const { root, text, names, object } = this.#file;
    const table = new ExportedRows(text, names);
    table.add(object?.properties ?? [], object?.isWhole ?? false, this.#log.at(''));
    return table.finish(() => (root === 'message' ? '/message/properties' : `/${root}`), this.#message);
  }

  get recipients(): PropertyTable {
    return this.#file.rows.finish(this.#rowNames(), this.#message);
  }

  get attachments(): AttachmentParts {
    if (this.#file.isContents) return this.#contents();
    const { root, attachments } = this.#file;
    const table = attachments.finish((row) => `/${root}/attachments/attachment[${row}]`, this.#message);
    return { table, embedded: [] };
  }

  get notCaptured(): readonly MessagePart[] {
    const { root, isContents, hasRecipients, hasAttachments, hasEmbedded } = this.#file;
    if (root === 'table' && !isContents) return ['attachments'];
    if (root !== 'message') return ['recipients', 'attachments'];
    const missing: MessagePart[] = [];
    if (!hasRecipients) missing.push('recipients');
    if (!hasAttachments) missing.push('attachments');
    if (hasEmbedded) missing.push('embedded');
    return missing;
  }

  /** The messages that a contents table lists, as if each were in an attachment. */
  #contents(): AttachmentParts {
    const { root, text, names, messages: rows } = this.#file;
    const table = new ExportedRows(text, names);
    for (let row = 0; row < rows.length; row++) table.add([], false, this.#log.at(''));
    const embedded = this.#messages.embed(
      this.#place,
      this.#message,
      rows.length,
      (row) => rows[row],
      () => this.#log.at(''),
    );
    return { table: table.finish((row) => `/${root}/row[${row}]`, this.#message), embedded };
  }

  #rowNames(): (row: number) => string {
    const { root } = this.#file;
    if (root === 'table') return (row) => `/table/row[${row}]`;
    return root === 'message' ? (row) => `/message/recipients/recipient[${row}]` : () => `/${root}`;
  }
}

/** A message as a row of a contents table shows it: some of its properties. */
export class ExportedRow implements MessageSteps {
  readonly names: NamedPropertyMap;
  readonly recipients = emptyTable;
  readonly attachments = noAttachments;
  readonly notCaptured: readonly MessagePart[] = ['recipients', 'attachments'];
  readonly #root: string;
  readonly #row: ExportedRows;
  readonly #path: string;
  readonly #message: StoredMessage;

  constructor({ root, names }: ExportedFile, row: ExportedRows, { path }: Place, message: StoredMessage) {
    this.names = names;
    this.#root = root;
    this.#row = row;
    this.#path = path;
    this.#message = message;
  }

  get properties(): PropertyTable {
    const number = this.#path.slice('embedded'.length); // such as `[3]`: every row is a message
    return this.#row.finish(() => `/${this.#root}/row${number}`, this.#message);
  }
}
