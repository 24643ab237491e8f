import { asGiven } from '../arguments/check';
import { isArrayBuffer, isBlob, isBytes } from './is-bytes';

/**
 * A place to read bytes from. mapilint opens it for one piece of work, closes it afterwards, and reopens it if needed.
 */
export interface ByteSource {
  /** The name to show to people: a path or a file name. */
  readonly name?: string | undefined;
  /** Opens the source for reading. Rejects with the source's own error, such as that of the operating system. */
  open(): Promise<OpenByteSource>;
}

/** A byte source while it is open. */
export interface OpenByteSource {
  /** The length of the whole source in bytes. */
  readonly byteLength: number;
  /** The bytes from `start` up to, but not including, `end`; fewer only if the source ends before `end`. */
  slice(start: number, end: number): Promise<Uint8Array>;
  /** The same, synchronously, if the source supports it: a local file answers faster than a promise resolves. */
  sliceSync?(start: number, end: number): Uint8Array;
  /**
   * All the bytes, if they are in memory. mapilint then uses them directly, and does not read, await or cache anything.
   */
  readonly whole?: Uint8Array;
  /** Releases what `open` acquired. mapilint does not read after this call. */
  close(): Promise<void>;
}

/** What mapilint can read from: bytes in memory, a Blob or File, or a source of your own. */
export type Readable = Uint8Array | ArrayBuffer | Blob | ByteSource;

/** Makes a source of whatever can be read from. A string is never guessed to be a path; `ofPaths` tells what to do with one. */
export function toByteSource(
  input: Readable,
  ofPaths = "; for a path use fromFile from 'mapilint/node'",
): ByteSource {
  if (isBytes(input)) return fromBytes(input);
  if (isArrayBuffer(input)) return fromBytes(new Uint8Array(input));
  if (isBlob(input)) return fromBlob(input);
  if (isByteSource(input)) return input;
  throw new TypeError(
    `Expected a Uint8Array, ArrayBuffer, Blob or ByteSource, got ${asGiven(input)}${ofPaths}`,
  );
}

function isByteSource(input: unknown): input is ByteSource {
  return typeof input === 'object' && input !== null && 'open' in input && typeof input.open === 'function';
}

function fromBytes(bytes: Uint8Array): ByteSource {
  return { open: () => Promise.resolve(openBytes(bytes)) };
}

/** Bytes in memory, which are one source however they came there. */
export function openBytes(bytes: Uint8Array): OpenByteSource {
  const sliceSync = (start: number, end: number): Uint8Array => bytes.subarray(start, end);
  return {
    byteLength: bytes.length,
    whole: bytes,
    sliceSync,
    slice: (start, end) => Promise.resolve(sliceSync(start, end)),
    close: () => Promise.resolve(),
  };
}

function fromBlob(blob: Blob): ByteSource {
  const open: OpenByteSource = {
    byteLength: blob.size,
    slice: async (start, end) => new Uint8Array(await contentOfBlob(blob.slice(start, end))),
    close: () => Promise.resolve(),
  };
  return { name: 'name' in blob ? String(blob.name) : undefined, open: () => Promise.resolve(open) };
}

/** QUIRK: the Blobs of jsdom 26, which Jest 30 has, have no method that reads them; a FileReader does. */
function contentOfBlob(blob: Blob): Promise<ArrayBuffer> {
  if (typeof (blob as Partial<Blob>).arrayBuffer === 'function') return blob.arrayBuffer();
  if (typeof FileReader === 'undefined')
    throw new TypeError('This Blob has no arrayBuffer(), and nothing here reads it: give its bytes');
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => {
      resolve(reader.result as ArrayBuffer);
    };
    reader.onerror = () => {
      reject(reader.error ?? new TypeError('This Blob cannot be read'));
    };
    reader.readAsArrayBuffer(blob);
  });
}
