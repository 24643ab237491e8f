const CHUNK = 8192;

/** Decodes UTF-16LE units as they are: `TextDecoder` would drop a byte order mark and lone surrogates. */
export function decodeLongUnits(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let from = start; from < end; from += CHUNK * 2) {
    const units = new Uint16Array((Math.min(end, from + CHUNK * 2) - from) / 2);
    for (let index = 0, at = from; index < units.length; index++, at += 2) {
      units[index] = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    }
    text += String.fromCharCode(...units);
  }
  return text;
}
