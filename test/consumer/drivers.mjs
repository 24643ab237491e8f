// How the programs run that need more than Node; each gives what it tells.
import { hasChromium, withPage } from '../release/chromium.mjs';

/** What the tests of a project are called, and what came of each. */
function runJest(project) {
  const { testResults } = JSON.parse(project.bin('jest', '--config', 'jest-jsdom/jest.config.cjs', '--json'));
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ title, status }) => `${status}: ${title}\n`)
    .join('');
}

/** Drops a message, then what is none, on the built page; gives what it shows. */
async function openPage(project) {
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

/** By the names of the programs; `isPossible` is false where a browser is missing. */
export const drivers = {
  'vite-page': { run: openPage, isPossible: hasChromium },
  'jest-jsdom': { run: runJest, isPossible: true },
};
