// npm run compare-builds -- FOLDER: whether this build tells the same of every file as that of another checkout in FOLDER. What
// differs is counted by its place in the JSON, each with its first file and both values.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileSets } from './file-sets.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the build in a checkout tells of each path, as lines of JSON. */
function told(checkout, folder, list, count) {
  cpSync(join(root, 'test/release/programs'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(checkout, join(folder, 'node_modules/mapilint'), 'junction');
  const out = join(folder, 'out');
  mkdirSync(out);
  execFileSync(process.execPath, [join(folder, 'told-on-node.mjs'), list, out], { stdio: 'inherit' });
  return Array.from({ length: count }, (_, index) => readFileSync(join(out, `${index}.jsonl`), 'utf8'));
}

const isObject = (value) => typeof value === 'object' && value !== null;

/** Statements by what they are, so that one more or less shifts no others. */
function byCode(list) {
  const times = new Map();
  return Object.fromEntries(
    list.map((each) => {
      const key = `[${[each.rule, each.code].filter(Boolean).join(' ')}]`;
      const place = `${key} ${each.path}`;
      times.set(place, (times.get(place) ?? 0) + 1);
      return [`${place} ${times.get(place)}`, each];
    }),
  );
}

const isOfCodes = (value) => Array.isArray(value) && value.some((each) => each?.code !== undefined);

/** Calls `differ` with each place where two values differ; numbers of rows are left out of the place. */
function compare(one, other, place, differ) {
  if (isOfCodes(one) || isOfCodes(other)) {
    const [here, there] = [byCode(one ?? []), byCode(other ?? [])];
    for (const key of new Set([...Object.keys(here), ...Object.keys(there)]))
      compare(here[key], there[key], `${place}.${/^\[[^\]]*\]/.exec(key)[0]}`, differ);
  } else if (isObject(one) && isObject(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
      compare(one[key], other[key], `${place}.${Array.isArray(one) ? '[]' : key}`, differ);
  } else if (one !== other) differ(place, one, other);
}

function differences(paths, before, after) {
  const found = new Map();
  for (const [index, path] of paths.entries()) {
    if (before[index] === after[index]) continue;
    const [one, other] = [before[index], after[index]].map((text) => text.split('\n').map(JSON.parse));
    compare(one, other, '', (deep, was, is) => {
      const place = deep.replace(/(\.embedded\.\[\])+/g, '.embedded.[]');
      const entry = found.get(place) ?? { count: 0, files: new Set(), path, was, is };
      entry.count += 1;
      entry.files.add(path);
      found.set(place, entry);
    });
  }
  return found;
}

const shown = (value) => String(JSON.stringify(value)).slice(0, 160);

const folder = mkdtempSync(join(tmpdir(), 'mapilint-builds-'));
try {
  const evil = join(folder, 'evil');
  mkdirSync(evil);
  const sets = fileSets(evil);
  const paths = Object.values(sets).flat();
  const list = join(folder, 'paths.txt');
  writeFileSync(list, paths.join('\n'));
  const before = told(resolve(process.argv[2] ?? '.'), join(folder, 'before'), list, paths.length);
  const after = told(root, join(folder, 'after'), list, paths.length);
  const found = differences(paths, before, after);
  for (const [place, { count, files, path, was, is }] of found)
    console.log(
      `${place}: ${count} in ${files.size} files, first ${path}\n  was ${shown(was)}\n  is  ${shown(is)}`,
    );
  const of = Object.entries(sets).map(([name, { length }]) => `${length} of ${name}`);
  console.log(`${paths.length} files (${of.join(', ')}): ${found.size} places differ`);
  process.exitCode = found.size > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
