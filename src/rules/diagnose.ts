import type { Evidence } from '../evidence/decode-evidence';
import { timeZone } from '../evidence/time-zone';
import { FileTime } from '../mapi/values/file-time';
import { normaliseAddress } from '../message/address';
import { joinPath } from '../damage/path';
import { isPartOfSeries } from '../message/meeting';
import type { Message } from '../message/message';
import { cancellationDelivery } from './catalogue/cancellation-delivery/rule';
import { checkArguments } from './check-arguments';
import { sharedMessages } from './check-result';
import { fingerprint } from './fingerprint';
import type { Identified } from './fingerprint';
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
import { replyWithoutCriticalChange } from './catalogue/reply-without-critical-change';
import { RULE_FAILED, wordsOfError } from './rule-failure';
import { rulesInForce, severityOf } from './severities';
import type { Severities } from './severities';

/** What `diagnose` judges by. */
export interface DiagnoseOptions {
  /** Default: `cancellationDelivery` alone, so that no rule is bundled that nobody imports. */
  readonly rules?: readonly Rule[] | undefined;
  /** By the ids of the rules: how much their findings matter, or `off`. Default: what the rules say. */
  readonly severities?: Severities | undefined;
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
  /** What each rule says of each item. */
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
 * TypeError if `severities` names a rule that is not among the rules, or for a zone that does not exist.
 */
export function diagnose(message: Message, options: DiagnoseOptions = {}): Diagnosis {
  const { rules = [cancellationDelivery], severities = {} } = options;
  checkArguments(message, rules);
  const context = contextOf(options);
  const inForce = rulesInForce(rules, severities);
  const results = itemsOf(message).flatMap(({ item, path }) =>
    inForce.map((rule) =>
      applySeverities(
        apply(rule, item, path, () => rule.check(item, context)),
        severities,
      ),
    ),
  );
  return summarize(results);
}

/** Applies those rules that can to a piece of evidence by itself. There is no verdict: a verdict is on an item. */
export function diagnoseEvidence(
  evidence: Evidence,
  { rules = [replyWithoutCriticalChange] }: Pick<DiagnoseOptions, 'rules'> = {},
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

/** Gives the findings of a rule the severity that was asked for. */
function applySeverities(result: RuleResult, severities: Severities): RuleResult {
  const findings = result.findings.map((finding) => ({
    ...finding,
    severity: severityOf(severities, result.rule, finding),
  }));
  return { ...result, findings };
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
    message: messageOf(rule, observation),
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
    const words = wordsOfError(error);
    const { outcome, problems } = failure(words);
    const findings = problems.map((problem) => ({
      ...problem,
      rule: id,
      path,
      message: `Rule ${id} failed: ${words}`,
      fingerprint: fingerprint(item, id, problem),
    }));
    const nothing = { verdict: undefined, explanation: undefined, reasons: [], evidence: [] };
    return { rule: id, path, outcome, ...nothing, findings };
  }
}

/** The words of an observation: the rule's own, else those that all rules share, else its code. */
function messageOf({ meta: { messages } }: Rule, { code, values = {} }: Observation): string {
  const shared: typeof messages = sharedMessages;
  return (messages[code] ?? shared[code] ?? (() => code))(values);
}

/** A rule that throws says nothing about the message, and must not go unnoticed. */
function failure(error: string): CheckResult {
  const values = { error };
  return {
    outcome: 'open',
    reasons: [],
    problems: [{ code: RULE_FAILED, path: '', severity: 'error', values }],
  };
}

function toFileTime(now: DiagnoseOptions['now']): FileTime | undefined {
  return now instanceof Date ? FileTime.fromDate(now) : now;
}
