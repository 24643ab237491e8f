// npm run follow [-- PAGE]: does what the pages for newcomers say, to the letter, each in a copy of the project: writes the files
// they show, applies their diffs, runs their commands, and compares what has changed and what is printed with what they say.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const pages = ['writing-a-rule', 'adding-a-property', 'adding-a-sample', 'adding-a-container'];

/** What a page asks for, in its order. A block's meaning is in its language and in the line before it. */
export function stepsOf(page) {
  const text = readFileSync(join(root, `docs/${page}.md`), 'utf8');
  const blocks = text.matchAll(/^(?:`([\w/.-]+)`\n\n)?```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, path, language, body]) => ({ kind: kindOf(path, language, body), path, body }));
}

function kindOf(path, language, body) {
  // the package of samples/plugin is there already, and compared by a test
  if (path !== undefined) return path.startsWith('samples/plugin/') ? 'shown' : 'file';
  if (language === 'diff') return 'diff';
  if (language === 'sh') return 'commands';
  if (body.startsWith('$ npx mapilint ')) return 'session';
  return /^[AMD] \S+$/m.test(body) ? 'changes' : 'shown';
}

function run(copy, command, args, input) {
  const env = { ...process.env, NO_COLOR: '1', CI: '' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8', env, input });
  return { status, output: `${stdout}${stderr}` };
}

function expectSound({ status, output }, what) {
  if (status !== 0) throw new Error(`${what} ended with ${status}:\n${output.slice(-3000)}`);
  return output;
}

function expectSame(found, expected, what) {
  if (found !== expected) throw new Error(`${what}:\n${found}\nbut the page says:\n${expected}`);
}

/** The project as git would give it to somebody, with the packages that are installed here. */
function copyProject(folder, name) {
  const copy = join(folder, name);
  const listed = run(root, 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).output;
  for (const file of listed.split('\0').filter((each) => each !== '' && existsSync(join(root, each)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'before'],
  ])
    expectSound(run(copy, 'git', args), `git ${args[0]}`);
  return copy;
}

/** The files that differ from what there was, a line each: A added, M changed, D gone. */
function changesIn(copy) {
  expectSound(run(copy, 'git', ['add', '-A', '--', '.', ':!node_modules']), 'git add');
  return run(copy, 'git', ['diff', '--cached', '--name-status', '--no-renames']).output.replaceAll('\t', ' ');
}

const acts = {
  shown: () => undefined,
  file(copy, { path, body }) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), body);
  },
  diff: (copy, { body }) => expectSound(run(copy, 'git', ['apply', '-'], body), `git apply of\n${body}`),
  commands(copy, { body }) {
    for (const line of body.trim().split('\n')) expectSound(run(copy, 'sh', ['-c', line]), line);
  },
  changes: (copy, { body }) => expectSame(changesIn(copy), body, 'What has changed'),
  session(copy, { body }) {
    const [command, ...printed] = body.split('\n');
    const args = command.replace('$ npx mapilint ', '').split(' ');
    const tsx = join(copy, 'node_modules/tsx/dist/cli.mjs');
    const { output } = run(copy, process.execPath, [tsx, 'src/cli/main.ts', ...args]);
    expectSame(output, printed.join('\n'), command);
  },
};

function follow(folder, page) {
  const copy = copyProject(folder, page);
  for (const step of stepsOf(page)) acts[step.kind](copy, step);
  expectSound(run(copy, 'npx', ['tsc', '--noEmit']), 'tsc');
  expectSound(run(copy, 'npx', ['eslint', ...addedIn(copy)]), 'eslint');
}

const addedIn = (copy) =>
  changesIn(copy)
    .split('\n')
    .filter((line) => /^[AM] .*\.ts$/.test(line))
    .map((line) => line.slice(2));

function main(wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-follow-'));
  try {
    for (const page of pages.filter((each) => each.includes(wanted))) {
      const start = performance.now();
      try {
        follow(folder, page);
        console.log(`ok      docs/${page}.md, ${((performance.now() - start) / 1000).toFixed(1)} s`);
      } catch (error) {
        process.exitCode = 1;
        console.log(`FAILED  docs/${page}.md: ${error.message}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2] ?? '');
