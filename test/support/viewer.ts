// The page, opened as its users open it: from a file. What it requests and complains about is written down.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const viewerPath = join(root, 'dist/viewer.html');
export const artefacts = join(root, 'test-artifacts');
mkdirSync(artefacts, { recursive: true });

export interface Viewer {
  readonly page: Page;
  /** Requests for anything but the page itself and its worker. */
  readonly requests: string[];
  /** What the console was told, and errors that nobody caught. */
  readonly complaints: string[];
}

export async function openViewer(
  browser: Browser,
  options: BrowserContextOptions = {},
  path = viewerPath,
): Promise<Viewer> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(60_000); // less than a test may take: one that waits in vain says for what
  const viewer: Viewer = { page, requests: [], complaints: [] };
  const url = pathToFileURL(path).href;
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('blob:')) viewer.requests.push(request.url());
  });
  page.on('console', (message) => viewer.complaints.push(message.text()));
  page.on('pageerror', (error) => viewer.complaints.push(error.message));
  await page.goto(url);
  return viewer;
}

/** Hands files over by the button. */
export async function choose(page: Page, ...files: string[]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(files);
}

/** Drops the file that was put into the page's `window.held`, and gives the milliseconds until a verdict stands there. */
export function dropHeld(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const transfer = new DataTransfer();
    transfer.items.add((window as unknown as { held: File }).held);
    const start = performance.now();
    document.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
    while (document.querySelector('.verdict .word') === null)
      await new Promise((next) => setTimeout(next, 1));
    document.body.getBoundingClientRect(); // its layout belongs to it
    return performance.now() - start;
  });
}

/** Puts a file of the disk into the page's `window.held`, as a drop would bring it: nothing of it is read yet. */
export async function hold(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', id: 'held' });
    document.body.append(input);
  });
  await page.locator('#held').setInputFiles(path);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#held');
    (window as unknown as { held: File | undefined }).held = input?.files?.[0];
    input?.remove();
  });
}
