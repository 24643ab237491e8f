import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { allRules, duplicateItems } from '../../src/rules/index';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ids = [...allRules, duplicateItems].map(({ meta }) => meta.id);

/** The rules in what a web page loads of a program over the built package: their ids tell. */
async function rulesIn(program: string): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: program.replace("'mapilint'", "'./dist/browser/index.js'"), resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    absWorkingDir: root,
  });
  const code = outputFiles[0]?.text ?? '';
  return ids.filter((id) => new RegExp(`id:["'\`]${id}["'\`]`).test(code));
}

test.each([
  [`export { readMessage } from 'mapilint';`, []],
  [
    `import { diagnose, readMessage } from 'mapilint';
import { cancellationDelivery } from 'mapilint/rules';
     export const judge = async (file) => diagnose(await readMessage(file), { rules: [cancellationDelivery] });`,
    ['cancellation-delivery'],
  ],
  [
    `import { diagnose } from 'mapilint';
import { organizerRow } from 'mapilint/rules';
     export const judge = (message) => diagnose(message, { rules: [organizerRow] });`,
    ['cancellation-delivery', 'organizer-row'], // what diagnose judges if no rules are given comes along
  ],
  [
    `export { recommendedRules } from 'mapilint/rules';`,
    [
      'appointment-times',
      'calendar-time-unconvertible',
      'cancellation-delivery',
      'recipient-count',
      'recurrence',
      'reply-without-critical-change',
      'unsendable-blob',
    ],
  ],
  [`export { compareCopies } from 'mapilint';`, []],
  [`export { allRules } from 'mapilint/rules';`, ids.filter((id) => id !== 'duplicate-items')],
])('a rule that is not imported is not bundled: %s', async (program, expected) => {
  expect((await rulesIn(program)).sort()).toEqual([...expected].sort());
});

test('what writes a .msg is loaded by whoever asks for one', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { decodeMessage, readMessage, diagnose } from './dist/browser/index.js';`,
      resolveDir: root,
    },
    bundle: true,
    splitting: true,
    minify: true,
    outdir: 'out',
    logLevel: 'error',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    absWorkingDir: root,
  });
  const writing = outputFiles
    .filter(({ text }) => text.includes('msg-incomplete'))
    .map(({ path }) => basename(path));
  expect(writing).toEqual([expect.stringMatching(/^write-msg-/)]);
});
