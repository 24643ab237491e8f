/** The page shows messages and writes none. */
export function writtenAsMsg(): Promise<Uint8Array> {
  return Promise.reject(new Error('The page does not write messages'));
}
