// A value of another realm – a frame, a vm, the environment of a test – is no instance of this realm's classes, so brands count.

const brandOf = (input: unknown): string => Object.prototype.toString.call(input).slice(8, -1);

/** Whether something is a Uint8Array, Node's Buffer among them. */
export function isBytes(input: unknown): input is Uint8Array {
  return ArrayBuffer.isView(input) && brandOf(input) === 'Uint8Array';
}

export function isArrayBuffer(input: unknown): input is ArrayBuffer {
  return brandOf(input) === 'ArrayBuffer';
}

/** Whether something is a Blob, a File among them. */
export function isBlob(input: unknown): input is Blob {
  return ['Blob', 'File'].includes(brandOf(input));
}

/** What was given instead, as a message names it. */
export function kindOf(input: unknown): string {
  if (input === null) return 'null';
  return typeof input === 'object' ? brandOf(input) : typeof input;
}
