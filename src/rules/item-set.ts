import type { Severity } from '../errors';
import type { Message } from '../message/message';
import { duplicateItems } from './duplicate-items';
import type { Values } from './rule';

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
    readonly messages: Readonly<Record<string, (values: Values) => string>>;
  };
  readonly check: (items: readonly ItemOfSet[]) => readonly SetProblem[];
}

/** A problem between items, in words, with the rule that found it. */
export interface SetFinding extends SetProblem {
  readonly rule: string;
  readonly message: string;
}

/** Applies rules about sets; by default all there are. */
export function diagnoseSet(
  items: readonly ItemOfSet[],
  rules: readonly SetRule[] = [duplicateItems],
): SetFinding[] {
  return rules.flatMap(({ meta: { id, messages }, check }) =>
    check(items).map((problem) => {
      const names = problem.items.map((index) => items[index]?.name).join(', ');
      const words = messages[problem.code] ?? (() => problem.code);
      return { rule: id, ...problem, message: words({ ...problem.values, names }) };
    }),
  );
}
