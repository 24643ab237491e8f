import type { Rule, SetRule } from '../../rules/index';
import { readPackaged } from '../packaged-file';
import { knownRules, unknownRule } from '../rule-settings';
import type { Terminal } from '../terminal';
import type { Arguments } from '../usage/arguments';
import { UsageError } from '../usage/usage-error';
import { explainAttendee } from './explain-attendee';

/**
 * `mapilint explain RULE`: the page about a rule, also by another tool's name for it or the code of a finding; with
 * `--attendee` what a file shows for one person.
 */
export async function explain(args: Arguments, terminal: Terminal): Promise<number> {
  const { paths, attendee } = args;
  if (attendee !== undefined) return explainAttendee(args, attendee, terminal);
  const [name = ''] = paths;
  const rule = knownRules.get(name) ?? [...knownRules.values()].find(({ meta }) => isCalled(name, meta));
  if (rule === undefined) throw new UsageError(`mapilint explain: ${unknownRule(name) ?? ''}`);
  terminal.out(await readPackaged(`docs/rules/${rule.meta.id}.md`));
  return 0;
}

/** Whether other tools call a rule so, or it calls one of its findings so. */
function isCalled(name: string, { aliases, messages }: (Rule | SetRule)['meta']): boolean {
  return aliases.includes(name) || Object.hasOwn(messages, name);
}
