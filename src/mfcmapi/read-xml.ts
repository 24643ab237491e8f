// What MFCMAPI writes is specified by its source alone: https://github.com/microsoft/mfcmapi

import { AnomalyLog } from '../damage/anomaly';
import type { RandomAccessBytes } from '../bytes/random-access';
import { UnsupportedError } from '../damage/errors';
import type { Limits } from '../damage/errors';
import { ContainerMessages } from '../mapi/object/container-messages';
import type { DecodedMessage } from '../mapi/object/decoded-message';
import { ExportedFile } from './exported-file';
import { ExportedMessage, ExportedRow } from './exported-message';
import { ExportReader } from './export-reader';
import { ExportText } from './export-text';
import type { ExportedRows } from './exported-rows';

export interface XmlOptions {
  readonly strict: boolean;
  readonly limits: Limits;
  /** The code page of ANSI files, and of 8-bit strings for messages that do not say. */
  readonly codePage: number | undefined;
  /** The attached file, or the part of a mail, that it is; undefined: a file of its own. */
  readonly part?: string | undefined;
  /** The same whatever is said anywhere. */
  readonly codePageOverride: number | undefined;
}

/**
 * Reads what MFCMAPI exports as XML: a recipient table, a contents table (each row a message in an attachment of its own,
 * without recipients), the property pane of a message or a recipient, or a message with its tables. The file is read
 * whole. What it does not show is not captured, which is not the same as absent.
 */
export function readMfcmapiXml(bytes: RandomAccessBytes, options: XmlOptions): DecodedMessage {
  const log = new AnomalyLog(options.strict, options.limits.anomalies, options.part);
  const file = new ExportedFile(
    new ExportText(bytes, options.codePageOverride ?? options.codePage),
    log,
    options.limits,
  );
  new ExportReader(file.text, file, log.at('')).read();
  if (file.isForeign)
    throw new UnsupportedError('mfcmapi', 'This export is of another kind of table, not of recipients');
  const messages: ContainerMessages<ExportedRows | undefined> = new ContainerMessages(
    log,
    options,
    (place, message) =>
      place.where === undefined
        ? new ExportedMessage(file, log, place, message, messages)
        : new ExportedRow(file, place.where, place, message),
  );
  const decoded = messages.decode(undefined);
  messages.readAll();
  return decoded;
}
