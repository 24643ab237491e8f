import { AnomalyLog } from '../damage/anomaly';
import type { RandomAccessBytes } from '../bytes/random-access';
import { UnsupportedError } from '../damage/errors';
import type { Limits } from '../damage/errors';
import { DEFAULT_CODE_PAGE } from '../mapi/values/code-page';
import { LoggedMessage } from '../mapi/object/logged-message';
import type { MessagePart } from '../mapi/object/message-object';
import type { StoreContext } from '../mapi/rows/store-context';
import { StoredMessage } from '../mapi/object/stored-message';
import type { AttachmentParts, MessageParts } from '../mapi/object/stored-message';
import { joinPath } from '../damage/path';
import { ExportedFile } from './exported-file';
import { ExportReader } from './export-reader';
import { ExportText } from './export-text';
import { ExportedRows } from './exported-rows';

export interface XmlOptions {
  readonly strict: boolean;
  readonly limits: Limits;
  /** The code page of ANSI files, and of 8-bit strings for messages that do not say. */
  readonly codePage: number | undefined;
}

/**
 * Reads what MFCMAPI exports as XML: a recipient table, a contents table (each row a message in an attachment of its own,
 * without recipients), the property pane of a message or a recipient, or a message with its tables. The file is read
 * whole. What it does not show is not captured, which is not the same as absent.
 */
export function readMfcmapiXml(bytes: RandomAccessBytes, options: XmlOptions): LoggedMessage {
  const log = new AnomalyLog(options.strict, options.limits.anomalies);
  const file = new ExportedFile(new ExportText(bytes, options.codePage), log, options.limits);
  new ExportReader(file.text, file, log.at('')).read();
  if (file.isForeign) throw new UnsupportedError('mfcmapi', 'This is an export of a table of something else');
  const message = new ExportedMessages(file, log, options.codePage ?? DEFAULT_CODE_PAGE).outermost();
  return new LoggedMessage(message, log);
}

/** What is put together from a file. */
class ExportedMessages {
  readonly #file: ExportedFile;
  readonly #log: AnomalyLog;
  readonly #codePage: number;

  constructor(file: ExportedFile, log: AnomalyLog, codePage: number) {
    this.#file = file;
    this.#log = log;
    this.#codePage = codePage;
  }

  outermost(): StoredMessage {
    const { root, rows, isContents } = this.#file;
    const message = this.#message(this.#notCaptured(), (context) => ({
      properties: this.#single().finish(
        () => (root === 'message' ? '/message/properties' : `/${root}`),
        context,
      ),
      recipients: rows.finish(this.#place(), context),
      attachments: isContents ? this.#contents(context) : this.#attachments(context),
    }));
    message.check((part) => this.#log.at(part));
    return message;
  }

  /** The messages that a contents table lists, as if each were in an attachment. */
  #contents(context: StoreContext): AttachmentParts {
    const { root, text, names, messages } = this.#file;
    const table = new ExportedRows(text, names);
    const nothing = new ExportedRows(text, names).finish(() => '', context);
    const embedded = messages.map((row, index) => {
      table.add([], false, this.#log.at(''));
      const message = this.#message(['recipients', 'attachments'], (inner) => ({
        properties: row.finish(() => `/${root}/row[${index}]`, inner),
        recipients: nothing,
        attachments: { table: nothing, embedded: [] },
      }));
      message.check((part) => this.#log.at(joinPath(`embedded[${index}]`, part)));
      return message;
    });
    return { table: table.finish((row) => `/${root}/row[${row}]`, context), embedded };
  }

  #place(): (row: number) => string {
    const { root } = this.#file;
    if (root === 'table') return (row) => `/table/row[${row}]`;
    return root === 'message' ? (row) => `/message/recipients/recipient[${row}]` : () => `/${root}`;
  }

  #notCaptured(): MessagePart[] {
    const { root, isContents, hasRecipients, hasAttachments, hasEmbedded } = this.#file;
    if (root === 'message') {
      return [
        ...(hasRecipients ? [] : (['recipients'] as const)),
        ...(hasAttachments ? [] : (['attachments'] as const)),
        ...(hasEmbedded ? (['embedded'] as const) : []),
      ];
    }
    const isTable = root === 'table' && !isContents;
    return isTable ? ['attachments'] : ['recipients', 'attachments'];
  }

  /** A message whose tables need it as their context. */
  #message(
    notCaptured: readonly MessagePart[],
    tablesOf: (context: StoreContext) => Pick<MessageParts, 'properties' | 'recipients' | 'attachments'>,
  ): StoredMessage {
    const { names } = this.#file;
    const context: StoreContext = {
      names,
      get codePage() {
        return message.codePage;
      },
    };
    const fallbackCodePage = this.#codePage;
    const parts: MessageParts = { ...tablesOf(context), names, fallbackCodePage, notCaptured };
    const message = new StoredMessage(parts);
    return message;
  }

  /** The message's own properties; where the export has none, all of them are not captured. */
  #single(): ExportedRows {
    const { text, names, object } = this.#file;
    const table = new ExportedRows(text, names);
    table.add(object?.properties ?? [], object?.isWhole ?? false, this.#log.at(''));
    return table;
  }

  #attachments(context: StoreContext): AttachmentParts {
    const { root } = this.#file;
    const table = this.#file.attachments.finish((row) => `/${root}/attachments/attachment[${row}]`, context);
    return { table, embedded: [] };
  }
}
