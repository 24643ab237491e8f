import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

// The library does not speak of the command: what an entry point can give is read by people who have no options. The page may name it: it is for who wants more than the page can do.

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|html)$/.test(file) && !/^(cli|viewer)\/|\.page\.ts$/.test(file));

/** Every text in the code of a file: strings, and the pieces of templates. */
function textsIn(file: string): string[] {
  const code = readFileSync(`${src}${file}`, 'utf8');
  if (file.endsWith('.html')) return [code];
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.ES2022));
  return texts;
}

/** An option of the command, or the command with one of its words. */
const ofTheCommand =
  /(?<![\w-])--[a-z][a-z-]+|\bmapilint (?:check|table|props|compare|folders|items|view|repair|letter|rules|explain)\b/;

/** The properties of a style that it defines itself. */
const ofAStyle = /var\(--\w+\)|--\w+:/g;

describe.each(files)('src/%s', (file) => {
  test('names no option of the command', () => {
    expect(textsIn(file).filter((text) => ofTheCommand.test(text.replace(ofAStyle, '')))).toEqual([]);
  });
});
