/** Loads `rtf-stream-parser`; rejects if it is not installed. */
export async function loadRtfParser(): Promise<unknown> {
  try {
    return await import('rtf-stream-parser');
  } catch (error) {
    // caught here, so that bundlers go on where the package is not installed
    throw error instanceof Error ? error : new Error(String(error));
  }
}
