// How the page bears large mailboxes: `npm run page-load -- [--files 5000] [--items 20000]`. Prints how soon the first
// verdict stands there after a drop, how long judging takes, the longest frame while the list scrolls, the most work that
// a frame is, and the memory; ends with 1 if that work takes more than 100 ms of the processor.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { largeFile, largeStore } from '../support/large-mailbox';
import { openViewer } from '../support/viewer';
import { firstVerdicts } from './first-verdict';
import { longestFrame, memoryOf, mostWork } from './frames';

const MOST_WORK = 100;
const { values } = parseArgs({
  options: { files: { type: 'string', default: '5000' }, items: { type: 'string', default: '20000' } },
});
const temporary = mkdtempSync(join(tmpdir(), 'mapilint-page-load-'));

function folderOf(count: number): string {
  const folder = join(temporary, 'files');
  mkdirSync(folder);
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(folder, `${index}.msg`), largeFile(index));
  return folder;
}

function storeOf(count: number): string {
  const path = join(temporary, 'large.pst');
  writeFileSync(path, largeStore(count));
  return path;
}

async function judged(page: Page, choose: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await choose();
  await page.locator('.progress').waitFor({ timeout: 60_000 });
  await page.locator('.progress').waitFor({ state: 'detached', timeout: 1_000_000 });
  return (performance.now() - start) / 1000;
}

async function measure(name: string, choose: (page: Page) => Promise<void>): Promise<number> {
  const browser = await launchBrowser();
  const { page } = await openViewer(browser);
  const seconds = await judged(page, () => choose(page));
  const totals = await page.locator('.totals').innerText();
  const frame = await longestFrame(page);
  const work = await mostWork(page);
  const { held, peak } = await memoryOf(page);
  console.log(
    `${name}: ${totals}; judged in ${seconds.toFixed(1)} s, longest frame while scrolling ${frame.toFixed(0)} ms, most work in one ${work.toFixed(0)} ms, ` +
      `${held.toFixed(0)} MB held by the page, at most ${peak.toFixed(0)} MB taken with its worker`,
  );
  await browser.close();
  return work;
}

try {
  const browser = await launchBrowser();
  await firstVerdicts(browser, temporary);
  await browser.close();
  const folder = folderOf(Number(values.files));
  const store = storeOf(Number(values.items));
  const works = [
    await measure(`${values.files} files`, (page) =>
      page.locator('input[webkitdirectory]').last().setInputFiles(folder),
    ),
    await measure(`a store of ${values.items} items`, (page) =>
      page.locator('input[type=file]').first().setInputFiles(store),
    ),
  ];
  if (Math.max(...works) > MOST_WORK) process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true });
}
