/**
 * Characters that a terminal or an editor acts upon instead of showing them – C1 controls and DEL, marks, embeddings and
 * isolates of direction, other formats, line and paragraph separators – but for the joiners of letters and emoji, and the
 * line ends between the values. Inside of JSON they stand in texts only.
 */
const acting = /[^\P{Cc}\n]|[^\P{Cf}\u200c\u200d]|[\p{Zl}\p{Zp}]/gu;

/** A value as JSON in which nothing acts: those characters are written `\u202E`, and are read as they were. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(acting, escaped);
}

function escaped(character: string): string {
  let text = '';
  for (let at = 0; at < character.length; at++)
    text += `\\u${character.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  return text;
}
