import type { Severity } from '../../damage/damage';
import type { Message } from '../../message/message';
import { duplicateItems } from './duplicate-items';
import { fingerprintOfSet } from '../fingerprint';
import type { Values } from '../rule';
import { RULE_FAILED, wordsOfError } from '../rule-failure';
import { rulesInForce, severityOf } from '../severities';
import type { Severities } from '../severities';

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
    readonly messages: Readonly<Record<string, (values: Values) => string>>;
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
}

/** What `diagnoseSet` judges by. */
export interface SetOptions {
  /** Default: all there are, `duplicateItems`. */
  readonly rules?: readonly SetRule[] | undefined;
  /** By the ids of the rules: how much their findings matter, or `off`. */
  readonly severities?: Severities | undefined;
}

/** Applies rules about sets. A rule that throws becomes a finding of its own, about no item. */
export function diagnoseSet(
  items: readonly ItemOfSet[],
  { rules = [duplicateItems], severities = {} }: SetOptions = {},
): SetFinding[] {
  return rulesInForce(rules, severities).flatMap(({ meta: { id, messages }, check }) =>
    problemsFound(id, check, items).map((problem) => {
      const found = problem.items.flatMap((index) => items[index] ?? []);
      const names = found.map(({ name }) => name);
      const words = messages[problem.code] ?? (() => failureOf(problem) ?? problem.code);
      const concerned = found.map(({ message }) => message);
      return {
        rule: id,
        ...problem,
        severity: severityOf(severities, id, problem),
        message: words({ ...problem.values, names: names.join(', ') }),
        names,
        fingerprint: fingerprintOfSet(concerned, id, problem.code),
      };
    }),
  );
}

function problemsFound(
  id: string,
  check: SetRule['check'],
  items: readonly ItemOfSet[],
): readonly SetProblem[] {
  try {
    return check(items);
  } catch (error) {
    const values = { rule: id, error: wordsOfError(error) };
    return [{ code: RULE_FAILED, severity: 'error', items: [], values }];
  }
}

function failureOf({ code, values }: SetProblem): string | undefined {
  return code === RULE_FAILED ? `Rule ${values?.['rule']} failed: ${values?.['error']}` : undefined;
}
