import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { pages as followed } from '../release/follow.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  'samples/README.md',
];

interface Block {
  /** The file that it is, in the line before it. */
  readonly path: string | undefined;
  readonly language: string;
  readonly text: string;
}

function blocksOf(page: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  const blocks = text.matchAll(/^(?:`([\w/.-]+)`\n\n)?```(\w*)\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, path, language = '', body = '']) => ({ path, language, text: body }));
}

/** Takes the types away, and nothing else. */
const plain: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
  verbatimModuleSyntax: true,
};

/** Runs a program as a user in the project's folder would. */
function runModule(code: string): string {
  const { outputText } = ts.transpileModule(code, { compilerOptions: plain });
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', outputText], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** Runs `npx mapilint …` by the built command that npx would find. */
function runCommand(line: string): string {
  const argv = line.replace(/^\$ npx mapilint /, '').split(' ');
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...argv], {
    cwd: root,
    encoding: 'utf8',
  });
  return stderr + stdout;
}

/** What is asked of a block beside that it runs: `js` and `console` do, `text` is compared with what they print. */
const checks: Readonly<Record<string, (text: string) => void>> = {
  js: () => undefined,
  ts: () => undefined,
  text: () => undefined,
  console: () => undefined,
  sql: () => undefined, // test/estate runs it
  '': (text) => {
    expect(text).not.toMatch(/mapilint \w+ .*--/); // a command with options is a session, which runs
  },
  sh: (text) => {
    expect(spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' }).stderr).toBe('');
    for (const [path] of text.matchAll(/(?<![\w/])samples\/[\w./-]+/g))
      expect(existsSync(join(root, path))).toBe(true);
  },
  json: (text) => {
    expect(isConfig(JSON.parse(text))).toBe(true);
  },
  python: (text) => {
    const { stderr, error } = spawnSync('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], {
      input: text,
      encoding: 'utf8',
    });
    if (error === undefined) expect(stderr).toBe('');
  },
};
/** Of pages that `npm run follow` does to the letter: it writes, applies and compiles what they show. */
const ran = (): void => undefined;
const followedCheck: typeof checks = { ...checks, ts: ran, diff: ran, markdown: ran };

/** JSON in the pages is a configuration. */
const isConfig = new Ajv().compile(
  JSON.parse(readFileSync(join(root, 'schema/config.json'), 'utf8')) as object,
);

describe.each(pages)('%s', (page) => {
  const blocks = blocksOf(page);
  const isFollowed = page.startsWith('docs/') && followed.includes(page.slice(5, -3));
  const programs = blocks.flatMap((block, index) =>
    block.path === undefined && (block.language === 'js' || (block.language === 'ts' && !isFollowed))
      ? [[block.text, blocks[index + 1]] as const]
      : [],
  );
  const sessions = blocks.filter(({ language }) => language === 'console').map(({ text }) => text);

  test('every program prints what the page says', () => {
    for (const [code, printed] of programs) {
      expect(printed?.language).toBe('text');
      expect(runModule(code)).toBe(printed?.text);
    }
  });

  test('every command prints what the page says', () => {
    for (const session of sessions) {
      const [command = '', ...lines] = session.split('\n');
      expect(command).toMatch(/^\$ npx mapilint /);
      const expected = lines.join('\n');
      const actual = runCommand(command);
      // an ellipsis stands for lines before, and for lines after
      if (expected.endsWith('…\n')) expect(actual).toContain(expected.replace(/^…\n/, '').slice(0, -2));
      else expect(actual).toBe(expected);
    }
  });

  test('every file that is there already is what the page shows', () => {
    for (const { path, text } of blocks)
      if (path !== undefined && existsSync(join(root, path)))
        expect(text, path).toBe(readFileSync(join(root, path), 'utf8'));
  });

  test('every other block is what its language says', () => {
    for (const { path, language, text } of blocks) {
      if (path !== undefined && !isFollowed) expect(existsSync(join(root, path)), path).toBe(true);
      if (path !== undefined && language === 'json') continue;
      const check = isFollowed ? followedCheck : checks;
      expect(Object.keys(check), `${page}: a block of ${language}`).toContain(language);
      check[language]?.(text);
    }
  });

  test('every link within the project leads somewhere', () => {
    const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^https?:/.test(link));
    for (const link of links) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? join(root, page) : resolve(root, dirname(page), file);
      expect(existsSync(target), `${page}: ${link}`).toBe(true);
      if (anchor !== undefined) {
        const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
          title
            .toLowerCase()
            .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
            .replaceAll(' ', '-'),
        );
        expect(headings, `${page}: ${link}`).toContain(anchor);
      }
    }
  });
});

test('the README has the two commands as they are', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(
    '\nnpm ci && npx mapilint check samples/meetings\nnpm cit\n',
  );
});

test('every script that a page or a workflow names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const workflows = readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`);
  for (const page of [...pages, ...workflows, '.ci/run']) {
    const text = readFileSync(join(root, page), 'utf8');
    for (const [, name = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(Object.keys(scripts), page).toContain(name);
  }
});

test('every page is in the index, or, if it is of use in a clone only, in CONTRIBUTING.md', () => {
  const index = readFileSync(join(root, 'docs/README.md'), 'utf8');
  const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').replaceAll('](docs/', '](');
  for (const page of pages.filter((name) => /^docs\/[a-z-]+\.md$/.test(name)))
    expect(index + contributing).toContain(`](${page.slice('docs/'.length)})`);
});
