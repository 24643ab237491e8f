import type { EvidenceStatement, Explanation, Observation, Outcome, Person, Problem, Verdict } from './rule';
import type { resultWords } from './result-words';
import type { ResultWords } from './result-words';

/** A meeting whose changes and cancellations do not reach every attendee. */
export interface UnreachedMeeting {
  /**
   * The identifier that all copies of the meeting have in common, in hexadecimal; undefined if the copy does not
   * identify the meeting.
   */
  readonly meeting: string | undefined;
  /** The attendees whom they do not reach, each once. */
  readonly attendees: readonly Person[];
}

/** An observation with its words, such as a reason. */
export interface Reason extends Observation {
  /** The observation in words. */
  readonly message: string;
}

/** A problem in words, and the rule that found it. */
export interface Finding extends Problem {
  /** The ID of the rule. */
  readonly rule: string;
  /** The finding in words. Match on `code`, never on these words. */
  readonly message: string;
  /**
   * Identifies the finding, in hexadecimal: the same problem of the same item always has the same fingerprint, so you
   * can tell new findings from known ones. A row counts by its address, not by its number.
   */
  readonly fingerprint: string;
  /** Whether the baseline has the finding; absent if there is no baseline. */
  readonly known?: boolean | undefined;
}

/** What one rule says about one item. */
export interface RuleResult {
  /** The ID of the rule. */
  readonly rule: string;
  /** The item that the rule was applied to: empty for the message itself, `embedded[0]` for one embedded in it. */
  readonly path: string;
  /** The outcome of the rule. */
  readonly outcome: Outcome;
  /** Undefined if the rule does not give one. */
  readonly verdict: Verdict | undefined;
  /** Undefined if the rule does not give one. */
  readonly explanation: Explanation | undefined;
  /** Why the rule came to this outcome, in the order in which a reader would ask. */
  readonly reasons: readonly Reason[];
  /** What requires action. */
  readonly findings: readonly Finding[];
  /** What the evidence says, in words; empty if the rule does not use evidence. */
  readonly evidence: readonly (EvidenceStatement & Reason)[];
  /** The attendees whom a change of the meeting does not reach; undefined if none is known. */
  readonly unreached: UnreachedMeeting | undefined;
  /** The source of the words, for `redactFile`; absent from a result that came through JSON or was made elsewhere. */
  readonly [resultWords]?: ResultWords | undefined;
}
