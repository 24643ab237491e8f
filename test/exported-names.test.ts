import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

// One name, one meaning: no two files of src declare the same exported name, but for a platform's twin of a file.

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

/** The file that `foo.browser.ts` and `foo.page.ts` stand in for. */
const withoutPlatform = (file: string): string => file.replace(/\.(browser|page)\.ts$/, '.ts');

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.DeclarationStatement;
  return name === undefined ? [] : [name.getText()];
}

/** The names that a file declares and exports; a constant and its type are one. Re-exports are no declarations. */
function declaredIn(file: string): Set<string> {
  const text = readFileSync(`${src}${file}`, 'utf8');
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return new Set(
    statements.filter((each) => isExported(each) && !ts.isExportDeclaration(each)).flatMap(namesOf),
  );
}

test('no two files export the same name', () => {
  const places = new Map<string, Set<string>>();
  for (const file of files)
    for (const name of declaredIn(file)) {
      const known = places.get(name) ?? new Set();
      places.set(name, known.add(withoutPlatform(file)));
    }
  expect(places.size).toBeGreaterThan(700);
  const twice = [...places].filter(([, { size }]) => size > 1).map(([name, where]) => [name, ...where]);
  expect(twice).toEqual([]);
});
