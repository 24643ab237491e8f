// Writes src/rules/registry.ts: every rule about one message, found by its file in src/rules/catalogue: `x-y.ts`, or
// `x-y/rule.ts` where a rule has several files, exports the rule `xY`. So a new rule is a new file and no line elsewhere. The
// registry is made anew by every build and test run and is not kept in git.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const catalogue = fileURLToPath(new URL('src/rules/catalogue/', import.meta.url));
const registry = fileURLToPath(new URL('src/rules/registry.ts', import.meta.url));

/** The rule's name in code, for the name of its file or folder. */
const nameOf = (entry) => entry.replace(/-./g, ([, letter]) => letter.toUpperCase());

/** Each rule's name, and the module that exports it. */
function rulesInCatalogue() {
  return readdirSync(catalogue, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
    .map((entry) => entry.name.replace(/\.ts$/, '') + (entry.isDirectory() ? '/rule' : ''))
    .sort()
    .map((path) => ({ name: nameOf(path.replace(/\/rule$/, '')), from: `./catalogue/${path}` }));
}

export function registerRules() {
  const rules = rulesInCatalogue();
  const text = [
    '// Made by register-rules.mjs from the files of catalogue/. Not kept in git.',
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
