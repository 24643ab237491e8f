import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { browserTitle, hasBrowser, launchBrowser } from '../support/browser';
import { external, meetingOf } from '../support/meetings';
import { writeMsg } from '../support/msg-writer';
import { faultsOf, looks, overflowOf } from '../support/page-states';
import { artefacts, choose, openViewer } from '../support/viewer';
import type { Viewer } from '../support/viewer';

const sample = (path: string): string => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));

describe.skipIf(!hasBrowser)(`every state of the page ${browserTitle}`, () => {
  let browser: Browser;
  const opened: Viewer[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('is accessible and fits, on a desk and on a phone (npm run page-looks has every width, and all colours)', async () => {
    const viewer = await openViewer(browser, { reducedMotion: 'reduce' });
    opened.push(viewer);
    const some = looks.filter(({ name }) => name === '1280' || name === '390-dark');
    expect(some).toHaveLength(2);
    expect(await faultsOf(viewer.page, some)).toEqual([]);
  });

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

  test('5,000 attendees, names from right to left, of East Asia, cut in half', async () => {
    const names = [
      'سارة بنت محمد',
      '山田太郎',
      'half \ud83d',
      'Bob\u202egsm.exe',
      '👩‍💻'.repeat(200),
      'x'.repeat(5000),
    ];
    const attendees = Array.from({ length: 5000 }, (_, index) => ({
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
    await page.locator('.verdict .word').waitFor();
    expect(await page.locator('.verdict h2').innerText()).toBe(String.raw`מפגש \u{D800} \u{2066}x`);
    expect(await page.locator('h3', { hasText: 'to tell' }).innerText()).toBe('5000 people to tell');
    expect(await page.locator('tbody .name').nth(3).innerText()).toBe(String.raw`half \u{D83D}`);
    expect(await overflowOf(page)).toEqual([]);
    await page.screenshot({ path: join(artefacts, 'hostile-390.png') });
  });

  test('nothing was ever requested, and nothing complained', () => {
    expect(opened.flatMap(({ requests }) => requests)).toEqual([]);
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
