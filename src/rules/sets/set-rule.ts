import type { Severity } from '../../damage/damage';
import type { Message } from '../../message/message';
import type { PlaceholdersOf, WithKinds, WithValues, Wording } from '../messages';
import type { Messages, Values } from '../rule';
import type { ValueKinds } from '../value-kinds';
import type { resultWords } from '../result-words';
import type { ResultWords } from '../result-words';

/** An item in a set that is judged as a whole, such as the calendar of a mailbox. */
export interface ItemOfSet {
  readonly message: Message;
  /** The name of the item, such as its file. */
  readonly name: string;
  /**
   * The mailbox that the item comes from: items of different mailboxes are not duplicates. If absent, all items are
   * from one mailbox.
   */
  readonly mailbox?: string | undefined;
}

/** A problem between items. */
export interface SetProblem {
  readonly code: string;
  readonly severity: Severity;
  /** The items concerned, by their index in the set. */
  readonly items: readonly number[];
  readonly values?: Values | undefined;
}

/** A rule about a set of items: its description, and a pure function that applies it. */
export interface SetRule {
  readonly meta: {
    readonly id: string;
    readonly title: string;
    readonly severity: Severity;
    readonly reference: string;
    /** The names of the same check in other tools. */
    readonly aliases: readonly string[];
    /** The wording of each of its codes. */
    readonly messages: Messages;
    /** The kinds of the texts among its values. A text without a kind is hidden in redacted reports. */
    readonly kinds?: ValueKinds | undefined;
  };
  /** Judges a set of items. The function is pure: it does not read a clock or do any I/O. */
  readonly check: (items: readonly ItemOfSet[]) => readonly SetProblem[];
}

/** A problem between items in words, and the rule that found it. */
export interface SetFinding extends SetProblem {
  readonly rule: string;
  readonly message: string;
  /** The names of the items. */
  readonly names: readonly string[];
  /** Identifies the finding, in hexadecimal: the same problem of the same items always has the same fingerprint. */
  readonly fingerprint: string;
  /** Whether the baseline has the finding; absent if there is no baseline. */
  readonly known?: boolean | undefined;
  /** The source of the words, for redacted reports. */
  readonly [resultWords]?: ResultWords | undefined;
}

/** A problem between items in the words of a rule; what they are called is added to its values as `names`. */
type SetProblemOf<M extends Wording> = {
  [Code in keyof M & string]: Omit<SetProblem, 'code' | 'values'> & {
    readonly code: Code;
  } & WithValues<Omit<PlaceholdersOf<M[Code]>, 'names'>>;
}[keyof M & string];

/** A rule about sets as it is written. */
interface SetRuleDefinition<M extends Wording> {
  readonly meta: Omit<SetRule['meta'], 'messages' | 'kinds'> & { readonly messages: M } & WithKinds<M>;
  readonly check: (items: readonly ItemOfSet[]) => readonly SetProblemOf<M>[];
}

/** Makes a rule about sets of which the compiler knows that each code has its words and each sentence its figures. */
// @__NO_SIDE_EFFECTS__
export function defineSetRule<M extends Wording>({ meta, check }: SetRuleDefinition<M>): SetRule {
  return { meta, check: check as unknown as SetRule['check'] }; // M is not known here
}
