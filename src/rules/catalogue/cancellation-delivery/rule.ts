import { recipientProperties } from '../../../mapi/definitions/recipient-properties';
import { isClassLost } from '../../../message/lost-properties';
import { isClassNotCaptured } from '../../../message/not-captured';
import { isPrivateAppointment, itemOf } from '../../../message/meeting';
import type { Message } from '../../../message/message';
import type { CheckResult, Observation, Outcome, Problem, Rule, Verdict } from '../../rule';
import { explanationOf } from './explanation';
import { isUnreadableButFailing, judgeItem, judgeTables, verdictOnTable } from './item-verdict';
import type { JudgedTable } from './item-verdict';
import { about, isBlamed, itemReasons, rowReason } from './reasons';
import { weighEvidence } from './weighed-evidence';
import type { WeighedEvidence } from './weighed-evidence';
import { messages } from './wording';

const outcomes: Readonly<Record<Verdict, Outcome>> = {
  confirmed: 'fail',
  likely: 'fail',
  possible: 'open',
  undetermined: 'open',
  unlikely: 'pass',
  'not-applicable': 'not-applicable',
};

/**
 * Finds the attendees because of whom Exchange 2003 cannot send an update or a cancellation of a meeting: the time
 * of their answer is FILETIME 0, which it cannot convert to MIME (KB 938650).
 */
export const cancellationDelivery: Rule = {
  meta: {
    id: 'cancellation-delivery',
    title: 'Updates and cancellations reach the external attendees',
    severity: 'error',
    reference: 'https://support.microsoft.com/kb/938650',
    aliases: [],
    messages,
  },
  check(message, context) {
    const excluded = exclusion(message);
    if (excluded !== undefined) return result('not-applicable', [], [excluded], []);
    const evidence = weighEvidence(message, context);
    return { ...checkMeeting(message, evidence), evidence: evidence.testimonies };
  },
};

/** Why an item is none of this rule's business. */
function exclusion(message: Message): Observation | undefined {
  const item = itemOf(message);
  const { messageClass } = message;
  if (item === undefined)
    return isClassLost(message) ? undefined : about('not-a-meeting', '', { messageClass });
  if (item === 'reply') return about('reply', '');
  return isPrivateAppointment(message) ? about('private-appointment', '') : undefined;
}

function checkMeeting(message: Message, evidence: WeighedEvidence): CheckResult {
  const tables = judgeTables(message, evidence);
  const isUnknown = itemOf(message) === undefined;
  if (isUnknown && !isClassNotCaptured(message))
    return result('undetermined', tables, [about('class-lost', '')], []);
  const problems = tables.flatMap(problemsOf);
  const blamed = new Set(problems.map(({ path }) => path));
  const rows = tables.flatMap((table) => table.rows.map(rowReason)).filter(({ path }) => !blamed.has(path));
  const verdict = judgeItem(tables);
  const item = itemReasons(message, verdict, tables, evidence);
  // of an item of unknown kind it goes without saying that nothing tells whose copy it is
  const reasons = isUnknown
    ? [about('class-not-captured', ''), ...item.filter(({ code }) => code !== 'copy-not-captured'), ...rows]
    : [...item, ...rows];
  return result(verdict, tables, reasons, problems);
}

function result(
  verdict: Verdict,
  tables: readonly JudgedTable[],
  reasons: readonly Observation[],
  problems: readonly Problem[],
): CheckResult {
  return {
    outcome: outcomes[verdict],
    verdict,
    explanation: explanationOf(verdict, tables),
    reasons,
    problems,
  };
}

/** The rows that block delivery, or may. */
function problemsOf(table: JudgedTable): Problem[] {
  const verdict = verdictOnTable(table);
  const severity = verdict === 'likely' || verdict === 'confirmed' ? 'error' : 'warning';
  const ofRows = table.rows.flatMap((judged): Problem[] => {
    if (!isBlamed(judged)) return [];
    const { origin } = judged.row.properties.raw(recipientProperties.trackStatusTime) ?? {};
    return [{ ...rowReason(judged), severity: judged.verdict === 'defect' ? severity : 'warning', origin }];
  });
  if (ofRows.length > 0 || !isUnreadableButFailing(table)) return ofRows;
  const count = table.rows.filter((row) => row.verdict === 'undetermined').length;
  return [{ ...about('store-failure', table.path, { count }), severity: 'warning' }];
}
