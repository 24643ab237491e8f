import { statSync } from 'node:fs';
import { hasBrowser, withPage } from '../../support/browser';
import { pathOf } from '../generate/cache';
import { largeFile } from '../generate/sets';
import { median } from '../statistics';
import type { Case } from './case';

const ROUNDS = 9;
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
    const rounds = await measureInPage(path);
    const { bytes, reads, properties } = rounds[0] as Measured;
    if (properties === 0 || bytes === 0) throw new Error('browser: nothing was read, or nothing was counted');
    const shared = { case: 'browser' } as const;
    const times = rounds.map(({ milliseconds }) => milliseconds);
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
        { ...shared, what: 'time, median', value: median(times), unit: 'ms', goal: { atMost: 50 } },
        { ...shared, what: 'time, the first', value: times[0] ?? NaN, unit: 'ms' },
      ],
    };
  },
};

function measureInPage(path: string): Promise<Measured[]> {
  return withPage(html, async (page) => {
    await page.waitForFunction('window.measure !== undefined');
    await page.setInputFiles('input', path);
    const rounds: Measured[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await page.evaluate('window.measure()'));
    return rounds;
  });
}
