import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A regular expression of the source, where it stands and what is done with it. */
export interface FoundExpression {
  /** `eml/mail.ts:51`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
  /** Whether all of its matches in a text are looked for: it has the flag g, or a text is split at it. */
  readonly isRepeated: boolean;
}

/** The regular expressions of `src`, and the places where one is made of a text, whose source cannot be known here. */
export interface FoundExpressions {
  readonly expressions: readonly FoundExpression[];
  readonly made: readonly string[];
}

/** Finds every regular expression of `src` by the syntax of TypeScript, so that a new one is found as it is written. */
export function regularExpressionsOfSource(): FoundExpressions {
  const root = fileURLToPath(new URL('../../src/', import.meta.url));
  const expressions: FoundExpression[] = [];
  const made: string[] = [];
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  for (const file of files.filter((each) => /\.[cm]?tsx?$/.test(each)).sort()) {
    const source = ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const place = (): string => `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      if (ts.isRegularExpressionLiteral(node)) expressions.push({ place: place(), ...expressionOf(node) });
      if (isMaking(node)) made.push(place());
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { expressions, made };
}

function expressionOf(node: ts.RegularExpressionLiteral): Omit<FoundExpression, 'place'> {
  const end = node.text.lastIndexOf('/');
  const flags = node.text.slice(end + 1);
  const { parent } = node;
  const isSplit =
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    parent.expression.name.text === 'split';
  return { source: node.text.slice(1, end), flags, isRepeated: isSplit || flags.includes('g') };
}

/** `RegExp(…)`, `new RegExp(…)`, */
function isMaking(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  const { expression } = node;
  return ts.isIdentifier(expression) && expression.text === 'RegExp';
}
