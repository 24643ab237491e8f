// uuencode, IEEE 1003.1: how files were sent in the text of a mail before MIME, and by Exchange 5.5 and 2000 on request

import { latin1Text } from '../mapi/values/code-page';

/** A file in a text. */
export interface UuencodedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How many files are taken from one text. */
const MOST_FILES = 100;
const LF = 0x0a;
const CR = 0x0d;
const LONGEST_FIRST_LINE = 300;
const firstLine = /^begin [0-7]{3,4} ([^\r\n]{1,255})/;

/** Finds the files in a text: each begins with `begin 644 name` and ends with `end`. */
export function readUuencoded(text: Uint8Array): UuencodedFile[] {
  const files: UuencodedFile[] = [];
  let left = text.length; // all files together are no longer than the text
  for (let at = nextBegin(text, 0); at >= 0 && files.length < MOST_FILES;) {
    const [, name] = firstLine.exec(latin1Text(text.subarray(at, at + LONGEST_FIRST_LINE))) ?? [];
    const lines = behindLine(text, at);
    if (name === undefined) {
      at = nextBegin(text, lines);
      continue;
    }
    const found = linesFrom(text, lines);
    const bytes = decodeLines(text, found, left);
    left -= bytes.length;
    files.push({ name: name.trim(), bytes });
    at = nextBegin(text, found.end);
  }
  return files;
}

const BEGIN = Uint8Array.from('begin ', (character) => character.charCodeAt(0));

/** The next line that begins with `begin `; -1: there is none. */
function nextBegin(text: Uint8Array, from: number): number {
  for (let at = from; at < text.length;) {
    const found = text.indexOf(BEGIN[0] as number, at);
    if (found < 0) return -1;
    const isLineStart = found === 0 || text[found - 1] === LF || text[found - 1] === CR;
    if (isLineStart && BEGIN.every((byte, index) => text[found + index] === byte)) return found;
    at = found + 1;
  }
  return -1;
}

function behindLine(text: Uint8Array, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== LF && text[end] !== CR) end += 1;
  return Math.min(end + (text[end] === CR && text[end + 1] === LF ? 2 : 1), text.length);
}

/** The lines of a file: up to the line `end` or one that is none of these. */
interface FileLines {
  readonly start: number;
  readonly end: number;
  /** How many bytes they say they are. */
  readonly length: number;
}

/** Lines of a count and so many bytes, four characters for three. */
function linesFrom(text: Uint8Array, start: number): FileLines {
  let at = start;
  let length = 0;
  while (at < text.length) {
    const count = valueAt(text, at);
    const first = text[at] as number;
    if (first < 0x20 || first > 0x60 || count === 0) break;
    length += count;
    at = behindLine(text, at);
  }
  return { start, end: at, length };
}

/** What the lines hold, `most` bytes of it: a short line may say that it is long, as blanks are cut off at ends. */
function decodeLines(text: Uint8Array, { start, length }: FileLines, most: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(length, most));
  let at = start;
  for (let from = 0; from < bytes.length;) {
    const count = valueAt(text, at);
    const next = behindLine(text, at);
    const line = text.subarray(at + 1, next);
    for (let index = 0; index < count; index++) bytes[from + index] = byteOf(line, index);
    from += count;
    at = next;
  }
  return bytes;
}

/** A byte of a line: bits of one character and of the next. */
function byteOf(line: Uint8Array, index: number): number {
  const at = Math.floor(index / 3) * 4 + (index % 3);
  const shift = (index % 3) * 2 + 2;
  return ((valueAt(line, at) << shift) | (valueAt(line, at + 1) >> (6 - shift))) & 0xff;
}

/** Six bits: the character's number from a blank on; a grave accent stands for 0, and so does what mail systems cut off. */
function valueAt(text: Uint8Array, at: number): number {
  const byte = text[at] ?? 0x20;
  return byte < 0x20 ? 0 : (byte - 0x20) & 0x3f;
}
