import { statSync } from 'node:fs';
import { hasBrowser, withPage } from '../../support/browser';
import { pathOf } from '../generate/cache';
import { largeFile } from '../generate/sets';
import { median } from '../statistics';
import type { Case } from './case';

/** How often the page is loaded, and how often each reads the file. */
const PAGES = 5;
const READS = 5;
const MEGABYTES = 100;

/** A page that reads the file that its input holds, and counts what is fetched of it. */
const html = `<!doctype html><title>mapilint</title><input type="file"><script type="module">
  import { readMessage } from '/index.js';
  const fetched = { bytes: 0, reads: 0 };
  const { arrayBuffer } = Blob.prototype;
  Blob.prototype.arrayBuffer = async function () {
    const buffer = await arrayBuffer.call(this);
    fetched.bytes += buffer.byteLength;
    fetched.reads += 1;
    return buffer;
  };
  window.measure = async () => {
    const [file] = document.querySelector('input').files;
    fetched.bytes = fetched.reads = 0;
    const start = performance.now();
    const message = await readMessage(file);
    let properties = 0;
    for (const { properties: row } of message.recipients)
      for (const property of row) if (row.valueOf(property) !== undefined) properties += 1;
    return { ...fetched, properties, milliseconds: performance.now() - start };
  };
</script>`;

interface Measured {
  readonly bytes: number;
  readonly reads: number;
  readonly properties: number;
  readonly milliseconds: number;
}

/** A message of 100 MB that is dropped on a page. */
export const browser: Case = {
  name: 'browser',
  measure: async () => {
    if (!hasBrowser) {
      console.warn('browser: left out, since there is none; set CHROMIUM');
      return { figures: [], timings: [] };
    }
    const path = pathOf(largeFile(MEGABYTES, 'interleaved'));
    const pages = await measureInPages(path);
    const rounds = pages.flat();
    if (rounds.some(({ bytes, properties }) => properties === 0 || bytes === 0))
      throw new Error('browser: nothing was read, or nothing was counted');
    const { bytes, reads } = rounds[0] as Measured;
    const shared = { case: 'browser' } as const;
    const time = (of: readonly Measured[]): number => median(of.map(({ milliseconds }) => milliseconds));
    const firsts = pages.flatMap((reads) => reads.slice(0, 1));
    const goal = { atMost: 50 };
    return {
      timings: [],
      figures: [
        {
          ...shared,
          what: `bytes read of a Blob of ${MEGABYTES} MB`,
          value: (bytes / statSync(path).size) * 100,
          unit: '%',
          goal: { atMost: 1 },
        },
        { ...shared, what: 'reads', value: reads, unit: 'reads' },
        { ...shared, what: 'time, the first file of a page', value: time(firsts), unit: 'ms', goal },
        { ...shared, what: 'time, all files', value: time(rounds), unit: 'ms', goal },
      ],
    };
  },
};

function measureInPages(path: string): Promise<Measured[][]> {
  return withPage(html, async (page) => {
    const pages: Measured[][] = [];
    for (let load = 0; load < PAGES; load++) {
      await page.reload();
      await page.waitForFunction('window.measure !== undefined');
      await page.setInputFiles('input', path);
      const measured: Measured[] = [];
      for (let read = 0; read < READS; read++) measured.push(await page.evaluate('window.measure()'));
      pages.push(measured);
    }
    return pages;
  });
}
