// Writes src/rules/registry.ts: every rule about one message, found by its file. So a new rule is a new file and no line
// elsewhere. The registry is made anew by every build and test run and is not kept in git.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('src/rules/', import.meta.url));
const registry = join(folder, 'registry.ts');

/** The name that a file exports as a rule; undefined: it is no rule. */
function ruleIn(file) {
  return /^export const (\w+): Rule = \{$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
}

function isFile(file) {
  return file.endsWith('.ts') && join(folder, file) !== registry;
}

export function registerRules() {
  const rules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isFile)
    .sort()
    .flatMap((file) => {
      const name = ruleIn(file);
      return name === undefined ? [] : [{ name, from: `./${file.slice(0, -'.ts'.length)}` }];
    });
  const text = [
    '// Made by register-rules.mjs from the files of this folder. Not kept in git.',
    '',
    ...rules.map(({ name, from }) => `import { ${name} } from '${from}';`),
    "import type { Rule } from './rule';",
    '',
    ...rules.map(({ name, from }) => `export { ${name} } from '${from}';`),
    '',
    '/** Every rule about one message, by the names of their files. */',
    'export const allRules: readonly Rule[] = [',
    ...rules.map(({ name }) => `  ${name},`),
    '];',
    '',
  ].join('\n');
  if (!existsSync(registry) || readFileSync(registry, 'utf8') !== text) writeFileSync(registry, text);
}

/** What vitest calls before all tests. */
export function setup() {
  registerRules();
}
