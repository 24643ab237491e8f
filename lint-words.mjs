// npm run lint: textlint over what people read in Markdown, with the terms of words.mjs. textlint's kernel alone, with its plugin
// for text, is what this needs: code, addresses and HTML comments are blanked before, so that every line keeps its place.
// docs/style.md says why each word is not ours.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextlintKernel } from '@textlint/kernel';
import textPlugin from '@textlint/textlint-plugin-text';
import { terms } from './words.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Pages whose edit is under way: take a name out when its page is done. */
const underWay = [];

/** The pages: those at the root, and all below docs, samples and .github. */
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'samples', '.github'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
].filter((page) => !underWay.includes(page));

const blank = (text) => text.replaceAll(/[^\n]/g, ' ');

/** What is not ours to word: blocks and pieces of code, quotations of the program, addresses, comments. */
const notOurs = [/^```[^]*?^```/gm, /<!--[^]*?-->/g, /`[^`\n]+`/g, /\]\([^)\s]*\)/g, /"[^"\n]*"/g];

/** The words of a page, each where it stands in the file. */
export function wordsOf(markdown) {
  return notOurs.reduce((text, pattern) => text.replaceAll(pattern, blank), markdown);
}

/** A rule of textlint: the terms that are not ours, each with what we say. */
function ownTerms({ Syntax, RuleError, report, getSource, locator }) {
  return {
    [Syntax.Document](node) {
      const text = getSource(node);
      for (const { pattern, use } of terms)
        for (const { 0: found, index } of text.matchAll(pattern)) {
          const padding = locator.range([index, index + found.length]);
          report(node, new RuleError(`"${found}": ${use}`, { padding }));
        }
    },
  };
}

/** What the terms object to in a page. */
export async function lintPage(path, markdown) {
  const { messages } = await new TextlintKernel().lintText(wordsOf(markdown), {
    filePath: path,
    ext: '.md',
    plugins: [
      { pluginId: 'text', plugin: textPlugin.default ?? textPlugin, options: { extensions: ['.md'] } },
    ],
    rules: [{ ruleId: 'own-terms', rule: ownTerms }],
  });
  return messages.map(({ line, column, message }) => `${path}:${line}:${column} ${message}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await Promise.all(
    pages.map((page) => lintPage(page, readFileSync(join(root, page), 'utf8'))),
  );
  const problems = found.flat();
  for (const problem of problems) console.error(problem);
  console.log(`${pages.length} pages, ${problems.length} words that are not ours (docs/style.md)`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
