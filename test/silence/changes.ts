/** One place of a file with other bytes than the sound one has. */
export interface Change {
  readonly offset: number;
  readonly what: string;
  readonly apply: (bytes: Uint8Array) => Uint8Array;
}

/** What numbers are set to: nothing, one more, one less, the markers of a compound file and of a directory. */
const numbers = (old: number): number[] => [0, old + 1, old - 1, 0xfffffffe, 0xffffffff];

/** Every bit, and every four bytes as numbers that readers trip over. */
export function* binaryChanges({ length }: Uint8Array): Generator<Change, undefined> {
  for (let offset = 0; offset < length; offset++) {
    for (let bit = 0; bit < 8; bit++)
      yield { offset, what: `bit ${bit}`, apply: (bytes) => flip(bytes, offset, bit) };
    if (offset % 4 !== 0 || offset + 4 > length) continue;
    for (let index = 0; index < numbers(0).length; index++)
      yield { offset, what: `number ${index}`, apply: (bytes) => setNumber(bytes, offset, index) };
  }
}

/** Every bit of a text, every byte left out, and every byte written twice. */
export function* textChanges({ length }: Uint8Array): Generator<Change, undefined> {
  for (let offset = 0; offset < length; offset++) {
    for (let bit = 0; bit < 8; bit++)
      yield { offset, what: `bit ${bit}`, apply: (bytes) => flip(bytes, offset, bit) };
    yield { offset, what: 'left out', apply: (bytes) => splice(bytes, offset, offset + 1) };
    yield { offset, what: 'twice', apply: (bytes) => splice(bytes, offset + 1, offset) };
  }
}

function flip(bytes: Uint8Array, offset: number, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[offset] = (copy[offset] as number) ^ (1 << bit);
  return copy;
}

function setNumber(bytes: Uint8Array, offset: number, index: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  view.setUint32(offset, numbers(view.getUint32(offset, true))[index] as number, true);
  return copy;
}

function splice(bytes: Uint8Array, end: number, start: number): Uint8Array {
  return new Uint8Array([...bytes.subarray(0, end), ...bytes.subarray(start)]);
}
