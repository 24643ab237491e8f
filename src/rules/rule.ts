import type { Severity } from '../damage/damage';
import type { CorrelatedBy } from '../evidence/correlation';
import type { Evidence } from '../evidence/decode-evidence';
import type { FileTime } from '../mapi/values/file-time';
import type { Origin } from '../mapi/values/raw-property';
import type { Message } from '../message/message';
import type { ValueKinds } from './value-kinds';

/**
 * What a rule says about a message. `fail`: something is wrong; `open`: the rule cannot decide, and the reasons say
 * what would settle it; `pass`: nothing is wrong; `not-applicable`: the rule does not apply to this message.
 */
export type Outcome = 'fail' | 'open' | 'pass' | 'not-applicable';

/** How certain a rule is that a message has the defect that it looks for. */
export type Verdict = 'confirmed' | 'likely' | 'possible' | 'undetermined' | 'unlikely' | 'not-applicable';

/** A person, by name and address as far as the message has them. */
export type Person = { readonly name?: string | undefined; readonly address?: string | undefined };

/** The numbers, names and lists of names in a statement. */
export type Values = Readonly<
  Record<string, string | number | undefined | readonly string[] | readonly Person[]>
>;

/**
 * The wording of codes. Each function takes the values that it needs and returns the sentence. `defineRule` makes sure
 * that the rule supplies those values.
 */
export type Messages = Readonly<
  Record<
    string,
    {
      /** The sentence for these values. */
      words(values: Values): string;
    }['words']
  >
>;

/** Something that a rule observed, as data. */
export interface Observation {
  /** What the rule observed: a stable code, and a key of the rule's `messages`. */
  readonly code: string;
  /** The place in the message, such as `embedded[1].recipients[3].trackStatusTime`; empty for the message itself. */
  readonly path: string;
  /** The values for its wording. */
  readonly values?: Values | undefined;
  /** `quiet`: everything is as it should be, which interests programs, not readers of a report. Default `telling`. */
  readonly weight?: 'telling' | 'quiet' | undefined;
}

/** An observation that requires action. */
export interface Problem extends Observation {
  /** How much the problem matters, unless the caller sets another severity. */
  readonly severity: Severity;
  /** Where the bytes are on which the problem is based. */
  readonly origin?: Origin | undefined;
  /** The person whom the problem concerns. A row counts by their address, whatever its number. */
  readonly person?: Person | undefined;
}

/** What a result means to the person who has to act on it, in words. */
export interface Explanation {
  /** The result in a sentence. */
  readonly summary: string;
  /** The cause of the result: a stable code for programs, as the rule's page lists it. */
  readonly cause?: string | undefined;
  /** Why the result matters. */
  readonly why?: string | undefined;
  /** What would settle the doubt, if there is one. */
  readonly settle?: string | undefined;
  /** What to do, in order. */
  readonly todo?: readonly string[] | undefined;
}

/** A sentence in parts: words that are the same for every file, and people, whose names are filled in later. */
export type Sentence = readonly (string | readonly Person[])[];

/** An explanation in `Sentence`s, so that it can be worded with and without people's names. */
export interface SaidExplanation {
  readonly summary: Sentence;
  readonly cause?: string | undefined;
  readonly why?: Sentence | undefined;
  readonly settle?: Sentence | undefined;
  readonly todo?: readonly Sentence[] | undefined;
}

/** What a rule returns. */
export interface CheckResult {
  /** The outcome of the rule. */
  readonly outcome: Outcome;
  /** The verdict, if the rule looks for one defect. */
  readonly verdict?: Verdict | undefined;
  /**
   * The result for the person who has to act on it, as `Sentence`s or as finished text. A redacted report does not show
   * finished text.
   */
  readonly explanation?: Explanation | SaidExplanation | undefined;
  /** Why the rule came to this outcome, in the order in which a reader would ask. */
  readonly reasons: readonly Observation[];
  /** What requires action. Each problem becomes a finding. */
  readonly problems: readonly Problem[];
  /** What the evidence says about the item, piece by piece. */
  readonly evidence?: readonly EvidenceStatement[] | undefined;
  /** The attendees whom a change of the meeting does not reach, each once, if the rule determines them. */
  readonly unreached?: readonly Person[] | undefined;
}

