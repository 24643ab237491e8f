import type { ListFormat } from '../usage/arguments';
import { nameOfBytes, pathOfLine } from './file-name';

/** A path that came on standard input, or what is wrong with the line that should have been one. */
export type ListedPath =
  | { readonly path: string; readonly item?: string | undefined }
  | { readonly line: number; readonly error: Error };

/** What somebody did who piped a message in. */
const noList =
  'paths are read from standard input, not a message: name the file itself, or give -0 where a NUL ends each path';
const NEWLINE = 10;
const NUL = 0;

/** The paths of a list, as they come: one a line, one before each NUL, or one in each line of JSON. */
export async function* listedPaths(
  input: AsyncIterable<Uint8Array>,
  listing: ListFormat,
): AsyncGenerator<ListedPath> {
  for await (const { piece, line } of pieces(input, listing === 'nul' ? NUL : NEWLINE)) {
    if (listing !== 'nul' && piece.includes(NUL)) {
      yield { line, error: listError(`Line ${line} of the list holds a NUL: ${noList}`) };
      return;
    }
    const text = nameOfBytes(piece);
    if (listing === 'nul') yield { path: text };
    else {
      const words = text.replace(/\r$/, '');
      if (words !== '') yield listing === 'ndjson' ? fromJson(words, line) : { path: words };
    }
  }
}

/** A line of a list, or what stands before a NUL. */
interface Piece {
  readonly piece: Uint8Array;
  /** Counted from 1. */
  readonly line: number;
}

/** What stands between separators; nothing comes after the last one, and of lines the empty ones do not come. */
async function* pieces(input: AsyncIterable<Uint8Array>, separator: number): AsyncGenerator<Piece> {
  let rest: Uint8Array[] = [];
  let line = 0;
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(separator); end >= 0; end = chunk.indexOf(separator, start)) {
      line += 1;
      if (end > start || rest.length > 0 || separator === NUL)
        yield { piece: Buffer.concat([...rest, chunk.subarray(start, end)]), line };
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield { piece: Buffer.concat(rest), line: line + 1 };
}

function listError(message: string): Error {
  return Object.assign(new Error(message), { code: 'list-line' });
}

function fromJson(text: string, line: number): ListedPath {
  const wrong = (what: string): ListedPath => ({
    line,
    error: listError(`Line ${line} of the list ${what}`),
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('is not JSON');
  }
  const { path, pathBytes, item } = (value ?? {}) as {
    readonly path?: unknown;
    readonly pathBytes?: unknown;
    readonly item?: { readonly id?: unknown };
  };
  if (typeof path !== 'string') return wrong('has no path');
  const id = item?.id;
  const named = pathOfLine(path, pathBytes);
  return { path: named, item: typeof id === 'string' && /^0x[0-9a-f]{1,8}$/i.test(id) ? id : undefined };
}
