import { checkArgument, checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aFunction, aSignal, aText, brandOf, either } from '../arguments/kinds';
import { openBytes } from './byte-source';
import type { ByteSource, OpenByteSource } from './byte-source';

/** How to fetch a file from a server. */
export interface UrlOptions {
  /** Headers to send with every request, such as `Authorization`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Aborts every request. */
  readonly signal?: AbortSignal | undefined;
  /** The function that fetches. Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** How much the first request asks for; a server that grants no ranges sends everything instead. */
const FIRST_RANGE = 64 * 1024;

const aUrl = either(aText, ['a URL', (value) => brandOf(value) === 'URL']);

const urlOptionKinds: OptionKinds<UrlOptions> = {
  headers: ['an object of names and texts', isHeaders],
  signal: aSignal,
  fetch: aFunction,
};

function isHeaders(value: unknown): boolean {
  return (
    brandOf(value) === 'Object' && Object.values(value as object).every((each) => typeof each === 'string')
  );
}

/** The server answered, but not with the file. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly url: string,
    /** The HTTP status of the response, such as 404. */
    readonly status: number,
    what: string,
  ) {
    super(`${what}: ${url} answered with status ${status}`);
  }
}

/**
 * The file at a URL. If the server supports byte ranges (RFC 9110, 14.2), mapilint fetches only what it needs,
 * otherwise the whole file at once. Opening and reading reject with an `HttpError` if the server does not answer with
 * the content, or with the error of `fetch`.
 */
export function fromUrl(url: string | URL, options: UrlOptions = {}): ByteSource {
  checkArgument('fromUrl', 'The URL', url, aUrl);
  checkOptions('fromUrl', options, urlOptionKinds);
  const name = String(url);
  return { name, open: () => openUrl(name, options) };
}

async function openUrl(url: string, options: UrlOptions): Promise<OpenByteSource> {
  const response = await request(url, options, { Range: `bytes=0-${FIRST_RANGE - 1}` });
  if (response.status === 416 && response.headers.get('content-range') === 'bytes */0')
    return openBytes(new Uint8Array(0));
  const head = await contentOf(url, response);
  if (response.status !== 206) return openBytes(head); // no ranges: this is all of it
  const byteLength = totalOf(response.headers.get('content-range'));
  // a page of another origin is not asGiven the header that tells, unless the server exposes it
  if (byteLength === undefined) return openBytes(await contentOf(url, await request(url, options, {})));
  const version = response.headers.get('etag') ?? response.headers.get('last-modified');
  return {
    byteLength,
    slice: (start, end) =>
      end <= head.length
        ? Promise.resolve(head.subarray(start, end))
        : fetchRange(url, options, start, Math.min(end, byteLength), version),
    close: () => Promise.resolve(),
  };
}

async function contentOf(url: string, response: Response): Promise<Uint8Array> {
  if (!response.ok) throw new HttpError(url, response.status, 'Nothing to read');
  return new Uint8Array(await response.arrayBuffer());
}

/** The whole length in `bytes 0-65535/123456`; undefined where the server does not know it. */
function totalOf(contentRange: string | null): number | undefined {
  const total = /^bytes 0-\d+\/(\d+)$/.exec(contentRange ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}

async function fetchRange(
  url: string,
  options: UrlOptions,
  start: number,
  end: number,
  version: string | null,
): Promise<Uint8Array> {
  if (start >= end) return new Uint8Array(0);
  const response = await request(url, options, { Range: `bytes=${start}-${end - 1}` });
  const now = response.headers.get('etag') ?? response.headers.get('last-modified');
  if (response.status !== 206)
    throw new HttpError(url, response.status, 'The server no longer grants ranges');
  if (now !== version) throw new HttpError(url, response.status, 'The file changed while it was read');
  return new Uint8Array(await response.arrayBuffer());
}

function request(
  url: string,
  options: UrlOptions,
  range: Readonly<Record<string, string>>,
): Promise<Response> {
  const { headers, signal, fetch = globalThis.fetch } = options;
  return fetch(url, { headers: { ...headers, ...range }, signal: signal ?? null });
}
