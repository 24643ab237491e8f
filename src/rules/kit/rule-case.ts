import type { Severity } from '../../damage/damage';
import type { Evidence } from '../../evidence/decode-evidence';
import type { FileTime } from '../../mapi/values/file-time';
import type { Message } from '../../message/message';
import type { Outcome, Person, Values } from '../rule';
import type { MessageDescription } from './message-description';

/** A message, and how the rule is applied to it. */
export interface RunCase {
  /** What the test is called. Default: its place in the list. */
  readonly name?: string | undefined;
  /** What `buildMessage` takes, a message, or the bytes of a file. */
  readonly message: MessageDescription | Message | Uint8Array;
  /** The options of the rule. Default: its defaults. */
  readonly options?: object | undefined;
  /** The present. Default: the rule is not told. */
  readonly now?: Date | FileTime | undefined;
  /** What was handed over beside the message. */
  readonly evidence?: readonly Evidence[] | undefined;
}

/** A message in which the rule finds nothing. */
export interface ValidCase extends RunCase {
  /** What comes of the message itself. Default `pass`, so that no test is green because the rule did not look. */
  readonly outcome?: Exclude<Outcome, 'fail'> | undefined;
  /** The codes of the reasons, all of them. Default: any. */
  readonly reasons?: readonly string[] | undefined;
}

/** A message in which the rule finds something. */
export interface InvalidCase extends RunCase {
  /** What it finds, in its order: each a code, or more of the finding; a number: how many. */
  readonly findings: number | readonly (string | ExpectedFinding)[];
}

/** What is looked at of a finding; what is left out may be anything. */
export interface ExpectedFinding {
  readonly code: string;
  readonly severity?: Severity | undefined;
  /** Such as `recipients[1].emailAddress`. */
  readonly path?: string | undefined;
  /** Its words, all or a pattern of them. */
  readonly message?: string | RegExp | undefined;
  /** Some of its values. */
  readonly values?: Values | undefined;
  /** Whom it is about. */
  readonly person?: Person | undefined;
}

/** What a rule is tried on. */
export interface RuleCases {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}
