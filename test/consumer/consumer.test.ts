// What strangers wrote by the documentation compiles as strictly as TypeScript can, and says what it said. `npm run consumers`
// does the same with the packed package in empty projects, where declarations of libraries are checked and Jest, Vite and a
// browser are at hand; here the build takes the package's place, and what runs on Node alone is run.

import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailWithEverything } from './mail';
import { programs } from './programs.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
/** Its test runner is no package of ours. */
const elsewhere = 'jest-jsdom';

let project = '';
let diagnostics: readonly ts.Diagnostic[] = [];

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'mapilint-consumer-'));
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  mkdirSync(join(project, 'node_modules/@kenjiuno'), { recursive: true });
  symlinkSync(root, join(project, 'node_modules/mapilint'));
  for (const name of ['@kenjiuno/msgreader', '@kenjiuno/decompressrtf', 'iconv-lite', 'rtf-stream-parser'])
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  symlinkSync(join(root, 'samples'), join(project, 'samples'));
  writeFileSync(join(project, 'mail.msg'), mailWithEverything);
  const { config } = ts.readConfigFile(`${here}tsconfig.json`, (path) => readFileSync(path, 'utf8')) as {
    config: { exclude: string[] };
  };
  config.exclude.push(elsewhere);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, here, {
    outDir: join(project, 'out'),
    declaration: false,
    isolatedDeclarations: false, // asks for `declaration`
    skipLibCheck: true,
  });
  const program = ts.createProgram(fileNames, options);
  diagnostics = ts.getPreEmitDiagnostics(program);
  program.emit();
}, 30_000); // as long as a test may take
afterAll(() => {
  rmSync(project, { recursive: true });
});

test('every program has a folder, and what it prints', () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name)).toEqual(programs.map(({ name }) => name).sort());
  for (const { name } of programs) expect(readFileSync(`${here}${name}/expected.txt`, 'utf8')).not.toBe('');
});

test('they compile as strict TypeScript', () => {
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => here,
    getNewLine: () => '\n',
  };
  expect(ts.formatDiagnostics(diagnostics, host)).toBe('');
});

test.each(programs.filter(({ args }) => args !== undefined))(
  '$name prints what it should',
  ({ name, args = [] }) => {
    const printed = execFileSync(process.execPath, [`out/${name}/main.js`, ...args], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(printed).toBe(readFileSync(`${here}${name}/expected.txt`, 'utf8'));
  },
);
