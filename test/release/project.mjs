// An empty project with the packed tarball in it: what a stranger has after `npm install mapilint`.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packInto } from './pack.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const programs = fileURLToPath(new URL('programs/', import.meta.url));

/** The README's first example, and what it prints. */
export const [example, printed] = [
  ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```(?:js|text)\n([\s\S]*?)^```$/gm),
].map(([, text]) => text);

export class Project {
  folder = mkdtempSync(join(tmpdir(), 'mapilint-project-'));

  constructor() {
    writeFileSync(this.path('package.json'), '{ "private": true, "type": "module" }');
    this.run('npm', ['install', '--no-audit', '--no-fund', packInto(this.folder)]);
    for (const name of readdirSync(programs))
      cpSync(join(programs, name), this.path(name), { recursive: true });
    for (const name of ['example.mjs', 'example.mts']) writeFileSync(this.path(name), example);
    cpSync(this.path('typed.ts'), this.path('typed.cts'));
    // the example's own paths: the package brings these samples
    cpSync(this.path('node_modules/mapilint/samples'), this.path('samples'), { recursive: true });
    mkdirSync(this.path('out'));
  }

  path(...names) {
    return join(this.folder, ...names);
  }

  /** What a program prints; throws, with its output, if it fails. */
  run(command, args, cwd = this.folder) {
    const stdio = ['ignore', 'pipe', 'pipe'];
    return execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      stdio,
      timeout: 300_000,
      maxBuffer: 1 << 28,
    });
  }

  bin(name, ...args) {
    return this.run(this.path('node_modules/.bin', name), args);
  }

  install(...packages) {
    this.#installIn(this.folder, packages);
  }

  /** A real binary of another Node. */
  node(version) {
    const place = this.path(`node${version}`);
    const binary = join(place, 'node_modules/node/bin/node');
    if (!existsSync(binary)) this.#installIn(place, [`node@${version}`]);
    return binary;
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #installIn(place, packages) {
    this.run('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', place, ...packages]);
  }
}
