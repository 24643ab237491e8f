// Byte sources that count what is asked of them, or fail.

import type { ByteSource } from '../../src/index';

export interface Counter {
  reads: number;
  bytes: number;
  opened: number;
  closed: number;
}

/** A source over bytes that counts reads; from the `failAt`-th read on (counted from 0) it fails. */
export function countingSource(
  bytes: Uint8Array,
  failAt = Infinity,
): { source: ByteSource; counter: Counter } {
  const counter: Counter = { reads: 0, bytes: 0, opened: 0, closed: 0 };
  const source: ByteSource = {
    name: 'counted',
    open: () => {
      counter.opened += 1;
      return Promise.resolve({
        byteLength: bytes.length,
        slice: (start, end) => {
          if (counter.reads++ >= failAt) return Promise.reject(new Error('the disk is gone'));
          counter.bytes += Math.max(0, Math.min(end, bytes.length) - start);
          return Promise.resolve(bytes.slice(start, end));
        },
        close: () => {
          counter.closed += 1;
          return Promise.resolve();
        },
      });
    },
  };
  return { source, counter };
}
