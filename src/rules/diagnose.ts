import { FileTime } from '../mapi/file-time';
import { joinPath } from '../place';
import { isPartOfSeries } from '../message/meeting';
import type { Message } from '../message/message';
import { sharedMessages } from './check-result';
import { fingerprint } from './fingerprint';
import { recommendedRules } from './presets';
import type {
  CheckResult,
  Explanation,
  Finding,
  Observation,
  Reason,
  Rule,
  RuleContext,
  RuleResult,
  Verdict,
} from './rule';

export interface DiagnoseOptions {
  /** Default: `recommendedRules`. */
  readonly rules?: readonly Rule[] | undefined;
  /** The present, for rules that compare with it. Without it they do not. */
  readonly now?: Date | FileTime | undefined;
}

/** What the rules say of a message and of the items it carries. */
export interface Diagnosis {
  /** The gravest verdict of any item; undefined if no rule gave one. */
  readonly verdict: Verdict | undefined;
  /** That verdict in words. */
  readonly explanation: Explanation | undefined;
  /** The findings of all rules, in the order of the results. */
  readonly findings: readonly Finding[];
  readonly results: readonly RuleResult[];
}

/** From grave to none; what is not known is graver than what is known to be well. */
const gravity: readonly Verdict[] = [
  'confirmed',
  'likely',
  'possible',
  'undetermined',
  'unlikely',
  'not-applicable',
];

/** Applies rules to a message and to every item embedded in it. A rule that throws becomes a finding of its own. */
export function diagnose(message: Message, options: DiagnoseOptions = {}): Diagnosis {
  const context: RuleContext = { now: toFileTime(options.now) };
  const results = itemsOf(message).flatMap(({ item, path }) =>
    (options.rules ?? recommendedRules).map((rule) => apply(rule, item, path, context)),
  );
  const verdicts = new Set(results.map(({ verdict }) => verdict));
  const gravest = gravity.find((verdict) => verdicts.has(verdict));
  return {
    verdict: gravest,
    explanation: gravest && results.find(({ verdict }) => verdict === gravest)?.explanation,
    findings: results.flatMap(({ findings }) => findings),
    results,
  };
}

interface Item {
  readonly item: Message;
  readonly path: string;
}

/** The message and the items embedded at any depth. Exceptions belong to their series; what they embed does not. */
function itemsOf(message: Message): Item[] {
  const messages: Item[] = [{ item: message, path: '' }];
  for (const { item, path } of messages) {
    item.embedded.forEach((embedded, index) => {
      messages.push({ item: embedded, path: joinPath(path, `embedded[${index}]`) });
    });
  }
  return messages.filter(({ item }) => !isPartOfSeries(item));
}

function apply(rule: Rule, item: Message, path: string, context: RuleContext): RuleResult {
  const { id } = rule.meta;
  const word = <O extends Observation>(observation: O): O & Reason => ({
    ...observation,
    path: joinPath(path, observation.path),
    message: wordsOf(rule, observation),
  });
  try {
    const { outcome, verdict, explanation, reasons, problems } = rule.check(item, context);
    const findings = problems.map((problem) => ({
      rule: id,
      ...word(problem),
      fingerprint: fingerprint(item, id, problem),
    }));
    return { rule: id, path, outcome, verdict, explanation, reasons: reasons.map(word), findings };
  } catch (error) {
    const { outcome, problems } = failure(error);
    const findings = problems.map((problem) => ({
      ...problem,
      rule: id,
      path,
      message: `Rule ${id} failed: ${String(error)}`,
      fingerprint: fingerprint(item, id, problem),
    }));
    return { rule: id, path, outcome, verdict: undefined, explanation: undefined, reasons: [], findings };
  }
}

/** The words of an observation: the rule's own, else those that all rules share, else its code. */
function wordsOf({ meta: { messages } }: Rule, { code, values = {} }: Observation): string {
  const shared: typeof messages = sharedMessages;
  return (messages[code] ?? shared[code] ?? (() => code))(values);
}

/** A rule that throws says nothing about the message, and must not go unnoticed. */
function failure(error: unknown): CheckResult {
  const values = { error: String(error) };
  return {
    outcome: 'open',
    reasons: [],
    problems: [{ code: 'rule-failed', path: '', severity: 'error', values }],
  };
}

function toFileTime(now: DiagnoseOptions['now']): FileTime | undefined {
  return now instanceof Date ? FileTime.fromDate(now) : now;
}
