import { brandOf } from '../../arguments/kinds';
import { toJsonValue } from '../../message/named-object';
import type { Diagnosis } from '../diagnose';
import type { Finding } from '../rule-result';
import type { ExpectedFinding, InvalidCase } from './rule-case';

/** What is otherwise than expected, in words, with all that was found; undefined: nothing. */
export function unlikeExpected(
  expected: InvalidCase['findings'],
  { findings, results }: Diagnosis,
): string | undefined {
  const isCount = typeof expected === 'number';
  const wanted = isCount
    ? []
    : expected.map((each): ExpectedFinding => (typeof each === 'string' ? { code: each } : each));
  const shown = findings.map((finding) => inWords(asFarAsAsked(finding, wanted)));
  const found = `found${findings.length > 0 ? listed(shown) : ` ${nothing(results)}`}`;
  if (isCount) return findings.length === expected ? undefined : `expected ${expected} findings\n${found}`;
  const isSame =
    wanted.length === findings.length && wanted.every((each, index) => isLike(each, findings[index]));
  if (isSame) return undefined;
  return `expected${wanted.length > 0 ? listed(wanted.map(inWords)) : ' nothing'}\n${found}`;
}

function isLike(expected: ExpectedFinding, finding: Finding | undefined): boolean {
  return Object.entries(expected).every(([name, value]) => hasValue(value, finding?.[name as keyof Finding]));
}

/** Whether a value is as expected; of an object, its members that are named. */
function hasValue(expected: unknown, found: unknown): boolean {
  if (expected === undefined) return true;
  if (brandOf(expected) === 'RegExp') return typeof found === 'string' && (expected as RegExp).test(found);
  if (brandOf(expected) !== 'Object') return asJson(expected) === asJson(found);
  return Object.entries(expected as object).every(([name, value]) =>
    hasValue(value, (found as Record<string, unknown> | undefined)?.[name]),
  );
}

const asJson = (value: unknown): string | undefined => JSON.stringify(toJsonValue(value));

const listed = (lines: readonly string[]): string => `:${lines.map((line) => `\n  ${line}`).join('')}`;

/** A finding without the values and the person that no case asks for. */
function asFarAsAsked(finding: Finding, wanted: readonly ExpectedFinding[]): ExpectedFinding {
  const { code, severity, path, message } = finding;
  const asked = (['values', 'person'] as const).filter((name) =>
    wanted.some((each) => each[name] !== undefined),
  );
  return {
    code,
    severity,
    path,
    message,
    ...Object.fromEntries(asked.map((name) => [name, finding[name]])),
  };
}

function inWords({ code, severity, path, message, values, person }: ExpectedFinding): string {
  const words = [code];
  if (severity !== undefined) words.push(`(${severity})`);
  if (path !== undefined) words.push(`at ${path === '' ? 'the message itself' : path}`);
  if (message !== undefined) words.push(`– ${String(message)}`);
  for (const [name, value] of Object.entries({ values, person }))
    if (value !== undefined) words.push(`${name} ${JSON.stringify(value)}`);
  return words.join(' ');
}

/** Why there is nothing, in the words of the rule. */
function nothing(results: Diagnosis['results']): string {
  const [result] = results;
  const why = (result?.reasons ?? []).map(({ message }) => message).join('; ');
  return `nothing: the outcome is ${result?.outcome ?? 'none'}${why === '' ? '' : `, ${why}`}`;
}
