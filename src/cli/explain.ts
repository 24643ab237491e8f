import { readFile } from 'node:fs/promises';
import type { Rule, SetRule } from '../node';
import { knownRules, unknownRule } from './rule-settings';
import type { Terminal } from './terminal';
import type { Arguments } from './usage/arguments';
import { UsageError } from './usage/usage-error';

/** `mapilint explain RULE`: the page about a rule, or about the one that other tools call so. */
export async function explain({ paths }: Arguments, terminal: Terminal): Promise<number> {
  const [name = ''] = paths;
  const rule = knownRules.get(name) ?? [...knownRules.values()].find(({ meta }) => isCalled(name, meta));
  if (rule === undefined) throw new UsageError(`mapilint explain: ${unknownRule(name) ?? ''}`);
  terminal.out(await page(rule.meta.id));
  return 0;
}

/** Whether other tools call a rule so, or it calls one of its findings so. */
function isCalled(name: string, { aliases, messages }: (Rule | SetRule)['meta']): boolean {
  return aliases.includes(name) || Object.hasOwn(messages, name);
}

/** The built command lies one folder below the documentation's, its source two. */
async function page(id: string): Promise<string> {
  for (const place of ['../docs/rules', '../../docs/rules']) {
    const text = await readFile(new URL(`${place}/${id}.md`, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error(`docs/rules/${id}.md is missing from the package`);
}
