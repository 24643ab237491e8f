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

/**
 * The part of a message that texts and lines need: it does not include recipients or other values, so a redacted
 * message has all of it.
 */
export type ReportedMessage = Pick<
  Message,
  | 'kind'
  | 'messageClass'
  | 'subject'
  | 'appointmentStart'
  | 'clientSubmitTime'
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

/** A file or item that was read and judged, as far as texts and lines need it. */
export interface ReportedFile extends Reported {
  readonly message: ReportedMessage;
  readonly diagnosis: Diagnosis;
}

/** A file or item that was read and judged. */
export interface CheckedFile extends ReportedFile {
  readonly message: Message;
}

/** The part of a judged file that SARIF and JUnit need: you do not have to keep the message in memory. */
export type JudgedFile = Pick<CheckedFile, 'path' | 'item' | 'diagnosis'>;

/** A file or item that could not be read. */
export interface UnreadableFile extends Reported {
  readonly error: Error;
}

/** What a report contains in addition to its files. */
export interface ReportExtras {
  /** The problems between files. */
  readonly sets?: readonly SetFinding[] | undefined;
  /**
   * The files of evidence: first those that were read, in the order in which you passed them to `diagnose`, so that
   * `source` of a statement is an index of this list; then those that could not be read.
   */
  readonly evidence?: readonly EvidenceFile[] | undefined;
  /**
   * The numbers of meetings whose changes do not reach every attendee, and of these attendees, as `UnreachedTotals`
   * counts them.
   */
  readonly unreached?: Pick<UnreachedTotals, 'meetings' | 'alone' | 'attendees'> | undefined;
  /**
   * The configuration that mapilint found where the run began; undefined if there was none, or if it was named
   * explicitly.
   */
  readonly configuration?: FoundConfiguration | undefined;
  /** How the findings compare with those of an earlier run; undefined if there is no baseline. */
  readonly baseline?: BaselineCounts | undefined;
  /** How far a stopped run came; undefined if it came to its end. */
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
