import { formatFoundConfiguration, visible } from '../../report/command';
import { readConfig, unrunNote } from '../configuration/read-config';
import { listedRules } from '../known-rules';
import { settingOf } from '../rule-choices';
import { foundConfiguration, ruleChoicesOf } from '../settings';
import type { Arguments } from '../usage/arguments';
import type { Terminal } from '../terminal';
import { jsonText } from '../../report/command';

/** `mapilint rules`: every rule with the severity that it has here. */
export async function rules(args: Arguments, terminal: Terminal): Promise<number> {
  terminal.err(unrunNote(args));
  const { config, known, loaded } = await readConfig(args);
  const { base: selection } = ruleChoicesOf(args, config, loaded);
  const configuration = foundConfiguration(args, config, known);
  const rows = listedRules(known).map((rule) => ({
    id: rule.meta.id,
    severity: settingOf(rule, selection),
    title: rule.meta.title,
    reference: rule.meta.reference,
    aliases: rule.meta.aliases,
    schema: rule.meta.schema,
  }));
  if (args.output.format === 'json') {
    terminal.out(`${jsonText({ schema: 1, rules: rows, configuration }, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rows.map(({ id }) => id.length));
  for (const { id, severity, title } of rows)
    terminal.out(visible(`${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${title}`) + '\n');
  if (configuration !== undefined) terminal.out(`\n${formatFoundConfiguration(configuration)}\n`);
  return 0;
}
