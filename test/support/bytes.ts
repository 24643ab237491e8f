import { expect } from 'vitest';

/** Compares bytes at once: `toEqual` looks at each, and takes minutes for megabytes. */
export function expectBytes(actual: Uint8Array | undefined, expected: Uint8Array): void {
  expect(actual?.length).toBe(expected.length);
  expect(Buffer.compare(Buffer.from(actual ?? []), Buffer.from(expected)), 'the bytes differ').toBe(0);
}
