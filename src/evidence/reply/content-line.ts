// RFC 5545 3.1: `name *(";" parameter "=" value) ":" value`, and RFC 6868: what the value of a parameter escapes

/** A property of a component. */
export interface CalendarProperty {
  /** Lower-case. */
  readonly name: string;
  /** By their lower-case names; of several values in quotes the first. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The value as it stands behind the colon. */
  readonly value: string;
  /** Line of the text, counted from 1. */
  readonly line: number;
}

const none: ReadonlyMap<string, string> = new Map();

/** Reads a content line in one pass; undefined if its syntax is damaged. */
export function readContentLine(content: string, line: number): CalendarProperty | undefined {
  const nameEnd = next(content, ':;', 0);
  const parameters = new Map<string, string>();
  let at = nameEnd;
  while (content[at] === ';') {
    const equals = next(content, '=:;', at + 1);
    if (content[equals] !== '=' || equals === at + 1) return undefined;
    const isQuoted = content[equals + 1] === '"';
    const start = isQuoted ? equals + 2 : equals + 1;
    const end = isQuoted ? content.indexOf('"', start) : next(content, ':;', start);
    if (end < 0) return undefined;
    parameters.set(content.slice(at + 1, equals).toLowerCase(), unescaped(content.slice(start, end)));
    at = next(content, ':;', end);
  }
  if (content[at] !== ':') return undefined;
  const name = content.slice(0, nameEnd).toLowerCase();
  return {
    name,
    parameters: parameters.size === 0 ? none : parameters,
    value: content.slice(at + 1).trim(),
    line,
  };
}

/** What can be said of a line whose syntax is damaged: that its property is there says something. */
export function readDamagedLine(content: string, line: number): CalendarProperty {
  const name = content.slice(0, next(content, ':;', 0)).toLowerCase();
  return { name, parameters: none, value: behindColon(content), line };
}

/** The next of some characters, or the end. */
function next(text: string, characters: string, from: number): number {
  let at = from;
  while (at < text.length && !characters.includes(text[at] as string)) at += 1;
  return at;
}

/** What stands behind the first colon that is in no quotes. */
function behindColon(content: string): string {
  let isQuoted = false;
  for (let at = 0; at < content.length; at++) {
    if (content[at] === '"') isQuoted = !isQuoted;
    if (content[at] === ':' && !isQuoted) return content.slice(at + 1).trim();
  }
  return '';
}

/** QUIRK: RFC 5545 has no backslashes in parameters; programs write them there all the same, as in texts. */
function unescaped(text: string): string {
  return text
    .replace(/\^(['n^])/g, (_, character: string) => ({ n: '\n', "'": '"' })[character] ?? '^')
    .replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}
