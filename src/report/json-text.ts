import { wellFormed } from './ill-formed';

/**
 * Characters that a terminal or an editor acts upon instead of showing them – C1 controls and DEL, marks, embeddings and
 * isolates of direction, other formats, line and paragraph separators – but for the joiners of letters and emoji, and the
 * line ends between the values. Inside of JSON they stand in texts only.
 */
const acting = /[^\P{Cc}\n]|[^\P{Cf}\u200c\u200d]|[\p{Zl}\p{Zp}]/gu;

/** What may be half a surrogate pair, or reads like one. */
const mayBeHalf = /\\ud[89a-f]/;

/**
 * A value as JSON in which nothing acts: those characters are written `\u202E`, and are read as they were. Half a surrogate
 * pair is written as text, and what it was beside it.
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  const whole = mayBeHalf.test(text) ? JSON.stringify(wellFormed(JSON.parse(text)), null, indent) : text;
  return whole.replace(acting, escaped);
}

function escaped(character: string): string {
  let text = '';
  for (let at = 0; at < character.length; at++)
    text += `\\u${character.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  return text;
}
