import { failureOfStrings, isStoreCall, parseErrorCode } from './store-failure';
import type { StoreFailure } from './store-failure';

// The text of event 327. Its labels may be translated; the acronyms MDB, FID and MID are the same in every language.

/** How much of a description is looked at: the six values never fill so much. */
export const LONGEST_DESCRIPTION = 32_768;
/** Between the call and the MDB there are two colons, and before the call those of a sentence or of times. */
const MOST_COLONS = 64;
const WORD = /[\p{L}\p{N}_]/u;

/** A label such as `MDB :` and where it lies. */
interface Label {
  readonly start: number;
  /** Behind the colon. */
  readonly end: number;
}

/** What the text of an event says of a failed call to the store; undefined if it says nothing of one. */
export function failureOfText(description: string): StoreFailure | undefined {
  const text = description.slice(0, LONGEST_DESCRIPTION);
  return failureOfTemplate(text) ?? failureOfList(text);
}

function failureOfTemplate(text: string): StoreFailure | undefined {
  const mdb = labelOf(text, 'MDB', 0);
  if (mdb === undefined) return undefined;
  const fid = labelOf(text, 'FID', mdb.end);
  const mid = labelOf(text, 'MID', (fid ?? mdb).end);
  const head = headOf(text.slice(0, mdb.start));
  if (head === undefined) return undefined;
  const end = (next: Label | undefined): number => next?.start ?? text.length;
  return {
    ...head,
    mdb: wordFrom(text.slice(mdb.end, end(fid ?? mid))),
    fid: fid === undefined ? undefined : wordFrom(text.slice(fid.end, end(mid))),
    mid: mid === undefined ? undefined : wordFrom(text.slice(mid.end)),
    file: mid === undefined ? undefined : fileFrom(text.slice(mid.end)),
  };
}

/** Finds `NAME :` from a place on, with or without blanks, and with the wide colon of East Asian texts. */
function labelOf(text: string, name: string, from: number): Label | undefined {
  for (let start = text.indexOf(name, from); start >= 0; start = text.indexOf(name, start + 1)) {
    if (start > 0 && WORD.test(text[start - 1] as string)) continue;
    const end = skipBlanks(text, start + name.length);
    if (isColon(text[end])) return { start, end: end + 1 };
  }
  return undefined;
}

function isColon(character: string | undefined): boolean {
  return character === ':' || character === '\uff1a';
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] as string)) at += 1;
  return at;
}

/** The call behind the first colon and the code behind the next. */
function headOf(head: string): Pick<StoreFailure, 'call' | 'code'> | undefined {
  const starts = lastColons(head).map((colon) => skipBlanks(head, colon + 1));
  const calling = starts.findIndex((start) => isStoreCall(tokenAt(head, start)));
  const call = calling < 0 ? '' : tokenAt(head, starts[calling] as number);
  const codes = starts.slice(calling + 1).map((start) => parseErrorCode(tokenAt(head, start)));
  const code = codes.find((found) => found !== undefined);
  return calling < 0 && code === undefined ? undefined : { call, code };
}

/** The last colons of a text, in its order. */
function lastColons(text: string): number[] {
  const colons: number[] = [];
  for (let at = text.length - 1; at >= 0 && colons.length < MOST_COLONS; at -= 1)
    if (isColon(text[at])) colons.unshift(at);
  return colons;
}

/** A word of letters, digits and the signs of numbers, from a place on. */
function tokenAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < 64 && isOfToken(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

/** Letters, digits, `_`, and a minus in either form. */
function isOfToken(code: number): boolean {
  const letter = code | 0x20;
  if (letter >= 0x61 && letter <= 0x7a) return true;
  return (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d || code === 0x2212;
}

/** A value that has neither blanks nor dots: it ends before the first. */
function wordFrom(text: string): string {
  const start = skipBlanks(text, 0);
  let end = start;
  while (end < text.length && !/[\s.\u3002]/.test(text[end] as string)) end += 1;
  return text.slice(start, end);
}

/** The file's name: behind the label that follows the MID, up to the end of the line, without the template's dot. */
function fileFrom(text: string): string | undefined {
  const value = skipBlanks(text, 0);
  const label = value + wordFrom(text).length;
  let colon = label;
  while (colon < text.length && text[colon] !== '\n' && !isColon(text[colon])) colon += 1;
  if (!isColon(text[colon])) return undefined;
  const lineEnd = text.indexOf('\n', colon);
  return withoutDot(text.slice(colon + 1, lineEnd < 0 ? text.length : lineEnd).trim());
}

function withoutDot(text: string): string {
  return /[.\u3002]$/.test(text) ? text.slice(0, -1).trimEnd() : text;
}

/**
 * The insertion strings of an event whose text could not be found: a list behind a colon or in lines of their own,
 * where a call is followed by its code.
 */
function failureOfList(text: string): StoreFailure | undefined {
  const strings = stringsOfList(text);
  return strings.length === 0 ? undefined : failureOfStrings(strings);
}

/** The insertion strings that the text of an undescribed event lists; none if it lists no call and code. */
export function stringsOfList(description: string): string[] {
  const text = description.slice(0, LONGEST_DESCRIPTION);
  for (let at = text.indexOf('Ec'); at >= 0;) {
    const strings = listFrom(text, at);
    if (strings.length > 0) return strings;
    at = text.indexOf('Ec', at + tokenAt(text, at).length); // a call is a word, and begins where that does
  }
  return [];
}

/** Insertion strings divided by one blank: a call, its code, three words, and the file with its own blanks. */
export function stringsOfWords(description: string): string[] | undefined {
  const words = description.slice(0, LONGEST_DESCRIPTION).replaceAll('\0', ' ').split(' ');
  if (!isStoreCall(words[0]) || parseErrorCode(words[1] ?? '') === undefined) return undefined;
  return [...words.slice(0, 5), words.slice(5).join(' ')];
}

/** The strings from a call on, if a separator and a code follow it. */
function listFrom(text: string, start: number): string[] {
  const call = tokenAt(text, start);
  const quote = text[start - 1] === "'" && text[start + call.length] === "'" ? 1 : 0;
  const behind = start + call.length + quote;
  const separator = text[behind] ?? '';
  const next = skipBlanks(text, behind + 1) + quote;
  if (!isStoreCall(call) || !/[,\n]/.test(separator)) return [];
  if (parseErrorCode(tokenAt(text, next)) === undefined) return [];
  if (separator === '\n') return linesFrom(text.slice(start));
  const lineEnd = text.indexOf('\n', start);
  const list = text.slice(start, lineEnd < 0 ? text.length : lineEnd).trim();
  return listed(withoutDot(list), quote === 1);
}

/** Cells between commas; the sixth is a file's name, which may hold commas itself. */
function listed(list: string, isQuoted: boolean): string[] {
  const cells = list.split(',');
  const strings = cells.length > 6 ? [...cells.slice(0, 5), cells.slice(5).join(',')] : cells;
  return strings.map((cell) => {
    const trimmed = cell.trim();
    return isQuoted ? trimmed.replace(/^'/, '').replace(/'$/, '') : trimmed;
  });
}

/** One string a line, as newer Event Viewers list them; the list ends where a sentence follows. */
function linesFrom(text: string): string[] {
  const lines = text.split('\n', 8).map((line) => line.trim());
  const strings = lines.slice(0, 6);
  const sentence = strings.findIndex((line, index) => index < 5 && line.includes(' '));
  return sentence < 0 ? strings : strings.slice(0, sentence);
}
