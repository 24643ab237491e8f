// A peer that does what the first byte of its input says: for the test of what is counted as what.

const kept = [];

/** By the first byte; any other is read. */
const doings = [
  undefined,
  () => {
    throw new Error('this is no file of mine');
  },
  () => kept[5].length,
  () => {
    for (;;) kept.length = 0;
  },
  () => {
    for (;;) kept.push(new Array(1000).fill(kept.length));
  },
  () => {
    for (;;) kept.push(new Uint8Array(1e7).fill(1)); // no heap of JavaScript's
  },
  () => process.exit(0),
  () => new Promise(() => setTimeout(() => kept[5].length)), // where no caller can catch it
  () => void setTimeout(() => kept[5].length), // when the answer has been given
];

export const peer = {
  read: async ([what, much]) => {
    await doings[what]?.();
    return { rows: [`recipient ${much}`], said: much === 9 ? ['damage'] : [] };
  },
};
