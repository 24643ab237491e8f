import { formatFoundConfiguration } from '../../report/command';
import { readConfig } from '../config';
import type { Arguments } from '../usage/arguments';
import { knownRules, settingOf } from '../rule-settings';
import { foundConfiguration, ruleSelectionOf } from '../settings';
import type { Terminal } from '../terminal';
import { jsonText } from '../../report/command';

/** `mapilint rules`: every rule with the severity that it has here. */
export async function rules(args: Arguments, terminal: Terminal): Promise<number> {
  const config = await readConfig(args.config);
  const selection = ruleSelectionOf(args, config);
  const configuration = foundConfiguration(args, config);
  const rows = [...knownRules.values()].map((rule) => ({
    id: rule.meta.id,
    severity: settingOf(rule, selection),
    title: rule.meta.title,
    reference: rule.meta.reference,
    aliases: rule.meta.aliases,
  }));
  if (args.output.format === 'json') {
    terminal.out(`${jsonText({ schema: 1, rules: rows, configuration }, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rows.map(({ id }) => id.length));
  for (const { id, severity, title } of rows)
    terminal.out(`${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${title}\n`);
  if (configuration !== undefined) terminal.out(`\n${formatFoundConfiguration(configuration)}\n`);
  return 0;
}
