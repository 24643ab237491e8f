import { checkArgument, checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aFlag, aListOf, aText } from '../arguments/kinds';
import type { Kind } from '../arguments/kinds';
import type { Evidence } from '../evidence/decode-evidence';
import { timeZone } from '../evidence/time-zone';
import { FileTime } from '../mapi/values/file-time';
import { aFileTime, aMoment } from '../mapi/values/given-time';
import { normaliseAddress } from '../message/address';
import { joinPath } from '../damage/path';
import { isPartOfSeries } from '../message/meeting';
import { aMessage } from '../message/given-message';
import type { Message } from '../message/message';
import { cancellationDelivery } from './catalogue/cancellation-delivery/rule';
import type { Explanation, Rule, RuleContext, StoreIds, Verdict } from './rule';
import type { Finding, RuleResult, UnreachedMeeting } from './rule-result';
import { replyWithoutCriticalChange } from './catalogue/reply-without-critical-change';
import { applyRule } from './apply-rule';
import { fingerprintOfMeeting } from './fingerprint';
import { aListOfRules, checkRules } from './given-rules';
import { anObjectByName } from './named-rules';
import { checkOptionsOfRules, optionsOf } from './rule-options';
import type { OptionsOfRules } from './rule-options';
import { meetingsIn } from './unreached';
import { rulesInForce, severityOf } from './severities';
import type { Severities } from './severities';
import { gravest } from './verdicts';

/** How `diagnose` judges. */
export interface DiagnoseOptions {
  /**
   * The rules to apply. Default: `cancellationDelivery` alone, so that a bundle does not contain rules that you do not
   * import.
   */
  readonly rules?: readonly Rule[] | undefined;
  /** The severity of a rule's findings, or `off`, by the rule's ID. Default: the severities that the rules give. */
  readonly severities?: Severities | undefined;
  /** The options of rules that have any, by the rule's ID. Default: the rules' own defaults. */
  readonly options?: OptionsOfRules | undefined;
  /** The current time, for rules that compare with it. Without it, they do not. */
  readonly now?: Date | FileTime | undefined;
  /** Evidence from `decodeEvidence` of mapilint/evidence: event logs, non-delivery reports, replies, saved meetings. */
  readonly evidence?: readonly Evidence[] | undefined;
  /** The addresses of attendees who are known to have answered. */
  readonly replied?: readonly string[] | undefined;
  /** The time zone of evidence that does not name one, such as `Europe/Berlin` or `+02:00`. */
  readonly eventTimeZone?: string | undefined;
  /** The numbers by which events of the server identify the item's message, if you know them. */
  readonly storeIds?: StoreIds | undefined;
  /**
   * Whether the message is in Sent Items (`folder.isSentItems` of a store), so that it is the sender's copy. Default
   * false.
   */
  readonly isInSentItems?: boolean | undefined;
  /** When other messages of the mailbox were submitted, from `MailboxEvidence` of mapilint/evidence. */
  readonly otherSubmissions?: readonly FileTime[] | undefined;
}

const aPieceOfEvidence: Kind = [
  'what decodeEvidence gives',
  (value) => {
    const kind = (value as { readonly kind?: unknown } | null | undefined)?.kind;
    return ['event-log', 'ndr', 'reply', 'saved-meeting', 'tracking-log'].includes(kind as string);
  },
];

/** What belongs into each option by which any message is judged. */
export const judgingKinds: OptionKinds<Omit<DiagnoseOptions, 'rules'>> = {
  severities: anObjectByName,
  options: anObjectByName,
  now: aMoment,
  evidence: aListOf('what decodeEvidence gives', aPieceOfEvidence),
  replied: aListOf('addresses', aText),
  eventTimeZone: aText,
  storeIds: { mdb: aText, fid: aText, mid: aText } satisfies OptionKinds<StoreIds>,
  isInSentItems: aFlag,
  otherSubmissions: aListOf('FileTimes', aFileTime),
};

