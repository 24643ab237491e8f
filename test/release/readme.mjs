// What the README shows, by the packed tarball: its example on a message of one's own, and its commands.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printed } from './project.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const sessions = [...readme.matchAll(/^```console\n\$ npx mapilint (.*)\n([\s\S]*?)^```$/gm)];

/** The example with a path of one's own, as in an empty project, where there are no samples. */
export function exampleOnOwnFile(project) {
  cpSync(join(root, 'samples/meetings/textbook-defect.msg'), project.path('own.msg'));
  return [
    { expected: printed.trim(), found: project.run(process.execPath, ['example.mjs', 'own.msg']).trim() },
  ];
}

/** The commands, with the samples of a clone beside them. An ellipsis stands for lines before, and for lines after. */
export function commands(project) {
  if (sessions.length === 0) throw new Error('the README shows no command');
  return sessions.map(([, words, shown]) => {
    cpSync(join(root, 'samples/stores'), project.path('samples/stores'), { recursive: true });
    const { stdout: told } = spawnSync(project.path('node_modules/.bin/mapilint'), words.split(' '), {
      cwd: project.folder,
      encoding: 'utf8',
    });
    const expected = shown.replace(/^…\n/, '').replace(/\n…\n$/, '');
    return { expected, found: told.includes(expected) ? expected : told };
  });
}
