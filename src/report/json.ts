import { checkOptions } from '../arguments/check';
import { extrasKinds } from './checked-file';
import type { Anomaly } from '../damage/anomaly';
import type { Message } from '../message/message';
import type { MessageKind } from '../message/message-kind';
import type { Diagnosis } from '../rules/diagnose';
import { joinPath } from '../damage/path';
import type { EvidenceStatement, Explanation, Verdict } from '../rules/rule';
import type { Finding, Reason, RuleResult, UnreachedMeeting } from '../rules/rule-result';
import { meetingsIn } from '../rules/unreached';
import type { EvidenceReport } from './checked-evidence';
import type { CheckedFile, UnreadableFile, ReportExtras } from './checked-file';
import type { Reported, StorePlace } from './reported';
import { toEvidenceFileReport } from './evidence-file';
import { errorReport } from './read-error';
import type { ErrorReport } from './read-error';
import { messageNotCaptured } from './message-not-captured';
import { recipientReport } from './recipient-report';
import type { RecipientReport } from './recipient-report';
import { toSetReport } from './set-findings';
import { UnreachedTotals } from './unreached-totals';
import { toStoreReport } from './store-file';
import { jsonText } from './json-text';

/** The version of the JSON format. It changes only if programs that read the format have to change. */
export const JSON_SCHEMA = 1;

/** The report of a message, and in the same form of each message embedded in it. */
export interface MessageReport {
  /** The file; for an embedded message, its place, such as `embedded[0]`. */
  readonly path: string;
  /** For an item of a store: its place in the store. */
  readonly item?: StorePlace | undefined;
  readonly kind: MessageKind;
  readonly messageClass: string | null;
  readonly subject: string | null;
  /** The verdict on the message. Null for an exception, because the verdict on its series covers it. */
  readonly verdict: Verdict | null;
  /** The verdict in words: summary, why, what would settle it, what to do. */
  readonly explanation: Explanation | null;
  /** The meetings whose changes and cancellations do not reach every attendee, each with these attendees. */
  readonly unreached: readonly UnreachedMeeting[];
  /** What every rule says about the message and the items in it. */
  readonly results: readonly (Pick<RuleResult, 'rule' | 'path' | 'outcome'> & {
    readonly verdict: Verdict | null;
  })[];
  readonly reasons: readonly (Reason & { readonly rule: string })[];
  readonly findings: readonly Finding[];
  /** What the evidence says about the item. */
  readonly evidence: readonly (EvidenceStatement & Reason & { readonly rule: string })[];
  readonly anomalies: readonly Anomaly[];
  /** How many anomalies were not kept, because there were more than the limit. */
  readonly suppressedAnomalies: number;
  /** What an export leaves out: values, tables, the messages in attachments; absent if it leaves nothing out. */
  readonly notCaptured?: readonly string[];
  /**
   * Each row with its named values, `properties` (every value by its tag) and `notCaptured` (what an export leaves out
   * of the row).
   */
  readonly recipients: readonly RecipientReport[];
  readonly embedded: readonly MessageReport[];
}

/** The report of a message as a plain object, ready for JSON. */
export function toMessageReport(path: string, message: Message, diagnosis: Diagnosis): MessageReport {
  const reasons = reasonsOf(diagnosis.results);
  return reportOf(
    message,
    '',
    { path, reasons, findings: diagnosis.findings, results: diagnosis.results },
    diagnosis,
  );
}

/** The reasons of all rules, each with its rule. */
export function reasonsOf(results: readonly RuleResult[]): MessageReport['reasons'] {
  return results.flatMap(({ rule, reasons }) => reasons.map((reason) => ({ rule, ...reason })));
}

/** What the evidence says, each with the rule that weighed it. */
export function statementsOf(results: readonly RuleResult[]): MessageReport['evidence'] {
  return results.flatMap(({ rule, evidence }) => evidence.map((each) => ({ rule, ...each })));
}

/** Formats files as the JSON document that `docs/json.md` describes. */
export function formatJson(files: readonly (CheckedFile | UnreadableFile)[], skipped = 0): string {
  const reports = files.map((file, index) => jsonFile(toFileReport(file), index === 0));
  const unreached = new UnreachedTotals();
  for (const file of files) if ('diagnosis' in file) unreached.add(file.diagnosis.unreached);
  return jsonStart() + reports.join('') + jsonEnd(skipped, files.length === 0, { unreached });
}

/** The beginning of the document, if you write it file by file: then call `jsonFile` for each, and `jsonEnd`. */
export function jsonStart(): string {
  return `{\n  "schema": ${JSON_SCHEMA},\n  "files": [`;
}

