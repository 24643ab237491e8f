/** Loads `rtf-stream-parser`; rejects if it is not installed. */
export async function loadRtfParser(): Promise<unknown> {
  try {
    return await import('rtf-stream-parser');
  } catch (error) {
    return Promise.reject(error); // in `try`, bundlers go on where the package is not installed
  }
}
