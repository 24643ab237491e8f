import { brandOf } from '../arguments/kinds';
import type { Kind } from '../arguments/kinds';

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

/** Bytes, as whoever hands them over calls them. */
export const someBytes: Kind = ['a Uint8Array', isBytes];