/** What the rules say about a message and the items embedded in it. */
export interface Diagnosis {
  /** The most serious verdict on any item; undefined if no rule gave one. */
  readonly verdict: Verdict | undefined;
  /** The verdict in words; undefined if the rule did not give one. */
  readonly explanation: Explanation | undefined;
  /** The meetings whose changes and cancellations do not reach every attendee, each once. */
  readonly unreached: readonly UnreachedMeeting[];
  /** The findings of all rules, in the order of `results`. */
  readonly findings: readonly Finding[];
  /** What each rule says about each item. */
  readonly results: readonly RuleResult[];
}

/**
 * Applies rules to a message and to every item embedded in it: by default `cancellationDelivery` alone, whereas `check`
 * applies the preset `recommended`. A rule that throws becomes a finding of its own. Throws a `TypeError` for invalid
 * options, such as a rule in `severities` or `options` that is not among the rules, or a zone that does not exist.
 */
export function diagnose(message: Message, options: DiagnoseOptions = {}): Diagnosis {
  checkArgument('diagnose', 'The message', message, aMessage);
  checkOptions('diagnose', options, { ...judgingKinds, rules: aListOfRules });
  const { rules = [cancellationDelivery], severities = {} } = options;
  checkRules('diagnose', rules);
  checkOptionsOfRules('diagnose', rules, options.options);
  const context = contextOf(options);
  const inForce = rulesInForce('diagnose', rules, severities).map((rule) => ({
    rule,
    context: { ...context, options: optionsOf(rule, options.options) },
  }));
  const results = itemsOf(message).flatMap(({ item, path }) =>
    inForce.map(({ rule, context: own }) =>
      applySeverities(
        applyRule(rule, { item, path, meeting: () => fingerprintOfMeeting(item) }, () =>
          rule.check(item, own),
        ),
        severities,
      ),
    ),
  );
  return summarize(results);
}

/**
 * Applies the rules that can judge a piece of evidence by itself. There is no verdict, because a verdict is about an
 * item.
 */
export function diagnoseEvidence(
  evidence: Evidence,
  options: Pick<DiagnoseOptions, 'rules' | 'options'> = {},
): Diagnosis {
  checkArgument('diagnoseEvidence', 'The evidence', evidence, aPieceOfEvidence);
  checkOptions('diagnoseEvidence', options, { rules: aListOfRules, options: anObjectByName });
  const { rules = [replyWithoutCriticalChange] } = options;
  checkRules('diagnoseEvidence', rules);
  checkOptionsOfRules('diagnoseEvidence', rules, options.options);
  const results = rules.flatMap((rule) => {
    const { checkEvidence } = rule;
    return checkEvidence
      ? [
          applyRule(rule, { item: nameless, path: '' }, () =>
            checkEvidence(evidence, { options: optionsOf(rule, options.options) }),
          ),
        ]
      : [];
  });
  return summarize(results);
}

/** What stands for an item where there is none. */
const nameless = { globalObjectId: undefined, messageClass: undefined, subject: undefined };

function summarize(results: readonly RuleResult[]): Diagnosis {
  const verdict = gravest(results.map((result) => result.verdict));
  return {
    verdict,
    explanation: verdict && results.find((result) => result.verdict === verdict)?.explanation,
    unreached: meetingsIn(results.flatMap((result) => result.unreached ?? [])),
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

function contextOf(options: DiagnoseOptions): Omit<RuleContext, 'options'> {
  const { evidence = [], replied = [], eventTimeZone, storeIds = {} } = options;
  const { isInSentItems = false, otherSubmissions = [] } = options;
  if (eventTimeZone !== undefined) timeZone(eventTimeZone);
  const addresses = new Set(replied.map(normaliseAddress));
  const now = toFileTime(options.now);
  return { now, evidence, replied: addresses, eventTimeZone, storeIds, isInSentItems, otherSubmissions };
}

function toFileTime(now: DiagnoseOptions['now']): FileTime | undefined {
  return now === undefined || 'ticks' in now ? now : FileTime.fromDate(now);
}
