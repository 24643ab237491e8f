import { checkArgument, asGiven } from '../arguments/check';
import { oneWordOf } from '../arguments/kinds';
import type { Severity } from '../damage/damage';
import { forEachNamed } from './named-rules';
import { RULE_FAILED } from './statement-words';

/** The severity that you give to the findings of a rule; `off`: mapilint does not apply the rule. */
export type SeveritySetting = Severity | 'off';

/** All settings, for programs that validate one. */
export const severitySettings: readonly SeveritySetting[] = ['off', 'info', 'warning', 'error'];

/** Settings by the IDs of the rules. A rule that is not in it keeps the severities of its findings. */
export type Severities = Readonly<Record<string, SeveritySetting>>;

const aSetting = oneWordOf(severitySettings);

interface Identified {
  readonly meta: { readonly id: string };
}

/** The rules that are not off. Throws a TypeError for a rule or a setting that does not exist, lest a typo go unnoticed. */
export function rulesInForce<R extends Identified>(
  of: string,
  rules: readonly R[],
  severities: Severities,
): readonly R[] {
  forEachNamed([of, 'severities'], rules, severities, ({ meta }, setting) => {
    checkArgument(of, `The severity of ${asGiven(meta.id)}`, setting, aSetting);
  });
  return rules.filter(({ meta }) => settingOf(severities, meta.id) !== 'off');
}

/** The severity that a finding of a rule is given; that the rule failed stays an error. */
export function severityOf(
  severities: Severities,
  rule: string,
  { code, severity }: { readonly code: string; readonly severity: Severity },
): Severity {
  const setting = settingOf(severities, rule);
  return setting === undefined || setting === 'off' || code === RULE_FAILED ? severity : setting;
}

function settingOf(severities: Severities, rule: string): SeveritySetting | undefined {
  return Object.hasOwn(severities, rule) ? severities[rule] : undefined;
}
