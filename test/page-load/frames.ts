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

/** Megabytes that the page and its worker hold in JavaScript, once what can be let go is. */
export async function memoryOf(page: Page): Promise<{ pageMegabytes: number; workerMegabytes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const [worker] = page.workers();
  const used = await worker?.evaluate(
    () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
  );
  return { pageMegabytes: usedSize / 2 ** 20, workerMegabytes: (used ?? 0) / 2 ** 20 };
}
