// The programs of strangers: each a folder here, with what it needs from npm and how it is run in a project that has it
// compiled in `out`. What a run prints is compared with `expected.txt` of the folder.
import { hasChromium, withPage } from '../release/chromium.mjs';

const node =
  (...args) =>
  (project) =>
    project.run(process.execPath, args);

/** What the tests of a project are called, and what came of each. */
function jest(project) {
  const { testResults } = JSON.parse(project.bin('jest', '--config', 'jest-jsdom/jest.config.cjs', '--json'));
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ title, status }) => `${status}: ${title}\n`)
    .join('');
}

/** Drops a message, then what is none, on the built page; gives what it shows. */
async function page(project) {
  project.bin('vite', 'build', 'vite-page', '--logLevel', 'warn', '--outDir', '../out/vite');
  const fileOf = (path) =>
    path.startsWith('/samples/')
      ? project.path(path)
      : project.path('out/vite', path === '/' ? 'index.html' : path);
  return withPage(fileOf, async (open) => {
    let shown = '';
    for (const path of ['/samples/meetings/textbook-defect.msg', '/samples/README.md']) {
      await open.evaluate(dropFile, path);
      const name = path.split('/').at(-1);
      await open.waitForFunction((start) => document.body.innerText.includes(`${start}:`), name);
      shown += `${await open.locator('#verdict').innerText()}\n`;
      for (const row of await open.locator('#attendees tr').all())
        shown += `${(await row.locator('td').allInnerTexts()).join(' | ')}\n`;
    }
    return shown;
  });
}

/** Runs in the page. */
async function dropFile(path) {
  const bytes = await (await fetch(path)).arrayBuffer();
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], path.split('/').at(-1)));
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.getElementById('drop').dispatchEvent(event);
}

/** `isPossible` is false where a browser is missing; `packages` come beside TypeScript and Node's types. */
export const programs = [
  { name: 'csv-of-attendees', run: node('out/csv-of-attendees/main.js', 'samples/meetings') },
  { name: 'upload-endpoint', run: node('out/upload-endpoint/main.js') },
  { name: 'vite-page', packages: ['vite@8.3.8'], run: page, isPossible: hasChromium },
  { name: 'worker-pool', run: node('out/worker-pool/main.js', 'samples/meetings') },
  {
    name: 'jest-jsdom',
    packages: [
      'jest@30.5.2',
      'jest-environment-jsdom@30.5.2',
      '@babel/core@7.29.13',
      '@babel/preset-env@7.29.14',
      '@babel/preset-typescript@7.27.1',
    ],
    run: jest,
  },
  {
    name: 'from-msgreader',
    packages: [
      '@kenjiuno/msgreader@1.28.0',
      '@kenjiuno/decompressrtf@0.1.4',
      'iconv-lite@0.7.3',
      'rtf-stream-parser@3.8.1',
    ],
    run: node('out/from-msgreader/main.js', 'mail.msg', 'samples/meetings/exception-defect.msg'),
  },
  {
    name: 'property-dump',
    packages: ['rtf-stream-parser@3.8.1'],
    run: node('out/property-dump/main.js', 'mail.msg'),
  },
].map(({ packages = [], isPossible = true, ...program }) => ({ ...program, packages, isPossible }));
