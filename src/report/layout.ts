// Text that a terminal shows as it is meant

import type { OptionKinds } from '../arguments/check';
import { aText } from '../arguments/kinds';

/** How to lay out a text. */
export interface LayoutOptions {
  /** The number of columns in a line. Default 100. */
  readonly width?: number | undefined;
  /**
   * Where a reader finds what the text leaves out, such as `--format json lists them`. Default: the text does not say.
   */
  readonly more?: string | undefined;
}

/** What belongs into these options. */
export const layoutKinds: OptionKinds<LayoutOptions> = {
  width: ['a number of columns from 1 up', (width) => typeof width === 'number' && width >= 1],
  more: aText,
};

/** How many columns a line has unless somebody says otherwise. */
export const DEFAULT_WIDTH = 100;

/** What stands for the rest of a list: ` and 3 more (…)`; nothing for none. */
export function andMore(count: number, { more }: LayoutOptions): string {
  if (count <= 0) return '';
  return ` and ${count} more${more === undefined ? '' : ` (${more})`}`;
}

/** Controls, invisible and direction-changing characters: they would move, hide or reorder what is shown. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Joins emoji and letters and is harmless. */
const JOINERS = new Set(['\u200c', '\u200d']);
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const combining = /^[\p{Mn}\p{Me}\u200c\u200d]$/u;

/** Text from a file with every character that would act instead of show written as `\u{202E}`. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    if (JOINERS.has(character)) return character;
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
  });
}

/** How many columns a terminal gives to a text. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** Text of at most `length` characters, its end cut where there are more. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** Text of at most `width` columns, its end cut where there are more. */
export function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let shown = '';
  let taken = 1; // the ellipsis
  for (const character of text) {
    taken += displayWidth(character);
    if (taken > width) break;
    shown += character;
  }
  return `${shown}…`;
}

/** Text filled with blanks to a width. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Lines of at most `width` columns, the first behind `lead`, the others indented as far. */
export function wrap(lead: string, text: string, width: number): string {
  const indent = ' '.repeat(displayWidth(lead));
  const lines: string[] = [];
  let line = lead;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
