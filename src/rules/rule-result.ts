import type { EvidenceStatement, Explanation, Observation, Outcome, Person, Problem, Verdict } from './rule';
import type { resultWords } from './result-words';
import type { ResultWords } from './result-words';

/** A meeting of which changes and cancellations do not reach everybody. */
export interface UnreachedMeeting {
  /** What tells the meeting, the same on all its copies, in hexadecimal; undefined: the copy says too little of it. */
  readonly meeting: string | undefined;
  /** Whom they do not reach, each once. */
  readonly attendees: readonly Person[];
}

/** A reason in words. */
export interface Reason extends Observation {
  /** The words for it. */
  readonly message: string;
}

/** A problem in words, with the rule that found it. */
export interface Finding extends Problem {
  /** The id of the rule. */
  readonly rule: string;
  /** The words for it; match on `code`, never on these. */
  readonly message: string;
  /**
   * The same for the same problem of the same item whenever and wherever it is found, in hexadecimal: what tells a new
   * finding from a known one. A row is known by its address, not by its number.
   */
  readonly fingerprint: string;
  /** Whether a baseline has it; absent: it was compared with none. */
  readonly known?: boolean | undefined;
}

/** What one rule says of one item. */
export interface RuleResult {
  /** The id of the rule. */
  readonly rule: string;
  /** The item it was applied to: empty for the message itself, `embedded[0]` for one that it carries. */
  readonly path: string;
  /** What came of it. */
  readonly outcome: Outcome;
  /** Undefined where the rule gives none. */
  readonly verdict: Verdict | undefined;
  /** Undefined where the rule gives none. */
  readonly explanation: Explanation | undefined;
  /** Why it came out so, in the order in which a reader would ask. */
  readonly reasons: readonly Reason[];
  /** What asks for action. */
  readonly findings: readonly Finding[];
  /** What the evidence says, in words; empty where the rule takes none. */
  readonly evidence: readonly (EvidenceStatement & Reason)[];
  /** Whom a change of the meeting does not reach; undefined: nobody is known of. */
  readonly unreached: UnreachedMeeting | undefined;
  /** By what it was put into words, for `redactFile`; a result that was made elsewhere or came through JSON has none. */
  readonly [resultWords]?: ResultWords | undefined;
}
