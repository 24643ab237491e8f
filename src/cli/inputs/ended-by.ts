/** What a source gives until it ends or nobody waits for more: a pipe that stays open must not hold up whoever interrupts. */
export async function* endedBy<T>(signal: AbortSignal, source: AsyncIterable<T>): AsyncGenerator<T, void> {
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(undefined);
    });
  });
  const values = source[Symbol.asyncIterator]();
  while (!signal.aborted) {
    const next = await Promise.race([values.next(), stopped]);
    if (next === undefined || next.done === true) return;
    yield next.value;
  }
}
