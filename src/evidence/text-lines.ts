/** A line of a text, and its number, counted from 1. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/**
 * The lines of a text that are not empty, one after the other: a text of nothing but line ends makes none. Lines end with
 * CR LF, CR or LF.
 */
export function* filledLines(text: string): Generator<NumberedLine, void, undefined> {
  let line = 1;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : LF;
    if (unit !== LF && unit !== CR) continue;
    if (at > start) yield { line, text: text.slice(start, at) };
    if (unit === CR && text.charCodeAt(at + 1) === LF) at += 1;
    line += 1;
    start = at + 1;
  }
}

const LF = 0x0a;
const CR = 0x0d;
