import type { Anomaly } from '../damage/anomaly';
import type { Explanation, Verdict } from '../rules/rule';
import type { UnreachedMeeting } from '../rules/rule-result';
import type { CheckedFile, ReportedFile, UnreadableFile } from './checked-file';
import type { Reported, StorePlace } from './reported';
import { meetingFacts } from './meeting-facts';
import type { MeetingFacts } from './meeting-facts';
import { messageNotCaptured } from './message-not-captured';
import { reasonsOf, statementsOf, toMessageReport } from './json';
import type { MessageReport } from './json';
import { errorReport } from './read-error';
import type { ErrorReport } from './read-error';
import { toStoreReport } from './store-file';
import type { StoreFile } from './store-file';
import { jsonText } from './json-text';

/** What tells whether a file is still the one that was read. */
export interface FileStamp {
  readonly bytes: number;
  /** When it was modified, in ISO 8601 with milliseconds. */
  readonly modified: string;
}

/** A line about an item: a file with one message, or one item of a store. */
export interface ItemLine extends Reported, Partial<FileStamp>, MeetingFacts {
  readonly item?: StorePlace | undefined;
  readonly messageClass: string | null;
  readonly subject: string | null;
  readonly verdict: Verdict | null;
  readonly explanation: Explanation | null;
  /** The meetings of which changes and cancellations do not reach everybody, each with whom. */
  readonly unreached: readonly UnreachedMeeting[];
  readonly reasons: MessageReport['reasons'];
  readonly findings: MessageReport['findings'];
  readonly evidence: MessageReport['evidence'];
  readonly anomalies: readonly Anomaly[];
  /** How many more anomalies there were than the limit allows to keep. */
  readonly suppressedAnomalies: number;
  /** What an export leaves out of the message; not there if that is nothing. */
  readonly notCaptured?: readonly string[] | undefined;
}

/** A line about a file or item that could not be read. */
export interface ErrorLine extends Reported, Partial<FileStamp> {
  readonly error: ErrorReport;
}

/** The line of an item with the whole report of the message, recipient tables and embedded messages too. */
export function fullLine(
  { path, item, message, diagnosis }: CheckedFile,
  stamp: FileStamp | undefined,
): string {
  return jsonText({
    ...toMessageReport(path, message, diagnosis),
    ...meetingFacts(message, diagnosis),
    item,
    ...stamp,
  });
}

/** The line of an item. */
export function itemLine(
  { path, item, message, diagnosis }: ReportedFile,
  stamp: FileStamp | undefined,
): string {
  const { messageClass = null, subject = null, anomalies, suppressedAnomalies } = message;
  const { verdict = null, explanation = null, unreached, findings, results } = diagnosis;
  const left = messageNotCaptured(message);
  const line: ItemLine = {
    path,
    item,
    ...stamp,
    messageClass,
    subject,
    ...meetingFacts(message, diagnosis),
    verdict,
    explanation,
    unreached,
    reasons: reasonsOf(results),
    findings,
    evidence: statementsOf(results),
    anomalies,
    suppressedAnomalies,
    notCaptured: left.length === 0 ? undefined : left,
  };
  return jsonText(line);
}

/** The line about a file or item that could not be read. */
export function errorLine({ path, item, error }: UnreadableFile, stamp: FileStamp | undefined): string {
  const line: ErrorLine = { path, item, ...stamp, error: errorReport(error) };
  return jsonText(line);
}

/** The line of a file that is no message, or of a link or device. */
export function passedOverLine(path: string, passedOver: string, stamp: FileStamp | undefined): string {
  return jsonText({ path, ...stamp, passedOver });
}

/** The line that ends a store: all its items stand before it. */
export function storeLine(file: StoreFile, items: number, stamp: FileStamp | undefined): string {
  const { anomalies, suppressedAnomalies } = toStoreReport(file);
  return jsonText({ path: file.path, ...stamp, store: { items, anomalies, suppressedAnomalies } });
}
