import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  'samples/README.md',
];

interface Block {
  readonly language: string;
  readonly text: string;
}

function blocksOf(page: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', body = '']) => ({
    language,
    text: body,
  }));
}

/** Runs a program as a user in the project's folder would. */
function runModule(code: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
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

describe.each(pages)('%s', (page) => {
  const blocks = blocksOf(page);
  const programs = blocks.flatMap((block, index) =>
    block.language === 'js' ? [[block.text, blocks[index + 1]] as const] : [],
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
      if (expected.endsWith('…\n')) expect(actual).toContain(expected.slice(0, -2));
      else expect(actual).toBe(expected);
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
