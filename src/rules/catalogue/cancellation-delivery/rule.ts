import { recipientProperties } from '../../../mapi/definitions/recipient-properties';
import { isReportClass } from '../../../message/meeting-class';
import { isClassLost, unreadAttachments } from '../../../message/lost-properties';
import { isClassNotCaptured } from '../../../message/not-captured';
import { isPrivateAppointment, itemOf } from '../../../message/meeting';
import type { Message } from '../../../message/message';
import { personOf } from '../../check-rows';
import { defineRule } from '../../define-rule';
import type { CheckResultOf } from '../../define-rule';
import type { Outcome, Person, RuleContext, Verdict } from '../../rule';
import { explainUnread } from './advice';
import { explanationOf } from './explanation';
import {
  externalPeople,
  isUnreadableButFailing,
  judgeItem,
  judgeTables,
  unjudgedZeros,
  verdictOnTable,
} from './item-verdict';
import type { JudgedTable } from './item-verdict';
import { isBlamed, itemReasons, rowReason, statusNone } from './reasons';
import { weighEvidence } from './weighed-evidence';
import type { WeighedEvidence } from './weighed-evidence';
import { kinds, messages } from './wording';
import type { DeliveryProblem, DeliveryReason } from './wording';
import { said } from '../../sentence';

type CheckResult = CheckResultOf<typeof messages>;

const outcomes: Readonly<Record<Verdict, Outcome>> = {
  confirmed: 'fail',
  likely: 'fail',
  possible: 'open',
  undetermined: 'open',
  unlikely: 'pass',
  'not-applicable': 'not-applicable',
};

/**
 * Finds attendees who prevent Exchange 2003 from sending an update or a cancellation of a meeting: the time of their
 * answer is FILETIME 0, which Exchange cannot convert to MIME (KB 938650).
 */
export const cancellationDelivery = defineRule({
  meta: {
    id: 'cancellation-delivery',
    title: 'Updates and cancellations reach the external attendees',
    severity: 'error',
    reference: 'https://support.microsoft.com/kb/938650',
    aliases: [],
    messages,
    kinds,
  },
  check(message, context) {
    const excluded = exclusion(message);
    if (excluded !== undefined) return excludedResult(message, excluded);
    const evidence = weighEvidence(message, context);
    return { ...checkMeeting(message, evidence, context), evidence: evidence.statements };
  },
});

/** An item that is none of this rule's business may hold one that is, and was not read. */
function excludedResult(message: Message, excluded: DeliveryReason): CheckResult {
  const count = unreadAttachments(message);
  if (count === 0) return result('not-applicable', [], [excluded], []);
  const reasons: DeliveryReason[] = [{ code: 'attached-unread', path: '', values: { count } }, excluded];
  return { ...result('undetermined', [], reasons, []), explanation: said(explainUnread) };
}

/** Why an item is none of this rule's business. */
function exclusion(message: Message): DeliveryReason | undefined {
  const item = itemOf(message);
  const { messageClass } = message;
  if (isReportClass(messageClass)) return { code: 'non-delivery-report', path: '' };
  if (item === undefined)
    return isClassLost(message) ? undefined : { code: 'not-a-meeting', path: '', values: { messageClass } };
  if (item === 'reply') return { code: 'reply', path: '' };
  return isPrivateAppointment(message) ? { code: 'private-appointment', path: '' } : undefined;
}

function checkMeeting(
  message: Message,
  evidence: WeighedEvidence,
  { isInSentItems }: RuleContext,
): CheckResult {
  const tables = judgeTables(message, evidence, isInSentItems);
  const isUnknown = itemOf(message) === undefined;
  if (isUnknown && !isClassNotCaptured(message))
    return result('undetermined', tables, [{ code: 'class-lost', path: '' }], []);
  const problems = tables.flatMap(problemsOf);
  const blamed = new Set(problems.map(({ path }) => path));
  const rows = tables.flatMap((table) => table.rows.map(rowReason)).filter(({ path }) => !blamed.has(path));
  const verdict = judgeItem(tables);
  const item = itemReasons(message, verdict, tables, evidence);
  // of an item of unknown kind it goes without saying that nothing tells whose copy it is
  const unknown: DeliveryReason[] = isUnknown ? [{ code: 'class-not-captured', path: '' }] : [];
  const why = [...unknown, ...item.filter(({ code }) => !isUnknown || code !== 'copy-not-captured')];
  const none = statusNone(tables);
  // of an open question the rows that leave it open come first
  const reasons = verdict === 'undetermined' ? [...why, ...rows, ...none] : [...why, ...none, ...rows];
  return result(verdict, tables, reasons, problems);
}

function result(
  verdict: Verdict,
  tables: readonly JudgedTable[],
  reasons: readonly DeliveryReason[],
  problems: readonly DeliveryProblem[],
): CheckResult {
  return {
    outcome: outcomes[verdict],
    verdict,
    explanation: said(explanationOf(verdict, tables)),
    reasons,
    problems,
    unreached: unreachedBy(verdict, tables),
  };
}

/** The external attendees of the tables whose message stays in the queue. */
function unreachedBy(verdict: Verdict, tables: readonly JudgedTable[]): Person[] {
  if (verdict !== 'confirmed' && verdict !== 'likely') return [];
  return externalPeople(tables.filter((table) => verdictOnTable(table) === verdict));
}

/** The rows that block delivery, or may. */
function problemsOf(table: JudgedTable): DeliveryProblem[] {
  const verdict = verdictOnTable(table);
  const severity = verdict === 'likely' || verdict === 'confirmed' ? 'error' : 'warning';
  if (verdict === 'unlikely') return []; // a zero that did not stop this message
  const ofRows = table.rows.flatMap((judged): DeliveryProblem[] => {
    if (!isBlamed(judged)) return [];
    const { origin } = judged.row.properties.raw(recipientProperties.trackStatusTime) ?? {};
    const ofRow = judged.verdict === 'defect' ? severity : 'warning';
    return [{ ...rowReason(judged), severity: ofRow, origin, person: personOf(judged.row) }];
  });
  const unjudged = unjudgedZeros(table).map((judged): DeliveryProblem => {
    const { origin } = judged.row.properties.raw(recipientProperties.trackStatusTime) ?? {};
    const reason = rowReason({ ...judged, code: 'zero-in-unjudged-row' });
    return { ...reason, severity: 'warning', origin, person: personOf(judged.row) };
  });
  if (unjudged.length > 0) return [...ofRows, ...unjudged];
  if (ofRows.length > 0 || !isUnreadableButFailing(table)) return ofRows;
  const count = table.rows.filter((row) => row.verdict === 'undetermined').length;
  return [{ code: 'store-failure', path: table.path, values: { count }, severity: 'warning' }];
}
