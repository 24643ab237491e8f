import type { Rule, SetRule } from '../../node';
import type { Arguments } from '../usage/arguments';
import { knownRules } from '../rule-settings';
import type { RuleSelection } from '../rule-settings';
import { ruleSelectionOf } from '../settings';
import type { Terminal } from '../terminal';
import { jsonText } from '../../report/index';

/** `mapilint rules`: every rule with the severity that it has here. */
export async function rules(args: Arguments, terminal: Terminal): Promise<number> {
  const selection = await ruleSelectionOf(args);
  const rows = [...knownRules.values()].map((rule) => ({
    id: rule.meta.id,
    severity: severityOf(rule, selection),
    title: rule.meta.title,
    reference: rule.meta.reference,
    aliases: rule.meta.aliases,
  }));
  if (args.output.format === 'json') {
    terminal.out(`${jsonText({ schema: 1, rules: rows }, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rows.map(({ id }) => id.length));
  for (const { id, severity, title } of rows)
    terminal.out(`${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${title}\n`);
  return 0;
}

function severityOf(rule: Rule | SetRule, selection: RuleSelection): string {
  const isInForce = [...selection.rules, ...selection.setRules].some((each) => each === rule);
  return isInForce ? (selection.severities[rule.meta.id] ?? rule.meta.severity) : 'off';
}
