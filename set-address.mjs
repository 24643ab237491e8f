// npm run address -- https://github.com/OWNER/mapilint "NAME <MAIL>" [HOMEPAGE]: says in package.json where the project is at
// home and who publishes it, and puts the badges of that address below the README's first heading. docs/releasing.md says when.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const begin = '<!-- badges -->';

/** The badges of a repository on GitHub: its tests, and the version on npm. */
function badgesOf(repository) {
  const tests = `${repository}/actions/workflows/ci.yml`;
  const version = 'https://www.npmjs.com/package/mapilint';
  return `${begin} [![tests](${tests}/badge.svg)](${tests}) [![npm](https://img.shields.io/npm/v/mapilint)](${version})`;
}

/** A README with the badges of a repository as its third line, in the place of those that it has. */
export function withBadges(readme, repository) {
  const [title, ...rest] = readme.split('\n');
  const bare = rest[1]?.startsWith(begin) ? rest.slice(2) : rest;
  return [title, '', badgesOf(repository), ...bare].join('\n');
}

/** What package.json says of the project's home, for `npm pkg set`. */
export function fieldsOf(repository, author, homepage = repository) {
  return [
    `homepage=${homepage}`,
    `bugs.url=${repository}/issues`,
    'repository.type=git',
    `repository.url=git+${repository}.git`,
    `author=${author}`,
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [repository, author, homepage] = process.argv.slice(2);
  if (author === undefined || !/^https:\/\/[\w.-]+\/[\w.-]+\/[\w.-]+$/.test(repository))
    throw new TypeError(
      'usage: npm run address -- https://github.com/OWNER/mapilint "NAME <MAIL>" [HOMEPAGE]',
    );
  execFileSync('npm', ['pkg', 'set', ...fieldsOf(repository, author, homepage)], { stdio: 'inherit' });
  const path = fileURLToPath(new URL('README.md', import.meta.url));
  writeFileSync(path, withBadges(readFileSync(path, 'utf8'), repository));
}
