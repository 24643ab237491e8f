import { describe, expect, test } from 'vitest';
import { inMemory } from '../../src/bytes/random-access';
import { CompoundFile } from '../../src/cfb/compound-file';
import { ROOT } from '../../src/cfb/directory';
import { AnomalyLog } from '../../src/damage/anomaly';
import { writeCompoundFile } from '../support/compound-file-writer';

// A file may end inside a sector. Where that is the last of a chain, its end is missing; where the chain goes on, everything
// behind would move forward.

const SECTOR = 512;
const data = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 251);

/** A stream of ten sectors, whose sectors stand in the file in some order, the last of the file among them. */
function streamIn(order: readonly number[], cut: number): { bytes: Uint8Array; codes: string[] } {
  const { bytes, entries } = writeCompoundFile([{ name: 'a', data }]);
  const entry = entries.get('/a');
  const [start, view] = [entry?.start ?? 0, new DataView(bytes.buffer)];
  const grown = new Uint8Array(bytes.length + order.length * SECTOR);
  grown.set(bytes);
  const first = bytes.length / SECTOR - 1;
  const fatAt = (view.getUint32(76, true) + 1) * SECTOR;
  const target = new DataView(grown.buffer);
  order.forEach((place, index) => {
    grown.set(data.subarray(index * SECTOR, (index + 1) * SECTOR), (first + place + 1) * SECTOR);
    const next = order[index + 1];
    target.setUint32(fatAt + (first + place) * 4, next === undefined ? 0xfffffffe : first + next, true);
  });
  target.setUint32((entry?.offset ?? 0) + 116, first + (order[0] ?? 0), true);
  const log = new AnomalyLog(false, 100);
  const file = new CompoundFile(inMemory(grown.subarray(0, grown.length - cut)), 256, log.at(''));
  const [stream = ROOT] = file.members(ROOT);
  expect(start).toBeGreaterThanOrEqual(0);
  return { bytes: file.read(stream, log.at('')), codes: log.anomalies.map(({ code }) => code) };
}

const inOrder = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** The ninth sector of the stream is the last of the file. */
const lastButOne = [0, 1, 2, 3, 4, 5, 6, 7, 9, 8];

describe('a file that ends inside a sector', () => {
  test.each([inOrder, lastButOne])('is whole without a cut: %s', (...order) => {
    const { bytes, codes } = streamIn(order, 0);
    expect(Buffer.compare(bytes, data)).toBe(0);
    expect(codes).toEqual([]);
  });

  test.each([1, 100, 120])('loses nothing where only room behind the stream is cut: %i bytes', (cut) => {
    const { bytes, codes } = streamIn(inOrder, cut);
    expect(Buffer.compare(bytes, data)).toBe(0);
    expect(codes).toEqual([]);
  });

  test.each([1, 32, 120, 121, 511])(
    'whose chain goes on loses what is behind, and says so: %i bytes',
    (cut) => {
      const { bytes, codes } = streamIn(lastButOne, cut);
      expect(Buffer.compare(bytes, data.subarray(0, 9 * SECTOR - cut))).toBe(0);
      expect(codes).toEqual(['cfb-sector-out-of-file', 'cfb-stream-short']);
    },
  );
});