/**
 * What a piece of evidence is worth for an item. `this-defect`: it shows this defect and fits this item; `refutes`: it
 * shows that the defect did not stop this message; `not-this-defect`: an event with another cause; `not-this-item`: it
 * belongs to another item, or nothing shows that it belongs to this one; `replied`: an attendee has answered;
 * `row-time`: the time in an attendee's row; `silent`: it does not say anything that matters here.
 */
export type EvidenceVerdict =
  'this-defect' | 'refutes' | 'not-this-defect' | 'not-this-item' | 'replied' | 'row-time' | 'silent';

/** What a piece of evidence says about an item. */
export interface EvidenceStatement extends Observation {
  /** What the piece of evidence is worth for the item. */
  readonly verdict: EvidenceVerdict;
  /**
   * The index of the piece in the `evidence` that you passed; undefined if the statement comes from the option
   * `replied`.
   */
  readonly source: number | undefined;
  /**
   * How mapilint matched the piece with the item, in the most certain way that applies: an event by a number or a time,
   * a line of a tracking log by its message, a report by its recipient and subject or by its subject alone.
   */
  readonly correlatedBy?: CorrelatedBy | 'tracking' | 'recipient' | 'subject' | undefined;
}

/** The numbers by which the events of a server identify an item, if the caller knows them. */
export interface StoreIds {
  /** MDB, the database, as events print it. */
  readonly mdb?: string | undefined;
  /** FID, the folder. */
  readonly fid?: string | undefined;
  /** MID, the message. */
  readonly mid?: string | undefined;
}

/** What a rule may know in addition to the message. */
export interface RuleContext<Options extends object = object> {
  /** The rule's options: those that the caller set, and the defaults of the others. Frozen. */
  readonly options: Readonly<Options>;
  /** The current time, for rules that need it: the caller passes it, the rule never reads a clock. */
  readonly now: FileTime | undefined;
  /** The evidence that the caller passed with the item. */
  readonly evidence: readonly Evidence[];
  /** The addresses of attendees who are known to have answered, in the form that `normaliseAddress` gives. */
  readonly replied: ReadonlySet<string>;
  /** The time zone of evidence that does not name one. The zone exists: mapilint has checked it. */
  readonly eventTimeZone: string | undefined;
  /** The numbers by which events of the server identify the item; empty if the caller did not pass any. */
  readonly storeIds: StoreIds;
  /** Whether the message is in Sent Items according to its store; false if it is not, or if that is unknown. */
  readonly isInSentItems: boolean;
  /** When other messages were submitted so close to this one that a failure may belong to them. */
  readonly otherSubmissions: readonly FileTime[];
}

/** A rule: its description, and a pure function that applies it. */
export interface Rule {
  readonly meta: {
    /**
     * The stable ID of the rule, and the name of its file and page. The ID of a plugin's rule begins with the plugin:
     * `plugin/rule`.
     */
    readonly id: string;
    /** What is true if the rule does not find anything, in a sentence. */
    readonly title: string;
    /** The severity of its most serious finding. */
    readonly severity: Severity;
    /** Where the rule is documented. */
    readonly reference: string;
    /** The names of the same check in other tools. */
    readonly aliases: readonly string[];
    /** The wording of each of the rule's own codes; `sharedMessages` has the wording of codes that rules share. */
    readonly messages: Messages;
    /** The kinds of the texts among its values. A text without a kind is hidden in redacted reports. */
    readonly kinds?: ValueKinds | undefined;
    /** The JSON Schema (2020-12) of the rule's options, which are an object; absent if it does not have options. */
    readonly schema?: object | undefined;
    /** The values of options that the caller does not set. */
    readonly defaultOptions?: object | undefined;
  };
  /** Judges a message. The function is pure: it does not read a clock or do any I/O. */
  readonly check: (message: Message, context: RuleContext) => CheckResult;
  /**
   * Throws a `TypeError` for invalid options. The rules of this library have it. For other rules, the command checks
   * options against `schema`, and a program must check the options that it passes.
   */
  readonly checkOptions?: ((options: object) => void) | undefined;
  /** Judges a piece of evidence by itself, if the rule can. */
  readonly checkEvidence?:
    ((evidence: Evidence, context: Pick<RuleContext, 'options'>) => CheckResult) | undefined;
}
