import { Message } from '../../index';
import {
  csvError,
  csvRows,
  errorLine,
  formatEvidenceText,
  formatText,
  fullLine,
  htmlItem,
  itemLine,
  jsonFile,
  jsonText,
  passedOverLine,
  storeLine,
  toEvidenceReport,
  toFileReport,
} from '../../report/command';
import type {
  CheckedEvidence,
  CheckedFile,
  CsvOptions,
  ReportedFile,
  TextOptions,
  UnreadableFile,
} from '../../report/command';
import type { PassedOver } from '../inputs/input';
import type { ReadStore } from '../read-items';
import type { Format } from '../usage/choices';
import { stampOf } from './file-stamp';

/** What texts say of what they leave out. */
export const MORE = '--format json lists them';

/** Columns of a text in a page, which wraps longer words by itself. */
const HTML_WIDTH = 110;

/** What a report is told of. */
export type ReportEntry = CheckedFile | ShownEntry;

/** The same as it is shown: of a redacted file only what texts and lines need. */
export type ShownEntry = ReportedFile | CheckedEvidence | UnreadableFile | PassedOver | ReadStore;

/** Writes out what a report says of one file or item; an empty text where it says nothing. */
export type Rendering = (entry: ShownEntry, path: string) => string;

export interface RenderingOptions {
  /** Of pretty: how texts are laid out. */
  readonly text: TextOptions;
  /** Of ndjson: with the recipient tables. */
  readonly isFull: boolean;
  /** Of csv: what a line is for, and how it is written. */
  readonly csv: CsvOptions;
  /** Of pretty: sound items that are no meetings, too. */
  readonly isAll: boolean;
}

/** How a format has each file. A document that is made of all files at its end has nothing of each. */
export function renderingOf(format: Format, options: RenderingOptions): Rendering {
  if (format === 'pretty') return (entry) => pretty(entry, options);
  if (format === 'html') return (entry) => html(entry, options.text);
  if (format === 'json') return json;
  if (format === 'csv') return (entry) => csv(entry, options.csv);
  if (format === 'ndjson') return (entry, path) => `${line(entry, path, options.isFull)}\n`;
  return () => '';
}

function pretty(entry: ShownEntry, options: RenderingOptions): string {
  if ('evidence' in entry) return `${formatEvidenceText(entry, options.text)}\n`;
  if (!('diagnosis' in entry)) return '';
  const { verdict, findings } = entry.diagnosis;
  const isListed =
    verdict !== 'not-applicable' || findings.length > 0 || options.isAll || isDamaged(entry.message);
  return isListed ? `${formatText(entry, options.text)}\n` : '';
}

/** Whether something of it could not be read: that is said of any item. */
function isDamaged({ anomalies, suppressedErrors }: ReportedFile['message']): boolean {
  return suppressedErrors > 0 || anomalies.some(({ severity }) => severity === 'error');
}

/** A page has the text of what was found, and of what could not be read. */
function html(entry: ShownEntry, { sourceName }: TextOptions): string {
  if ('error' in entry) return htmlItem(entry, 'unreadable', entry.error.message);
  if ('evidence' in entry || !('diagnosis' in entry) || entry.diagnosis.findings.length === 0) return '';
  return htmlItem(
    entry,
    entry.diagnosis.verdict ?? 'found',
    formatText(entry, { width: HTML_WIDTH, sourceName }),
  );
}

/** An entry of the document, without what separates it from the one before. */
function json(entry: ShownEntry): string {
  if ('passedOver' in entry || 'store' in entry) return '';
  if ('evidence' in entry) return jsonFile(toEvidenceReport(entry), true);
  return jsonFile(toFileReport('error' in entry ? entry : whole(entry)), true);
}

function csv(entry: ShownEntry, options: CsvOptions): string {
  if ('passedOver' in entry || 'store' in entry || 'evidence' in entry) return '';
  return 'error' in entry ? csvError(entry, options) : csvRows(entry, options);
}

/** `path`: where the file is, whatever the report calls it. */
function line(entry: ShownEntry, path: string, isFull: boolean): string {
  if ('evidence' in entry) return jsonText(toEvidenceReport(entry));
  const stamp = stampOf(path);
  if ('passedOver' in entry) return passedOverLine(entry.path, entry.passedOver, stamp);
  if ('store' in entry) return storeLine(entry, entry.items, stamp);
  if ('error' in entry) return errorLine(entry, stamp);
  return isFull ? fullLine(whole(entry), stamp) : itemLine(entry, stamp);
}

/** The file with its message. The parser refuses what would print a redacted one whole. */
function whole(file: ReportedFile): CheckedFile {
  const { message } = file;
  if (message instanceof Message) return { ...file, message };
  throw new TypeError('A redacted file has no tables');
}
