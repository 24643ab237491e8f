import { bytesOfCharacter } from './ill-formed';

/** What is left of a path as it is; the slash divides it. */
const plain = /^[A-Za-z\d\-._~!'()*/]$/;

/**
 * A file's path as a URI reference that leads to it (RFC 8089): relative paths stay relative, drives and shares of Windows
 * are what they are there, bytes of a name that are no UTF-8 stay these bytes. A backslash divides a path, unless that
 * begins with a slash.
 */
export function toUri(path: string): string {
  const slashed = path.startsWith('/') ? path : path.replaceAll('\\', '/');
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${slashed.slice(0, 2)}${encoded(slashed.slice(2))}`;
  if (path.startsWith('\\\\')) return `file:${encoded(slashed)}`; // \\server\share\file
  return slashed.startsWith('/') ? `file://${encoded(slashed)}` : encoded(slashed);
}

function encoded(path: string): string {
  return Array.from(path, (character) => {
    if (plain.test(character)) return character;
    return bytesOfCharacter(character)
      .map((byte) => `%${byte.toUpperCase()}`)
      .join('');
  }).join('');
}
