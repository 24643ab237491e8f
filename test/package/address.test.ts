import { expect, test } from 'vitest';
import { fieldsOf, withBadges } from '../../set-address.mjs';

const repository = 'https://github.com/o/mapilint';

test('badges are put below the first heading, once', () => {
  const readme = '# mapilint\n\nReads messages.\n';
  const first = withBadges(readme, 'https://github.com/old/mapilint');
  const again = withBadges(first, repository);
  expect(again.split('\n')).toHaveLength(first.split('\n').length);
  expect(again).not.toContain('/old/');
  expect(again).toMatch(/^# mapilint\n\n<!-- badges -->.*github\.com\/o\/mapilint.*\n\nReads messages\.\n$/);
});

test('the homepage is the repository, unless there is a site', () => {
  expect(fieldsOf(repository, 'A <a@o.example>')).toContain(`homepage=${repository}`);
  expect(fieldsOf(repository, 'A <a@o.example>', 'https://o.github.io/mapilint/')).toEqual([
    'homepage=https://o.github.io/mapilint/',
    'bugs.url=https://github.com/o/mapilint/issues',
    'repository.type=git',
    'repository.url=git+https://github.com/o/mapilint.git',
    'author=A <a@o.example>',
  ]);
});
