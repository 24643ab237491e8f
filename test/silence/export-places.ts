/** What of an export an offset lies in, as far as that decides whether damage to it can be seen. */
export function exportPlaces(bytes: Uint8Array): (offset: number) => string {
  const text = new TextDecoder('latin1').decode(bytes);
  const plain = text.replaceAll('\0', ' '); // UTF-16 or not: what is looked for is ASCII
  const compact = (part: string): string => part.replaceAll(' ', '');
  return (offset) => {
    const element = plain.slice(lastOf(plain, '<', offset), plain.indexOf('>', offset));
    return /^<property/.test(compact(element)) && compact(element).includes('PT_ERROR')
      ? 'the tag of a property that is said to be absent'
      : 'elsewhere';
  };
}

function lastOf(text: string, character: string, before: number): number {
  return Math.max(0, text.lastIndexOf(character, before));
}
