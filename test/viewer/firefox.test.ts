import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefoxTitle, hasFirefox, launchFirefox } from '../support/firefox';
import { viewerPath } from '../support/viewer';

const sample = (path: string): string => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));

describe.skipIf(!hasFirefox)(`the main ways through the page ${firefoxTitle}`, () => {
  let browser: Browser;
  let page: Page;
  const url = pathToFileURL(viewerPath).href;
  const complaints: string[] = [];
  const requests: string[] = [];
  beforeAll(async () => {
    browser = await launchFirefox();
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.setDefaultTimeout(60_000);
    page.on('request', (request) => {
      const address = request.url();
      // what the browser draws its own controls with is data that it brings along
      if (!address.startsWith(url) && !/^(blob|data):/.test(address)) requests.push(address);
    });
    await page.goto(url);
  });
  afterAll(async () => {
    await browser.close();
  });

  async function choose(...paths: string[]): Promise<void> {
    const inputs = await page.$$('input[type=file]');
    const shown = await Promise.all(inputs.map((input) => input.evaluate((each) => !each.webkitdirectory)));
    const input = inputs[shown.indexOf(true)] as unknown as {
      uploadFile: (...files: string[]) => Promise<void>;
    };
    await input.uploadFile(...paths);
  }
  const text = (selector: string): Promise<string> =>
    page.$eval(selector, (element) => (element as HTMLElement).innerText);

  test('the example, a message of it, back, and evidence', async () => {
    await page.locator('::-p-text(Try it with an example mailbox)').click();
    await page.waitForSelector('.totals');
    await page.waitForSelector('.progress', { hidden: true });
    expect(await text('.totals')).toBe('2 meetings affected, 2 people to tell');
    expect(await text('nav [aria-current=true]')).toBe('Kalender');
    await page.locator('.item').click();
    await page.waitForSelector('.verdict .word');
    expect(await text('.verdict .word')).toContain('Would not arrive');
    expect(page.url()).toMatch(/#s1\/f\d+\/i\d+$/);
    await page.evaluate(() => {
      history.back();
    });
    await page.waitForSelector('.overview');
    await choose(sample('meetings/sent-cancellation.msg'));
    await page.waitForSelector('article');
    await choose(sample('evidence/event.evt'));
    await page.waitForFunction(() => document.querySelector('article .code')?.textContent === 'confirmed');
    expect(await text('.evidence')).toContain('event log (evt), 3 events');
  });

  test('nothing was requested, and nothing complained', () => {
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
