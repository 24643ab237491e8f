// Every state of the page, at every width and in all colours: what is inaccessible there, and what does not fit.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { artefacts, choose } from './viewer';

const sample = (path: string): string => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  readonly axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

interface Look {
  readonly name: string;
  readonly size: Parameters<Page['setViewportSize']>[0];
  readonly media?: Parameters<Page['emulateMedia']>[0];
}

/** How the page is looked at; what is named, the screenshots are called by. */
export const looks: readonly Look[] = [
  { name: '320', size: { width: 320, height: 700 } },
  { name: '390-dark', size: { width: 390, height: 844 }, media: { colorScheme: 'dark' } },
  // what a window of 1280 shows at 200 %
  { name: '640', size: { width: 640, height: 450 } },
  { name: '768', size: { width: 768, height: 1024 } },
  { name: '1280', size: { width: 1280, height: 900 } },
  { name: '1280-forced', size: { width: 1280, height: 900 }, media: { forcedColors: 'active' } },
  { name: '1920-dark', size: { width: 1920, height: 1080 }, media: { colorScheme: 'dark' } },
];

/** What leads to a state of the page from the one before. */
const states: readonly (readonly [name: string, reach: (page: Page) => Promise<unknown>])[] = [
  ['start', (page) => page.locator('main').waitFor()],
  [
    'message',
    async (page) => {
      await choose(page, sample('meetings/exception-defect.msg'));
      await page.locator('tr.found button.row').first().click();
      await page.locator('table.properties').waitFor();
    },
  ],
  [
    'failure',
    async (page) => {
      await choose(page, sample('malformed/message-unrecognized.msg'));
      await page.locator('.failure').waitFor();
    },
  ],
  [
    'list',
    async (page) => {
      await choose(page, sample('stores/mailbox.pst'), sample('evidence/event.evt'), sample('README.md'));
      await page.locator('.progress').waitFor({ state: 'detached' });
      await page.evaluate(() => (location.hash = '#s4'));
      await page.locator('.item').nth(4).waitFor();
      await page.getByText('Dates and exports').click();
    },
  ],
  ['nothing-found', (page) => page.getByRole('searchbox', { name: 'Find' }).fill('nothing is called so')],
  [
    'item',
    async (page) => {
      await page.getByRole('searchbox', { name: 'Find' }).fill('');
      await page.locator('.item').first().click();
      await page.locator('.verdict .word:visible').waitFor();
    },
  ],
];

/** What is wrong with the page in each state and look, with a picture of each in `test-artifacts`. */
export async function faultsOf(page: Page, wanted: readonly Look[]): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(axe);
  for (const [state, reach] of states) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await reach(page);
    for (const { name, size, media } of wanted) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
      const found = [...(await violationsOf(page)), ...(await overflowOf(page))];
      faults.push(...found.map((fault) => `${state} at ${name}: ${fault}`));
      await page.screenshot({ path: join(artefacts, `${state}-${name}.png`) });
    }
  }
  return faults;
}

export async function overflowOf(page: Page): Promise<string[]> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return beyond > 0 ? [`${beyond} pixels wider than the window`] : [];
}

function violationsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as Axe;
    return (await tool.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
