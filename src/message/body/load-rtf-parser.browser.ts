/**
 * Loads `rtf-stream-parser` where the page has an import map. Bundlers must not look for it: they would fail for want of
 * Node's `stream` wherever it is installed, whether or not the page asks for bodies. Who wants it in a page hands it over.
 */
export function loadRtfParser(): Promise<unknown> {
  return imported('rtf-stream-parser');
}

function imported(name: string): Promise<unknown> {
  return import(/* webpackIgnore: true */ /* @vite-ignore */ name) as Promise<unknown>;
}
