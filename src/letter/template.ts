/** What a template may name in double braces. */
const letterFields = ['subject', 'when', 'where', 'organizer', 'change'] as const;
type LetterField = (typeof letterFields)[number];
/** What is known of a meeting; what is not known is left out. */
export type LetterFacts = Partial<Readonly<Record<LetterField, string>>>;

/** A letter with places such as `{{subject}}`. */
export interface Template {
  readonly subject: string;
  readonly body: string;
}

const PLACE = /\{\{ ?(\w{0,20}) ?\}\}/g;

/** A template of a text: `Subject: …` in its first line, then an empty line, then the letter. Throws a `TypeError`. */
export function templateOf(text: string): Template {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\n');
  const [first = '', second = 'missing', ...body] = lines;
  const subject = /^Subject:[ \t]*(\S.*)$/i.exec(first)?.[1];
  if (subject === undefined || second.trim() !== '' || body.join('').trim() === '')
    throw new TypeError('A template has "Subject: …" in its first line, then an empty line, then the letter');
  const unknown = placesOf(text).find((name) => !isField(name));
  if (unknown !== undefined)
    throw new TypeError(`A template has no {{${unknown}}}; there are: ${letterFields.join(', ')}`);
  return { subject, body: body.join('\n') };
}

/** A text with its places filled. A line that names what is not known is left out. */
export function filled(text: string, facts: LetterFacts): string {
  return text
    .split('\n')
    .filter((line) => placesOf(line).every((name) => isField(name) && facts[name] !== undefined))
    .map((line) => line.replace(PLACE, (_, name: string) => (isField(name) ? (facts[name] ?? '') : '')))
    .join('\n');
}

function placesOf(text: string): string[] {
  return Array.from(text.matchAll(PLACE), ([, name = '']) => name);
}

function isField(name: string): name is LetterField {
  return (letterFields as readonly string[]).includes(name);
}
