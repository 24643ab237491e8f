import type { OptionKinds } from '../arguments/check';
import { aListOf, anObject } from '../arguments/kinds';
import type { PropertyStore } from '../mapi/rows/property-store';
import type { Message } from '../message/message';
import type { Diagnosis } from '../rules/diagnose';
import type { SetFinding } from '../rules/sets/set-rule';
import type { BaselineCounts } from './baseline';
import type { EvidenceFile } from './evidence-file';
import type { FoundConfiguration } from './found-configuration';
import type { Reported } from './reported';
import type { StoppedRun } from './stopped';
import type { StoreFile } from './store-file';
import type { UnreachedTotals } from './unreached-totals';

/** What texts and lines say of a message: no recipients and no values, so that a redacted one has all of it. */
export type ReportedMessage = Pick<
  Message,
  | 'kind'
  | 'messageClass'
  | 'subject'
  | 'appointmentStart'
  | 'globalObjectId'
  | 'sentRepresentingName'
  | 'sentRepresentingEmailAddress'
  | 'sentRepresentingSmtpAddress'
  | 'note'
  | 'notCaptured'
  | 'anomalies'
  | 'suppressedAnomalies'
  | 'suppressedErrors'
> & { readonly properties: Pick<PropertyStore, 'state'> };

/** What was read and judged, as far as texts and lines need it. */
export interface ReportedFile extends Reported {
  readonly message: ReportedMessage;
  readonly diagnosis: Diagnosis;
}

/** What was read and judged. */
export interface CheckedFile extends ReportedFile {
  readonly message: Message;
}

/** What SARIF and JUnit need of what was judged: its message may be let go. */
export type JudgedFile = Pick<CheckedFile, 'path' | 'item' | 'diagnosis'>;

/** A file or item of which nothing could be read. */
export interface UnreadableFile extends Reported {
  readonly error: Error;
}

/** What a report has beside its files. */
export interface ReportExtras {
  /** What is wrong between files. */
  readonly sets?: readonly SetFinding[] | undefined;
  /**
   * The files of evidence: first those that were read, in the order in which `diagnose` got them, so that `source` of a
   * statement is a place in this list; then those that could not be read.
   */
  readonly evidence?: readonly EvidenceFile[] | undefined;
  /** The meetings of which changes do not reach everybody, and whom, as many as `UnreachedTotals` counts. */
  readonly unreached?: Pick<UnreachedTotals, 'meetings' | 'alone' | 'attendees'> | undefined;
  /** The configuration that was found where the run began; undefined: none was, or it was named. */
  readonly configuration?: FoundConfiguration | undefined;
  /** How the findings stand to those of an earlier run; undefined: there is nothing to compare with. */
  readonly baseline?: BaselineCounts | undefined;
  /** How far the run came; undefined: to its end. */
  readonly stopped?: StoppedRun | undefined;
  /** The stores that were read. */
  readonly stores?: readonly StoreFile[] | undefined;
}

/** What belongs beside the files. */
export const extrasKinds: OptionKinds<ReportExtras> = {
  sets: aListOf('findings of diagnoseSet', anObject),
  evidence: aListOf('files of evidence', anObject),
  unreached: anObject,
  configuration: anObject,
  baseline: anObject,
  stopped: anObject,
  stores: aListOf('stores', anObject),
};
