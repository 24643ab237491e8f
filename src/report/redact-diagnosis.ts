import type { Diagnosis } from '../rules/diagnose';
import { redactedFingerprint } from '../rules/fingerprint';
import type { Substitute } from '../rules/redacted';
import type { Explanation } from '../rules/rule';
import type { Reason, RuleResult, UnreachedMeeting } from '../rules/rule-result';
import { wordsOf } from '../rules/sentence';
import type { SetFinding } from '../rules/sets/set-rule';
import { wordingOf } from '../rules/statement-words';
import { resultWords } from '../rules/result-words';
import type { ResultWords } from '../rules/result-words';
import { redactWhere } from './redact-damage';
import { redactPerson, redactValues } from './redact-values';

/**
 * A diagnosis that is put into words again, from values of which each was replaced: no text is searched, and the time is
 * that of the words. What has been words only, with nothing that tells how they came about – a rule's own finished
 * explanation, a diagnosis that came through JSON – is replaced as a whole: in a finished text nobody can find a name of one
 * letter, one that is cut, or one that is spelled otherwise.
 */
export function redactDiagnosis(diagnosis: Diagnosis, substitute: Substitute): Diagnosis {
  const { verdict, explanation, unreached, findings, results } = diagnosis;
  const rules = new Map(results.map((result) => [result.rule, result[resultWords]]));
  const shown = results.map((result) => redactResult(result, substitute));
  const decisive = results.findIndex((result) => result.explanation === explanation);
  return {
    verdict,
    explanation:
      explanation && (shown[decisive]?.explanation ?? redactExplanation(explanation, undefined, substitute)),
    unreached: unreached.map((meeting) => redactUnreached(meeting, substitute)),
    findings: findings.map((finding) => redactFinding(finding, rules.get(finding.rule), substitute)),
    results: shown,
  };
}

/** A finding between items in other words. What the items are called was said by whoever handed them over. */
export function redactSetFinding(finding: SetFinding, substitute: Substitute): SetFinding {
  const { [resultWords]: words, ...plain } = finding;
  const { message } = reworded(
    { ...plain, values: { ...plain.values, names: plain.names } },
    words,
    substitute,
  );
  const values = redactValues(plain.values, words?.meta.kinds, substitute);
  return { ...plain, values, message, fingerprint: redactFingerprint(plain.fingerprint, substitute) };
}

function redactResult(result: RuleResult, substitute: Substitute): RuleResult {
  const { [resultWords]: words, ...plain } = result;
  const { explanation, reasons, findings, evidence, unreached } = plain;
  return {
    ...plain,
    explanation: explanation && redactExplanation(explanation, words, substitute),
    reasons: reasons.map((reason) => reworded(reason, words, substitute)),
    findings: findings.map((finding) => redactFinding(finding, words, substitute)),
    evidence: evidence.map((statement) => reworded(statement, words, substitute)),
    unreached: unreached && redactUnreached(unreached, substitute),
  };
}

function redactFinding<F extends RuleResult['findings'][number]>(
  finding: F,
  words: ResultWords | undefined,
  substitute: Substitute,
): F {
  const { origin, person, fingerprint } = finding;
  return {
    ...reworded(finding, words, substitute),
    ...(origin === undefined ? {} : { origin: redactWhere(origin, substitute) }),
    ...(person === undefined ? {} : { person: redactPerson(person, substitute) }),
    fingerprint: redactFingerprint(fingerprint, substitute),
  };
}

/** A statement from values that may be shown. */
function reworded<O extends Pick<Reason, 'code' | 'values' | 'message'>>(
  statement: O,
  words: ResultWords | undefined,
  substitute: Substitute,
): O {
  const { code, values } = statement;
  const wording = words && wordingOf(words.meta, code);
  const shown = redactValues(values, wording?.kinds, substitute);
  const message = wording?.words(shown ?? {}) ?? substitute('text', statement.message);
  return { ...statement, ...(values === undefined ? {} : { values: shown }), message };
}

function redactExplanation(
  explanation: Explanation,
  words: ResultWords | undefined,
  substitute: Substitute,
): Explanation {
  if (words?.explanation !== undefined)
    return wordsOf(words.explanation, (person) => redactPerson(person, substitute));
  const hidden = (text: string): string => substitute('text', text);
  const { summary, cause, why, settle, todo } = explanation;
  return {
    summary: hidden(summary),
    ...(cause === undefined ? {} : { cause: hidden(cause) }),
    ...(why === undefined ? {} : { why: hidden(why) }),
    ...(settle === undefined ? {} : { settle: hidden(settle) }),
    ...(todo === undefined ? {} : { todo: todo.map(hidden) }),
  };
}

function redactUnreached({ meeting, attendees }: UnreachedMeeting, substitute: Substitute): UnreachedMeeting {
  return {
    meeting: meeting === undefined ? undefined : redactFingerprint(meeting, substitute),
    attendees: attendees.map((person) => redactPerson(person, substitute)),
  };
}

/** Subjects and addresses go into a fingerprint, and whoever guesses them could check the guess by it. */
export function redactFingerprint(print: string, substitute: Substitute): string {
  return redactedFingerprint(substitute('text', print));
}
