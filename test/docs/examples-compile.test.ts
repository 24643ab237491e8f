// Whoever copies an example into a strict TypeScript project can compile it.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [
  'README.md',
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('adding-'))
    .map((name) => `docs/${name}`),
];

/** Each example as a module of its own, by the page and the line that it begins on. */
const examples = new Map<string, string>(
  pages.flatMap((page) => {
    const text = readFileSync(`${root}${page}`, 'utf8');
    // files of samples/plugin are compiled where the package is installed: npm run plugin
    return [...text.matchAll(/^(`samples\/plugin\/\S+`\n\n)?```(?:js|ts)\n([^]*?)^```$/gm)]
      .filter(([, path, code = '']) => path === undefined && code.includes("from 'mapilint"))
      .map(({ 2: code = '', index }) => {
        const line = text.slice(0, index).split('\n').length + 1;
        return [`${root}${page.replaceAll(/\W/g, '-')}-${line}.mts`, code] as const;
      });
  }),
);

const options: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  skipLibCheck: true, // declarations are checked where the package is installed
};

test('every example compiles as strict TypeScript', () => {
  const host = ts.createCompilerHost(options);
  const ofDisk = { ...host };
  host.fileExists = (name) => examples.has(name) || ofDisk.fileExists(name);
  host.readFile = (name) => examples.get(name) ?? ofDisk.readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const code = examples.get(name);
    return code === undefined
      ? ofDisk.getSourceFile(name, ...rest)
      : ts.createSourceFile(name, code, rest[0]);
  };
  const program = ts.createProgram([...examples.keys()], options, host);
  const diagnostics = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    return `${file?.fileName.slice(root.length) ?? ''} +${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n').slice(0, 200)}`;
  });
  expect(examples.size).toBeGreaterThan(20);
  expect(diagnostics).toEqual([]);
});
