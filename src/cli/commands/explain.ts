import { existsSync } from 'node:fs';
import { visible } from '../../report/command';
import { readConfig } from '../configuration/read-config';
import { listedRules, unknownRule } from '../known-rules';
import type { KnownRule } from '../known-rules';
import { systemPath } from '../inputs/file-name';
import { readPackaged } from '../packaged-file';
import { rulePage } from '../rule-page';
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
  if (attendee !== undefined) {
    if (args.config !== undefined || args.rule.length > 0)
      throw new UsageError('--config and --rule go with the name of a rule, not with --attendee');
    return explainAttendee(args, attendee, terminal);
  }
  const [name = ''] = paths;
  const { known, loaded } = await readConfig(args);
  const rule = known.get(name) ?? listedRules(known).find(({ meta }) => isCalled(name, meta));
  if (rule === undefined) {
    const isFile = existsSync(systemPath(name));
    const why = isFile
      ? `${visible(name)} is a file, not a rule: add --attendee ADDRESS`
      : unknownRule(name, known);
    throw new UsageError(`mapilint explain: ${why}`);
  }
  const isLoaded = loaded.some(({ meta }) => meta.id === rule.meta.id);
  terminal.out(isLoaded ? rulePage(rule) : await readPackaged(`docs/rules/${rule.meta.id}.md`));
  return 0;
}

/** Whether other tools call a rule so, or it calls one of its findings so. */
function isCalled(name: string, { aliases, messages }: KnownRule['meta']): boolean {
  return aliases.includes(name) || Object.hasOwn(messages, name);
}
