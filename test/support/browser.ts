// A real browser, where there is one: Debian's chromium, or CHROMIUM.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const hasBrowser = existsSync(executablePath);
export const browserTitle = hasBrowser
  ? 'in Chromium'
  : `in Chromium (skipped: no ${executablePath}; set CHROMIUM)`;
if (!hasBrowser)
  console.warn(`No browser at ${executablePath}: its tests are skipped. Set CHROMIUM to run them.`);

const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const browserBuild = fileURLToPath(new URL('../../dist/browser/', import.meta.url));

/** A page that reads files by the browser build, as dropped `File`s. */
const reportPage = `<!doctype html><title>mapilint</title><script type="module">
  import { diagnose, readMessage } from '/index.js';
  import { toMessageReport } from '/report/index.js';
  const read = (base64) =>
    readMessage(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], 'x.msg'));
  window.report = async (base64) => {
    const message = await read(base64);
    return JSON.stringify(toMessageReport('x.msg', message, diagnose(message)));
  };
  window.names = async (base64) =>
    JSON.stringify((await read(base64)).recipients.map(({ displayName }) => displayName ?? null));
</script>`;

/** A file that is read in the browser, and what of it a page says as JSON: its report, or the names of its recipients. */
export interface FileInBrowser {
  readonly told: 'report' | 'names';
  readonly bytes: Uint8Array;
}

/** What one page says about all these files. */
export function inBrowser(files: readonly FileInBrowser[]): Promise<string[]> {
  return withPage(reportPage, async (page) => {
    await page.waitForFunction('window.names !== undefined');
    const answers: string[] = [];
    for (const { told, bytes } of files)
      answers.push(await page.evaluate(`window.${told}('${Buffer.from(bytes).toString('base64')}')`));
    return answers;
  });
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args, chromiumSandbox: false });
}

/** Opens a page beside the browser build, and closes everything afterwards. */
export async function withPage<T>(html: string, work: (page: Page) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    const file = join(browserBuild, new URL(request.url ?? '/', 'http://localhost').pathname);
    const isScript = file.endsWith('.js') && existsSync(file);
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? readFileSync(file) : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await work(page);
  } finally {
    await browser.close();
    server.close();
  }
}
