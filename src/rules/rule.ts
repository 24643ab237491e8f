import type { Severity } from '../damage/damage';
import type { CorrelatedBy } from '../evidence/correlation';
import type { Evidence } from '../evidence/decode-evidence';
import type { FileTime } from '../mapi/values/file-time';
import type { Origin } from '../mapi/values/raw-property';
import type { Message } from '../message/message';
import type { ValueKinds } from './value-kinds';

/**
 * What a rule says of a message: `fail`; `open` (cannot be told; the reasons say what would tell); `pass`;
 * `not-applicable` (the message is none of the rule's business).
 */
export type Outcome = 'fail' | 'open' | 'pass' | 'not-applicable';

/** How sure a rule is that a message has the defect it looks for. */
export type Verdict = 'confirmed' | 'likely' | 'possible' | 'undetermined' | 'unlikely' | 'not-applicable';

/** A person as messages name them. */
export type Person = { readonly name?: string | undefined; readonly address?: string | undefined };

/** Figures, names and lists of names that go with a statement. */
export type Values = Readonly<
  Record<string, string | number | undefined | readonly string[] | readonly Person[]>
>;

/**
 * The wording of codes: each gets the figures and names that it needs, and gives the sentence. A function may ask for
 * some values only, which `defineRule` makes the rule give.
 */
export type Messages = Readonly<
  Record<
    string,
    {
      /** The sentence for these figures and names. */
      words(values: Values): string;
    }['words']
  >
>;

/** Something a rule observed, as data. */
export interface Observation {
  /** What it is: stable, and a key of the rule's `messages`. */
  readonly code: string;
  /** Where: resolves in the message, such as `embedded[1].recipients[3].trackStatusTime`; empty: the message itself. */
  readonly path: string;
  /** The figures and names of its wording. */
  readonly values?: Values | undefined;
  /** `quiet`: as it should be, for programs rather than for a reader of the report. Default `telling`. */
  readonly weight?: 'telling' | 'quiet' | undefined;
}

/** An observation that asks for action. */
export interface Problem extends Observation {
  /** How much it matters, unless the caller says otherwise. */
  readonly severity: Severity;
  /** The bytes it rests on. */
  readonly origin?: Origin | undefined;
  /** Whom it is about. A row is known by their address, whatever its number. */
  readonly person?: Person | undefined;
}

/** What a result means to whoever has to act on it, in words. */
export interface Explanation {
  /** The result in a sentence. */
  readonly summary: string;
  /** What brings it about: stable, for programs, as a rule's page lists it. */
  readonly cause?: string | undefined;
  /** Why that matters. */
  readonly why?: string | undefined;
  /** What would settle a doubt. */
  readonly settle?: string | undefined;
  /** What to do, the first thing first. */
  readonly todo?: readonly string[] | undefined;
}

/** A sentence in parts: words that are the same in every file, and people, who are named when it is put into words. */
export type Sentence = readonly (string | readonly Person[])[];

/** An explanation in sentences, so that it can be put into words with and without names. */
export interface SaidExplanation {
  readonly summary: Sentence;
  readonly cause?: string | undefined;
  readonly why?: Sentence | undefined;
  readonly settle?: Sentence | undefined;
  readonly todo?: readonly Sentence[] | undefined;
}

/** What a rule returns. */
export interface CheckResult {
  /** What comes of it. */
  readonly outcome: Outcome;
  /** Of rules that look for one defect. */
  readonly verdict?: Verdict | undefined;
  /** The result for whoever has to act on it; in sentences, or in finished words, of which a redacted report shows none. */
  readonly explanation?: Explanation | SaidExplanation | undefined;
  /** Why it came out so, in the order in which a reader would ask. */
  readonly reasons: readonly Observation[];
  /** What asks for action: they become findings. */
  readonly problems: readonly Problem[];
  /** What the evidence beside the item says of it, piece by piece. */
  readonly evidence?: readonly EvidenceStatement[] | undefined;
  /** Whom a change of the meeting does not reach, each once, of rules that tell. */
  readonly unreached?: readonly Person[] | undefined;
}

