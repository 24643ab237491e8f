import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { browserTitle, hasBrowser, launchBrowser } from '../support/browser';
import { external, meetingOf } from '../support/meetings';
import { writeMsg } from '../support/msg-writer';
import { artefacts, choose, openViewer } from '../support/viewer';
import type { Viewer } from '../support/viewer';

const sample = (path: string): string => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  readonly axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** How the page is looked at; what is named, the screenshots are called by. */
const looks: readonly { readonly name: string; readonly size: Size; readonly media?: Media }[] = [
  { name: '320', size: { width: 320, height: 700 } },
  { name: '390-dark', size: { width: 390, height: 844 }, media: { colorScheme: 'dark' } },
  // what a window of 1280 shows at 200 %
  { name: '640', size: { width: 640, height: 450 } },
  { name: '768', size: { width: 768, height: 1024 } },
  { name: '1280', size: { width: 1280, height: 900 } },
  { name: '1280-forced', size: { width: 1280, height: 900 }, media: { forcedColors: 'active' } },
  { name: '1920-dark', size: { width: 1920, height: 1080 }, media: { colorScheme: 'dark' } },
];
type Size = Parameters<Page['setViewportSize']>[0];
type Media = Parameters<Page['emulateMedia']>[0];

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

describe.skipIf(!hasBrowser)(`every state of the page ${browserTitle}`, () => {
  let browser: Browser;
  const opened: Viewer[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('is accessible, fits and looks as it should, at every width and in all colours', async () => {
    const viewer = await openViewer(browser, { reducedMotion: 'reduce' });
    opened.push(viewer);
    const { page } = viewer;
    await page.evaluate(axe);
    for (const [state, reach] of states) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await reach(page);
      for (const { name, size, media } of looks) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
        expect(await violationsOf(page), `${state} at ${name}`).toEqual([]);
        await looked(page, `${state}-${name}`);
      }
    }
  }, 120_000);

  test('prints the item with the chosen columns', async () => {
    const viewer = await openViewer(browser);
    opened.push(viewer);
    const { page } = viewer;
    await choose(page, sample('meetings/textbook-defect.msg'));
    await page.locator('.verdict .word').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.exports').isVisible()).toBe(false);
    expect(await page.locator('table.recipients').isVisible()).toBe(true);
    await page.screenshot({ path: join(artefacts, 'print.png'), fullPage: true });
  });

  test('10,000 attendees, names from right to left, of East Asia, cut in half', async () => {
    const names = [
      'سارة بنت محمد',
      '山田太郎',
      'half \ud83d',
      'Bob\u202egsm.exe',
      '👩‍💻'.repeat(200),
      'x'.repeat(5000),
    ];
    const attendees = Array.from({ length: 10_000 }, (_, index) => ({
      ...external,
      name: names[index] ?? `Attendee ${index}`,
      address: `a${index}@partner.example`,
      time: 0n,
    }));
    const bytes = writeMsg(describeMeeting(meetingOf(attendees, { subject: 'מפגש \ud800 \u2066x' })));
    const viewer = await openViewer(browser, { viewport: { width: 390, height: 844 } });
    opened.push(viewer);
    const { page } = viewer;
    const path = join(mkdtempSync(join(tmpdir(), 'mapilint-states-')), 'שם\u202e.msg');
    writeFileSync(path, bytes);
    await choose(page, path);
    await page.locator('.verdict .word').waitFor({ timeout: 60_000 });
    expect(await page.locator('.verdict h2').innerText()).toBe(String.raw`מפגש \u{D800} \u{2066}x`);
    expect(await page.locator('h3', { hasText: 'to tell' }).innerText()).toBe('10000 people to tell');
    expect(await page.locator('tbody .name').nth(3).innerText()).toBe(String.raw`half \u{D83D}`);
    await looked(page, 'hostile-390');
  }, 90_000);

  test('nothing was ever requested, and nothing complained', () => {
    expect(opened.flatMap(({ requests }) => requests)).toEqual([]);
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

/** Nothing is beside the window; and a picture of it. */
async function looked(page: Page, name: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `${name} is wider than the window`).toBeLessThanOrEqual(0);
  await page.screenshot({ path: join(artefacts, `${name}.png`) });
}

function violationsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as Axe;
    return (await tool.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
