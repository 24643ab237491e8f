import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Milliseconds of the longest frame while the list scrolls from its beginning to its end, in leaps and in small steps. */
export function longestFrame(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const rows = document.querySelector('.rows') as HTMLElement;
    // no function of its own: what compiles this file would name it by one that the page does not have
    let longest = 0;
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const end = rows.scrollHeight - rows.clientHeight;
    for (let step = 0; step <= 200; step += 1) {
      rows.scrollTop = step < 100 ? (end * step) / 100 : end - (200 - step) * 90;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });
}

const STEPS = 60;

/** Milliseconds of processor time that the page's thread takes for a frame, at most: what other programs do is not in it. */
export async function mostWork(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  let most = 0;
  for (let step = 0; step <= STEPS; step += 1) {
    const before = await taken();
    await page.evaluate(async (share) => {
      const rows = document.querySelector('.rows') as HTMLElement;
      rows.scrollTop = (rows.scrollHeight - rows.clientHeight) * share;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }, step / STEPS);
    most = Math.max(most, (await taken()) - before);
  }
  await session.detach();
  return most;
}

/** Megabytes: what the page holds in JavaScript once what can be let go is, and the most that its process ever took. */
export async function memoryOf(page: Page): Promise<{ held: number; peak: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const system = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id));
  return { held: usedSize / 2 ** 20, peak: Math.max(0, ...peaks) / 2 ** 10 };
}

/** Kilobytes, of a process on Linux; elsewhere 0. */
function peakOf(id: number): number {
  const path = `/proc/${id}/status`;
  return existsSync(path) ? Number(/VmHWM:\s*(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) : 0;
}
