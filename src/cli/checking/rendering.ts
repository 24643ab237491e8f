import { Message } from '../../node';
import {
  csvError,
  csvRows,
  errorLine,
  fullLine,
  formatEvidenceText,
  formatText,
  itemLine,
  jsonFile,
  passedOverLine,
  storeLine,
  toEvidenceReport,
  toFileReport,
} from '../../report/index';
import type {
  CheckedEvidence,
  CheckedFile,
  ReportedFile,
  TextOptions,
  UnreadableFile,
} from '../../report/index';
import type { PassedOver } from '../inputs/input';
import type { ReadStore } from '../read-items';
import type { Format } from '../usage/options';
import { stampOf } from './file-stamp';

/** What texts say of what they leave out. */
export const MORE = '--format json lists them';

/** What a report is told of. */
export type ReportEntry = CheckedFile | ShownEntry;

/** The same as it is shown: of a redacted file only what texts and lines need. */
export type ShownEntry = ReportedFile | CheckedEvidence | UnreadableFile | PassedOver | ReadStore;

/** Writes out what a report says of one file or item; an empty text where it says nothing. */
export type Rendering = (told: ShownEntry, path: string) => string;

export interface RenderingOptions extends TextOptions {
  /** Of ndjson: with the recipient tables. */
  readonly isFull: boolean;
  /** Of pretty: items that are no meetings, too. */
  readonly isAll: boolean;
}

/** How a format has each file. A document that is made of all files at its end has nothing of each. */
export function renderingOf(format: Format, options: RenderingOptions): Rendering {
  if (format === 'pretty') return (told) => pretty(told, options);
  if (format === 'json') return json;
  if (format === 'csv') return csv;
  if (format === 'ndjson') return (told, path) => `${line(told, path, options.isFull)}\n`;
  return () => '';
}

function pretty(told: ShownEntry, options: RenderingOptions): string {
  if ('evidence' in told) return `${formatEvidenceText(told, options)}\n`;
  if (!('diagnosis' in told)) return '';
  const { verdict, findings } = told.diagnosis;
  const isListed = verdict !== 'not-applicable' || findings.length > 0 || options.isAll;
  return isListed ? `${formatText(told, options)}\n` : '';
}

/** An entry of the document, without what separates it from the one before. */
function json(told: ShownEntry): string {
  if ('passedOver' in told || 'store' in told) return '';
  if ('evidence' in told) return jsonFile(toEvidenceReport(told), true);
  return jsonFile(toFileReport('error' in told ? told : whole(told)), true);
}

function csv(told: ShownEntry): string {
  if ('passedOver' in told || 'store' in told || 'evidence' in told) return '';
  return 'error' in told ? csvError(told) : csvRows(told);
}

/** `path`: where the file is, whatever the report calls it. */
function line(told: ShownEntry, path: string, isFull: boolean): string {
  if ('evidence' in told) return JSON.stringify(toEvidenceReport(told));
  const stamp = stampOf(path);
  if ('passedOver' in told) return passedOverLine(told.path, told.passedOver, stamp);
  if ('store' in told) return storeLine(told, told.items, stamp);
  if ('error' in told) return errorLine(told, stamp);
  return isFull ? fullLine(whole(told), stamp) : itemLine(told, stamp);
}

/** The file with its message. The parser refuses what would print a redacted one whole. */
function whole(file: ReportedFile): CheckedFile {
  const { message } = file;
  if (message instanceof Message) return { ...file, message };
  throw new TypeError('A redacted file has no tables');
}