/** One file of such a document. Unless `isFirst`, it begins with a comma. */
export function jsonFile(report: FileReport | EvidenceReport, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n    ${jsonText(report, 2).replaceAll('\n', '\n    ')}`;
}

/** The end of the document: how many inputs were skipped, and what the report contains in addition to the files. */
export function jsonEnd(skipped: number, isEmpty: boolean, extras: ReportExtras = {}): string {
  checkOptions('jsonEnd', extras, extrasKinds);
  const {
    sets = [],
    evidence = [],
    stores = [],
    unreached = nobody,
    configuration,
    baseline,
    stopped,
  } = extras;
  const indented = (list: readonly unknown[]): string => jsonText(list, 2).replaceAll('\n', '\n  ');
  const between = `"sets": ${indented(sets.map(toSetReport))}`;
  const files = `"evidence": ${indented(evidence.map(toEvidenceFileReport))}`;
  const whole = `"stores": ${indented(stores.map(toStoreReport))}`;
  const { meetings, alone, attendees } = unreached;
  const found = Object.entries({ stopped, configuration, baseline }).flatMap(([name, value]) =>
    value === undefined ? [] : [`"${name}": ${jsonText(value, 2).replaceAll('\n', '\n  ')}`],
  );
  const totals = `"unreached": ${JSON.stringify({ meetings, alone, attendees })}`;
  return `${isEmpty ? '' : '\n  '}],\n  ${[between, files, whole, totals, ...found].join(',\n  ')},\n  "skipped": ${skipped}\n}`;
}

const nobody = { meetings: 0, alone: 0, attendees: 0 };

/** The report of a file: its message, or the error if it could not be read. */
export type FileReport = MessageReport | UnreadableReport;

export interface UnreadableReport extends Reported {
  readonly error: ErrorReport;
}

/** The report of a file as a plain object, ready for JSON. */
export function toFileReport(file: CheckedFile | UnreadableFile): FileReport {
  const { path, item } = file;
  if ('error' in file) return { path, item, error: errorReport(file.error) };
  return { ...toMessageReport(path, file.message, file.diagnosis), item };
}

/** What of a diagnosis concerns a message and what it embeds. */
interface Share {
  /** What the entry is called: the file, or the message's place in it. */
  readonly path: string;
  readonly reasons: MessageReport['reasons'];
  readonly findings: readonly Finding[];
  readonly results: readonly RuleResult[];
}

function reportOf(
  message: Message,
  place: string,
  share: Share,
  diagnosis: Diagnosis | undefined,
): MessageReport {
  const reasons = byEmbedded(share.reasons, place);
  const findings = byEmbedded(share.findings, place);
  const results = byEmbedded(share.results, place);
  const left = messageNotCaptured(message);
  const own = diagnosis ?? share.results.find(({ path, verdict }) => path === place && verdict !== undefined);
  return {
    path: share.path,
    kind: message.kind,
    messageClass: message.messageClass ?? null,
    subject: message.subject ?? null,
    verdict: own?.verdict ?? null,
    explanation: own?.explanation ?? null,
    unreached: diagnosis?.unreached ?? meetingsIn(share.results.flatMap((result) => result.unreached ?? [])),
    results: share.results.map(({ rule, path, outcome, verdict = null }) => ({
      rule,
      path,
      outcome,
      verdict,
    })),
    reasons: share.reasons,
    findings: share.findings,
    evidence: statementsOf(share.results.filter(({ path }) => path === place || place === '')),
    anomalies: message.anomalies.map((anomaly) => ({ ...anomaly, path: joinPath(place, anomaly.path) })),
    suppressedAnomalies: message.suppressedAnomalies,
    ...(left.length === 0 ? {} : { notCaptured: left }),
    recipients: message.recipients.map(recipientReport),
    embedded: message.embedded.map((embedded, index) => {
      const path = joinPath(place, `embedded[${index}]`);
      const inner = { path, reasons: reasons(index), findings: findings(index), results: results(index) };
      return reportOf(embedded, path, inner, undefined);
    }),
  };
}

/** Sorts observations by the embedded message they lie in, once for all of them: a mail may embed thousands. */
function byEmbedded<O extends { readonly path: string }>(
  observations: readonly O[],
  place: string,
): (index: number) => O[] {
  const start = place === '' ? 0 : place.length + 1;
  const groups = new Map<number, O[]>();
  for (const observation of observations) {
    const index = /^embedded\[(\d+)\]/.exec(observation.path.slice(start))?.[1];
    if (index === undefined) continue;
    const group = groups.get(Number(index)) ?? [];
    group.push(observation);
    groups.set(Number(index), group);
  }
  return (index) => groups.get(index) ?? [];
}
