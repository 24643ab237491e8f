import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pages, stepsOf } from '../release/follow.mjs';

// What can be told at once of the pages that `npm run follow` does to the letter, which takes a minute.

const root = fileURLToPath(new URL('../../', import.meta.url));

describe.each(pages)('docs/%s.md', (page) => {
  const steps = stepsOf(page);
  const bodiesOf = (kind: string): string[] =>
    steps.filter((step) => step.kind === kind).map(({ body }) => body);
  const written = steps.flatMap(({ kind, path }) => (kind === 'file' && path !== undefined ? [path] : []));

  test('its diffs fit the project as it is', () => {
    for (const input of bodiesOf('diff'))
      expect(() => execFileSync('git', ['apply', '--check', '-'], { cwd: root, input })).not.toThrow();
  });

  test('what it writes is not there yet, and is listed as added', () => {
    const [changes = ''] = bodiesOf('changes');
    for (const path of written) {
      expect(existsSync(join(root, path))).toBe(false);
      expect(changes).toContain(`A ${path}\n`);
    }
    for (const diff of bodiesOf('diff'))
      expect(changes).toContain(`M ${/^\+\+\+ b\/(.*)$/m.exec(diff)?.[1] ?? ''}\n`);
  });

  test('it runs tests, and shows the command with what it made', () => {
    if (page !== 'adding-a-property') expect(bodiesOf('session')).toHaveLength(1);
    expect(bodiesOf('commands').join('')).toContain('npx vitest run ');
  });
});
