import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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
const looks: readonly (readonly [name: string, options: BrowserContextOptions, isAudited: boolean])[] = [
  ['320', { viewport: { width: 320, height: 700 } }, false],
  ['390-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }, true],
  ['768', { viewport: { width: 768, height: 1024 } }, false],
  ['1280', { viewport: { width: 1280, height: 900 } }, true],
  ['1280-forced', { viewport: { width: 1280, height: 900 }, forcedColors: 'active' }, false],
  // 200 %: half the pixels, each twice as large
  ['640-zoom', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, false],
  ['1920-dark', { viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' }, false],
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

  test.each(looks)(
    'is accessible, fits and looks as it should: %s',
    async (name, options, isAudited = false) => {
      const viewer = await openViewer(browser, { reducedMotion: 'reduce', ...options });
      opened.push(viewer);
      const { page } = viewer;
      if (isAudited) await page.evaluate(axe);
      const audit = (state: string): Promise<void> => looked(page, `${state}-${name}`, isAudited);
      await audit('start');
      await choose(page, sample('meetings/exception-defect.msg'));
      await page.locator('tr.found button.row').first().click();
      await page.locator('table.properties').waitFor();
      await audit('message');
      await choose(page, sample('malformed/message-unrecognized.msg'));
      await page.locator('.failure').waitFor();
      await audit('failure');
      await choose(page, sample('stores/mailbox.pst'), sample('evidence/event.evt'), sample('README.md'));
      await page.locator('.progress').waitFor({ state: 'detached' });
      await page.evaluate(() => (location.hash = '#s4'));
      await page.locator('.item').nth(4).waitFor();
      await page.getByText('Dates and exports').click();
      await audit('list');
      await page.getByRole('searchbox', { name: 'Find' }).fill('nothing is called so');
      await audit('nothing-found');
      await page.getByRole('searchbox', { name: 'Find' }).fill('');
      await page.locator('.item').first().click();
      await page.locator('.verdict .word:visible').waitFor();
      await audit('item');
    },
    60_000,
  );

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
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'שם\u202e.msg', mimeType: '', buffer: Buffer.from(bytes) });
    await page.locator('.verdict .word').waitFor({ timeout: 60_000 });
    expect(await page.locator('.verdict h2').innerText()).toBe(String.raw`מפגש \u{D800} \u{2066}x`);
    expect(await page.locator('h3', { hasText: 'to tell' }).innerText()).toBe('10000 people to tell');
    expect(await page.locator('tbody .name').nth(3).innerText()).toBe(String.raw`half \u{D83D}`);
    await looked(page, 'hostile-390', false);
  }, 90_000);

  test('nothing was ever requested, and nothing complained', () => {
    expect(opened.flatMap(({ requests }) => requests)).toEqual([]);
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

/** No violation, nothing beside the window; and a picture of it. */
async function looked(page: Page, name: string, isAudited: boolean): Promise<void> {
  if (isAudited) expect(await violationsOf(page), name).toEqual([]);
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
