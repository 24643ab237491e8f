// Whether the package tells the same of every file wherever it runs: on three Nodes and in Chromium.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasChromium, withPage } from './chromium.mjs';
import { fileSets } from './file-sets.mjs';

function onNode(project, binary, paths) {
  const list = project.path('paths.txt');
  writeFileSync(list, paths.join('\n'));
  const lines = project.run(binary, ['results-on-node.mjs', list]).trimEnd().split('\n');
  return new Map(lines.map((line) => [line.slice(65), line.slice(0, 64)]));
}

function inChromium(project, paths) {
  project.install('esbuild@0.27.7');
  const script = project.path('out/results.js');
  project.bin(
    'esbuild',
    'results-in-page.mjs',
    '--bundle',
    '--platform=browser',
    '--format=esm',
    `--outfile=${script}`,
  );
  const html = project.path('out/results.html');
  writeFileSync(
    html,
    '<!doctype html><title>results</title><script type="module" src="/results.js"></script>',
  );
  const fileOf = (path) =>
    ({ '/': html, '/results.js': script })[path] ?? paths[Number(path.slice('/file/'.length))];
  return withPage(fileOf, async (page) => {
    await page.waitForFunction('globalThis.resultOfUrl !== undefined');
    const results = new Map();
    for (const [index, path] of paths.entries())
      results.set(path, await page.evaluate(`resultOfUrl('/file/${index}')`));
    return results;
  });
}

/** Differences between where it ran, as `found`, and how many files were read, in words. */
export async function compareResults(project) {
  const evil = mkdtempSync(join(tmpdir(), 'mapilint-evil-'));
  try {
    const sets = fileSets(evil);
    const paths = Object.values(sets).flat();
    const told = Object.entries(sets).map(([name, { length }]) => `${length} of ${name}`);
    const reference = onNode(project, process.execPath, paths);
    const different = [];
    const compare = (place, results) =>
      different.push(
        ...paths
          .filter((path) => results.get(path) !== reference.get(path))
          .map((path) => `${place}: ${path}`),
      );
    for (const version of ['20', '22', '24'])
      compare(`Node ${version}`, onNode(project, project.node(version), paths));
    if (hasChromium) compare('Chromium', await inChromium(project, paths));
    return { told: `${told.join(', ')}${hasChromium ? '' : '; no Chromium'}`, different };
  } finally {
    rmSync(evil, { recursive: true, force: true });
  }
}
