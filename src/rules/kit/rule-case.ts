import type { Severity } from '../../damage/damage';
import type { Evidence } from '../../evidence/decode-evidence';
import type { FileTime } from '../../mapi/values/file-time';
import type { Message } from '../../message/message';
import type { Outcome, Person, Values } from '../rule';
import type { MessageDescription } from './message-description';

/** A message, and how to apply the rule to it. */
export interface RunCase {
  /** The name of the test. Default: its place in the list. */
  readonly name?: string | undefined;
  /** A description for `buildMessage`, a message, or the bytes of a file. */
  readonly message: MessageDescription | Message | Uint8Array;
  /** The options of the rule. Default: its defaults. */
  readonly options?: object | undefined;
  /** The current time. Default: the rule does not know it. */
  readonly now?: Date | FileTime | undefined;
  /** The evidence about the message. */
  readonly evidence?: readonly Evidence[] | undefined;
}

/** A message in which the rule does not find anything. */
export interface ValidCase extends RunCase {
  /**
   * The outcome for the message itself. Default `pass`, so that a test does not succeed because the rule did not apply.
   */
  readonly outcome?: Exclude<Outcome, 'fail'> | undefined;
  /** The codes of all reasons. Default: any. */
  readonly reasons?: readonly string[] | undefined;
}

/** A message in which the rule finds something. */
export interface InvalidCase extends RunCase {
  /** The findings, in order, each as a code or in more detail; or only their number. */
  readonly findings: number | readonly (string | ExpectedFinding)[];
}

/** The parts of a finding to compare; a part that is absent may be anything. */
export interface ExpectedFinding {
  readonly code: string;
  readonly severity?: Severity | undefined;
  /** The path, such as `recipients[1].emailAddress`. */
  readonly path?: string | undefined;
  /** The whole text of the finding, or a pattern that it matches. */
  readonly message?: string | RegExp | undefined;
  /** Some of the values of the finding. */
  readonly values?: Values | undefined;
  /** The person whom the finding concerns. */
  readonly person?: Person | undefined;
}

/** The messages on which `testRule` tests a rule. */
export interface RuleCases {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}
