import { visible } from '../layout';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML and as the value of an attribute: nothing in it acts, moves or hides. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Text of several lines, of which each is escaped by itself. */
export function escapedLines(text: string): string {
  return text.split('\n').map(escaped).join('\n');
}

/** What identifies an item in a page. */
export function anchorOf(name: string): string {
  return encodeURIComponent(visible(name));
}
