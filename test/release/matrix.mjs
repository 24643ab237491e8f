// npm run matrix [-- NAME]: the packed tarball in an empty project, by everyone who may install it. Prints a line for each consumer
// and ends with 1 if one fails. Runtimes come from npm, so that a bare machine can run it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mapilint-matrix-'));
const sample = join(root, 'samples/meetings/textbook-defect.msg');
const EXPECTED = 'updates and cancellations will not reach 2 external attendees';

const run = (command, args, cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 180_000 });
const install = (...packages) =>
  run('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, ...packages]);

const esm = `
import { diagnose, readMessage } from 'mapilint';
import { fromFile } from 'mapilint/node';
const message = await readMessage(fromFile(${JSON.stringify(sample)}));
console.log(diagnose(message).explanation.summary);
`;
const cjs = `
const { diagnose, readMessage } = require('mapilint');
const { fromFile } = require('mapilint/node');
readMessage(fromFile(${JSON.stringify(sample)})).then((message) => console.log(diagnose(message).explanation.summary));
`;
/** Every entry point, with types that would not compile if they were wrong. */
const typed = `
import { diagnose, decodeMessage, TrackStatus } from 'mapilint';
import type { Message, Recipient } from 'mapilint';
import { isFound } from './found';
import { openStore } from 'mapilint/store';
import { decodeEvidence } from 'mapilint/evidence';
import { formatTable } from 'mapilint/report';
import { propertyNames } from 'mapilint/names';
import { toParticipation } from 'mapilint/interop';
import { fromFile } from 'mapilint/node';
declare const bytes: Uint8Array;
const message: Message = decodeMessage(bytes);
const first: Recipient | undefined = message.recipients[0];
const status: TrackStatus | \`0x\${string}\` | undefined = first?.trackStatus;
// @ts-expect-error it cannot be misspelt
void first?.trackstatus;
void [diagnose(message).verdict, openStore, decodeEvidence, formatTable(message), propertyNames, toParticipation(status), fromFile, isFound];
`;
/** What a page would do: bytes in, a verdict out. */
const browser = `
import { decodeMessage, diagnose } from 'mapilint';
globalThis.verdict = (bytes) => diagnose(decodeMessage(bytes)).explanation.summary;
`;
const inBundle = `
const { readFileSync } = require('node:fs');
globalThis.self = globalThis; // as in a page
new Function(readFileSync(process.argv[2], 'utf8'))();
console.log(globalThis.verdict(readFileSync(${JSON.stringify(sample)})));
`;

function prepare() {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root));
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)]);
  const files = {
    'esm.mjs': esm,
    'cjs.cjs': cjs,
    'typed.ts': typed,
    'found.ts': 'export const isFound = true;',
    'browser.mjs': browser,
    'in-bundle.cjs': inBundle,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'out'));
}

function ofNode(version) {
  install(`node@${version}`);
  const binary = join(folder, 'node_modules/node/bin/node');
  return [run(binary, ['esm.mjs']), run(binary, ['cjs.cjs'])].map((text) => text.trim());
}

function ofTypeScript(version, resolution) {
  install(`typescript@${version}`, '@types/node@20.19.0');
  const args = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    'false',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
  ];
  const [module, moduleResolution] = resolution;
  run(process.execPath, [
    join(folder, 'node_modules/typescript/bin/tsc'),
    ...args,
    '--types',
    'node',
    '--module',
    module,
    '--moduleResolution',
    moduleResolution,
    'typed.ts',
  ]);
  return [EXPECTED];
}

const bundlers = {
  'esbuild@0.27.7': (out) =>
    run(join(folder, 'node_modules/.bin/esbuild'), [
      'browser.mjs',
      '--bundle',
      '--platform=browser',
      `--outfile=${out}`,
    ]),
  'rollup@4.62.0 @rollup/plugin-node-resolve@16.0.3': (out) =>
    run(join(folder, 'node_modules/.bin/rollup'), [
      'browser.mjs',
      '-f',
      'iife',
      '-n',
      'page',
      '-p',
      'node-resolve={browser:true}',
      '--inlineDynamicImports',
      '--external',
      'postal-mime',
      '-o',
      out,
    ]),
  'webpack@5.102.1 webpack-cli@6.0.1': (out) =>
    run(join(folder, 'node_modules/.bin/webpack'), [
      './browser.mjs',
      '--mode',
      'production',
      '--target',
      'web',
      '--output-public-path',
      '/',
      '--output-path',
      join(folder, 'out'),
      '--output-filename',
      out.split('/').at(-1),
    ]),
};

function ofBundler(packages) {
  install(...packages.split(' '));
  const out = join(folder, 'out', `${packages.split('@')[0]}.js`);
  bundlers[packages](out);
  return [run(process.execPath, ['in-bundle.cjs', out]).trim()];
}

const consumers = [
  [
    'this Node, ESM and CJS',
    () => [run(process.execPath, ['esm.mjs']), run(process.execPath, ['cjs.cjs'])].map((text) => text.trim()),
  ],
  ...['20', '22', '24'].map((version) => [`Node ${version}, ESM and CJS`, () => ofNode(version)]),
  ['Bun', () => (install('bun@1'), [run(join(folder, 'node_modules/.bin/bun'), ['esm.mjs']).trim()])],
  [
    'Deno',
    () => (
      install('deno@2'),
      [run(join(folder, 'node_modules/.bin/deno'), ['run', '--allow-all', 'esm.mjs']).trim()]
    ),
  ],
  ['TypeScript 5.0, bundler', () => ofTypeScript('5.0.4', ['esnext', 'bundler'])],
  ['TypeScript 5.9, node16', () => ofTypeScript('5.9.3', ['node16', 'node16'])],
  ['TypeScript 6.0, bundler', () => ofTypeScript('6.0.3', ['esnext', 'bundler'])],
  ...Object.keys(bundlers).map((packages) => [packages.replace(/ .*/, ''), () => ofBundler(packages)]),
];

const wanted = consumers.filter(([name]) => name.includes(process.argv[2] ?? ''));
let failed = 0;
try {
  prepare();
  for (const [name, consume] of wanted) {
    try {
      const wrong = consume().filter((text) => text !== EXPECTED);
      if (wrong.length > 0) throw new Error(`printed ${JSON.stringify(wrong[0])}`);
      console.log(`ok      ${name}`);
    } catch (error) {
      failed += 1;
      console.log(
        `FAILED  ${name}: ${String(error.stdout ?? '').slice(0, 400)}${String(error.stderr ?? error.message).slice(-600)}`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${wanted.length - failed} of ${wanted.length} consumers`);
process.exitCode = failed > 0 ? 1 : 0;
