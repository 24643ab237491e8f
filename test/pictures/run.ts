// Writes the pictures of docs/viewer.md to docs/pictures: `npm run pictures`. None is larger than 60 kB.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { choose, openViewer } from '../support/viewer';
import { smallPng } from './small-png';

const MOST_BYTES = 60_000;
const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, 'docs/pictures');
const sample = (path: string): string => join(root, 'samples', path);
mkdirSync(pictures, { recursive: true });

async function take(
  browser: Browser,
  name: string,
  options: BrowserContextOptions,
  arrange: (page: Page) => Promise<void>,
): Promise<void> {
  const { page } = await openViewer(browser, { viewport: { width: 1100, height: 620 }, ...options });
  await arrange(page);
  const path = join(pictures, `${name}.png`);
  await page.mouse.move(0, 0);
  const picture = await smallPng(page, await page.screenshot({ animations: 'disabled' }));
  writeFileSync(path, picture);
  await page.close();
  const size = picture.length;
  console.log(`${name}.png: ${size} bytes`);
  if (size > MOST_BYTES) process.exitCode = 1;
}

async function mailbox(page: Page): Promise<void> {
  await choose(page, sample('stores/mailbox.pst'), sample('evidence/event.evt'));
  await page.locator('.item').nth(3).waitFor();
  await page.locator('.progress').waitFor({ state: 'detached' });
}

const browser = await launchBrowser();
try {
  await take(browser, 'start', {}, async (page) => {
    await page.locator('.start').waitFor();
  });
  await take(browser, 'mailbox', {}, mailbox);
  await take(browser, 'item', { viewport: { width: 1100, height: 540 } }, async (page) => {
    await mailbox(page);
    await page.locator('.item').first().click();
    await page.locator('.people').waitFor();
  });
  await take(browser, 'table', { viewport: { width: 1000, height: 420 } }, async (page) => {
    await choose(page, sample('meetings/textbook-defect.msg'));
    await page.locator('.people').waitFor();
    await page.locator('#table-title').evaluate((title) => {
      title.scrollIntoView();
    });
  });
  await take(
    browser,
    'phone',
    { viewport: { width: 390, height: 720 }, colorScheme: 'dark' },
    async (page) => {
      await mailbox(page);
    },
  );
} finally {
  await browser.close();
}
