// Debian's Chromium, or CHROMIUM, with a page from a server of its own.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasChromium = existsSync(executablePath);

const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const types = { html: 'text/html', js: 'text/javascript' };

/** Opens `/`, of the files that `fileOf` finds for the paths of requests. */
export async function withPage(fileOf, work) {
  const server = createServer(({ url }, response) => {
    const file = fileOf(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const isThere = file !== undefined && existsSync(file);
    response.writeHead(isThere ? 200 : 404, {
      'content-type': types[file?.split('.').at(-1)] ?? 'application/octet-stream',
    });
    response.end(isThere ? readFileSync(file) : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath, args, chromiumSandbox: false });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await work(page);
  } finally {
    await browser.close();
    server.close();
  }
}
