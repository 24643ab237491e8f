// npm run sarif: what Microsoft's multitool says of our SARIF. It is a hundred megabytes for one platform, so it is no
// dependency: it is installed beside the build's cache when this is run. Fails at any result that is not listed here.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const VERSION = '5.7.0';
const folder = resolve('node_modules/.cache/sarif-multitool');

/** What is known and stays, each with its reason. */
const listed = {
  SARIF2005: 'the tool names no address, as package.json has no homepage yet',
  SARIF2017:
    'a finding about an item as a whole, or one whose bytes do not lie in one piece, has no whole region',
};

function run(command, argv) {
  // without the libraries of ICU, which .NET asks for
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  return spawnSync(command, argv, { encoding: 'utf8', env, maxBuffer: 1e9 });
}

function tool() {
  const program = join(folder, `node_modules/@microsoft/sarif-multitool-${process.platform}/Sarif.Multitool`);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const { status, stderr } = run('npm', [
    ...['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'],
    `@microsoft/sarif-multitool@${VERSION}`,
  ]);
  if (status !== 0) throw new Error(`@microsoft/sarif-multitool cannot be installed: ${stderr}`);
  chmodSync(program, 0o755); // which its install script would do
  return program;
}

/** Findings by their codes, of a check with these arguments. */
function validated(name, argv) {
  const [log, report] = [join(folder, `${name}.sarif`), join(folder, `${name}.report.sarif`)];
  const { stdout, stderr } = run(process.execPath, ['dist/cli.js', 'check', ...argv, '--format', 'sarif']);
  if (stdout === '') throw new Error(stderr);
  writeFileSync(log, stdout);
  const { stdout: said } = run(tool(), ['validate', log, '--output', report, '--log', 'ForceOverwrite']);
  if (!existsSync(report)) throw new Error(said);
  const [{ results }] = JSON.parse(readFileSync(report, 'utf8').replace(/^\ufeff/, '')).runs;
  const counts = new Map();
  for (const { ruleId, level = 'warning' } of results)
    counts.set(`${ruleId} ${level}`, (counts.get(`${ruleId} ${level}`) ?? 0) + 1);
  return counts;
}

tool();
const baseline = join(folder, 'baseline.ndjson');
const lines = run(process.execPath, [
  'dist/cli.js',
  'check',
  'samples/meetings',
  '--format',
  'ndjson',
]).stdout;
writeFileSync(baseline, lines);
for (const [name, argv] of [
  ['samples', ['samples', '--preset', 'all']],
  ['evidence', ['samples/meetings/sent-cancellation.msg', '--events', 'samples/evidence/event.evt']],
  ['redacted', ['samples/meetings', '--redact']],
  ['baseline', ['samples/meetings', '--preset', 'all', '--baseline', baseline]],
]) {
  const counts = validated(name, argv);
  for (const [what, count] of counts) {
    const reason = what.endsWith(' warning') ? listed[what.split(' ')[0]] : undefined;
    if (reason === undefined) process.exitCode = 1;
    console.log(`${name}: ${count} times ${what}: ${reason ?? 'NOT LISTED'}`);
  }
  if (counts.size === 0) console.log(`${name}: nothing`);
}
