import type { Evidence } from '../evidence/decode-evidence';
import { timeZone } from '../evidence/time-zone';
import { FileTime } from '../mapi/file-time';
import { normaliseAddress } from '../message/address';
import { joinPath } from '../place';
import { isPartOfSeries } from '../message/meeting';
import type { Message } from '../message/message';
import { sharedMessages } from './check-result';
import { fingerprint } from './fingerprint';
import type { Identified } from './fingerprint';
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
  StoreIds,
  Verdict,
} from './rule';

export interface DiagnoseOptions {
  /** Default: `recommendedRules`. */
  readonly rules?: readonly Rule[] | undefined;
  /** The present, for rules that compare with it. Without it they do not. */
  readonly now?: Date | FileTime | undefined;
  /** What `decodeEvidence` of mapilint/evidence gave: event logs, non-delivery reports, replies, saved meetings. */
  readonly evidence?: readonly Evidence[] | undefined;
  /** The addresses of attendees who are known to have answered. */
  readonly replied?: readonly string[] | undefined;
  /** The zone of the times in evidence that names none, such as `Europe/Berlin` or `+02:00`. */
  readonly eventTimeZone?: string | undefined;
  /** The numbers by which events of the server name the item's message, where they are known. */
  readonly storeIds?: StoreIds | undefined;
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

/**
 * Applies rules to a message and to every item embedded in it. A rule that throws becomes a finding of its own. Throws a
 * `TypeError` for a zone that does not exist.
 */
export function diagnose(message: Message, options: DiagnoseOptions = {}): Diagnosis {
  const context = contextOf(options);
  const results = itemsOf(message).flatMap(({ item, path }) =>
    (options.rules ?? recommendedRules).map((rule) =>
      apply(rule, item, path, () => rule.check(item, context)),
    ),
  );
  return summarize(results);
}

/** Applies those rules that can to a piece of evidence by itself. There is no verdict: a verdict is on an item. */
export function diagnoseEvidence(
  evidence: Evidence,
  { rules = recommendedRules }: Pick<DiagnoseOptions, 'rules'> = {},
): Diagnosis {
  const results = rules.flatMap((rule) => {
    const { checkEvidence } = rule;
    return checkEvidence ? [apply(rule, nameless, '', () => checkEvidence(evidence))] : [];
  });
  return summarize(results);
}

/** What stands for an item where there is none. */
const nameless = { globalObjectId: undefined, messageClass: undefined, subject: undefined };

function summarize(results: readonly RuleResult[]): Diagnosis {
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

function contextOf({ now, evidence, replied, eventTimeZone, storeIds }: DiagnoseOptions): RuleContext {
  if (eventTimeZone !== undefined) timeZone(eventTimeZone);
  return {
    now: toFileTime(now),
    evidence: evidence ?? [],
    replied: new Set(replied?.map(normaliseAddress)),
    eventTimeZone,
    storeIds: storeIds ?? {},
  };
}

function apply(rule: Rule, item: Identified, path: string, check: () => CheckResult): RuleResult {
  const { id } = rule.meta;
  const word = <O extends Observation>(observation: O): O & Reason => ({
    ...observation,
    path: joinPath(path, observation.path),
    message: wordsOf(rule, observation),
  });
  try {
    const { outcome, verdict, explanation, reasons, problems, evidence = [] } = check();
    const findings = problems.map((problem) => ({
      rule: id,
      ...word(problem),
      fingerprint: fingerprint(item, id, problem),
    }));
    const words = { reasons: reasons.map(word), findings, evidence: evidence.map(word) };
    return { rule: id, path, outcome, verdict, explanation, ...words };
  } catch (error) {
    const { outcome, problems } = failure(error);
    const findings = problems.map((problem) => ({
      ...problem,
      rule: id,
      path,
      message: `Rule ${id} failed: ${String(error)}`,
      fingerprint: fingerprint(item, id, problem),
    }));
    const nothing = { verdict: undefined, explanation: undefined, reasons: [], evidence: [] };
    return { rule: id, path, outcome, ...nothing, findings };
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
