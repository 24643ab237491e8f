// Debian's Firefox, or FIREFOX, spoken to by WebDriver BiDi.

import { existsSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';

const executablePath = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
export const hasFirefox = existsSync(executablePath);
export const firefoxTitle = hasFirefox
  ? 'in Firefox'
  : `in Firefox (skipped: no ${executablePath}; set FIREFOX)`;
if (!hasFirefox)
  console.warn(`No Firefox at ${executablePath}: its tests are skipped. Set FIREFOX to run them.`);

export function launchFirefox(): Promise<Browser> {
  return launch({ browser: 'firefox', executablePath, headless: true });
}
