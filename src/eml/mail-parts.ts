import { decodeWords } from './encoded-words';
import type { HeaderFields } from './header-fields';
import { readParameters } from './header-fields';
import { encodingOf, isMessagePart, readMimeStructure } from './mime-structure';
import type { MimeEntity } from './mime-structure';
import { decodeTransfer } from './transfer-encoding';
import { readUuencoded } from './uuencode';

/** A part of a mail that holds no other parts. */
export interface MailPart {
  /** Lower-case, such as `text/calendar`. */
  readonly type: string;
  /** The file name that it was sent with. */
  readonly name: string | undefined;
  /** The header of the mail that it belongs to: the file's, or one that was passed on in that. */
  readonly mail: HeaderFields;
  /** How many mails are around it: 0 in the file's own. */
  readonly depth: number;
  /** The part's own header. */
  readonly header: HeaderFields;
  /** What it holds, decoded when it is first asked for; what is not encoded is the file's own bytes. */
  readonly bytes: Uint8Array;
  /** Its first bytes, without decoding the rest. */
  head(length: number): Uint8Array;
}

/** Mails that are encoded as a whole, one in the other, are taken apart this deep. */
const MAX_ENCODED = 8;

/**
 * The parts of a mail, in their order, those of mails that it passes on among them, and files that are uuencoded in its
 * text. Throws a `FormatError` (`mime-malformed`) for what cannot be taken apart.
 */
export function readMailParts(bytes: Uint8Array, start = 0, end = bytes.length): MailPart[] {
  return partsWithin(bytes, start, end, { depth: 0, encoded: 0 });
}

interface Around {
  readonly depth: number;
  readonly encoded: number;
}

function partsWithin(bytes: Uint8Array, start: number, end: number, around: Around): MailPart[] {
  const parts: MailPart[] = [];
  for (const entity of readMimeStructure(bytes, start, end)) {
    if (entity.type.startsWith('multipart/') || isMessagePart(entity)) continue;
    const part = new EncodedPart(bytes, entity, around.depth);
    if (isEncodedMail(part) && around.encoded < MAX_ENCODED) {
      const inner = { depth: part.depth + 1, encoded: around.encoded + 1 };
      parts.push(...partsWithin(part.bytes, 0, part.bytes.length, inner));
    } else parts.push(part, ...uuencodedIn(part));
  }
  return parts;
}

/** A mail that is passed on in base64 or quoted-printable, which RFC 2046 5.2.1 forbids. */
function isEncodedMail({ type }: MailPart): boolean {
  return type === 'message/rfc822' || type === 'message/global';
}

class EncodedPart implements MailPart {
  readonly type: string;
  readonly name: string | undefined;
  readonly mail: HeaderFields;
  readonly depth: number;
  readonly header: HeaderFields;
  readonly #body: Uint8Array;
  #bytes: Uint8Array | undefined;

  constructor(bytes: Uint8Array, entity: MimeEntity, around: number) {
    const { header, type, bodyStart, bodyEnd } = entity;
    const { mail, depth } = mailOf(entity);
    this.type = type;
    this.name = nameOf(entity);
    this.mail = mail;
    this.depth = around + depth;
    this.header = header;
    this.#body = bytes.subarray(bodyStart, bodyEnd);
  }

  get bytes(): Uint8Array {
    return (this.#bytes ??= decodeTransfer(this.#body, encodingOf(this.header)));
  }

  head(length: number): Uint8Array {
    if (this.#bytes !== undefined) return this.#bytes.subarray(0, length);
    // no encoding takes more than three characters for a byte, and line ends and blanks are few
    const encoded = this.#body.subarray(0, length * 4 + 64);
    return decodeTransfer(encoded, encodingOf(this.header)).subarray(0, length);
  }
}

/** The header of the mail that an entity is part of, and how many mails are around it. */
function mailOf(entity: MimeEntity): { mail: HeaderFields; depth: number } {
  let top = entity;
  while (top.parent !== undefined && !isMessagePart(top.parent)) top = top.parent;
  let depth = 0;
  for (let around = top.parent; around !== undefined; around = around.parent)
    if (isMessagePart(around)) depth += 1;
  return { mail: top.header, depth };
}

function nameOf({ header, typeParameters }: MimeEntity): string | undefined {
  const { parameters } = readParameters(header.get('content-disposition'));
  const name = parameters.get('filename') ?? typeParameters.get('name');
  return name === undefined || name === '' ? undefined : decodeWords(name);
}

/** The files in the text of a part. */
function uuencodedIn(part: MailPart): MailPart[] {
  if (!part.type.startsWith('text/')) return [];
  return readUuencoded(part.bytes).map(({ name, bytes }) => ({
    type: 'application/octet-stream',
    name,
    mail: part.mail,
    depth: part.depth,
    header: new Map<string, string>(),
    bytes,
    head: (length) => bytes.subarray(0, length),
  }));
}