/**
 * What a piece of evidence is worth for an item. `this-defect`: it shows this defect, and fits this item; `refutes`: it
 * shows that the defect did not stop this message;
 * `not-this-defect`: an event of another cause; `not-this-item`: it belongs to another item, or nothing says that it
 * belongs to this one; `replied`: an attendee has answered; `row-time`: the time of an attendee's row; `silent`: it says
 * nothing that matters here.
 */
export type EvidenceVerdict =
  'this-defect' | 'refutes' | 'not-this-defect' | 'not-this-item' | 'replied' | 'row-time' | 'silent';

/** What a piece of evidence says. */
export interface EvidenceStatement extends Observation {
  /** What the piece is worth for the item. */
  readonly verdict: EvidenceVerdict;
  /** Which piece, by its place among those handed over; undefined: the word of the caller. */
  readonly source: number | undefined;
  /**
   * By what it is laid to the item, the surest way: an event by a number or a time, a line of a tracking log by its
   * message, a report by its recipient and subject, or by its subject alone.
   */
  readonly correlatedBy?: CorrelatedBy | 'tracking' | 'recipient' | 'subject' | undefined;
}

/** The numbers by which the events of a server name an item, where the caller knows them. */
export interface StoreIds {
  /** The database, as events print it. */
  readonly mdb?: string | undefined;
  /** The folder. */
  readonly fid?: string | undefined;
  /** The message. */
  readonly mid?: string | undefined;
}

/** What a rule may know beside the message. */
export interface RuleContext<Options extends object = object> {
  /** The options that the caller set for the rule, frozen, with its defaults where they say nothing. */
  readonly options: Readonly<Options>;
  /** The present, for rules that need one: passed in, never read from a clock. */
  readonly now: FileTime | undefined;
  /** What was handed over beside the item. */
  readonly evidence: readonly Evidence[];
  /** The addresses of attendees who are known to have answered, as `normaliseAddress` gives them. */
  readonly replied: ReadonlySet<string>;
  /** The zone of the times in evidence that names none; a zone that exists. */
  readonly eventTimeZone: string | undefined;
  /** How events of the server name the item; empty where nobody said. */
  readonly storeIds: StoreIds;
  /** Whether the message lies in Sent Items, as its store tells; false: not, or nobody knows. */
  readonly isInSentItems: boolean;
  /** When other messages were submitted so that a failure in the minute of this one may be theirs. */
  readonly otherSubmissions: readonly FileTime[];
}

/** A rule: what it is, and a pure function that applies it. */
export interface Rule {
  readonly meta: {
    /** Stable; the name of its file and of its page. That of a plugin's rule begins with the plugin: `plugin/rule`. */
    readonly id: string;
    /** What holds where the rule finds nothing, in a sentence. */
    readonly title: string;
    /** How much its gravest finding matters. */
    readonly severity: Severity;
    /** Where it is documented. */
    readonly reference: string;
    /** What other tools call the same check. */
    readonly aliases: readonly string[];
    /** The wording of every code of its own; `sharedMessages` words those that rules have in common. */
    readonly messages: Messages;
    /** What the texts among its values are; what has no kind is hidden where texts are. */
    readonly kinds?: ValueKinds | undefined;
    /** The JSON Schema (2020-12) of its options, which are an object; absent: it takes none. */
    readonly schema?: object | undefined;
    /** What its options are where the caller sets none. */
    readonly defaultOptions?: object | undefined;
  };
  /** Judges a message: pure, reads no clock, does no I/O. */
  readonly check: (message: Message, context: RuleContext) => CheckResult;
  /**
   * Throws a `TypeError` for options that it does not take. Rules of this library have it; of others the command knows the
   * schema, and a program that hands over options knows what it does.
   */
  readonly checkOptions?: ((options: object) => void) | undefined;
  /** Judges a piece of evidence by itself, where the rule can. */
  readonly checkEvidence?:
    ((evidence: Evidence, context: Pick<RuleContext, 'options'>) => CheckResult) | undefined;
}
