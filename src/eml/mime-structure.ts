// RFC 2045, RFC 2046: the parts of a mail, by where they lie

import { FormatError } from '../damage/errors';
import { readHeaderFields, readParameters } from './header-fields';
import type { HeaderFields, ParameterizedValue } from './header-fields';
import { MimeLines } from './mime-lines';

/** An entity of RFC 2045 2.4: a mail, or a part of one. Its body lies in the mail, from one offset to another. */
export interface MimeEntity {
  readonly header: HeaderFields;
  /** Content-Type in lower case; `text/plain` where there is none. */
  readonly type: string;
  readonly typeParameters: ReadonlyMap<string, string>;
  readonly bodyStart: number;
  /** Where the body ends: before the line end that belongs to the boundary behind it. */
  bodyEnd: number;
  /** The multipart entity or the message that this one is a part of; undefined: it is the mail. */
  readonly parent: MimeEntity | undefined;
  readonly depth: number;
}

/** More parts than that, or deeper ones, are no mail. */
const MAX_DEPTH = 64;
const MAX_PARTS = 10_000;
/** RFC 2046 5.1.1 allows 70. */
const LONGEST_BOUNDARY = 256;
const identityEncodings: ReadonlySet<string> = new Set(['', '7bit', '8bit', 'binary']);
const messageTypes: ReadonlySet<string> = new Set(['message/rfc822', 'message/global', 'message/news']);

/**
 * Finds the parts of a mail: every entity, one after the other, those that hold others before these. One pass over the
 * lines, nothing copied or decoded. Throws a `FormatError` (`mime-malformed`) for what has too many parts or too deep ones.
 */
export function readMimeStructure(bytes: Uint8Array, start = 0, end = bytes.length): MimeEntity[] {
  const structure = new Structure(bytes, start, end);
  structure.read();
  return structure.entities;
}

/** Whether a part is a message of its own, which its body is without further encoding. */
export function isMessagePart({ type, header }: MimeEntity): boolean {
  return messageTypes.has(type) && identityEncodings.has(encodingOf(header));
}

/** Content-Transfer-Encoding in lower case, '' where there is none. */
export function encodingOf(header: HeaderFields): string {
  const field = header.get('content-transfer-encoding') ?? '';
  return (/^[\s"]*([^\s;("]+)/.exec(field)?.[1] ?? '').toLowerCase(); // a comment may follow
}

/** A multipart entity whose last boundary has not come. */
interface OpenMultipart {
  readonly entity: MimeEntity;
  readonly boundary: string;
}

class Structure {
  readonly entities: MimeEntity[] = [];
  readonly #lines: MimeLines;
  readonly #bytes: Uint8Array;
  readonly #open: OpenMultipart[] = [];
  /** The levels of the open multiparts that have a boundary, outer ones first. */
  readonly #levels = new Map<string, number[]>();
  /** The entities whose end has not come, outer ones first, with how many open multiparts are around them. */
  readonly #unended: { readonly entity: MimeEntity; readonly around: number }[] = [];

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.#lines = new MimeLines(bytes, start, end);
  }

  read(): void {
    const lines = this.#lines;
    this.#begin(undefined);
    for (let line = lines.nextDashed(); line !== undefined; line = lines.nextDashed()) {
      const level = this.#levelOf(line);
      if (level < 0) continue;
      this.#endInside(level, lines.endBefore(line));
      const { entity, boundary } = this.#open[level] as OpenMultipart;
      const isLast = lines.hasDashesAt(line + 2 + boundary.length);
      this.#closeInside(isLast ? level - 1 : level);
      lines.skipLine();
      if (!isLast) this.#begin(entity);
    }
    this.#endInside(-1, lines.end);
  }

  /** Reads the header of the entity that begins here, and of the mail that its body is. */
  #begin(parent: MimeEntity | undefined): void {
    for (let holder = parent; ;) {
      const entity = this.#readEntity(holder);
      const boundary = boundaryOf(entity);
      this.#unended.push({ entity, around: this.#open.length });
      if (boundary !== undefined) this.#openMultipart({ entity, boundary });
      if (!isMessagePart(entity)) return;
      holder = entity;
    }
  }

  #readEntity(parent: MimeEntity | undefined): MimeEntity {
    const depth = parent === undefined ? 0 : parent.depth + 1;
    if (depth > MAX_DEPTH) throw malformed(`its parts are nested deeper than ${MAX_DEPTH}`, this.#lines.at);
    if (this.entities.length === MAX_PARTS)
      throw malformed(`it has more than ${MAX_PARTS} parts`, this.#lines.at);
    const { start, end } = this.#lines.takeHeader((line) => this.#levelOf(line) >= 0);
    const header = readHeaderFields(this.#bytes.subarray(start, end));
    const { value, parameters } = typeOf(header, parent);
    const bodyStart = this.#lines.at;
    const entity = { header, type: value, typeParameters: parameters, bodyStart, bodyEnd: bodyStart };
    const whole: MimeEntity = { ...entity, parent, depth };
    this.entities.push(whole);
    return whole;
  }

  /** Ends the entities inside a multipart; level -1: all. */
  #endInside(level: number, at: number): void {
    let last = this.#unended.at(-1);
    while (last !== undefined && last.around > level) {
      last.entity.bodyEnd = Math.max(last.entity.bodyStart, at);
      this.#unended.pop();
      last = this.#unended.at(-1);
    }
  }

  /** Which of the open multiparts a line that begins with two dashes is a boundary of, the innermost first; -1: of none. */
  #levelOf(line: number): number {
    if (this.#open.length === 0) return -1;
    const text = this.#lines.dashedText(line, LONGEST_BOUNDARY);
    if (text === undefined) return -1;
    const own = this.#levels.get(text)?.at(-1) ?? -1;
    return text.endsWith('--') ? Math.max(own, this.#levels.get(text.slice(0, -2))?.at(-1) ?? -1) : own;
  }

  #openMultipart(multipart: OpenMultipart): void {
    const levels = this.#levels.get(multipart.boundary) ?? [];
    levels.push(this.#open.push(multipart) - 1);
    this.#levels.set(multipart.boundary, levels);
  }

  /** Closes the multiparts inside a level; -1: all. */
  #closeInside(level: number): void {
    for (const { boundary } of this.#open.splice(level + 1)) this.#levels.get(boundary)?.pop();
  }
}

function typeOf(header: HeaderFields, parent: MimeEntity | undefined): ParameterizedValue {
  const field = header.get('content-type');
  if (field !== undefined) return readParameters(field);
  // RFC 2046 5.1.5: the parts of a digest are mails unless they say otherwise
  return {
    value: parent?.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain',
    parameters: new Map(),
  };
}

function boundaryOf({ type, typeParameters }: MimeEntity): string | undefined {
  const boundary = typeParameters.get('boundary')?.trimEnd() ?? '';
  if (!type.startsWith('multipart/') || boundary === '' || boundary.length > LONGEST_BOUNDARY)
    return undefined;
  return boundary;
}

function malformed(why: string, offset: number): FormatError {
  return new FormatError('mime-malformed', `The mail cannot be taken apart: ${why}`, { path: '', offset });
}
