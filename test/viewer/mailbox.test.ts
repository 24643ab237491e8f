import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserTitle, hasBrowser, launchBrowser } from '../support/browser';
import { largeStore } from '../support/large-mailbox';
import { choose, openViewer } from '../support/viewer';
import type { Viewer } from '../support/viewer';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const sample = (path: string): string => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'mapilint-mailbox-'));

describe.skipIf(!hasBrowser)(`a mailbox in the page ${browserTitle}`, () => {
  let browser: Browser;
  const opened: Viewer[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(temporary, { recursive: true, force: true });
  });

  const open = async (): Promise<Page> => {
    const viewer = await openViewer(browser);
    opened.push(viewer);
    return viewer.page;
  };
  const judged = (page: Page): Promise<void> => page.locator('.progress').waitFor({ state: 'detached' });
  const words = (page: Page): Promise<string[]> => page.locator('.item .badge').allInnerTexts();
  const saved = async (page: Page, name: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };

  test('a store: judged whole, the calendar shown first, every place in the address by position', async () => {
    const page = await open();
    await choose(page, sample('stores/mailbox.pst'));
    await page.locator('.item').first().waitFor();
    await judged(page);
    expect(await page.locator('nav [aria-current=true]').innerText()).toContain('Kalender');
    expect(await page.locator('.totals').innerText()).toBe('2 meetings affected, 2 people to tell');
    expect(await words(page)).toEqual([
      '✕ Would not arrive',
      '✕ Would not arrive',
      '✓ Should arrive',
      '✓ Should arrive',
    ]);
    await page.locator('.item', { hasText: 'Weekly call' }).click();
    await page.locator('.verdict h2', { hasText: 'Weekly call' }).waitFor();
    expect(page.url()).toMatch(/viewer\.html#s1\/f\d+\/i\d+$/);
    await page.locator('.tree a', { hasText: 'mailbox.pst' }).click();
    await page.locator('.item').nth(5).waitFor();
    await page.goBack();
    await page.locator('.verdict h2', { hasText: 'Weekly call' }).waitFor();
    await page.goBack();
    await page.locator('.overview').waitFor();
    await page.goForward();
    await page.locator('.item[aria-selected=true]', { hasText: 'Weekly call' }).waitFor();
  });

  test('a folder: the worst first, filters, and one quiet line for what is not a message', async () => {
    const page = await open();
    await page.locator('input[webkitdirectory]').last().setInputFiles(sample('meetings'));
    await page.locator('.item').nth(3).waitFor();
    await judged(page);
    const all = await words(page);
    expect(all[0]).toBe('✕ Would not arrive');
    expect(all.at(-1)).not.toContain('✕');
    expect(await page.locator('.quiet summary').innerText()).toBe('20 files are not messages');
    await page.getByRole('button', { name: /Should arrive/ }).click();
    expect(new Set(await words(page))).toEqual(new Set(['✓ Should arrive']));
    await page.getByRole('button', { name: /Should arrive/ }).click();
    await page.getByRole('searchbox', { name: 'Find' }).fill('carla@partner.example');
    const withCarla = await page.locator('.item').count();
    expect(withCarla).toBeGreaterThan(3);
    await page.getByLabel('Find in').selectOption('organizer');
    expect(await page.locator('.empty').innerText()).toContain('Change the filter');
    await page.getByRole('searchbox', { name: 'Find' }).fill('');
    await page.getByText('Dates and exports').click();
    await page.getByLabel('Starts from').fill('2030-01-01');
    expect(await page.locator('#items .empty').count()).toBe(1);
  });

  test('works by keyboard: arrows choose, Enter opens', async () => {
    const page = await open();
    await choose(page, sample('stores/mailbox.pst'));
    await page.locator('.item').nth(3).waitFor();
    await judged(page);
    await page.locator('.rows').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.rows').getAttribute('aria-activedescendant')).toBe('row-2');
    await page.keyboard.press('Enter');
    await page.locator('.verdict.good').waitFor();
  });

  test('the people to tell: a letter for the clipboard', async () => {
    const page = await open();
    await choose(page, sample('meetings/textbook-defect.msg'));
    await page.locator('.people').waitFor();
    expect(await page.locator('.people').innerText()).toContain('carla@partner.example');
    await page.getByRole('button', { name: 'Copy the letter' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /^(Copied|Saved)$/ })
      .waitFor({ state: 'attached' });
    expect(await page.locator('.because').count()).toBe(1);
    await page.getByLabel('Plain names').check();
    expect(await page.locator('thead .sort').allInnerTexts()).toEqual(
      expect.arrayContaining(['Attendee', 'Answer', 'Answered at']) as string[],
    );
    expect(await page.locator('table.recipients').innerText()).not.toContain('PR_');
  });

  test('evidence in any order is listed with what it was worth', async () => {
    const page = await open();
    await choose(page, sample('evidence/event.evt'));
    await page.locator('.evidence', { hasText: 'is about none of the items' }).waitFor();
    await choose(page, sample('meetings/sent-cancellation.msg'));
    await page.locator('.verdict .code', { hasText: 'confirmed' }).waitFor();
    await page.locator('.evidence', { hasText: 'is about 1 item: Canceled: Quarterly review' }).waitFor();
    await choose(page, sample('evidence/ndr.eml'), sample('evidence/reply-carla.ics'));
    await page.locator('.evidence li').nth(2).waitFor();
    await judged(page);
    const told = await page.locator('.evidence').innerText();
    expect(told).toContain('event log (evt), 3 events');
    expect(told).toContain('non-delivery report');
    expect(told).toContain('reply');
    await choose(page, sample('containers/mail-with-calendar.eml'));
    await page.locator('.item').nth(1).waitFor();
    expect(await page.locator('.quiet').count()).toBe(0);
  });

  test('the list leaves in every form, redacted on request', async () => {
    const page = await open();
    await choose(page, sample('stores/mailbox.pst'));
    await page.locator('.item').nth(3).waitFor();
    await judged(page);
    await page.getByText('Dates and exports').click();
    expect((await saved(page, 'People to tell (CSV)')).trim().split('\n')).toHaveLength(4);
    expect(await saved(page, 'Findings (CSV)')).toContain('track-status-time-zero');
    const lines = JSON.parse(await saved(page, 'Items (JSON)')) as { verdict: string }[];
    expect(lines.map(({ verdict }) => verdict)).toEqual(['likely', 'likely', 'unlikely', 'unlikely']);
    expect(await saved(page, 'Report (HTML)')).toContain('Affected meetings');
    await page.getByLabel('with numbers for names').check();
    for (const name of ['People to tell (CSV)', 'Findings (CSV)', 'Items (JSON)', 'Report (HTML)'])
      expect(await saved(page, name), name).not.toMatch(/Bob|Miller|partner\.example|Quarterly|mailbox\.pst/);
  });

  test('says of every item what the command says', async () => {
    const page = await open();
    const mailbox = sample('scenario/mailbox.pst');
    await choose(page, mailbox, sample('scenario/application.evt'));
    await page.locator('.item').first().waitFor();
    await page.locator('.evidence').waitFor();
    await judged(page);
    expect(page.url()).toMatch(/#s2\/f\d+$/); // the calendar, whatever it was dropped with
    await page.evaluate(() => (location.hash = '#'));
    await page.getByText('Dates and exports').click();
    interface Line {
      readonly path: string;
      readonly item: { readonly id: string };
      readonly verdict: string | null;
      readonly affected: unknown;
    }
    const told = ({ item, verdict, affected }: Line): unknown => [item.id, verdict, affected];
    const byPage = (JSON.parse(await saved(page, 'Items (JSON)')) as Line[]).map(told);
    const args = ['check', mailbox, '--events', sample('scenario/application.evt'), '--format', 'ndjson'];
    const { stdout } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
    const byCommand = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Partial<Line>)
      .filter((line): line is Line => line.item !== undefined)
      .map(told);
    expect(byCommand.length).toBeGreaterThan(1);
    expect(new Set(byPage.map((line) => JSON.stringify(line)))).toEqual(
      new Set(byCommand.map((line) => JSON.stringify(line))),
    );
  });

  test('2,000 items: some lines are drawn, judging stops and goes on', async () => {
    const path = join(temporary, 'large.pst');
    writeFileSync(path, largeStore(2_000));
    const page = await open();
    await choose(page, path);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await judged(page);
    expect(await page.locator('.list-head').innerText()).toContain('2000 items');
    expect(await page.locator('.item').count()).toBeLessThan(60);
    await page.locator('.rows').focus();
    await page.keyboard.press('End');
    await page.locator('[aria-posinset="2000"]').waitFor();
  });

  test('nothing was ever requested, and nothing complained', () => {
    expect(opened.flatMap(({ requests }) => requests)).toEqual([]);
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
