import type { Severity } from '../../damage/damage';
import type { Message } from '../../message/message';
import type { PlaceholdersOf, WithKinds, WithValues, Wording } from '../messages';
import type { Messages, Values } from '../rule';
import type { ValueKinds } from '../value-kinds';
import type { resultWords } from '../result-words';
import type { ResultWords } from '../result-words';

/** An item of a set that is judged as a whole, such as the calendar of a mailbox. */
export interface ItemOfSet {
  readonly message: Message;
  /** What it is called, such as its file. */
  readonly name: string;
  /** Whose mailbox it is from: items of different mailboxes are no duplicates. Left out: all from one. */
  readonly mailbox?: string | undefined;
}

/** Something wrong between items. */
export interface SetProblem {
  readonly code: string;
  readonly severity: Severity;
  /** The items it concerns, by their place in the set. */
  readonly items: readonly number[];
  readonly values?: Values | undefined;
}

/** A rule about a set of items: what it is, and a pure function that applies it. */
export interface SetRule {
  readonly meta: {
    readonly id: string;
    readonly title: string;
    readonly severity: Severity;
    readonly reference: string;
    /** What other tools call the same check. */
    readonly aliases: readonly string[];
    /** The wording of every code of its own. */
    readonly messages: Messages;
    /** What the texts among its values are; what has no kind is hidden where texts are. */
    readonly kinds?: ValueKinds | undefined;
  };
  /** Judges a set of items: pure, reads no clock, does no I/O. */
  readonly check: (items: readonly ItemOfSet[]) => readonly SetProblem[];
}

/** A problem between items, in words, with the rule that found it. */
export interface SetFinding extends SetProblem {
  readonly rule: string;
  readonly message: string;
  /** What the items are called. */
  readonly names: readonly string[];
  /** The same for the same problem of the same items whenever and wherever it is found, in hexadecimal. */
  readonly fingerprint: string;
  /** Whether a baseline has it; absent: it was compared with none. */
  readonly known?: boolean | undefined;
  /** By what it was put into words, for `redactSetFinding`. */
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
