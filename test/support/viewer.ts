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
    while (document.querySelector('.verdict') === null) await new Promise((next) => setTimeout(next, 1));
    return performance.now() - start;
  });
}

/** Puts bytes into the page as a file, followed by zeros that make it as large as asked. */
export async function hold(page: Page, name: string, bytes: Uint8Array, padding = 0): Promise<void> {
  await page.evaluate(
    ({ base64, name: called, zeros }) => {
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const parts: BlobPart[] = [content];
      const block = new Uint8Array(1 << 20);
      for (let left = zeros; left > 0; left -= block.length)
        parts.push(block.subarray(0, Math.min(left, block.length)));
      (window as unknown as { held: File }).held = new File(parts, called);
    },
    { base64: Buffer.from(bytes).toString('base64'), name, zeros: padding },
  );
}
